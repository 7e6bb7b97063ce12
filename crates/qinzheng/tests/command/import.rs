//! Imports: all rows or none, faults by row and column, never twice.

use crate::program::Place;
use crate::server::Server;

const HEADER: &str = "工号,课程,起,止\n";

fn with_demo() -> Place {
    let place = Place::new();
    Server::start(&place, "demo").ready().stop();
    place
}

#[test]
fn a_file_is_kept_whole_or_not_at_all_and_never_twice() {
    let place = with_demo();
    let row = "G0006,督查检查业务,2016-01-04,2017-12-31\n";
    place.write("good.csv", &format!("{HEADER}{row}"));
    place.write(
        "bad.csv",
        &format!("{HEADER}G0007,督查检查业务,2016-01-04,2017-12-31\nG9999,业务,,2016\n"),
    );
    let import = |file: &str, more: &[&str]| {
        let arguments = ["import", "training", file, "--data", "demo", "--as", "hr"];
        place.run(&[&arguments[..], more].concat())
    };
    let said = import("bad.csv", &[]).refused();
    insta::assert_snapshot!(said.err, @r"
    bad.csv:3: column 工号 (person): “G9999” was not found; please check the code, the number or the full name.
    Nothing was kept: mend what is named above and import the whole file again.
    ");
    assert_eq!(said.out, "accepted 1, repeated 0, refused 1\n");
    assert_eq!(
        import("good.csv", &["--dry-run"]).well().out,
        "accepted 1, repeated 0, refused 0\n"
    );
    assert_eq!(import("good.csv", &[]).well().out, "accepted 1, repeated 0, refused 0\n");
    assert_eq!(import("good.csv", &[]).well().out, "accepted 0, repeated 1, refused 0\n");
    let said = import("good.csv", &["--format", "json"]).well();
    let report: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!((&report["repeated"], &report["kept"]), (&1.into(), &true.into()));
}

#[test]
fn who_may_not_is_refused_and_who_is_nobody_as_well() {
    let place = with_demo();
    place.write("t.csv", &format!("{HEADER}G0006,督查检查业务,2016-01-04,2017-12-31\n"));
    let import = |who: &[&str]| {
        let arguments = ["import", "training", "t.csv", "--data", "demo"];
        place.run(&[&arguments[..], who].concat()).refused().err
    };
    insta::assert_snapshot!(import(&["--as", "liaison"]), @r"
    t.csv: the account has no power to do this (training_record)
    Nothing was kept: mend what is named above and import the whole file again.
    ");
    insta::assert_snapshot!(import(&["--as", "nobody"]), @"qinzheng: this demo has no persona nobody: there is no such persona");
    insta::assert_snapshot!(import(&[]), @"qinzheng: say who does it with --as ACCOUNT");
}

#[test]
fn a_real_county_wants_a_token() {
    let place = Place::with_county();
    place.write("t.csv", &format!("{HEADER}G0006,督查检查业务,2016-01-04,2017-12-31\n"));
    let said = place.run(&["import", "training", "t.csv", "--data", "a", "--as", "hr"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: QINZHENG_TOKEN is not set: the account hr makes a token on its own page of the desk");
}

#[test]
fn a_file_of_another_kind_says_what_it_lacks() {
    let place = with_demo();
    place.write("t.csv", "姓名,单位\n闻允安,督查室\n");
    let arguments = ["import", "training", "t.csv", "--data", "demo", "--as", "hr"];
    insta::assert_snapshot!(place.run(&arguments).refused().err, @"qinzheng: t.csv: the file lacks the column(s) 工号、课程、起、止: row 1 must name them");
}
