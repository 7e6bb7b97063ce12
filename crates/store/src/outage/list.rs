//! The list of outages.

use super::read;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::visit::list::NamedUnit;
use qz_domain::id::UnitId;
use qz_domain::outage::Outage;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutageLine {
    /// The outage.
    pub outage: Outage,
    /// Its unit.
    pub unit: NamedUnit,
    /// What the terminal is called, where it was one; else empty.
    pub terminal: String,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// All of the county.
    All,
    /// Those of a unit.
    OfUnit(UnitId),
}

const COLUMNS: &str = "o.id, o.unit, o.terminal, o.begins_at, o.ends_at, o.reason, o.taken_back
     , u.code, u.name, u.name_en, coalesce(t.name, '')";
const FROM: &str =
    "outage o join unit u on u.id = o.unit left join terminal t on t.id = o.terminal";

type Row = (i64, i64, Option<i64>, i64, i64, String, String, String, String, String, String);

/// The lines of one page, the latest first, and how many there are in all. With words, those of which the unit's name or
/// the reason has them.
pub async fn page(
    conn: &mut Conn,
    (seen, words): (&[Seen], Option<String>),
    page: Page,
) -> Result<(Vec<OutageLine>, i64), StoreError> {
    const WORDS: &str =
        "replace(u.name, $?, '') <> u.name or replace(o.reason, $?, '') <> o.reason or u.code = $?";
    let choice = |seen: &Seen| match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::OfUnit(unit) => ("o.unit = $?", Value::Int(unit.0)),
    };
    let mut list = List::new(COLUMNS, FROM);
    list.any(seen.iter().map(choice).collect()).maybe(WORDS, words.map(Value::Text));
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, "o.begins_at desc, o.id desc", page).await?;
    let line = |row: Row| {
        let (id, unit, terminal, from, to, reason, back, code, name, name_en, called) = row;
        let outage = read((id, unit, terminal, from, to, reason, back))?;
        Ok(OutageLine { outage, unit: NamedUnit { code, name, name_en }, terminal: called })
    };
    Ok((rows.into_iter().map(line).collect::<Result<_, StoreError>>()?, total))
}
