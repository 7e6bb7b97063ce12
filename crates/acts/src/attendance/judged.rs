//! What the days of a stretch come to. Nothing of it is stored: the same facts give the same results, whenever they are
//! asked for and in whatever order they came.

use super::load::{Given, Known, Somebody, load, load_given, span};
use crate::ActError;
use jiff::civil::Date;
use qz_domain::calendar::Calendar;
use qz_domain::id::UnitId;
use qz_engine::attendance::{
    Block, Explained, Facts, Judge, Posting, Row, Second, Summary, date_of, in_order,
};
use qz_mechanism::attendance::RuleBook;
use qz_store::Conn;
use qz_store::attendance::Who;
use qz_store::attendance::post::Holder;

/// A day of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayResult {
    /// The place of the person in [`Judged::people`].
    pub person: usize,
    /// The unit that answers for it.
    pub unit: UnitId,
    /// The day.
    pub day: Date,
    /// What it came to.
    pub row: Row,
}

/// The days of a stretch as they were judged.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The people, by work number.
    pub people: Vec<Holder>,
    /// Their days, by person and then by date.
    pub days: Vec<DayResult>,
    /// The rules they were judged by.
    pub book: RuleBook,
    /// The calendar they were judged by.
    pub calendar: Calendar,
}

/// Judges the days of somebody, of a unit or of the county.
pub(crate) async fn judge(
    conn: &mut Conn,
    who: Who,
    stretch: (Date, Date),
) -> Result<Judged, ActError> {
    judge_given(conn, who, stretch, Given::default()).await
}

/// As [`judge`], with what was read of one person already.
pub(crate) async fn judge_given(
    conn: &mut Conn,
    who: Who,
    stretch: (Date, Date),
    given: Given,
) -> Result<Judged, ActError> {
    let known = load_given(conn, (who, stretch), given).await?;
    let mut days = vec![];
    known.rows(1, |unit, row| {
        let person = row.person as usize;
        days.push(DayResult { person, unit, day: date_of(row.day), row });
    });
    // Somebody of a unit who was elsewhere on a day is no matter of the unit's.
    if let Who::Unit(unit) = who {
        days.retain(|day| day.unit == unit);
    }
    let Known { people, book, calendar, .. } = known;
    Ok(Judged { people: people.into_iter().map(|one| one.holder).collect(), days, book, calendar })
}

/// The figures of every unit in a stretch, on as many threads as said.
pub(super) async fn figures(
    conn: &mut Conn,
    stretch: (Date, Date),
    threads: usize,
) -> Result<(Vec<UnitId>, Summary), ActError> {
    let known = load(conn, Who::County, stretch).await?;
    let units = known.units();
    let mut summary = Summary::default();
    known.rows(threads, |unit, row| {
        let place = units.binary_search(&unit).unwrap_or_default();
        summary.add(u32::try_from(place).unwrap_or(u32::MAX), &row);
    });
    Ok((units, summary))
}

impl Known {
    /// Tells every row with the unit that answers for it, by person and day.
    pub fn rows(&self, threads: usize, mut tell: impl FnMut(UnitId, Row)) {
        let judge = Judge::new(&self.book, &self.days);
        let units = self.units();
        let postings = self.people.iter().map(|one| postings(one, &judge, &units));
        let postings: Vec<Vec<Posting>> = postings.collect();
        let work = |room: &mut (Block, qz_engine::attendance::Scratch), block: usize| {
            self.punches.open(block, &mut room.0);
            let mut rows = vec![];
            for (person, punches) in room.0.people() {
                let (Some(one), Some(own)) =
                    (self.people.get(person as usize), postings.get(person as usize))
                else {
                    continue;
                };
                let facts = facts(one, own, punches);
                judge.person(person, &facts, &mut room.1, |unit, row| rows.push((unit, row)));
            }
            rows
        };
        let blocks = (threads, self.punches.blocks());
        in_order(blocks, Default::default, work, |rows: Vec<(u32, Row)>| {
            for (unit, row) in rows {
                if let Some(unit) = units.get(unit as usize) {
                    tell(*unit, row);
                }
            }
        });
    }

    /// One day of the person at a place, with its sessions; `None` where no row is due.
    pub fn explain(&self, place: usize, day: Date) -> Option<(UnitId, Explained)> {
        let judge = Judge::new(&self.book, &self.days);
        let units = self.units();
        let one = self.people.get(place)?;
        let own = postings(one, &judge, &units);
        let punches = self.punched(place);
        let facts = facts(one, &own, &punches);
        let number = u32::try_from(place).ok()?;
        let found = judge.explain(number, &facts, qz_engine::attendance::day_number(day))?;
        Some((*units.get(found.unit as usize)?, found))
    }

    /// The punches of the person at a place, in the order of time.
    pub fn punched(&self, place: usize) -> Vec<Second> {
        let mut block = Block::default();
        for at in 0..self.punches.blocks() {
            self.punches.open(at, &mut block);
            if let Some((_, found)) = block.people().find(|(person, _)| *person as usize == place) {
                return found.to_vec();
            }
        }
        vec![]
    }
}

fn facts<'a>(one: &'a Somebody, postings: &'a [Posting], punches: &'a [Second]) -> Facts<'a> {
    Facts { postings, punches, covers: &one.covers, doubtful: &one.doubtful }
}

/// Where somebody is placed, as the engine counts; a rule that the book does not know binds nobody.
fn postings(one: &Somebody, judge: &Judge<'_>, units: &[UnitId]) -> Vec<Posting> {
    let posting = |placed: &qz_domain::attendance::roll::Placement| {
        let code = judge.code(&placed.code).ok()?;
        let unit = u32::try_from(units.binary_search(&placed.unit).ok()?).ok()?;
        let (from, to) = span(placed);
        Some(Posting { unit, code, from, to })
    };
    one.placed.iter().filter_map(posting).collect()
}
