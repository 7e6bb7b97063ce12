//! Wrong usage ends with 2, and says what was wrong.

use crate::program::Place;

#[test]
fn wrong_usage_ends_with_two() {
    let place = Place::new();
    for arguments in [
        &[][..],
        &["fly"],
        &["backup", "x.qz"],
        &["backup", "x.qz", "--data", "a", "--config", "b"],
        &["backup", "x.qz", "--data", "a", "--with-key"],
        &["backup", "x.qz", "--data", "a", "--recipient", "bob"],
        &["report", "month", "July", "-o", "a.csv", "--data", "a"],
        &["import", "cats", "cats.csv", "--data", "a"],
        &["import", "units", "--data", "a"],
        &["bench", "--rounds", "0"],
        &["draw", "verify"],
        &["init", "a"],
    ] {
        let said = place.run(arguments);
        assert_eq!(said.code, 2, "{arguments:?}: {}", said.err);
        assert!(said.out.is_empty() && !said.err.is_empty(), "{arguments:?}");
    }
    assert!(place.names(".").is_empty(), "nothing is made");
}

#[test]
fn a_missing_county_says_what_to_do() {
    let place = Place::new();
    let said = place.run(&["backup", "x.qz", "--data", "nowhere"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: nowhere/qinzheng.toml: cannot be read (No such file or directory (os error 2)); `qinzheng init` makes one");
}

#[test]
fn a_template_has_a_header_an_example_and_meanings() {
    let place = Place::new();
    let said = place.run(&["import", "training", "--template", "--lang", "en"]).well();
    insta::assert_snapshot!(said.out.trim_start_matches('\u{feff}').replace('\r', ""), @r"
    person,course,since,until
    G0065,督查检查业务,2015-01-02,2016-12-31
    ");
    assert!(said.err.contains("person: work number"), "{}", said.err);
    place.run(&["import", "visits", "visits.xlsx", "--template"]).well();
    assert_eq!(place.names("."), ["visits.xlsx"]);
    let said = place.run(&["import", "visits", "visits.xlsx", "--template"]).refused();
    assert!(said.err.contains("visits.xlsx cannot be made"), "{}", said.err);
}
