//! Everything that some days of some people are judged by, read at once.

use super::{book, fair};
use crate::{ActError, calendar};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use qz_domain::attendance::CoverKind;
use qz_domain::attendance::roll::{Placement, Roll, with_duties};
use qz_domain::calendar::Calendar;
use qz_domain::id::{PersonId, UnitId};
use qz_domain::instant::midnight;
use qz_domain::request::Request;
use qz_domain::roster::DutyKind;
use qz_engine::attendance::{Cover, Days, Gather, Second, day_number};
use qz_mechanism::attendance::RuleBook;
use qz_store::Conn;
use qz_store::attendance::post::{Holder, holders};
use qz_store::attendance::punched::{Punched, punches};
use qz_store::attendance::{Standing, Who, standing};
use qz_store::request::{approved, facts};
use qz_store::roster::standing::Rostered;
use std::collections::HashMap;

/// Seconds from 1970 to the origin of [`Second`], 2000-01-01 at +08:00.
const ORIGIN: i64 = 946_656_000;

/// Days before and after a stretch whose punches and facts may reach into it.
const AROUND: i32 = 2;

/// What is known of a stretch.
pub(super) struct Known {
    pub book: RuleBook,
    pub calendar: Calendar,
    pub days: Days,
    /// The people, by work number.
    pub people: Vec<Somebody>,
    pub punches: Gather,
    /// What leaves, trips and the like are called.
    pub labels: Vec<String>,
}

/// A person of a stretch.
pub(super) struct Somebody {
    pub holder: Holder,
    /// Where they are placed, in the order of time.
    pub placed: Vec<Placement>,
    /// Approved facts, in the order of their starts.
    pub covers: Vec<Cover>,
    /// Punches of clocks in doubt, in the order of time.
    pub doubtful: Vec<Second>,
}

/// What the caller has read already of one person.
#[derive(Debug, Clone, Default)]
pub(crate) struct Given {
    /// Their requests that stand, by when they begin.
    pub requests: Option<Vec<Request>>,
    /// Their turns that bind.
    pub duties: Option<Vec<Rostered>>,
    /// Whether it is all the same which clocks are in doubt: minutes are counted, and nobody is judged late.
    pub trusts_clocks: bool,
}

/// Reads what is known of somebody, a unit or the county in a stretch of days, both inclusive.
pub(super) async fn load(
    conn: &mut Conn,
    who: Who,
    stretch: (Date, Date),
) -> Result<Known, ActError> {
    load_given(conn, (who, stretch), Given::default()).await
}

/// As [`load`], with what was read of one person already.
pub(super) async fn load_given(
    conn: &mut Conn,
    (who, (from, to)): (Who, (Date, Date)),
    given: Given,
) -> Result<Known, ActError> {
    let Given { requests, duties, trusts_clocks } = given;
    let around = (from.saturating_sub(AROUND.days()), to.saturating_add(AROUND.days()));
    let reach = |day| midnight(day).ok_or(ActError::NotFound);
    let instants = (reach(around.0)?, reach(around.1.saturating_add(1.day()))?);
    let Standing { rules, notices, assignments, parents, outages, duties: turns } =
        standing(conn, instants, (who, around)).await?;
    let book = book::with(rules.iter().map(String::as_str))?;
    let calendar = calendar::with(&notices)?;
    let days = Days::new(&calendar, from, to);
    let roll = Roll::new(assignments, parents);
    let duties = on_site(duties.unwrap_or(turns), &book);
    let mut people = vec![];
    let mut places: HashMap<PersonId, u32> = HashMap::new();
    for holder in holders(conn, who, around).await? {
        let spans = roll.placements(&holder.held, around);
        let spans = with_duties(spans, duties.get(&holder.person).map_or(&[], Vec::as_slice));
        let is_here = |one: &Placement| one.from <= to && from <= one.to;
        if spans.iter().any(is_here) {
            places.insert(holder.person, u32::try_from(people.len()).unwrap_or(u32::MAX));
            people.push(Somebody { holder, placed: spans, covers: vec![], doubtful: vec![] });
        }
    }
    let punches = gather(conn, (who, around, trusts_clocks), (&days, &places), &mut people).await?;
    let labels = cover(conn, (who, instants, requests), &places, &mut people).await?;
    for one in &mut people {
        excuse(one, &outages);
    }
    Ok(Known { book, calendar, days, people, punches, labels })
}

