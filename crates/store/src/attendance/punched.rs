//! What was punched in a stretch, joined by the engine into few long rows: a million punches one by one would take a
//! second to hand over. Of one person or unit a row a person; of the county a row a day, whose people are looked up
//! here.

use super::Who;
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
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
    tell: impl FnMut(Punched),
) -> Result<(), StoreError> {
    match who {
        Who::County => of_county(conn, (from, to), tell).await,
        Who::Person(_) | Who::Unit(_) => of_few(conn, who, (from, to), tell).await,
    }
}

type FewRow = (i64, i64, String, Option<String>, String);

async fn of_few(
    conn: &mut Conn,
    who: Who,
    (from, to): (Date, Date),
    mut tell: impl FnMut(Punched),
) -> Result<(), StoreError> {
    const PERSON: &str = "
        select m.id, m.person, m.since, m.until
             , string_agg(cast(p.terminal as text) || ' ' || cast(p.at / 1000 as text)
                          || substr(p.clock, 1, 1), ',')
          from terminal_pin m
          join terminal t on t.numbering = m.numbering
          join punch p on p.terminal = t.id and p.pin = m.pin
         where m.person = $3 and p.shown >= $1 and p.shown <= $2
         group by m.id, m.person, m.since, m.until";
    const UNIT: &str = "
        select m.id, m.person, m.since, m.until
             , string_agg(cast(p.terminal as text) || ' ' || cast(p.at / 1000 as text)
                          || substr(p.clock, 1, 1), ',')
          from terminal_pin m
          join terminal t on t.numbering = m.numbering
          join punch p on p.terminal = t.id and p.pin = m.pin
         where m.person in (select a.person from appointment a where a.unit = $3)
           and p.shown >= $1 and p.shown <= $2
         group by m.id, m.person, m.since, m.until";
    let sql = if matches!(who, Who::Person(_)) { PERSON } else { UNIT };
    let rows: Vec<FewRow> = on_either!(conn, c => sqlx::query_as(sql)
        .bind(from.to_string())
        .bind(format!("{to}T24"))
        .bind(who.number())
        .fetch_all(c)
        .await)?;
    for (id, person, since, until, text) in rows {
        let (first, end) = seconds(id, &since, until.as_deref())?;
        for piece in text.split(',') {
            let (terminal, at) = piece.split_once(' ').ok_or_else(|| corrupt(id))?;
            let (at, is_doubtful) = read_at(at).ok_or_else(|| corrupt(id))?;
            let terminal = TerminalId(terminal.parse().map_err(|_| corrupt(id))?);
            if (first..end).contains(&at) {
                tell(Punched { person: PersonId(person), at, terminal, is_doubtful });
            }
        }
    }
    Ok(())
}

async fn of_county(
    conn: &mut Conn,
    (from, to): (Date, Date),
    mut tell: impl FnMut(Punched),
) -> Result<(), StoreError> {
    const SQL: &str = "
        with recursive midnight (ms) as (
            select cast($1 as bigint)
             union all
            select ms + 86400000 from midnight where ms + 86400000 < $2
        )
        select (select string_agg(cast(p.terminal as text) || ' ' || p.pin || ' '
                                  || cast(p.at / 1000 as text) || substr(p.clock, 1, 1), ',')
                  from punch p
                 where p.at >= midnight.ms and p.at < midnight.ms + 86400000)
          from midnight";
    let people = People::load(conn).await?;
    let first = midnight(from)?;
    let rows: Vec<(Option<String>,)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(first)
        .bind(midnight(to)? + DAY)
        .fetch_all(c)
        .await)?;
    for piece in rows.iter().filter_map(|(text,)| text.as_deref()).flat_map(|text| text.split(','))
    {
        let mut parts = piece.split(' ');
        let (Some(terminal), Some(pin), Some(at)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(corrupt(0));
        };
        let (at, is_doubtful) = read_at(at).ok_or_else(|| corrupt(0))?;
        let terminal = TerminalId(terminal.parse().map_err(|_| corrupt(0))?);
        if let Some(person) = people.of(terminal, pin, at) {
            tell(Punched { person, at, terminal, is_doubtful });
        }
    }
    Ok(())
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
    async fn load(conn: &mut Conn) -> Result<Self, StoreError> {
        const SQL: &str = "select id, numbering from terminal order by id";
        const SQL_PINS: &str = "
            select id, numbering, pin, person, since, until from terminal_pin order by id";
        type Pin = (i64, String, String, i64, String, Option<String>);
        let terminals: Vec<(i64, String)> =
            on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
        let rows: Vec<Pin> = on_either!(conn, c => sqlx::query_as(SQL_PINS).fetch_all(c).await)?;
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut people = Self { numberings: HashMap::new(), pins: vec![] };
        for (id, numbering) in terminals {
            let next = places.len();
            people.numberings.insert(id, *places.entry(numbering).or_insert(next));
        }
        people.pins.resize_with(places.len(), HashMap::new);
        for (id, numbering, pin, person, since, until) in rows {
            let (first, end) = seconds(id, &since, until.as_deref())?;
            if let Some(place) = places.get(&numbering) {
                people.pins[*place].entry(pin).or_default().push((first, end, PersonId(person)));
            }
        }
        Ok(people)
    }

    fn of(&self, terminal: TerminalId, pin: &str, at: i64) -> Option<PersonId> {
        let held = self.pins.get(*self.numberings.get(&terminal.0)?)?.get(pin)?;
        held.iter().find(|(first, end, _)| *first <= at && at < *end).map(|(.., person)| *person)
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
