//! What an account may see of attendance: its own days, a unit's month, the county's months on the way to being sealed.

use super::concern::{Answering, must_reach};
use super::judged::DayResult;
use super::month::{Said, of_unit, said};
use super::spoken::must_be_anothers;
pub use super::waiting::OpenLine;
use super::{concern, text};
use crate::actor::Actor;
use crate::{ActError, Acts, digest, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::attendance::counter::Absences;
use qz_domain::attendance::exception::{self, Exception, Outcome, asks};
use qz_domain::attendance::sheet::{Copy, Sheet, Step, TRANSITIONS};
use qz_domain::attendance::{Codes, PersonDay};
use qz_domain::id::{AccountId, PersonId, UnitId};
use qz_domain::instant;
use qz_domain::month::Month;
use qz_domain::person::Person;
use qz_domain::power::{Concern, Reach};
use qz_domain::procedure::Stepped;
use qz_domain::unit::Unit;
pub use qz_engine::attendance::{Row, Share, Summary};
use qz_store::attendance::sheet;
pub use qz_store::attendance::sheet::SealedMonth;
pub use qz_store::attendance::{AssignmentLine, Who};
pub use qz_store::ledger::ActEntry;
use qz_store::{Subject, attendance, law_change, person, unit};
use std::collections::BTreeMap;

/// A day as lists and calendars show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLine {
    /// The day.
    pub key: PersonDay,
    /// The unit that answers for it.
    pub unit: UnitId,
    /// What it came to.
    pub row: Row,
    /// The points without evidence, as sheets write them.
    pub missing: String,
    /// What was said of it, as far as it speaks of what the day came to.
    pub exception: Option<Exception>,
    /// What people found of it, as far as it may be relied on.
    pub found: Option<Outcome>,
    /// Whether it asks for an explanation and has none.
    pub asks: bool,
    /// Whether it stands in the way of closing its month.
    pub is_unsettled: bool,
    /// Whether this viewer may ask its person what happened now.
    pub may_ask: bool,
    /// The last day to explain it, once one was asked.
    pub until: Option<Date>,
}

impl DayLine {
    /// What the day came to, as codes.
    pub fn codes(&self) -> Codes {
        self.row.codes
    }
}

/// The month of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonMonth {
    /// Whose.
    pub person: Person,
    /// Which.
    pub month: Month,
    /// Their days that are over.
    pub days: Vec<DayLine>,
    /// What they add up to.
    pub share: Share,
    /// How many days they were found absent without leave within the last year.
    pub absences: Absences,
}

/// A person in the month of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    /// Who.
    pub person: PersonId,
    /// Their work number.
    pub number: String,
    /// Their name.
    pub name: String,
    /// Their days.
    pub days: Vec<DayLine>,
    /// What they add up to.
    pub share: Share,
}

/// The month of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitMonth {
    /// Whose.
    pub unit: Unit,
    /// Which.
    pub month: Month,
    /// Its people, by work number.
    pub people: Vec<PersonLine>,
    /// Days in the way of closing it.
    pub unsettled: usize,
    /// The sheet, where somebody has agreed.
    pub sheet: Option<Sheet>,
    /// The copies that are kept.
    pub copies: Vec<Copy>,
    /// Whether the days came to something else since it was agreed or kept.
    pub is_changed: bool,
    /// Every act on the sheet.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

/// A unit on the way to a sealed month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLine {
    /// The unit.
    pub unit: Unit,
    /// How many people have a day in it.
    pub people: usize,
    /// What their days add up to.
    pub share: Share,
    /// Days in the way of closing it.
    pub unsettled: usize,
    /// The sheet, where somebody has agreed.
    pub sheet: Option<Sheet>,
}

