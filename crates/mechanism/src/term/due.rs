//! On which day a point falls in a cycle (到期日): a rest day goes on to the next workday, as the law of terms has it.

use super::{Measure, Point, Span};
use crate::cycle::Stretch;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use qz_domain::calendar::Calendar;
use qz_domain::term::{Due, Length, due};

impl Point {
    /// The day it falls on in a cycle; none where it waits for something to happen.
    pub fn within(self, cycle: Stretch, calendar: &Calendar) -> Option<Due> {
        let (first, last) = cycle;
        let on = |day: Date| due(calendar, day, Length::Days(0));
        match self {
            Self::DayOfMonth(day) => Some(on(day_of(last.first_of_month(), day))),
            Self::DayOfNextMonth(day) => Some(on(day_of(after(last.last_of_month()), day))),
            Self::DayAfterQuarter(day) => Some(on(day_of(after(end(Span::Quarter, last)), day))),
            Self::DayOfYear(month, day) => {
                let month = Date::new(last.year(), i8::try_from(month).ok()?, 1).ok()?;
                Some(on(day_of(month, day)))
            }
            Self::EndOf(span) => Some(on(end(span, last))),
            Self::Weekday(weekday) => Some(on(weekday_of(last, weekday)?)),
            Self::AfterStart(span, count, measure) => {
                let eve = start(span, first).yesterday().ok()?;
                Some(due(calendar, eve, length(count, measure)))
            }
            Self::AfterEnd(span, count, measure) => {
                Some(due(calendar, end(span, last), length(count, measure)))
            }
            Self::On(day) => Some(on(day)),
            Self::SameDay => Some(on(last)),
            Self::After(..) | Self::BeforeDue(..) => None,
        }
    }
}

impl Point {
    /// The day it falls on where it runs from something that happened on a day; none where it is counted from its own term.
    pub fn opened_on(self, day: Date, calendar: &Calendar) -> Option<Due> {
        match self {
            Self::After(_, count, measure) => Some(due(calendar, day, length(count, measure))),
            other => other.within((day, day), calendar),
        }
    }
}

/// The day of a month, or its last where it has no such day.
fn day_of(month: Date, day: u8) -> Date {
    let day = i8::try_from(day).unwrap_or(i8::MAX).min(month.days_in_month());
    Date::new(month.year(), month.month(), day.max(1)).unwrap_or(month)
}

fn after(day: Date) -> Date {
    day.saturating_add(1.day())
}

/// The first day of the stretch that a day lies in.
fn start(span: Span, day: Date) -> Date {
    let months = match span {
        Span::Week => {
            let since = i64::from(day.weekday().since(Weekday::Monday));
            return day.saturating_sub(since.days());
        }
        Span::Month => 1,
        Span::Quarter => 3,
        Span::HalfYear => 6,
        Span::Year => 12,
    };
    Date::new(day.year(), (day.month() - 1) / months * months + 1, 1).unwrap_or(day)
}

/// The last day of the stretch that a day lies in.
fn end(span: Span, day: Date) -> Date {
    let first = start(span, day);
    let months = match span {
        Span::Week => return first.saturating_add(6.days()),
        Span::Month => 0,
        Span::Quarter => 2,
        Span::HalfYear => 5,
        Span::Year => 11,
    };
    first.saturating_add(i64::from(months).months()).last_of_month()
}

/// The day of the week that a day lies in: 1 is Monday.
fn weekday_of(day: Date, weekday: u8) -> Option<Date> {
    let offset = i64::from(weekday.checked_sub(1)?);
    Some(start(Span::Week, day).saturating_add(offset.days()))
}

fn length(count: u16, measure: Measure) -> Length {
    match measure {
        // What is counted in hours ends on the day itself.
        Measure::Hours => Length::Days(count / 24),
        Measure::Days => Length::Days(count),
        Measure::WorkingDays => Length::Workdays(count),
        Measure::Weeks => Length::Days(count.saturating_mul(7)),
        Measure::Months => Length::Months(count),
        Measure::Years => Length::Months(count.saturating_mul(12)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn in_october(text: &str) -> Option<Date> {
        let calendar = Calendar::shipped().unwrap();
        let cycle = (date(2015, 10, 1), date(2015, 10, 31));
        let due = Point::read(text).unwrap().within(cycle, &calendar)?;
        match due {
            Due::Fixed(day) => Some(day),
            Due::AwaitingCalendar { .. } => panic!("2015 is known"),
        }
    }

    #[test]
    fn a_point_falls_on_its_day_or_the_next_workday() {
        for (text, day) in [
            // 1 to 7 October are holidays; the 10th, a Saturday, is worked.
            ("月初后3个工作日", date(2015, 10, 10)),
            ("20日", date(2015, 10, 20)),
            ("月末", date(2015, 11, 2)),
            ("次月5日", date(2015, 11, 5)),
            ("季后首月10日", date(2016, 1, 11)),
            ("月后5个工作日", date(2015, 11, 6)),
            ("12月31日", date(2015, 12, 31)),
            ("2015-10-03", date(2015, 10, 8)),
            ("当日", date(2015, 11, 2)),
        ] {
            assert_eq!(in_october(text), Some(day), "{text}");
        }
    }

    #[test]
    fn what_waits_for_something_has_no_day_in_a_cycle() {
        assert_eq!((in_october("收到后7日"), in_october("到期前3日")), (None, None));
    }

    #[test]
    fn what_waits_for_something_runs_from_its_day() {
        let calendar = Calendar::shipped().unwrap();
        let from = |text: &str| {
            let due = Point::read(text).unwrap().opened_on(date(2015, 9, 28), &calendar);
            due.map(Due::earliest)
        };
        assert_eq!(from("登记后10个工作日"), Some(date(2015, 10, 16)));
        assert_eq!(from("收到后3日"), Some(date(2015, 10, 8)));
        assert_eq!(from("月末"), Some(date(2015, 9, 30)));
        assert_eq!(from("到期前3日"), None);
    }

    #[test]
    fn a_year_without_its_notice_is_not_guessed() {
        let calendar = Calendar::without_years().unwrap();
        let cycle = (date(2015, 10, 1), date(2015, 10, 31));
        let due = Point::read("月末").unwrap().within(cycle, &calendar);
        assert!(matches!(due, Some(Due::AwaitingCalendar { year: 2015, .. })), "{due:?}");
    }

    #[test]
    fn a_weekday_is_that_of_the_cycles_last_week() {
        let calendar = Calendar::shipped().unwrap();
        let week = (date(2015, 6, 8), date(2015, 6, 14));
        let due = Point::read("每周二").unwrap().within(week, &calendar);
        assert_eq!(due, Some(Due::Fixed(date(2015, 6, 9))));
    }
}
