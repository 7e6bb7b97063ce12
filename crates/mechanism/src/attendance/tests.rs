//! A rule is read the same in both languages; what is wrong in one is said by line and column.

use super::{Flexible, Kind, RestAfter, RuleBook, Tiers};
use jiff::civil::date;

const R1: &str = r#"
rule "R1" from="2026-01-01" {
    grace late=5 early=5; tiers late=30 very-late=60; window before=60 after=360; double-tap 60
    session "am" from="08:00" to="12:00"; session "pm" from="14:30" to="18:00"
    season from="10-01" to="04-30" { session "am" from="08:30" to="12:00"; }
}
"#;

fn fault(text: &str) -> String {
    RuleBook::read(text).unwrap_err().to_string()
}

#[test]
fn a_rule_reads_the_same_in_both_languages() {
    let english = r#"rule "N" from="2026-01-01" calendar="every" {
        grace late=5 early=3; tiers late=30 very-late=60; window before=30 after=60; double-tap 20
        weekdays 1 3; duty "duty" from="18:00" to="08:00+1" half-days=2; rest-after "am"
        shared-punch #true
        season from="05-01" to="09-30" { duty "duty" from="19:00" to="07:00+1" break="00:00+1-01:00+1"; }
    }"#;
    let chinese = r#"规则 "N" 起="2026-01-01" 日历="每天" {
        宽限 迟到=5 早退=3; 分级 迟到=30 严重迟到=60; 窗口 前=30 后=60; 连击 20
        星期 1 3; 值班 "duty" 起="18:00" 止="08:00+1" 半天=2; 值班后休息 "上午"
        共用打卡 #true
        季节 起="05-01" 止="09-30" { 值班 "duty" 起="19:00" 止="07:00+1" 休息="00:00+1-01:00+1"; }
    }"#;
    let book = RuleBook::read(english).unwrap();
    assert_eq!(Ok(&book), RuleBook::read(chinese).as_ref());
    let rule = &book.rules()[0];
    assert!(rule.is_every_day && rule.shares_punch);
    assert_eq!(rule.rest_after, RestAfter::Morning);
    assert_eq!(rule.weekdays, Some([true, false, true, false, false, false, false]));
    assert_eq!((rule.sessions[0].kind, rule.sessions[0].to), (Kind::Duty, 32 * 60));
    assert_eq!(rule.seasons[0].sessions[0].breaks, [(24 * 60, 25 * 60)]);
}

#[test]
fn a_season_may_lie_across_the_new_year() {
    let book = RuleBook::read(R1).unwrap();
    let rule = &book.rules()[0];
    assert_eq!(rule.tiers, Some(Tiers { late: 30, very_late: 60 }));
    for (day, sessions) in [((10, 1), 1), ((1, 15), 1), ((4, 30), 1), ((5, 1), 2), ((9, 30), 2)] {
        let day = date(2026, day.0, day.1);
        assert_eq!(rule.sessions_on(day).len(), sessions, "{day}");
    }
}

#[test]
fn versions_are_found_by_code_and_date() {
    let rule = |code: &str, from: &str| {
        format!(
            "rule \"{code}\" from=\"{from}\" {{ session \"a\" from=\"08:00\" to=\"09:00\"; }}\n"
        )
    };
    let text = [rule("B", "2026-03-01"), rule("A", "2026-01-01"), rule("B", "2026-01-01")].concat();
    let book = RuleBook::read(&text).unwrap();
    assert_eq!(book.versions("A"), Some(0..1));
    assert_eq!(book.versions("B"), Some(1..3));
    assert_eq!(book.versions("C"), None);
    assert_eq!(book.rules()[1].from, date(2026, 1, 1));
    assert_eq!(
        fault(&[rule("A", "2026-01-01"), rule("A", "2026-01-01")].concat()),
        "2:1: rule A from 2026-01-01 is written twice"
    );
}

