//! How several sanctions of one person combine (合并执行), line by line. Whatever order the rows come in, the answer is
//! the same.
//!
//! - Several at once are settled one by one; of different kinds the heaviest is executed (处分条例（2007）第10条第1款；政务处分法
//!   （2020）第15条).
//! - Several at once of one kind, up to and with removal (撤职以下): that kind is executed for a period between one and the
//!   sum of all, which the organ states (the same articles). Where its document states none, one period.
//! - A new one while another runs: what is left of the old one and the new one after it (处分条例（2007）第10条第2款).
//! - Never longer than 48 months (处分条例（2007）第10条第3款；政务处分法（2020）第15条).

use super::{Sanction, SanctionKind, Stage};
use crate::law::Law;
use crate::spelled::Spelled;
use crate::term::Length;
use jiff::ToSpan;
use jiff::civil::Date;

/// The longest period there is, in months.
pub const MOST: i64 = 48;

/// What somebody is under, and how it was worked out (合并结果).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Combined {
    /// The heaviest of those that run together.
    pub kind: SanctionKind,
    /// The last day; `None`: it does not end.
    pub until: Option<Date>,
    /// The lines of the computation, in the order of the days.
    pub because: Vec<Because>,
}

/// One line of the computation (合并依据). Months are whole months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// One sanction of a day has its period by law.
    One {
        /// Which kind.
        kind: SanctionKind,
        /// Decided on.
        day: Date,
        /// Its period.
        months: i64,
        /// The last day of that alone.
        until: Date,
    },
    /// Of several at once the heaviest is executed.
    Heaviest {
        /// The heaviest.
        kind: SanctionKind,
        /// Decided on.
        day: Date,
        /// How many there are.
        count: i64,
    },
    /// Several at once of one kind have one period.
    Same {
        /// Which kind.
        kind: SanctionKind,
        /// Decided on.
        day: Date,
        /// How many there are of it.
        count: i64,
        /// One period.
        least: i64,
        /// The sum, 48 at most.
        most: i64,
        /// What holds: what was stated, or one period.
        months: i64,
        /// The last day of that alone.
        until: Date,
    },
    /// An earlier one still ran: the new period begins when that ends.
    Running {
        /// The last day of the earlier.
        earlier: Date,
        /// The new period.
        months: i64,
        /// The last day of both.
        until: Date,
    },
    /// The period is cut to 48 months from the latest decision.
    Capped {
        /// The last day.
        until: Date,
    },
    /// It is lifted earlier.
    Lifted {
        /// On this day.
        until: Date,
    },
    /// Discharge ends all others and has no period.
    Endless {
        /// Decided on.
        day: Date,
    },
}

/// The period of a kind by the law of a day, in months; `None` where it has none, or the kind was not in force.
pub fn period(law: &Law, kind: SanctionKind, day: Date) -> Option<i64> {
    match law.on(day).measure(kind.code()).ok()?.period? {
        Length::Months(count) => Some(i64::from(count)),
        Length::Days(_) | Length::Workdays(_) => None,
    }
}

/// Between which months a document may state the period of a sanction, with the others of its person.
pub fn range(law: &Law, row: &Sanction, others: &[&Sanction]) -> Option<(i64, i64)> {
    let one = period(law, row.kind, row.decided_on)?;
    let same = |other: &&&Sanction| {
        counts(other) && other.decided_on == row.decided_on && other.kind == row.kind
    };
    let count = 1 + many(others.iter().filter(same).count());
    Some((one, (one * count).min(MOST)))
}

/// What a person is under by all their sanctions; `None` without one that stands.
pub fn combined(law: &Law, rows: &[Sanction]) -> Option<Combined> {
    let rows: Vec<_> = rows.iter().filter(|row| counts(row)).collect();
    let mut days: Vec<_> = rows.iter().map(|row| row.decided_on).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().fold(None, |earlier, day| {
        let group: Vec<_> = rows.iter().copied().filter(|row| row.decided_on == day).collect();
        next(law, earlier, (day, &group))
    })
}

fn counts(row: &Sanction) -> bool {
    row.stage != Stage::Rescinded
}

fn many(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn after(day: Date, months: i64) -> Date {
    day.saturating_add(months.months())
}

/// Adds what was decided on one day to what was before.
fn next(
    law: &Law,
    earlier: Option<Combined>,
    (day, group): (Date, &[&Sanction]),
) -> Option<Combined> {
    let Some(kind) = group.iter().map(|row| row.kind).max() else { return earlier };
    let is_over = |earlier: &Combined| earlier.until.is_some_and(|last| last < day);
    let mut because = earlier.as_ref().map_or_else(Vec::new, |one| one.because.clone());
    if let Some(ended) = earlier.as_ref().filter(|one| one.until.is_none()) {
        return Some(ended.clone());
    }
    let Some((months, line)) = of_day(law, kind, (day, group)) else {
        because.push(Because::Endless { day });
        return Some(Combined { kind, until: None, because });
    };
    if group.iter().any(|row| row.kind != kind) {
        because.push(Because::Heaviest { kind, day, count: many(group.len()) });
    }
    because.push(line);
    let running = earlier.filter(|one| !is_over(one));
    let before = running.as_ref().and_then(|one| one.until);
    let mut until = after(before.unwrap_or(day), months);
    if let Some(earlier) = before {
        because.push(Because::Running { earlier, months, until });
    }
    let most = after(day, MOST);
    if until > most {
        until = most;
        because.push(Because::Capped { until });
    }
    let lifted = group.iter().map(|row| row.ended_on).max().flatten();
    if let Some(last) = lifted.filter(|_| group.iter().all(|row| row.stage == Stage::Lifted)) {
        // What still runs of the earlier one goes on.
        let cut = before.map_or(last, |earlier| earlier.max(last));
        if cut < until {
            until = cut;
            because.push(Because::Lifted { until });
        }
    }
    let kind = running.map_or(kind, |one| one.kind.max(kind));
    Some(Combined { kind, until: Some(until), because })
}

/// The period of what was decided on one day, and the line that says so; `None` for a kind without one.
fn of_day(
    law: &Law,
    kind: SanctionKind,
    (day, group): (Date, &[&Sanction]),
) -> Option<(i64, Because)> {
    let same: Vec<_> = group.iter().copied().filter(|row| row.kind == kind).collect();
    let (first, rest) = same.split_first()?;
    let (least, most) = range(law, first, rest)?;
    let stated = same.iter().filter_map(|row| row.stated).max();
    let months = stated.unwrap_or(least).clamp(least, most);
    let until = after(day, months);
    let line = match many(same.len()) {
        1 => Because::One { kind, day, months, until },
        count => Because::Same { kind, day, count, least, most, months, until },
    };
    Some((months, line))
}

#[cfg(test)]
mod tests;