/// The days on which people are rostered for duty on site, with the rules of their duties; a rule that does not bind yet
/// asks nothing.
fn on_site(turns: Vec<Rostered>, book: &RuleBook) -> HashMap<PersonId, Vec<(Date, String)>> {
    let mut duties: HashMap<PersonId, Vec<(Date, String)>> = HashMap::new();
    for one in turns {
        let day = one.turn.day;
        let binds = |place: usize| book.rules().get(place).is_some_and(|rule| rule.from <= day);
        let is_known = book.versions(&one.rule).is_some_and(|mut places| places.any(binds));
        if one.kind == DutyKind::OnSite && is_known {
            duties.entry(one.turn.person).or_default().push((day, one.rule));
        }
    }
    duties
}

/// Gathers what was punched; who was punched for on a clock in doubt is told so.
async fn gather(
    conn: &mut Conn,
    (who, around, trusts_clocks): (Who, (Date, Date), bool),
    (days, places): (&Days, &HashMap<PersonId, u32>),
    people: &mut [Somebody],
) -> Result<Gather, ActError> {
    let mut gathered = Gather::new(days, u32::try_from(people.len()).unwrap_or(u32::MAX));
    let mut doubted: Vec<Punched> = vec![];
    let told = punches(conn, who, around, |punch| {
        if let Some(place) = places.get(&punch.person) {
            gathered.push(*place, second(punch.at));
            if punch.is_doubtful && !trusts_clocks {
                doubted.push(punch);
            }
        }
    });
    told.await?;
    fair::vouch(conn, &mut doubted, around).await?;
    for punch in doubted.iter().filter(|punch| punch.is_doubtful) {
        if let Some(one) = somebody(people, places, punch.person) {
            one.doubtful.push(second(punch.at));
        }
    }
    for one in people {
        one.doubtful.sort_unstable();
    }
    Ok(gathered)
}

fn somebody<'a>(
    people: &'a mut [Somebody],
    places: &HashMap<PersonId, u32>,
    person: PersonId,
) -> Option<&'a mut Somebody> {
    people.get_mut(*places.get(&person)? as usize)
}

/// Adds what was approved; gives what leaves, trips and the like are called.
async fn cover(
    conn: &mut Conn,
    (who, instants, given): (Who, (Timestamp, Timestamp), Option<Vec<Request>>),
    places: &HashMap<PersonId, u32>,
    people: &mut [Somebody],
) -> Result<Vec<String>, ActError> {
    let person = match who {
        Who::Person(person) => Some(person),
        Who::Unit(_) | Who::County => None,
    };
    let mut labels: Vec<String> = vec![];
    let facts = match given {
        Some(rows) => facts(&rows, instants),
        None => approved(conn, instants, person).await?,
    };
    for fact in facts {
        let Some(one) = somebody(people, places, fact.person) else { continue };
        let known = labels.iter().position(|label| *label == fact.label);
        let label = known.unwrap_or_else(|| {
            labels.push(fact.label.clone());
            labels.len() - 1
        });
        one.covers.push(Cover {
            kind: fact.kind,
            label: u32::try_from(label).unwrap_or(u32::MAX),
            from: second(fact.from.as_second()),
            to: second(fact.to.as_second()),
        });
    }
    Ok(labels)
}

/// Adds the outages of the units somebody is placed in, as far as they are, and puts what covers them in order.
fn excuse(one: &mut Somebody, outages: &[(UnitId, i64, i64)]) {
    let day = |day| midnight(day).map(|at| second(at.as_second()));
    for placed in &one.placed {
        let (first, after) = (day(placed.from), day(placed.to.saturating_add(1.day())));
        let Some((first, end)) = first.zip(after) else { continue };
        for (_, from, to) in outages.iter().filter(|(unit, ..)| *unit == placed.unit) {
            let (from, to) = (second(from / 1000).max(first), second(to / 1000).min(end));
            if from < to {
                one.covers.push(Cover { kind: CoverKind::Outage, label: u32::MAX, from, to });
            }
        }
    }
    one.covers.sort_by_key(|cover| (cover.from, cover.to, cover.kind as u8, cover.label));
}

/// A second of the epoch as the engine counts.
pub(super) fn second(at: i64) -> Second {
    Second::try_from(at - ORIGIN).unwrap_or(Second::MAX)
}

/// A second of the engine as an instant.
pub(super) fn instant(at: Second) -> Timestamp {
    Timestamp::from_second(i64::from(at) + ORIGIN).unwrap_or_default()
}

impl Known {
    /// The units people are placed in, each once, in the order of their numbers.
    pub fn units(&self) -> Vec<UnitId> {
        let placed = self.people.iter().flat_map(|one| &one.placed);
        let mut units: Vec<_> = placed.map(|one| one.unit).collect();
        units.sort_unstable();
        units.dedup();
        units
    }
}

/// The days of a placement as the engine counts them.
pub(super) fn span(placed: &Placement) -> (i32, i32) {
    (day_number(placed.from), day_number(placed.to))
}
