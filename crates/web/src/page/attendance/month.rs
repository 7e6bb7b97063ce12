//! Which month is looked at, the ways to the ones beside it, and that somebody else's was read.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::part::Link;
use crate::query;
use crate::shell::Shell;
use jiff::civil::Date;
use qz_domain::id::PersonId;
use qz_domain::month::Month;
use qz_domain::reading::Reading;

/// The month an address names, or that of a day.
pub(super) fn asked(given: &str, today: Date) -> Month {
    given.trim().parse().unwrap_or_else(|_| Month::of(today))
}

/// The ways to the month before and the one after; not beyond today's.
pub(super) fn beside(shell: &Shell, home: &str, month: Month, today: Date) -> Vec<Link> {
    let before = month.first().yesterday().ok().map(Month::of);
    let after = month.next().filter(|next| *next <= Month::of(today));
    let link = |month: Month| {
        let words = shell.words;
        Link::new(query::with(home, "month", &month.to_string()), words.month(month.first()))
    };
    before.into_iter().chain(after).map(link).collect()
}

/// Notes that somebody else's attendance of a month was read: a row a month and reader, whichever of its days.
pub(super) fn note_read(state: &WebState, granted: &Granted, (person, month): (PersonId, Month)) {
    let first = month.first();
    let number = i64::from(first.year()) * 100 + i64::from(first.month());
    state.acts.note_reads(granted.actor(), (Reading::Attendance, number), [person]);
}

/// The way to one's own month that was read, by the number it was noted with.
pub(in crate::page) fn of_month(number: i64) -> String {
    query::with(HOME, "month", &format!("{:04}-{:02}", number / 100, number % 100))
}
