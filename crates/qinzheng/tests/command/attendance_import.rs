//! `qinzheng attendance import`: accepted, repeated, refused with reasons.

use crate::program::Place;
use crate::server::Server;

#[test]
fn a_file_of_punches_is_imported_once_and_what_is_refused_says_where_and_why() {
    let place = Place::new();
    Server::start(&place, "demo").ready().stop();
    place.write(
        "ding.csv",
        "每日统计表\n工号,日期,上班1打卡时间,上班1打卡结果\nG0006,16-02-15 星期一,07:58,正常\n\
         G0007,16-02-15 星期一,08:00,补卡审批通过\nG9999,2016/2/15,08:00,正常\n",
    );
    place.write("1.dat", "7\t2016-02-15 07:58:00\t0\t1\n");
    let import = |file: &str, more: &[&str]| {
        let arguments = ["attendance", "import", file, "--data", "demo", "--as", "hr"];
        place.run(&[&arguments[..], more].concat())
    };
    let said = import("ding.csv", &["--dry-run"]).well();
    assert_eq!(said.out, "accepted 1, repeated 0, refused 2\n");
    let said = import("ding.csv", &[]).well();
    assert_eq!(said.out, "accepted 1, repeated 0, refused 2\n");
    insta::assert_snapshot!(said.err, @r"
    ding.csv:4: column 上班1打卡时间: Put right by somebody: a correction, no punch (4 上班1打卡时间: 08:00 补卡审批通过)
    ding.csv:5: column 上班1打卡时间: Nobody has that work number (G9999 2016-02-15 08:00:00)
    ");
    assert_eq!(import("ding.csv", &[]).well().out, "accepted 0, repeated 1, refused 2\n");
    let said = import("1.dat", &[]).refused();
    assert!(said.err.contains("--terminal: "), "{}", said.err);
    let said = import("1.dat", &["--terminal", "NOBODY01"]).refused();
    assert!(said.err.contains("NOBODY01"), "{}", said.err);
    let arguments = ["attendance", "import", "ding.csv", "--data", "demo", "--as", "clerk"];
    assert!(place.run(&arguments).refused().err.contains("no power to import punches"));
}
