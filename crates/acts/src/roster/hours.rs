//! The hours of a duty post (值班时段): the duty of its rule on a day; of a stand-by without a rule the whole day.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use qz_domain::roster::DutyPost;
use qz_mechanism::attendance::{Kind, Rule, RuleBook};

/// Minutes of a day.
const DAY: i32 = 1440;

/// The version of a rule that binds on a day.
fn rule<'a>(book: &'a RuleBook, code: &str, day: Date) -> Option<&'a Rule> {
    let places = book.versions(code)?;
    book.rules().get(places)?.iter().rev().find(|rule| rule.from <= day)
}

/// From when to when a duty under a rule lasts that begins on a day, in minutes after its midnight.
fn minutes(book: &RuleBook, code: &str, day: Date) -> (i32, i32) {
    let duty = rule(book, code, day)
        .and_then(|rule| rule.sessions_on(day).iter().find(|session| session.kind == Kind::Duty));
    duty.map_or((0, DAY), |duty| (duty.from, duty.to))
}

/// From when to when a turn under a rule lasts that begins on a day.
pub(crate) fn span(book: &RuleBook, code: &str, day: Date) -> (DateTime, DateTime) {
    let midnight = day.to_datetime(Time::midnight());
    let at = |minute: i32| midnight.saturating_add(i64::from(minute).minutes());
    let (from, to) = minutes(book, code, day);
    (at(from), at(to))
}

/// Whether a post's duty lasts into the next day.
pub(super) fn is_night(book: &RuleBook, post: &DutyPost, day: Date) -> bool {
    minutes(book, &post.rule, day).1 > DAY
}

/// Whether turns on site may be under a rule: a version of it has a duty and is asked on every day.
pub(super) fn is_for_duty(book: &RuleBook, code: &str) -> bool {
    let has_duty = |rule: &Rule| {
        rule.is_every_day && rule.sessions.iter().any(|session| session.kind == Kind::Duty)
    };
    let places = book.versions(code).and_then(|places| book.rules().get(places));
    places.is_some_and(|rules| rules.iter().any(has_duty))
}
