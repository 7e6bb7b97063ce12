//! Which months the members of a plan report, and until when (报送义务).

use crate::calendar::Calendar;
use crate::month::Month;
use crate::term::{Deadline, Length};
use jiff::civil::Date;

/// What of an issued plan decides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reporting {
    /// The plan's first day.
    pub starts: Date,
    /// Its last day.
    pub ends: Date,
    /// The day it was issued: no month that was over by then is owed.
    pub issued_on: Date,
    /// The day another plan took its place: from that month on the other one asks.
    pub replaced_on: Option<Date>,
    /// How many working days after its end a month is due.
    pub days: u16,
}

impl Reporting {
    /// Whether a month is reported.
    pub fn owes(&self, month: Month) -> bool {
        let stands = self.replaced_on.is_none_or(|day| month.last() < day);
        stands && month.first() <= self.ends && month.last() >= self.starts.max(self.issued_on)
    }

    /// The months of a span that are reported, in order.
    pub fn months(&self, (from, to): (Month, Month)) -> impl Iterator<Item = Month> {
        let all = std::iter::successors(Some(from), |month| month.next());
        all.take_while(move |month| *month <= to).filter(|month| self.owes(*month))
    }

    /// The term of a month's report.
    pub fn deadline(&self, calendar: &Calendar, month: Month) -> Deadline {
        Deadline::new(calendar, month.last(), Length::Workdays(self.days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::Due;
    use jiff::civil::date;

    const PLAN: Reporting = Reporting {
        starts: date(2015, 5, 1),
        ends: date(2015, 12, 31),
        issued_on: date(2015, 6, 17),
        replaced_on: None,
        days: 5,
    };

    fn months(plan: Reporting) -> Vec<i8> {
        let month = |month| Month::new(2015, month).unwrap();
        plan.months((month(1), month(12))).map(Month::number).collect()
    }

    #[test]
    fn months_are_owed_from_the_one_of_the_issue_to_the_plans_end() {
        assert_eq!(months(PLAN), [6, 7, 8, 9, 10, 11, 12]);
        assert_eq!(months(Reporting { ends: date(2015, 9, 1), ..PLAN }), [6, 7, 8, 9]);
        assert_eq!(months(Reporting { starts: date(2015, 8, 31), ..PLAN }), [8, 9, 10, 11, 12]);
        assert!(!PLAN.owes(Month::new(2016, 1).unwrap()));
    }

    #[test]
    fn a_replaced_plan_keeps_the_months_that_were_over() {
        let on = |day| Reporting { replaced_on: Some(day), ..PLAN };
        assert_eq!(months(on(date(2015, 9, 10))), [6, 7, 8]);
        assert_eq!(months(on(date(2015, 9, 30))), [6, 7, 8]);
        assert_eq!(months(on(date(2015, 6, 20))), []);
    }

    #[test]
    fn a_report_is_due_so_many_working_days_after_its_month() {
        let calendar = Calendar::shipped().unwrap();
        let due = |year, month| PLAN.deadline(&calendar, Month::new(year, month).unwrap()).due;
        assert_eq!(due(2015, 7), Due::Fixed(date(2015, 8, 7)));
        // The first week of October is a holiday, its Saturday is worked.
        assert_eq!(due(2015, 9), Due::Fixed(date(2015, 10, 13)));
        assert!(matches!(due(2026, 12), Due::AwaitingCalendar { year: 2027, .. }));
    }
}
