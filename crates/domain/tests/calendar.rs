//! The calendar against the public tables, against days of our own, and against broken notices.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::ToSpan;
use jiff::civil::Date;
use qz_domain::calendar::{Calendar, UnknownYear};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Days of each kind, without the oracle: the date, what it is, the name of a statutory day.
const DAYS: &str = "
2004-01-01 statutory 元旦
2004-01-02 work
2004-01-17 work
2004-05-07 rest
2005-01-03 rest
2006-12-30 work
2006-12-31 work
2007-05-03 statutory 劳动节
2007-12-29 work
2007-12-31 rest
2008-02-06 statutory 春节
2008-05-02 rest
2009-10-03 statutory 中秋节/国庆节
2010-09-25 work
2011-12-31 work
2013-02-09 statutory 春节
2014-01-30 work
2014-04-06 rest
2015-02-18 rest
2015-02-19 statutory 春节
2015-09-03 rest
2015-09-06 work
2018-12-31 rest
2019-04-28 work
2019-05-02 rest
2020-02-01 rest
2020-02-03 work
2020-10-01 statutory 中秋节/国庆节
2022-12-31 rest
2024-02-09 work
2024-05-02 rest
2025-01-28 statutory 春节
2025-05-02 statutory 劳动节
2025-10-06 statutory 中秋节
2026-01-04 work
2026-02-14 work
2026-02-24 work
2026-12-31 work
";

/// A notice of 2027 that nobody issued.
const NEXT: &str = include_str!("notice/2027.toml");

fn shipped() -> Calendar {
    Calendar::shipped().unwrap()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn days_of_every_kind_are_what_the_notices_say() {
    let calendar = shipped();
    for line in DAYS.lines().filter(|line| !line.is_empty()) {
        let mut words = line.split(' ');
        let day = calendar.day(date(words.next().unwrap())).unwrap();
        let kind = match (day.workday, day.statutory) {
            (true, false) => "work",
            (false, false) => "rest",
            (false, true) => "statutory",
            (true, true) => "both",
        };
        assert_eq!((Some(kind), day.name.as_deref()), (words.next(), words.next()), "{line}");
    }
}

#[test]
fn each_year_has_the_statutory_days_of_its_law() {
    let calendar = shipped();
    let mut counts = BTreeMap::new();
    for day in date("2004-01-01").series(1.day()) {
        let Ok(day) = calendar.day(day) else { break };
        assert!(!(day.workday && day.statutory), "{day:?}");
        assert_eq!(day.statutory, day.name.is_some(), "{day:?}");
        *counts.entry(day.date.year()).or_insert(0) += usize::from(day.statutory);
    }
    assert_eq!(counts.len(), 23);
    for (year, count) in counts {
        // In 2009 and 2020 中秋节 fell into 国庆节.
        let lawful = match year {
            ..2008 | 2009 | 2020 => 10,
            2008..2025 => 11,
            _ => 13,
        };
        assert_eq!(count, lawful, "{year}");
    }
}

#[test]
fn the_years_known_are_2004_to_2026_and_no_other_is_guessed() {
    let calendar = shipped();
    assert!(calendar.years().eq(2004..=2026));
    assert_eq!(calendar.day(date("2003-12-31")), Err(UnknownYear(2003)));
    assert_eq!(calendar.is_workday(date("2027-01-04")), Err(UnknownYear(2027)));
    insta::assert_snapshot!(UnknownYear(2027), @"the calendar has no holiday notice of 2027");
}

#[test]
fn every_day_is_as_in_the_public_tables() {
    let Some(path) = oracle() else { return };
    let (calendar, table) = (shipped(), std::fs::read_to_string(path).unwrap());
    let mut rows = 0;
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let day = calendar.day(date(cells[0])).unwrap();
        assert_eq!((day.workday, day.statutory), (cells[1] == "1", cells[2] == "1"), "{row}");
        assert_eq!(day.name.as_deref(), Some(cells[3]).filter(|_| day.statutory), "{row}");
        rows += 1;
    }
    assert_eq!(rows, 8401);
}

/// The table beside the checkout, or `None` and a line; with `CI=true` its absence fails the test.
fn oracle() -> Option<PathBuf> {
    let name = "china-workdays.csv";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracles").join(name);
    if path.exists() {
        return Some(path);
    }
    assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "the oracle {name} is missing");
    println!("skipped: {name} (no ../shared)");
    None
}

