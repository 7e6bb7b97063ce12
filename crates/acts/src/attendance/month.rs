//! The month of a unit as it stands now: what its days come to and what people found of them.

use super::judged::{DayResult, Judged, judge};
use super::text;
use crate::ActError;
use crate::matter::law::Known as KnownLaw;
use jiff::civil::Date;
use qz_domain::attendance::exception::{Exception, Outcome, must_be_settled};
use qz_domain::attendance::{Code, Figures, PersonDay};
use qz_domain::id::{PersonId, UnitId};
use qz_domain::law::CountyLaw;
use qz_domain::month::Month;
use qz_domain::term::Due;
use qz_store::Conn;
use qz_store::attendance::{Who, exception};
use std::collections::BTreeMap;

/// Days of people with what was said of them.
pub(super) struct Said {
    pub judged: Judged,
    pub exceptions: BTreeMap<PersonDay, Exception>,
    law: KnownLaw,
    today: Date,
}

/// Reads and judges a stretch, with what was said of it.
pub(super) async fn said(
    conn: &mut Conn,
    (who, county): (Who, CountyLaw),
    (stretch, today): ((Date, Date), Date),
) -> Result<Said, ActError> {
    let judged = judge(conn, who, stretch).await?;
    let rows = exception::within(conn, who, stretch).await?;
    let key = |one: Exception| (PersonDay { person: one.person, day: one.day }, one);
    let law = KnownLaw::new(county, judged.calendar.clone());
    Ok(Said { judged, exceptions: rows.into_iter().map(key).collect(), law, today })
}

/// The month of a unit.
pub(super) async fn of_unit(
    conn: &mut Conn,
    (unit, county): (UnitId, CountyLaw),
    (month, today): (Month, Date),
) -> Result<Said, ActError> {
    said(conn, (Who::Unit(unit), county), ((month.first(), month.last()), today)).await
}

impl Said {
    /// What was said of a day.
    pub fn of(&self, day: &DayResult) -> Option<&Exception> {
        let person = self.judged.people.get(day.person)?.person;
        self.exceptions.get(&PersonDay { person, day: day.day })
    }

    /// What people found of a day, as far as it may be relied on.
    pub fn found(&self, day: &DayResult) -> Option<Outcome> {
        let one = self.of(day)?;
        one.found(&day.row.codes.to_string(), self.is_uncontested(one))
    }

    /// Whether the days to contest are over.
    pub fn is_uncontested(&self, one: &Exception) -> bool {
        self.contest_until(one).is_some_and(|until| until < self.today)
    }

    /// The last day to contest; `None` where nothing was settled or the calendar does not reach.
    pub fn contest_until(&self, one: &Exception) -> Option<Date> {
        match self.law.deadline(one.settled_on?, "attendance_contest").ok()?.due {
            Due::Fixed(day) => Some(day),
            Due::AwaitingCalendar { .. } => None,
        }
    }

    /// The last day to explain a day before it may be settled without; `None` where the calendar does not reach.
    pub fn explain_until(&self, day: Date) -> Option<Date> {
        match self.law.deadline(day, "attendance_explain").ok()?.due {
            Due::Fixed(day) => Some(day),
            Due::AwaitingCalendar { .. } => None,
        }
    }

    /// Whether a day stands in the way of closing its month.
    pub fn is_unsettled(&self, day: &DayResult) -> bool {
        let codes = day.row.codes;
        let is_open = |one: &Exception| one.is_open() && one.judged == codes.to_string();
        codes.has(Code::CalendarUnknown)
            || self.of(day).is_some_and(is_open)
            || (must_be_settled(codes) && self.found(day).is_none())
    }

    /// How many days do.
    pub fn unsettled(&self) -> usize {
        self.judged.days.iter().filter(|day| self.is_unsettled(day)).count()
    }

    /// The sheet as bytes.
    pub fn text(&self) -> String {
        text::sheet(&self.judged.book, &self.judged, |day| self.found(day))
    }

    /// What the days add up to.
    pub fn figures(&self) -> Figures {
        let mut figures = Figures::default();
        for day in &self.judged.days {
            let halves = u64::from(day.row.halves);
            let points = u64::from(day.row.missing.count());
            figures.add(day.row.codes, (points, halves), self.found(day));
        }
        figures
    }

    /// Everybody with a day in it.
    pub fn people(&self) -> Vec<PersonId> {
        let mut places: Vec<_> = self.judged.days.iter().map(|day| day.person).collect();
        places.dedup();
        let person = |place: usize| self.judged.people.get(place).map(|one| one.person);
        places.into_iter().filter_map(person).collect()
    }
}
