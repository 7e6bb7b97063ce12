//! What the desk's pages of findings, accountabilities and bulletins share: the form of a
//! step with its folded paper, hands, timeline, what is wrong.

pub(in crate::page) mod family;
pub(in crate::page) mod forms;
pub(in crate::page) mod hand_over;
pub(in crate::page) mod hands;
pub(in crate::page) mod in_place;
pub(in crate::page) mod paper;
pub(in crate::page) mod search;
pub(in crate::page) mod sent;
pub(in crate::page) mod step;
pub(in crate::page) mod timeline;
pub(in crate::page) mod tolerance;
pub(in crate::page) mod wrong;

use crate::part::Light;
use crate::words::Words;
use jiff::civil::Date;
use qz_domain::law::{CountyLaw, Law, TermOn};
use qz_domain::term::{Deadline, Due};

/// From how many days before its last day a term wants attention.
pub(in crate::page) const SOON: i64 = 1;

/// How many days are left until a day.
pub(in crate::page) fn days_left(until: Date, today: Date) -> i64 {
    i64::from((until - today).get_days())
}

/// A last day that stands as text in a line, as a light; `None` where there is none.
pub(in crate::page) fn due_light(words: Words, until: &str, today: Date) -> Option<Light> {
    let until = until.parse().ok()?;
    Some(Light::due(words, days_left(until, today), SOON))
}

/// A day that stands as text in a line, as people write it.
pub(in crate::page) fn day_text(words: Words, day: &str) -> String {
    day.parse().map_or_else(|_| String::new(), |day| words.date(day))
}

/// A term that runs: its last day, how long it is, from when, and where that stands.
pub(in crate::page) fn term_text(
    words: Words,
    county: &CountyLaw,
    (code, term): (&str, &Deadline),
) -> String {
    let (key, day) = match term.due {
        Due::Fixed(day) => ("matter-term", day),
        Due::AwaitingCalendar { not_before, .. } => ("matter-term-open", not_before),
    };
    let found = county.term(Law::shipped().on(term.from), code);
    let values = [
        ("day", words.date(day).into()),
        ("from", words.date(term.from).into()),
        ("length", words.length(term.length).into()),
        ("source", found.map_or("", TermOn::source).into()),
    ];
    words.say_with(key, &values)
}
