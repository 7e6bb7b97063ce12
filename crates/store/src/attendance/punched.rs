//! What was punched in a stretch, joined by the engine into few long rows: a million punches one by one would take a
//! second to hand over. Of one person a row a number they had; of a unit or the county a row a terminal and month, whose
//! people are looked up here.

use super::Who;
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::punch::shown;
use jiff::civil::Date;
use qz_domain::id::{PersonId, TerminalId};
use qz_domain::instant;
use std::collections::HashMap;

/// A day in milliseconds.
const DAY: i64 = 86_400_000;

/// One punch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Punched {
    /// Whose.
    pub person: PersonId,
    /// The second of the epoch it is taken to be of.
    pub at: i64,
    /// The terminal.
    pub terminal: TerminalId,
    /// Whether nothing is known of its clock.
    pub is_doubtful: bool,
}

/// Tells every punch of those asked for from one day to another, both inclusive, in any order.
pub async fn punches(
    conn: &mut Conn,
    who: Who,
    (from, to): (Date, Date),
    mut tell: impl FnMut(Punched),
) -> Result<(), StoreError> {
    let (first, end) = (midnight(from)? / 1000, (midnight(to)? + DAY) / 1000);
    let tell = move |punch: Punched| {
        if (first..end).contains(&punch.at) {
            tell(punch);
        }
    };
    match who {
        Who::Person(person) => of_person(conn, person, (from, to), tell).await,
        Who::Unit(_) | Who::County => of_many(conn, who, (from, to), tell).await,
    }
}

type OwnRow = (i64, String, Option<String>, String);

async fn of_person(
    conn: &mut Conn,
    person: PersonId,
    days: (Date, Date),
    mut tell: impl FnMut(Punched),
) -> Result<(), StoreError> {
    const SQL: &str = "
        select m.id, m.since, m.until
             , string_agg(cast(p.terminal as text) || ' ' || cast(p.at / 1000 as text)
                          || substr(p.clock, 1, 1), ',')
          from terminal_pin m
          join pin_terminal s on s.pin = m.pin
          join terminal t on t.id = s.terminal and t.numbering = m.numbering
          join punch p on p.terminal = t.id and p.pin = m.pin
         where m.person = $3 and p.shown >= $1 and p.shown < $2
         group by m.id, m.since, m.until";
    let (since, until) = shown(days);
    let rows: Vec<OwnRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(since)
        .bind(until)
        .bind(person.0)
        .fetch_all(c)
        .await)?;
    for (id, since, until, text) in rows {
        let (first, end) = seconds(id, &since, until.as_deref())?;
        for piece in text.split(',') {
            let (terminal, at) = piece.split_once(' ').ok_or_else(|| corrupt(id))?;
            let (at, is_doubtful) = read_at(at).ok_or_else(|| corrupt(id))?;
            let terminal = TerminalId(terminal.parse().map_err(|_| corrupt(id))?);
            if (first..end).contains(&at) {
                tell(Punched { person, at, terminal, is_doubtful });
            }
        }
    }
    Ok(())
}

/// What the terminals of the county read, or those that ever read a number of somebody of the unit: a row for each of them and
/// month. The months come as their first days, one after the other in one text, and the day after the last.
const READ: &str = "
    with recursive piece (nth) as (
        select 1
         union all
        select nth + 1 from piece where nth < $2
    )
    select t.id
         , (select string_agg(p.pin || ' ' || cast(p.at / 1000 as text)
                              || substr(p.clock, 1, 1), ',')
              from punch p
             where p.terminal = t.id and p.shown >= substr($3, 10 * piece.nth - 9, 10)
               and p.shown < substr($3, 10 * piece.nth + 1, 10))
      from terminal t
     cross join piece
     where $1 = 0
        or exists (select 1
                     from appointment a
                     join terminal_pin m on m.person = a.person
                     join pin_terminal s on s.pin = m.pin
                    where a.unit = $1 and s.terminal = t.id and m.numbering = t.numbering)";

async fn of_many(
    conn: &mut Conn,
    who: Who,
    days: (Date, Date),
    mut tell: impl FnMut(Punched),
) -> Result<(), StoreError> {
    let people = People::load(conn, who).await?;
    let months = months(shown(days))?;
    let rows: Vec<(i64, Option<String>)> = on_either!(conn, c => sqlx::query_as(READ)
        .bind(who.number())
        .bind(i64::try_from(months.len()).unwrap_or(i64::MAX) - 1)
        .bind(months.concat())
        .fetch_all(c)
        .await)?;
    for (terminal, text) in rows {
        let mut own = people.of_terminal(TerminalId(terminal), &mut tell);
        for piece in text.iter().flat_map(|text| text.split(',')) {
            own(piece).ok_or_else(|| corrupt(terminal))?;
        }
    }
    Ok(())
}

