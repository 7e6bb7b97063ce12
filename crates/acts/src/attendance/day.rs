//! One day of one person with everything that bears on it: why it came to what it did.

use super::load::{Known, instant, load};
use super::spoken::must_be_anothers;
use super::terms::Terms;
use super::{concern, text};
use crate::actor::Actor;
use crate::{ActError, Acts, power};
use jiff::Timestamp;
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::attendance::exception::{Exception, Stage, Step, TRANSITIONS, asks};
use qz_domain::attendance::{Codes, CoverKind, PersonDay};
use qz_domain::id::{AccountId, PersonId};
use qz_domain::instant::day;
use qz_domain::person::Person;
use qz_domain::procedure::Stepped;
use qz_domain::unit::Unit;
use qz_engine::attendance::Row;
use qz_mechanism::attendance::Rule;
use qz_store::attendance::Who;
use qz_store::ledger::ActEntry;
use qz_store::punch::list::PunchLine;
use qz_store::{Subject, attendance, law_change, person, punch, unit};

/// A session of a day, as it was judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionLine {
    /// What the rule calls it.
    pub name: String,
    /// When one was to arrive and to leave.
    pub due: (Timestamp, Timestamp),
    /// When one arrived and left, as far as known.
    pub seen: (Option<Timestamp>, Option<Timestamp>),
    /// What it came to.
    pub codes: Codes,
    /// Whole minutes late, left early, worked.
    pub minutes: (i32, i32, i32),
}

/// Why a day came to what it did.
#[derive(Debug, Clone)]
pub struct Why {
    /// The day.
    pub key: PersonDay,
    /// Whose.
    pub person: Person,
    /// The unit that answers for it.
    pub unit: Unit,
    /// What it came to.
    pub row: Row,
    /// The points without evidence, as sheets write them.
    pub missing: String,
    /// The rule it was judged by.
    pub rule: Option<Rule>,
    /// Its sessions, in the order of time.
    pub sessions: Vec<SessionLine>,
    /// The punches of that day and night, each with its terminal.
    pub punches: Vec<PunchLine>,
    /// What was approved for that day, or excused it: what it is, what it is called, from when to when.
    pub covers: Vec<(CoverKind, String, Timestamp, Timestamp)>,
    /// What was said of it.
    pub exception: Option<Exception>,
    /// The last day to explain it, once one was asked.
    pub explain_until: Option<Date>,
    /// The last day to contest what was found.
    pub contest_until: Option<Date>,
    /// Every act on what was said of it.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// A day as an account may see it. One it may not see does not exist for it.
    ///
    /// # Errors
    /// Not found where no row is due or the account may not know of it.
    pub async fn attendance_day(
        &self,
        account: AccountId,
        key: PersonDay,
    ) -> Result<Why, ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let person = person::find(&mut conn, key.person).await?.ok_or(ActError::NotFound)?;
        let known = load(&mut conn, Who::Person(key.person), (key.day, key.day)).await?;
        let (unit_id, explained) = known.explain(0, key.day).ok_or(ActError::NotFound)?;
        let unit = unit::find(&mut conn, unit_id).await?.ok_or(ActError::NotFound)?;
        let concern = concern::of_person(&mut conn, (key.person, unit_id)).await?;
        if !power::may(&actor, Action::AttendanceRead, &concern) {
            return Err(ActError::NotFound);
        }
        let county = law_change::county_law(&mut conn).await?;
        let terms = Terms::new(county, known.calendar.clone(), day(self.now()));
        let exception = attendance::exception::find(&mut conn, key.person, key.day).await?;
        let timeline = match &exception {
            Some(one) => qz_store::ledger::acts_of(&mut conn, one.id.object()).await?,
            None => vec![],
        };
        let rule = known.book.rules().get(usize::from(explained.row.rule)).cloned();
        let row = explained.row;
        Ok(Why {
            missing: text::missing(&known.book, &row),
            sessions: sessions(rule.as_ref(), key.day, &explained.sessions),
            covers: covers(&known, key.day),
            punches: punch::list::of_day(&mut conn, key.person, key.day).await?,
            explain_until: exception.as_ref().and_then(|one| terms.explain_until(one)),
            contest_until: exception.as_ref().and_then(|one| terms.contest_until(one)),
            steps: steps((exception.as_ref(), row.codes), |step| {
                power::may(&actor, step.action(), &concern) && is_for(step, &actor, key.person)
            }),
            timeline,
            exception,
            rule,
            row,
            unit,
            person,
            key,
        })
    }
}

/// What bears on a day of the only person there is.
fn covers(known: &Known, on: Date) -> Vec<(CoverKind, String, Timestamp, Timestamp)> {
    let is_on = |from: Timestamp, to: Timestamp| day(from) <= on && on <= day(to);
    let all = known.people.first().map_or(&[][..], |one| &one.covers);
    let told = all.iter().map(|cover| {
        let label = known.labels.get(cover.label as usize).cloned().unwrap_or_default();
        (cover.kind, label, instant(cover.from), instant(cover.to))
    });
    told.filter(|(.., from, to)| is_on(*from, *to)).collect()
}

/// One speaks of one's own day; others say what it was.
fn is_for(step: Step, actor: &Actor, whose: PersonId) -> bool {
    match step {
        Step::Explain | Step::Contest => actor.person == Some(whose),
        Step::Ask | Step::Settle | Step::Decide => must_be_anothers(actor, whose).is_ok(),
    }
}

fn steps((exception, codes): (Option<&Exception>, Codes), may: impl Fn(Step) -> bool) -> Vec<Step> {
    if !asks(codes) {
        return vec![];
    }
    let speaks = |one: &&Exception| one.speaks_of(&codes.to_string());
    let from: Option<Stage> = exception.filter(speaks).map(|one| one.stage);
    let rows = TRANSITIONS.iter().filter(|row| row.from == from);
    rows.map(|row| row.step).filter(|step| may(*step)).collect()
}

fn sessions(
    rule: Option<&Rule>,
    day: Date,
    parts: &[qz_engine::attendance::SessionPart],
) -> Vec<SessionLine> {
    let names = rule.map_or(&[][..], |rule| rule.sessions_on(day));
    let line = |part: &qz_engine::attendance::SessionPart| SessionLine {
        name: names.get(usize::from(part.place)).map_or_else(String::new, |one| one.name.clone()),
        due: (instant(part.due_in), instant(part.due_out)),
        seen: (part.arrived.map(instant), part.left.map(instant)),
        codes: part.codes,
        minutes: (part.late, part.early, part.worked),
    };
    parts.iter().map(line).collect()
}