impl Acts {
    /// The month of a person, as far as its days are over; of oneself where nobody is named.
    ///
    /// # Errors
    /// Not found where the account has no person, or may not know of that one's days.
    pub async fn attendance_of(
        &self,
        account: AccountId,
        (asked, month): (Option<PersonId>, Month),
    ) -> Result<PersonMonth, ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let id = asked.or(actor.person).ok_or(ActError::NotFound)?;
        let person = person::find(&mut conn, id).await?.ok_or(ActError::NotFound)?;
        let county = law_change::county_law(&mut conn).await?;
        let today = instant::day(self.now());
        let last = month.last().min(yesterday(today));
        let stretch = (month.first().min(last), last);
        let said = said(&mut conn, (Who::Person(id), county), (stretch, today)).await?;
        let mut days = lines(&said);
        days.retain(|day| Month::of(day.key.day) == month && day.key.day < today);
        if actor.person != Some(id) {
            days = within_reach(&mut conn, &actor, days).await?;
            let all = power::reach(&actor, Action::AttendanceRead) == Some(Reach::County);
            if days.is_empty() && !all {
                return Err(ActError::NotFound);
            }
        }
        let absences = absences(&mut conn, id, today).await?;
        Ok(PersonMonth { share: share(&days), absences, person, month, days })
    }

    /// The month of a unit, as far as its days are over.
    ///
    /// # Errors
    /// Forbidden without the power; not found where there is no such unit.
    pub async fn attendance_of_unit(
        &self,
        account: AccountId,
        (id, month): (UnitId, Month),
    ) -> Result<UnitMonth, ActError> {
        let mut conn = self.reader().await?;
        let action = Action::AttendanceList;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::Forbidden(action))?;
        let (unit, concern) = must_reach(&mut conn, (&actor, action), id).await?;
        let county = law_change::county_law(&mut conn).await?;
        let today = instant::day(self.now());
        let said = of_unit(&mut conn, (id, county), (month, today)).await?;
        let sheet = sheet::find(&mut conn, id, month).await?;
        let (copies, timeline) = match &sheet {
            Some(sheet) => (
                sheet::copies(&mut conn, sheet.id).await?,
                qz_store::ledger::acts_of(&mut conn, sheet.id.object()).await?,
            ),
            None => (vec![], vec![]),
        };
        let digest = digest::sha256(said.text());
        let is_over = month.last() < today;
        let stage = sheet.as_ref().map(|sheet| sheet.stage);
        let is_changed = sheet.as_ref().is_some_and(|sheet| sheet.digest != digest);
        let rows = TRANSITIONS.iter().filter(|row| row.from == stage && is_over);
        let is_due = |step: &Step| match step {
            Step::Correct => is_changed,
            Step::Agree => stage.is_none_or(|_| is_changed || sheet_returned(sheet.as_ref())),
            Step::Return | Step::Seal => true,
        };
        let may = |step: &Step| power::may(&actor, step.action(), &concern);
        Ok(UnitMonth {
            steps: rows.map(|row| row.step).filter(|step| may(step) && is_due(step)).collect(),
            people: may_be_asked((&actor, &concern), people(&said, today)),
            unsettled: said
                .judged
                .days
                .iter()
                .filter(|day| day.day < today && said.is_unsettled(day))
                .count(),
            is_changed,
            copies,
            timeline,
            sheet,
            month,
            unit,
        })
    }

    /// Every unit with a day in a month, on its way to being sealed.
    ///
    /// # Errors
    /// Forbidden without the power over the whole county.
    pub async fn attendance_months(
        &self,
        account: AccountId,
        month: Month,
    ) -> Result<Vec<UnitLine>, ActError> {
        let mut conn = self.reader().await?;
        self.must_seal(&mut conn, account).await?;
        let today = instant::day(self.now());
        let stretch = (month.first(), month.last().min(yesterday(today)).max(month.first()));
        let county = law_change::county_law(&mut conn).await?;
        let said = said(&mut conn, (Who::County, county), (stretch, today)).await?;
        let sheets = sheet::of_month(&mut conn, month).await?;
        let mut lines: BTreeMap<UnitId, (Summary, usize, usize, Option<usize>)> = BTreeMap::new();
        for day in said.judged.days.iter().filter(|day| day.day < today) {
            let (sum, unsettled, people, last) = lines.entry(day.unit).or_default();
            sum.add(0, &day.row);
            *unsettled += usize::from(said.is_unsettled(day));
            *people += usize::from(*last != Some(day.person));
            *last = Some(day.person);
        }
        let units = unit::all(&mut conn).await?;
        let line = |unit: Unit| {
            let (sum, unsettled, people, _) = lines.remove(&unit.id)?;
            let share = sum.shares.first().copied().unwrap_or_default();
            let sheet = sheets.iter().find(|sheet| sheet.unit == unit.id).cloned();
            Some(UnitLine { unit, people, share, unsettled, sheet })
        };
        Ok(units.into_iter().filter_map(line).collect())
    }

    /// The units whose attendance an account may read as a whole, by code.
    ///
    /// # Errors
    /// Forbidden without the power.
    pub async fn attendance_units(&self, account: AccountId) -> Result<Vec<Unit>, ActError> {
        let mut conn = self.reader().await?;
        let action = Action::AttendanceList;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::Forbidden(action))?;
        power::reach(&actor, action).ok_or(ActError::Forbidden(action))?;
        let units = unit::all(&mut conn).await?;
        let answering = Answering::load(&mut conn, &units).await?;
        let may = |unit: &Unit| power::may(&actor, action, &answering.of(vec![], unit.id));
        Ok(units.into_iter().filter(may).collect())
    }

    /// The rules in force and whom each binds.
    ///
    /// # Errors
    /// Forbidden without the power.
    pub async fn attendance_rules(
        &self,
        account: AccountId,
    ) -> Result<(qz_mechanism::attendance::RuleBook, Vec<AssignmentLine>), ActError> {
        let mut conn = self.reader().await?;
        let action = Action::RuleAssign;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::Forbidden(action))?;
        power::reach(&actor, action).ok_or(ActError::Forbidden(action))?;
        Ok((super::book::known(&mut conn).await?, attendance::assignments(&mut conn).await?))
    }

    /// Judges every day of the county in a stretch on some threads; how many there were. For measuring.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn attendance_days(
        &self,
        stretch: (Date, Date),
        threads: usize,
    ) -> Result<u64, ActError> {
        let mut conn = self.reader().await?;
        let (_, summary) = super::judged::figures(&mut conn, stretch, threads).await?;
        Ok(summary.shares.iter().map(|share| share.days).sum())
    }

    async fn must_seal(
        &self,
        conn: &mut qz_store::Conn,
        account: AccountId,
    ) -> Result<(), ActError> {
        let action = Action::SheetSeal;
        let actor = self.actor(conn, account).await?.ok_or(ActError::Forbidden(action))?;
        power::reach(&actor, action).map(drop).ok_or(ActError::Forbidden(action))
    }
}

