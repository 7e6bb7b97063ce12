//! Everything that some days of some people are judged by, read at once.

use super::{book, fair};
use crate::{ActError, calendar};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_domain::attendance::roll::{Placement, Roll};
use qz_domain::calendar::Calendar;
use qz_domain::id::{PersonId, UnitId};
use qz_engine::attendance::{Cover, Days, Gather, Second, day_number};
use qz_mechanism::attendance::RuleBook;
use qz_store::Conn;
use qz_store::attendance::post::{Holder, holders};
use qz_store::attendance::punched::{Punched, punches};
use qz_store::attendance::{Who, roll};
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
    let book = book::known(conn).await?;
    let calendar = calendar::known(conn).await?;
    let days = Days::new(&calendar, from, to);
    let (assignments, parents) = roll(conn).await?;
    let roll = Roll::new(assignments, parents);
    let around = (from.saturating_sub(AROUND.days()), to.saturating_add(AROUND.days()));
    let mut people = vec![];
    let mut places: HashMap<PersonId, u32> = HashMap::new();
    for holder in holders(conn, who, around).await? {
        let placed = roll.placements(&holder.held, around);
        let is_here = |one: &Placement| one.from <= to && from <= one.to;
        if placed.iter().any(is_here) {
            places.insert(holder.person, u32::try_from(people.len()).unwrap_or(u32::MAX));
            people.push(Somebody { holder, placed, covers: vec![], doubtful: vec![] });
        }
    }
    let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let mut gathered = Gather::new(&days, count);
    let mut doubted: Vec<Punched> = vec![];
    punches(conn, who, around, |punch| {
        if let Some(place) = places.get(&punch.person) {
            gathered.push(*place, second(punch.at));
            if punch.is_doubtful {
                doubted.push(punch);
            }
        }
    })
    .await?;
    fair::vouch(conn, &mut doubted, around).await?;
    for punch in doubted.iter().filter(|punch| punch.is_doubtful) {
        let place = places.get(&punch.person).map(|place| *place as usize);
        if let Some(one) = place.and_then(|place| people.get_mut(place)) {
            one.doubtful.push(second(punch.at));
        }
    }
    people.iter_mut().for_each(|one| one.doubtful.sort_unstable());
    Ok(Known { book, calendar, days, people, punches: gathered, labels: vec![] })
}

/// A second of the epoch as the engine counts.
pub(super) fn second(at: i64) -> Second {
    Second::try_from(at - ORIGIN).unwrap_or(Second::MAX)
}

/// A second of the engine as an instant.
pub(super) fn instant(at: Second) -> jiff::Timestamp {
    jiff::Timestamp::from_second(i64::from(at) + ORIGIN).unwrap_or_default()
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
