//! The hours that a request covers: one stretch, or those of its weekdays day by day.

use super::{Pattern, Request};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, time};

/// Where a day falls into its two halves (上午、下午): inside everybody's break at noon.
pub const HALF: Time = time(13, 0, 0, 0);
/// The pattern of whole days: nothing is cut.
pub const WHOLE_DAY: Option<Pattern> = None;

/// A stretch of the county's clock (起止), without its end.
pub type Span = (DateTime, DateTime);

impl Request {
    /// What it covers, in order. A correction is one instant.
    pub fn spans(&self) -> Vec<Span> {
        let (from, to) = (self.from, self.end());
        let Some(pattern) = self.pattern else {
            let is_any = from < to || self.from == self.to;
            return if is_any { vec![(from, to)] } else { vec![] };
        };
        days(from, to).filter_map(|day| of_day(pattern, day, (from, to))).collect()
    }
}

fn of_day(pattern: Pattern, day: Date, (from, to): Span) -> Option<Span> {
    if !pattern.weekdays.has(day.weekday()) {
        return None;
    }
    let begins = day.to_datetime(pattern.from).max(from);
    let ends = day.to_datetime(pattern.to).min(to);
    (begins < ends).then_some((begins, ends))
}

/// The days that a stretch touches.
pub(super) fn days(from: DateTime, to: DateTime) -> impl Iterator<Item = Date> {
    let next = |day: &Date| day.tomorrow().ok();
    std::iter::successors(Some(from.date()), next)
        .take_while(move |day| day.to_datetime(Time::midnight()) < to)
}

/// The halves of a day that a stretch touches, each with its minutes.
pub(super) fn halves(day: Date, (from, to): Span) -> impl Iterator<Item = i64> {
    let (begins, noon) = (day.to_datetime(Time::midnight()), day.to_datetime(HALF));
    let ends = begins.saturating_add(1.day());
    let parts = [(begins, noon), (noon, ends)];
    parts
        .into_iter()
        .map(move |(first, last)| minutes((first.max(from), last.min(to))))
        .filter(|minutes| *minutes > 0)
}

/// How many minutes a stretch has; nothing when it runs backwards.
pub(super) fn minutes((from, to): Span) -> i64 {
    if from >= to { 0 } else { from.duration_until(to).as_secs() / 60 }
}

/// Whether two stretches share an instant. One of no length is its instant.
pub(super) fn meet((from, to): Span, (other_from, other_to): Span) -> bool {
    let last = |from: DateTime, to: DateTime| to.max(from.saturating_add(1.second()));
    from < last(other_from, other_to) && other_from < last(from, to)
}

/// What is left of some stretches once others are cut out.
pub fn without(spans: Vec<Span>, cuts: &[Span]) -> Vec<Span> {
    cuts.iter().fold(spans, |left, (begins, ends)| {
        let cut = |(from, to): Span| {
            [(from, to.min(*begins)), (from.max(*ends), to)].into_iter().filter(|(a, b)| a < b)
        };
        left.into_iter().flat_map(cut).collect()
    })
}
