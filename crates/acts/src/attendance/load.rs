//! Everything that some days of some people are judged by, read at once.

use super::{book, fair};
use crate::{ActError, calendar};
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};
use qz_domain::attendance::CoverKind;
use qz_domain::attendance::roll::{Placement, Roll};
use qz_domain::calendar::Calendar;
use qz_domain::id::{PersonId, UnitId};
use qz_engine::attendance::{Cover, Days, Gather, Second, day_number};
use qz_mechanism::attendance::RuleBook;
use qz_store::Conn;
use qz_store::attendance::post::{Holder, holders};
use qz_store::attendance::punched::{Punched, punches};
use qz_store::attendance::{Standing, Who, standing};
use qz_store::request::approved;
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

/// Reads what is known of somebody, a unit or the county in a stretch of days, both inclusive.
pub(super) async fn load(
    conn: &mut Conn,
    who: Who,
    (from, to): (Date, Date),
) -> Result<Known, ActError> {
    let around = (from.saturating_sub(AROUND.days()), to.saturating_add(AROUND.days()));
    let instants = (midnight(around.0), midnight(around.1.saturating_add(1.day())));
    let Standing { rules, notices, assignments, parents, outages } =
        standing(conn, instants).await?;
    let book = book::with(rules.iter().map(String::as_str))?;
    let calendar = calendar::with(&notices)?;
    let days = Days::new(&calendar, from, to);
    let roll = Roll::new(assignments, parents);
    let mut people = vec![];
    let mut places: HashMap<PersonId, u32> = HashMap::new();
    for holder in holders(conn, who, around).await? {
        let spans = roll.placements(&holder.held, around);
        let is_here = |one: &Placement| one.from <= to && from <= one.to;
        if spans.iter().any(is_here) {
            places.insert(holder.person, u32::try_from(people.len()).unwrap_or(u32::MAX));
            people.push(Somebody { holder, placed: spans, covers: vec![], doubtful: vec![] });
        }
    }
    let punches = gather(conn, (who, around), (&days, &places), &mut people).await?;
    let labels = cover(conn, (who, instants), &places, &mut people).await?;
    for one in &mut people {
        excuse(one, &outages);
    }
    Ok(Known { book, calendar, days, people, punches, labels })
}

/// Gathers what was punched; who was punched for on a clock in doubt is told so.
async fn gather(
    conn: &mut Conn,
    (who, around): (Who, (Date, Date)),
    (days, places): (&Days, &HashMap<PersonId, u32>),
    people: &mut [Somebody],
) -> Result<Gather, ActError> {
    let mut gathered = Gather::new(days, u32::try_from(people.len()).unwrap_or(u32::MAX));
    let mut doubted: Vec<Punched> = vec![];
    let told = punches(conn, who, around, |punch| {
        if let Some(place) = places.get(&punch.person) {
            gathered.push(*place, second(punch.at));
            if punch.is_doubtful {
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
    (who, instants): (Who, (Timestamp, Timestamp)),
    places: &HashMap<PersonId, u32>,
    people: &mut [Somebody],
) -> Result<Vec<String>, ActError> {
    let person = match who {
        Who::Person(person) => Some(person),
        Who::Unit(_) | Who::County => None,
    };
    let mut labels: Vec<String> = vec![];
    for fact in approved(conn, instants, person).await? {
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
    let day = |day| second(midnight(day).as_second());
    for placed in &one.placed {
        let (first, end) = (day(placed.from), day(placed.to.saturating_add(1.day())));
        for (_, from, to) in outages.iter().filter(|(unit, ..)| *unit == placed.unit) {
            let (from, to) = (second(from / 1000).max(first), second(to / 1000).min(end));
            if from < to {
                one.covers.push(Cover { kind: CoverKind::Outage, label: u32::MAX, from, to });
            }
        }
    }
    one.covers.sort_by_key(|cover| (cover.from, cover.to, cover.kind as u8, cover.label));
}

fn midnight(day: Date) -> Timestamp {
    qz_domain::instant::instant(day.to_datetime(Time::midnight())).unwrap_or_default()
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
