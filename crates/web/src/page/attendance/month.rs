//! Which month is looked at, and the ways to the ones beside it.

use crate::part::Link;
use crate::query;
use crate::shell::Shell;
use jiff::civil::Date;
use qz_domain::month::Month;

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
