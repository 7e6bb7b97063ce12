//! The times, amounts and leaves of a request in words.

use crate::words::Words;
use jiff::civil::{Date, DateTime, Time};
use qz_acts::request::view::LeaveLeft;
use qz_domain::law::{Counts, Law};
use qz_domain::request::{HALF, Pattern, RequestKind, StandingDuty};
use qz_domain::spelled::Spelled;

/// From when to when: days, halves of days, minutes, as short as it goes.
pub(in crate::page) fn span(words: Words, (from, to): (DateTime, DateTime)) -> String {
    if from == to {
        return words.date_time(from);
    }
    let (first, last) = (begins(words, from), ends(words, to));
    let is_day = from.time() == Time::midnight() && last == words.date(from.date());
    if is_day || first == last {
        return last;
    }
    words.say_with("request-span", &[("from", first.into()), ("to", last.into())])
}

fn begins(words: Words, at: DateTime) -> String {
    match at.time() {
        time if time == Time::midnight() => words.date(at.date()),
        time if time == HALF => half(words, "request-afternoon", at.date()),
        _ => words.date_time(at),
    }
}

fn ends(words: Words, at: DateTime) -> String {
    match at.time() {
        time if time == Time::midnight() => words.date(at.date().yesterday().unwrap_or(at.date())),
        time if time == HALF => half(words, "request-forenoon", at.date()),
        _ => words.date_time(at),
    }
}

fn half(words: Words, key: &str, day: Date) -> String {
    words.say_with(key, &[("day", words.date(day).into())])
}

/// Which hours of which weekdays.
pub(super) fn hours(words: Words, pattern: &Pattern) -> String {
    let clock = |at: Time| at.strftime("%H:%M").to_string();
    let days: Vec<_> = (0..7)
        .filter_map(|offset| jiff::civil::Weekday::from_monday_zero_offset(offset).ok())
        .filter(|day| pattern.weekdays.has(*day))
        .map(|day| words.say(&format!("request-day-{}", day.to_monday_one_offset())))
        .collect();
    let values = [
        ("days", days.join(&words.say("refusal-joint")).into()),
        ("from", clock(pattern.from).into()),
        ("to", clock(pattern.to).into()),
    ];
    words.say_with("request-hours", &values)
}

/// What is asked for more closely: the leave, the standing duty; else the kind.
pub(super) fn what(words: Words, (kind, subtype): (RequestKind, &str), day: Date) -> String {
    match kind {
        RequestKind::Leave => {
            let rule = Law::shipped().on(day).leave(subtype);
            rule.map_or_else(|_| words.term(kind), |rule| words.unit(&rule.zh, &rule.en).to_owned())
        }
        RequestKind::Standing => StandingDuty::from_code(subtype)
            .map_or_else(|| words.term(kind), |duty| words.term(duty)),
        _ => words.term(kind),
    }
}

/// Half-days as days, or minutes as hours.
pub(super) fn amount(words: Words, count: i64, in_minutes: bool) -> String {
    let sign = if count < 0 { "-" } else { "" };
    let count = count.abs();
    if in_minutes {
        let said = format!("{sign}{}:{:02}", count / 60, count % 60);
        return words.say_with("request-amount-hours", &[("count", said.into())]);
    }
    let half = if count % 2 == 0 { "" } else { ".5" };
    words.say_with("request-amount-days", &[("count", format!("{sign}{}{half}", count / 2).into())])
}

/// What is left of a leave, line by line.
pub(super) fn left(words: Words, left: &LeaveLeft) -> Vec<(String, String)> {
    let name = words.unit(&left.rule.zh, &left.rule.en).to_owned();
    let say = |key: &str| words.say(&format!("request-left-{key}"));
    let counts = match left.rule.counts {
        Counts::Workdays => say("workdays"),
        Counts::Days => say("days"),
        Counts::Minutes => say("minutes"),
    };
    let mut lines = vec![(name, counts)];
    match &left.balance {
        Err(year) => {
            let year = [("year", year.0.to_string().into())];
            lines.push((say("rest"), words.say_with("request-left-year", &year)));
        }
        Ok(balance) => {
            let said = |count| amount(words, count, balance.in_minutes);
            let open = if left.rule.tiers.is_empty() { "open" } else { "unknown" };
            lines.push((say("entitled"), balance.entitled.map_or_else(|| say(open), said)));
            lines.push((say("used"), said(balance.used)));
            lines.push((say("asked"), said(balance.asked)));
            lines.extend(balance.left().map(|rest| (say("rest"), said(rest))));
        }
    }
    lines.push((say("source"), left.rule.source.clone()));
    lines
}

/// Whether more is asked of a leave than there is.
pub(super) fn is_beyond(left: &LeaveLeft) -> bool {
    left.balance.as_ref().is_ok_and(|balance| balance.left().is_some_and(|rest| rest < 0))
}
