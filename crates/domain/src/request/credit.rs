//! What time off in lieu was earned (补休来源), day by day: overtime on days off as it was worked inside its order, and duty
//! on days off. What was worked is what the punches say; where no attendance is kept, the order has to do.

use super::balance::HALF_MOST;
use super::span::{days, minutes};
use super::{Request, RequestKind};
use crate::calendar::{Calendar, UnknownYear};
use crate::spelled;
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;

spelled! {
    /// What a day's time off in lieu rests on (补休依据).
    CreditBasis {
        /// 按打卡: what was worked.
        Worked = "worked", "按打卡";
        /// 按通知: no attendance is kept of the day; what was ordered.
        Ordered = "ordered", "按通知";
        /// 未到: the day is not over.
        Ahead = "ahead", "未到";
    }
}

/// A day off on which time off in lieu was earned, or may be (补休来源).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Credit {
    /// The day; a duty belongs to the day it begins on.
    pub day: Date,
    /// Minutes of overtime that were ordered on it.
    pub ordered: i64,
    /// Whether there was a duty on it.
    pub has_duty: bool,
    /// Minutes that were worked, where attendance is kept.
    pub worked: Option<i64>,
    /// What it rests on.
    pub basis: CreditBasis,
    /// Minutes that it earns: of one day at most eight hours.
    pub minutes: i64,
}

/// A day as it was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkedDay {
    /// The day.
    pub day: Date,
    /// Whether a duty on it has evidence.
    pub has_duty: bool,
    /// Minutes worked in it that were ordered or rostered; none where they were neither.
    pub minutes: i64,
}

/// The days off that earn time off in lieu, in their order. `judged` are the days of which attendance is kept, as far as
/// they are over.
///
/// # Errors
/// A year without a known calendar.
pub fn credits(
    rows: &[Request],
    judged: &[WorkedDay],
    (today, calendar): (Date, &Calendar),
) -> Result<Vec<Credit>, UnknownYear> {
    let mut ordered: BTreeMap<Date, i64> = BTreeMap::new();
    let orders = rows.iter().filter(|row| row.kind == RequestKind::Overtime && row.stage.holds());
    for span in orders.flat_map(Request::spans) {
        for day in days(span.0, span.1) {
            *ordered.entry(day).or_default() += minutes_of(day, span);
        }
    }
    let judged: BTreeMap<Date, &WorkedDay> = judged.iter().map(|one| (one.day, one)).collect();
    let on_duty = judged.values().filter(|one| one.has_duty).map(|one| one.day);
    let mut all: Vec<Date> = ordered.keys().copied().chain(on_duty).collect();
    all.sort_unstable();
    all.dedup();
    let mut found = vec![];
    for day in all {
        if !calendar.is_workday(day)? {
            let order = ordered.get(&day).copied().unwrap_or_default();
            found.push(credit((day, order), judged.get(&day).copied(), today));
        }
    }
    Ok(found)
}

fn credit((day, ordered): (Date, i64), judged: Option<&WorkedDay>, today: Date) -> Credit {
    let (basis, minutes) = match judged {
        _ if day >= today => (CreditBasis::Ahead, 0),
        Some(one) => (CreditBasis::Worked, one.minutes),
        None => (CreditBasis::Ordered, ordered),
    };
    let worked = judged.filter(|_| day < today).map(|one| one.minutes);
    let has_duty = judged.is_some_and(|one| one.has_duty);
    Credit { day, ordered, has_duty, worked, basis, minutes: minutes.min(2 * HALF_MOST) }
}

fn minutes_of(day: Date, (from, to): super::Span) -> i64 {
    let begins = day.to_datetime(Time::midnight());
    let ends = begins.saturating_add(jiff::ToSpan::day(1));
    minutes((from.max(begins), to.min(ends)))
}

/// What they come to, in minutes.
pub fn earned(credits: &[Credit]) -> i64 {
    credits.iter().map(|one| one.minutes).sum()
}