/// Of a person's days those that somebody else's power reaches, as units answer for them day by day.
async fn within_reach(
    conn: &mut qz_store::Conn,
    actor: &Actor,
    days: Vec<DayLine>,
) -> Result<Vec<DayLine>, ActError> {
    let mut seen = BTreeMap::new();
    for day in &days {
        if seen.contains_key(&day.unit) {
            continue;
        }
        let concern = concern::of_person(conn, (day.key.person, day.unit)).await?;
        seen.insert(day.unit, power::may(actor, Action::AttendanceRead, &concern));
    }
    Ok(days.into_iter().filter(|day| seen.get(&day.unit).copied().unwrap_or(false)).collect())
}

/// How many days somebody was found absent without leave within a year; nothing is judged where nobody found any.
async fn absences(
    conn: &mut qz_store::Conn,
    id: PersonId,
    today: Date,
) -> Result<Absences, ActError> {
    let stretch = (today.saturating_sub(jiff::ToSpan::year(1)), today);
    let rows = attendance::exception::within(conn, Who::Person(id), stretch).await?;
    if !rows.iter().any(|one| one.outcome == Some(Outcome::Awol)) {
        return Ok(Absences::default());
    }
    let county = law_change::county_law(conn).await?;
    let said = said(conn, (Who::Person(id), county), (stretch, today)).await?;
    let is_found = |day: &&DayResult| said.found(day) == Some(Outcome::Awol);
    let found: Vec<_> = said.judged.days.iter().filter(is_found).collect();
    let days: Vec<_> = found.iter().map(|day| (day.day, i64::from(day.row.halves))).collect();
    Ok(Absences::of(&days, &said.judged.calendar))
}

/// The last day that is over.
fn yesterday(today: Date) -> Date {
    today.yesterday().unwrap_or(today)
}

fn sheet_returned(sheet: Option<&Sheet>) -> bool {
    sheet.is_some_and(|sheet| sheet.stage == qz_domain::attendance::sheet::Stage::Returned)
}

fn lines(said: &Said) -> Vec<DayLine> {
    said.judged.days.iter().filter_map(|day| line(said, day)).collect()
}

fn line(said: &Said, day: &DayResult) -> Option<DayLine> {
    let person = said.judged.people.get(day.person)?.person;
    let codes = day.row.codes;
    let exception = said.of(day).filter(|one| one.speaks_of(&codes.to_string())).cloned();
    let is_silent = exception.as_ref().is_none_or(|one| one.stage == exception::Stage::Asked);
    Some(DayLine {
        key: PersonDay { person, day: day.day },
        unit: day.unit,
        row: day.row,
        missing: text::missing(&said.judged.book, &day.row),
        found: said.found(day),
        asks: asks(codes) && is_silent,
        is_unsettled: said.is_unsettled(day),
        may_ask: false,
        until: exception.as_ref().and_then(|one| said.terms.explain_until(one)),
        exception,
    })
}

/// Says of which days this actor may ask their people now.
fn may_be_asked(
    (actor, concern): (&Actor, &Concern),
    mut people: Vec<PersonLine>,
) -> Vec<PersonLine> {
    let may = power::may(actor, Action::ExceptionAsk, concern);
    for one in &mut people {
        let is_anothers = must_be_anothers(actor, one.person).is_ok();
        for day in &mut one.days {
            day.may_ask = may && is_anothers && day.asks && day.exception.is_none();
        }
    }
    people
}

fn people(said: &Said, today: Date) -> Vec<PersonLine> {
    let mut people: Vec<PersonLine> = vec![];
    for line in lines(said).into_iter().filter(|line| line.key.day < today) {
        let person = line.key.person;
        if let Some(last) = people.last_mut().filter(|last| last.person == person) {
            last.days.push(line);
            continue;
        }
        let Some(holder) = said.judged.people.iter().find(|one| one.person == person) else {
            continue;
        };
        people.push(PersonLine {
            person,
            number: holder.number.clone(),
            name: holder.name.clone(),
            days: vec![line],
            share: Share::default(),
        });
    }
    for one in &mut people {
        one.share = share(&one.days);
    }
    people
}

fn share(days: &[DayLine]) -> Share {
    let mut sum = Summary::default();
    for day in days {
        sum.add(0, &day.row);
    }
    sum.shares.first().copied().unwrap_or_default()
}