#[test]
fn a_flexible_session_ends_by_its_span() {
    let text = r#"rule "F" from="2026-01-01" { session "day" flexible=#true from="07:30" until="08:30" span=600 break="12:00-14:00" half-days=2; }"#;
    let book = RuleBook::read(text).unwrap();
    let session = &book.rules()[0].sessions[0];
    assert_eq!(session.flexible, Some(Flexible { until: 510, span: 600 }));
    assert_eq!((session.to, session.half_days), (1110, 2));
}

/// A rule with this in it.
fn inside(body: &str) -> String {
    format!("rule \"R\" from=\"2026-01-01\" {{\n  {body}\n}}")
}

#[test]
fn what_is_wrong_is_said_by_line_and_column() {
    for (body, expected) in [
        ("", "1:1: rule R has no session; write a session, or exempt=#true with a reason"),
        (
            "tiers late=3; grace late=5; session \"a\" from=\"08:00\" to=\"09:00\"",
            "1:1: the first tier ends before the grace does",
        ),
        ("tiers very-late=5", "2:3: `tiers` lacks `late`"),
        ("grace late=-1 early=0", "2:9: this is to be a whole number from 0 to 1440"),
        ("grace late=1 late=2 early=0", "2:16: `late` is written twice"),
        ("grace late=1 soon=2 early=0", "2:16: `grace` has no property `soon`; it has late, early"),
        ("double-tap 1 2", "2:16: `double-tap` has one value only"),
        ("weekdays", "2:3: `weekdays` names no day; 1 is Monday, 7 is Sunday"),
        ("weekdays 8", "2:12: this is to be a whole number from 1 to 7"),
        ("rest-after \"week\"", "2:14: `rest-after` is \"none\", \"am\" or \"day\""),
        (
            "session \"a\" from=\"8:00\" to=\"12:00\"",
            "2:15: this is no time of day; write it as 08:00, or 08:00+1",
        ),
        ("session \"a\" from=\"12:00\" to=\"08:00\"", "2:3: `session` ends before it begins"),
        (
            "session \"a\" from=\"08:00\" to=\"12:00\" until=\"09:00\"",
            "2:39: only a flexible session has `until` and `span`",
        ),
        (
            "session \"a\" from=\"08:00\" to=\"12:00\" break=\"07:00-09:00\"",
            "2:3: a break is to lie inside of its session",
        ),
        (
            "session \"a_b\" from=\"08:00\" to=\"12:00\"",
            "2:3: a session's name is one word; such as am, pm, day, duty",
        ),
        (
            "points 3",
            "2:3: a rule has no `points`; it has grace, tiers, window, double-tap, weekdays, season, session, duty, rest-after, shared-punch",
        ),
    ] {
        assert_eq!(fault(&inside(body)), expected, "{body}");
    }
}

#[test]
fn what_is_wrong_with_a_whole_rule_is_said_at_its_head() {
    let a = "session \"a\" from=\"08:00\" to=\"12:00\"";
    let b = "session \"b\" from=\"11:00\" to=\"13:00\"";
    assert_eq!(
        fault(&inside(&format!("{a}; {b}"))),
        "1:1: session b begins before a ends; write them in the order of time, without overlap"
    );
    assert_eq!(fault("rule \"R\""), "1:1: `rule` lacks `from`");
    assert_eq!(fault("rule \"R\" from=\"01-01\""), "1:10: this is no date; write it as 2026-01-01");
    assert_eq!(
        fault("scheme \"R\""),
        "1:1: a file of attendance rules has no `scheme`; it holds `rule` blocks"
    );
    assert!(RuleBook::read("rule \"X\" from=\"2026-01-01\" exempt=#true reason=\"年满\"").is_ok());
}

#[test]
fn what_is_no_kdl_is_a_fault_too() {
    for text in ["rule \"R\" {", "rule \"R", "rule = 3", "}"] {
        assert!(RuleBook::read(text).is_err(), "{text}");
    }
}
