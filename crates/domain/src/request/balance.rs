//! What is left of a leave: what the law gives by the years of service, less what was taken and what is asked.
//!
//! Days are counted in halves, time off in lieu in minutes of a working day of eight hours. Working days are those of the
//! calendar; a year whose holidays are not known is refused, not guessed.

use super::span::{days, halves};
use super::{Request, RequestRefusal, Span};
use crate::calendar::{Calendar, UnknownYear};
use crate::law::{Counts, Entitlement, Leave};
use jiff::civil::Date;

/// The most minutes a half of a day counts: eight hours make a day (国务院关于职工工作时间的规定第3条).
pub(super) const HALF_MOST: i64 = 240;

/// What is left of a leave (假期余额), in half-days, or in minutes where those are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// What there is; `None` where the law sets no limit, or it is not known.
    pub entitled: Option<i64>,
    /// What was approved of it.
    pub used: i64,
    /// What is asked and not answered.
    pub asked: i64,
    /// Whether these are minutes.
    pub in_minutes: bool,
}

impl Balance {
    /// What is left once all that is asked is granted; `None` without a limit. It may be less than nothing.
    pub fn left(&self) -> Option<i64> {
        self.entitled.map(|entitled| entitled - self.used - self.asked)
    }

    /// The balance of a leave on a day, by the start of somebody's service and their requests of it. `earned` are the
    /// minutes of time off in lieu that they have, where those are counted.
    ///
    /// # Errors
    /// Working days of a year without a known calendar.
    pub fn of(
        rule: &Leave,
        (service, on, earned): (Option<Date>, Date, i64),
        rows: &[Request],
        calendar: &Calendar,
    ) -> Result<Self, UnknownYear> {
        let in_minutes = rule.counts == Counts::Minutes;
        let entitled = match rule.entitled(service, on) {
            _ if rule.is_earned => Some(earned),
            Entitlement::Days(days) => Some(days * 2),
            Entitlement::Open | Entitlement::Unknown => None,
        };
        let mut balance = Self { entitled, used: 0, asked: 0, in_minutes };
        for row in rows.iter().filter(|row| row.subtype == rule.code) {
            let count = counted(rule, row, on, calendar)?;
            if row.stage.holds() {
                balance.used += count;
            } else if row.stage.stands() {
                balance.asked += count;
            }
        }
        Ok(balance)
    }
}

/// Refuses more of a leave than is left in each year it falls into, where the law has it so. `others` are the person's other
/// requests that stand, `earned` the minutes of time off in lieu they have; nothing is refused of what nobody can count, as the
/// start of service is not recorded.
///
/// # Errors
/// More than is left, or working days of a year without a known calendar.
pub fn must_be_left(
    rule: &Leave,
    new: &Request,
    (service, others, earned): (Option<Date>, &[Request], i64),
    calendar: &Calendar,
) -> Result<(), RequestRefusal> {
    let unknown = |UnknownYear(year)| RequestRefusal::YearUnknown { year };
    if !rule.is_strict {
        return Ok(());
    }
    for year in new.from.year()..=super::rule::last_day(new).year() {
        let on = new.from.date().max(jiff::civil::date(year, 1, 1));
        let held = Balance::of(rule, (service, on, earned), others, calendar).map_err(unknown)?;
        let years = rule.years.map(|_| (year, year));
        let wanted = sum(rule.counts, new, years, calendar).map_err(unknown)?;
        if let Some(left) = held.left().filter(|left| wanted > *left) {
            let (leave, in_minutes) = ((rule.zh.clone(), rule.en.clone()), held.in_minutes);
            return Err(RequestRefusal::BeyondBalance { leave, wanted, left, in_minutes });
        }
    }
    Ok(())
}

/// How much of a request falls into the years that its leave is counted in, around a day.
fn counted(rule: &Leave, row: &Request, on: Date, calendar: &Calendar) -> Result<i64, UnknownYear> {
    let Some(years) = rule.years else {
        // Each event has its own; what time off in lieu was taken counts for good.
        let is_now = rule.is_earned || (row.from.date() == on);
        return if is_now { sum(rule.counts, row, None, calendar) } else { Ok(0) };
    };
    sum(rule.counts, row, Some((on.year() - years + 1, on.year())), calendar)
}

fn sum(
    counts: Counts,
    row: &Request,
    years: Option<(i16, i16)>,
    calendar: &Calendar,
) -> Result<i64, UnknownYear> {
    row.spans().into_iter().map(|span| amount(counts, span, years, calendar)).sum()
}

/// How much a stretch comes to: in half-days, or in minutes. Days of other years than from the first to the last of
/// `years` are left out.
///
/// # Errors
/// Working days of a year without a known calendar.
pub fn amount(
    counts: Counts,
    span: Span,
    years: Option<(i16, i16)>,
    calendar: &Calendar,
) -> Result<i64, UnknownYear> {
    let is_among =
        |day: &Date| years.is_none_or(|(first, last)| (first..=last).contains(&day.year()));
    let mut total = 0;
    for day in days(span.0, span.1).filter(is_among) {
        if counts != Counts::Days && !calendar.is_workday(day)? {
            continue;
        }
        total += halves(day, span)
            .map(|minutes| if counts == Counts::Minutes { minutes.min(HALF_MOST) } else { 1 })
            .sum::<i64>();
    }
    Ok(total)
}
