//! Leaves by date (假期): how long, counted how, by how many years of service.

use super::versions::Validity;
use crate::spelled;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

spelled! {
    /// How a leave is counted (计假方式).
    Counts {
        /// 工作日: rest days and holidays do not count.
        Workdays = "workdays", "工作日";
        /// 自然日: every day counts.
        Days = "days", "自然日";
        /// 分钟: minutes of working days.
        Minutes = "minutes", "分钟";
    }
}

/// How many days from how many years of service on (工龄档).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tier {
    /// Whole years of service; a tier is reached with the month after them.
    pub years: i16,
    /// How many days.
    pub most: i64,
}

/// A leave (假期).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leave {
    /// Its code, the subtype of a request.
    pub code: String,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// How it is counted.
    pub counts: Counts,
    /// How long at most; empty where the law says nothing, or leaves it to the province.
    pub tiers: Vec<Tier>,
    /// In how many years of the calendar that is counted; `None`: each event has its own.
    pub years: Option<i16>,
    /// Whether it is so many minutes of each day, over weeks.
    pub is_daily: bool,
    /// Whether it is earned by overtime.
    pub is_earned: bool,
    /// Whether more than there is is refused; else it is only shown.
    pub is_strict: bool,
    /// The month and day it is on, where half a day of that day is all there is of it: a holiday of some citizens
    /// (部分公民放假的节日), which no other day makes up for.
    pub on: Option<(i8, i8)>,
    /// Where it stands in the law, or who sets it.
    pub source: String,
    pub(super) validity: Validity,
}

/// How long somebody may have of a leave (应休天数).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entitlement {
    /// The law sets no limit.
    Open,
    /// It depends on the start of their service, which is not recorded.
    Unknown,
    /// So many days.
    Days(i64),
}

impl Leave {
    /// How long somebody may have of it, by the start of their service, on a day.
    pub fn entitled(&self, service: Option<Date>, on: Date) -> Entitlement {
        let is_reached = |tier: &&Tier| {
            tier.years == 0 || service.is_some_and(|since| reached(since, tier.years) <= on)
        };
        match (self.tiers.iter().rfind(is_reached), service) {
            _ if self.tiers.is_empty() => Entitlement::Open,
            (Some(tier), _) => Entitlement::Days(tier.most),
            (None, None) => Entitlement::Unknown,
            (None, Some(_)) => Entitlement::Days(0),
        }
    }
}

impl Leave {
    /// Whether it may be taken from one time to another.
    pub fn may_span(&self, from: DateTime, to: DateTime) -> bool {
        let Some(on) = self.on else { return true };
        let (morning, day) = (from.date().to_datetime(Time::midnight()), from.date());
        let noon = morning.saturating_add(12.hours());
        let halves = [(morning, noon), (noon, morning.saturating_add(1.day()))];
        (day.month(), day.day()) == on && halves.iter().any(|half| half.0 <= from && to <= half.1)
    }
}

/// The first day of the month after some years of service.
fn reached(since: Date, years: i16) -> Date {
    let full = since.saturating_add(years.years());
    full.first_of_month().saturating_add(1.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Law;
    use jiff::civil::date;

    fn annual(on: Date) -> &'static Leave {
        Law::shipped().on(on).leave("annual").unwrap()
    }

    #[test]
    fn a_tier_of_annual_leave_is_reached_with_the_month_after() {
        let since = date(2006, 3, 15);
        for (on, days) in [
            (date(2016, 3, 31), 5),
            (date(2016, 4, 1), 10),
            (date(2026, 3, 31), 10),
            (date(2026, 4, 1), 15),
        ] {
            assert_eq!(annual(on).entitled(Some(since), on), Entitlement::Days(days), "{on}");
        }
        let on = date(2016, 2, 16);
        assert_eq!(annual(on).entitled(Some(date(2015, 2, 1)), on), Entitlement::Days(0));
        assert_eq!(annual(on).entitled(None, on), Entitlement::Unknown);
    }

    #[test]
    fn what_the_province_sets_is_open_until_the_county_enters_it() {
        let on = date(2026, 3, 3);
        let extra = Law::shipped().on(on).leave("maternity_extra").unwrap();
        assert_eq!(extra.entitled(None, on), Entitlement::Open);
        assert!(extra.source.contains("人口与计划生育法"));
    }

    #[test]
    fn maternity_leave_grew_by_eight_days() {
        let days = |on| Law::shipped().on(on).leave("maternity").unwrap().entitled(None, on);
        assert_eq!(days(date(2012, 4, 27)), Entitlement::Days(90));
        assert_eq!(days(date(2012, 4, 28)), Entitlement::Days(98));
    }

    #[test]
    fn a_holiday_of_some_is_half_of_its_own_day_and_no_other() {
        let rule = Law::shipped().on(date(2027, 3, 8)).leave("womens_day").unwrap();
        let at = |day: i8, hour: i8| date(2027, 3, day).at(hour, 0, 0, 0);
        assert!(rule.may_span(at(8, 12), at(9, 0)));
        assert!(rule.may_span(at(8, 0), at(8, 12)));
        assert!(!rule.may_span(at(8, 0), at(9, 0)), "a whole day");
        assert!(!rule.may_span(at(8, 11), at(8, 13)), "of both halves");
        assert!(!rule.may_span(at(9, 0), at(9, 12)), "another day");
        assert!(annual(date(2026, 3, 3)).may_span(at(9, 0), at(12, 0)));
    }

    #[test]
    fn there_was_no_annual_leave_of_this_form_before_its_law() {
        assert!(Law::shipped().on(date(2007, 12, 31)).leave("annual").is_err());
    }
}
