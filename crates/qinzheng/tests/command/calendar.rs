//! Working days and terms from the command line; a year without a notice is never guessed.

use crate::program::Place;

/// A notice of 2027 that nobody issued.
const NOTICE: &str = include_str!("../../../domain/tests/notice/2027.toml");

#[test]
fn a_term_ends_on_the_lawful_day() {
    let place = Place::new();
    for (from, length, end) in [
        ("2026-01-15", "30d", "2026-02-14"),
        ("2026-01-20", "30d", "2026-02-24"),
        ("2026-02-05", "20wd", "2026-03-11"),
        ("2026-01-31", "1mo", "2026-02-28"),
        ("2015-06-17", "10wd", "2015-07-02"),
    ] {
        let said = place.run(&["calendar", "due", "--from", from, "--add", length]).well();
        assert_eq!(said.out, format!("{end}\n"), "{length} from {from}");
    }
}

#[test]
fn a_day_is_told_as_json_and_named_where_it_is_statutory() {
    let place = Place::new();
    for (date, told) in [
        ("2015-02-19", r#""workday":false,"statutory":true,"name":"春节""#),
        ("2015-02-18", r#""workday":false,"statutory":false"#),
        ("2015-02-28", r#""workday":true,"statutory":false"#),
    ] {
        let said = place.run(&["calendar", "day", date]).well();
        assert_eq!(said.out, format!("{{\"date\":\"{date}\",{told}}}\n"));
    }
}

#[test]
fn a_year_without_a_notice_is_named_with_the_way_on() {
    let place = Place::new();
    let said = place.run(&["calendar", "due", "--from", "2026-11-23", "--add", "60d"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: the calendar has no holiday notice of 2027, so the end of 60d from 2026-11-23 cannot be told (2027-01-22 at the earliest); once the notice is out, name it with --notice FILE, in the form of law/holidays/2026.toml");
    let said = place.run(&["calendar", "day", "2027-01-04"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: the calendar has no holiday notice of 2027; once the notice is out, name it with --notice FILE, in the form of law/holidays/2026.toml");
}

#[test]
fn a_notice_of_ones_own_makes_its_year_known() {
    let place = Place::new();
    place.write("2027.toml", NOTICE);
    let ask = ["calendar", "due", "--from", "2026-11-23", "--add", "60d", "--notice", "2027.toml"];
    assert_eq!(place.run(&ask).well().out, "2027-01-22\n");
    place.write("2027.toml", "year = 2027\n");
    let said = place.run(&ask).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: 2027.toml: this is no holiday notice: line 1: missing field `notice`; write it like law/holidays/2026.toml");
}
