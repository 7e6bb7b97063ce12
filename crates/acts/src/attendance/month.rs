//! The month of a unit as it stands now: what its days come to and what people found of them.

use super::judged::{DayResult, Judged, judge};
use super::terms::Terms;
use super::text;
use crate::ActError;
use jiff::civil::Date;
use qz_domain::attendance::exception::{Exception, Outcome, must_be_settled};
use qz_domain::attendance::{Code, Figures, PersonDay};
use qz_domain::id::{PersonId, UnitId};
use qz_domain::law::CountyLaw;
use qz_domain::month::Month;
use qz_store::Conn;
use qz_store::attendance::{Who, exception};
use std::collections::BTreeMap;

/// Days of people with what was said of them.
pub(super) struct Said {
    pub judged: Judged,
    pub exceptions: BTreeMap<PersonDay, Exception>,
    pub terms: Terms,
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
    let terms = Terms::new(county, judged.calendar.clone(), today);
    Ok(Said { judged, exceptions: rows.into_iter().map(key).collect(), terms })
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
        self.terms.found(one, &day.row.codes.to_string())
    }

    /// Whether a day stands in the way of closing its month.
    pub fn is_unsettled(&self, day: &DayResult) -> bool {
        let codes = day.row.codes;
        let is_open = |one: &Exception| one.is_open() && one.speaks_of(&codes.to_string());
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