#[test]
fn the_next_notice_makes_its_year_known_and_moves_days_of_december() {
    let before = shipped();
    let after = before.with_notice(NEXT).unwrap();
    assert!(after.years().eq(2004..=2027));
    assert!(after.is_workday(date("2026-12-27")).unwrap());
    assert!(!before.is_workday(date("2026-12-27")).unwrap());
    let eve = after.day(date("2027-02-05")).unwrap();
    assert_eq!((eve.statutory, eve.name.as_deref()), (true, Some("春节")));
}

#[test]
fn a_second_file_of_a_year_amends_the_first() {
    let amendment = "year = 2027\n[[notice]]\n[[notice.holiday]]\nname = \"元旦\"\n\
                     off = { from = 2027-01-01, to = 2027-01-04 }\n";
    let calendar = shipped().with_notice(NEXT).unwrap();
    let amended = calendar.with_notice(amendment).unwrap();
    assert!(calendar.is_workday(date("2027-01-04")).unwrap());
    assert!(!amended.is_workday(date("2027-01-04")).unwrap());
    assert!(amended.day(date("2027-06-09")).unwrap().statutory);
}

#[test]
fn a_broken_notice_says_what_where_and_what_to_do() {
    let refusal = |from: &str, to: &str| {
        assert!(NEXT.contains(from), "{from}");
        shipped().with_notice(&NEXT.replace(from, to)).unwrap_err().to_string()
    };
    insta::assert_snapshot!(refusal("off = { from = 2027-10", "of = { from = 2027-10"), @"this is no holiday notice: line 18: unknown field `of`, expected one of `name`, `off`, `work`; write it like law/holidays/2026.toml");
    insta::assert_snapshot!(refusal("first = 2027-06-09", "first = \"6月9日\""), @r#"this is no holiday notice: line 6: invalid type: string "6月9日", expected a TOML datetime; write it like law/holidays/2026.toml"#);
    insta::assert_snapshot!(refusal("first = 2027-06-09", "first = 2027-06-09T10:00:00"), @"this is no holiday notice: line 6: `2027-06-09T10:00:00` is not a day alone; write it like law/holidays/2026.toml");
    insta::assert_snapshot!(refusal("    { name = \"端午节\", first = 2027-06-09 },\n", ""), @r#"the holiday notice of 2027, feasts: the day of 端午节 is missing; add { name = "端午节", first = 2027-MM-DD }"#);
    insta::assert_snapshot!(refusal("first = 2027-09-15", "first = 2026-09-25"), @"the holiday notice of 2027, 中秋节: 2026-09-25 is in another year; correct `first`");
    insta::assert_snapshot!(refusal("to = 2027-01-03", "to = 2026-01-03"), @"the holiday notice of 2027, 元旦: off from 2027-01-01 to 2026-01-03 is not 1 to 31 days; correct `off`");
    insta::assert_snapshot!(refusal("to = 2027-01-03", "to = 2027-11-03"), @"the holiday notice of 2027, 元旦: off from 2027-01-01 to 2027-11-03 is not 1 to 31 days; correct `off`");
    insta::assert_snapshot!(refusal("2026-12-27", "2025-12-27"), @"the holiday notice of 2027, 元旦: 2025-12-27 is over 31 days outside 2027; correct the year");
    insta::assert_snapshot!(refusal("2026-12-27", "2026-12-28"), @"the holiday notice of 2027, 元旦: 2026-12-28 is no Saturday or Sunday, so it makes up for nothing; correct `work`");
    insta::assert_snapshot!(refusal("2026-12-27", "2027-02-07"), @"the holiday notice of 2027, 元旦: 2027-02-07 is both worked and off; take it out of `work` or of `off`");
    insta::assert_snapshot!(refusal("to = 2027-02-12", "to = 2027-02-06"), @"the holiday notice of 2027, 春节: 2027-02-07 is a statutory holiday; name it in `off`, and not in `work`");
    let other = shipped().with_notice("year = 1998\nnotice = []").unwrap_err();
    insta::assert_snapshot!(other, @"the holiday notice of 1998, year: no statutory holidays are known of that year; correct `year`");
}
