//! The terms that run on what was said of a day: to explain it once one was asked, to contest what was found.

use crate::matter::law::Known;
use jiff::civil::Date;
use qz_domain::attendance::exception::{Exception, Outcome, Stage};
use qz_domain::calendar::Calendar;
use qz_domain::law::CountyLaw;
use qz_domain::term::Due;

/// The terms of the county, as of a day.
pub(super) struct Terms {
    law: Known,
    today: Date,
}

impl Terms {
    pub fn new(county: CountyLaw, calendar: Calendar, today: Date) -> Self {
        Self { law: Known::new(county, calendar), today }
    }

    /// What people found of a day that came to `judged`, as far as it may be relied on.
    pub fn found(&self, one: &Exception, judged: &str) -> Option<Outcome> {
        one.found(judged, self.contest_until(one).is_some_and(|until| until < self.today))
    }

    /// The last day to contest; `None` where nothing was settled or the calendar does not reach.
    pub fn contest_until(&self, one: &Exception) -> Option<Date> {
        self.last(one.settled_on?, "attendance_contest")
    }

    /// The last day to explain before a day may be held against the person; `None` where nobody asked or the calendar
    /// does not reach.
    pub fn explain_until(&self, one: &Exception) -> Option<Date> {
        self.last(one.asked_on?, "attendance_explain")
    }

    /// Whether the person was asked, said nothing, and the days to explain are over.
    pub fn is_overdue(&self, one: &Exception) -> bool {
        one.stage == Stage::Asked && self.explain_until(one).is_some_and(|until| until < self.today)
    }

    fn last(&self, from: Date, term: &str) -> Option<Date> {
        match self.law.deadline(from, term).ok()?.due {
            Due::Fixed(day) => Some(day),
            Due::AwaitingCalendar { .. } => None,
        }
    }
}