/// The first day of a stretch, that of every month in it, and the day it ends before: a long row is of a month at most.
fn months((since, until): (String, String)) -> Result<Vec<String>, StoreError> {
    let (mut day, end) = (read_day(&since, "punch", 0)?, read_day(&until, "punch", 0)?);
    let mut days = vec![];
    while day < end {
        days.push(day.to_string());
        day = day.last_of_month().tomorrow().unwrap_or(end).min(end);
    }
    days.push(until);
    Ok(days)
}

fn read_at(text: &str) -> Option<(i64, bool)> {
    let (at, clock) = text.split_at_checked(text.len().checked_sub(1)?)?;
    Some((at.parse().ok()?, clock == "d"))
}

/// The seconds in which a number is somebody's: the first, and the one after the last.
fn seconds(id: i64, since: &str, until: Option<&str>) -> Result<(i64, i64), StoreError> {
    let day = |text: &str| read_day(text, "terminal_pin", id);
    let first = midnight(day(since)?)? / 1000;
    let last = until.map(|text| midnight(day(text)?)).transpose()?;
    Ok((first, last.map_or(i64::MAX, |ms| (ms + DAY) / 1000)))
}

fn midnight(day: Date) -> Result<i64, StoreError> {
    instant::midnight(day).map(jiff::Timestamp::as_millisecond).ok_or_else(|| corrupt(0))
}

fn corrupt(id: i64) -> StoreError {
    StoreError::Corrupt { table: "punch", id }
}

/// Whose a number is: the first second, the one after the last, and who.
type Held = Vec<(i64, i64, PersonId)>;

/// Whose every number is, from second to second.
struct People {
    numberings: HashMap<i64, usize>,
    pins: Vec<HashMap<String, Held>>,
}

impl People {
    /// Whose the numbers of the county are, or of a unit's people. One statement tells the terminals and the numbers.
    async fn load(conn: &mut Conn, who: Who) -> Result<Self, StoreError> {
        const SQL: &str = "
            select id, numbering, '' as pin, cast(0 as bigint) as person, '' as since, cast(null as text) as until
              from terminal
             union all
            select id, numbering, pin, person, since, until
              from terminal_pin
             where $1 = 0 or person in (select a.person from appointment a where a.unit = $1)";
        type Row = (i64, String, String, i64, String, Option<String>);
        let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL)
            .bind(who.number())
            .fetch_all(c)
            .await)?;
        let (pins, terminals): (Vec<Row>, Vec<Row>) =
            rows.into_iter().partition(|(_, _, pin, ..)| !pin.is_empty());
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut people = Self { numberings: HashMap::new(), pins: vec![] };
        for (id, numbering, ..) in terminals {
            let next = places.len();
            people.numberings.insert(id, *places.entry(numbering).or_insert(next));
        }
        people.pins.resize_with(places.len(), HashMap::new);
        for (id, numbering, pin, person, since, until) in pins {
            let (first, end) = seconds(id, &since, until.as_deref())?;
            if let Some(place) = places.get(&numbering) {
                people.pins[*place].entry(pin).or_default().push((first, end, PersonId(person)));
            }
        }
        Ok(people)
    }

    /// Reads the pieces of a terminal's row, and tells those that are somebody's; none for what is no piece.
    fn of_terminal(
        &self,
        terminal: TerminalId,
        tell: &mut impl FnMut(Punched),
    ) -> impl FnMut(&str) -> Option<()> {
        let place = self.numberings.get(&terminal.0);
        let pins = place.and_then(|place| self.pins.get(*place));
        move |piece| {
            let (pin, at) = piece.split_once(' ')?;
            let (at, is_doubtful) = read_at(at)?;
            let held = pins.and_then(|pins| pins.get(pin));
            let mut held = held.into_iter().flatten();
            if let Some((.., person)) = held.find(|(first, end, _)| *first <= at && at < *end) {
                tell(Punched { person: *person, at, terminal, is_doubtful });
            }
            Some(())
        }
    }
}

/// The most milliseconds by which a clock that was found right may have been off.
const RIGHT: i64 = 60_000;

/// The days, as whole days of the epoch at Greenwich, on which each terminal's clock was measured in a stretch and found
/// right.
pub async fn measured(
    conn: &mut Conn,
    (from, to): (Date, Date),
) -> Result<Vec<(TerminalId, i64)>, StoreError> {
    const SQL: &str = "
        select terminal, drift_at / 86400000 as day
          from terminal_batch
         where drift_at >= $1 and drift_at < $2 and abs(drift) <= $3
         group by terminal, drift_at / 86400000
         order by terminal, day";
    let rows: Vec<(i64, i64)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(midnight(from)?)
        .bind(midnight(to)? + DAY)
        .bind(RIGHT)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(terminal, day)| (TerminalId(terminal), day)).collect())
}
