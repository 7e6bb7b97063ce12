//! What belongs to a draw: its pool, its entries, what was drawn.

use super::TABLE;
use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Write;
use qz_domain::draw::{Draw, DrawEntry, Pooled};
use qz_domain::id::{DrawId, PersonId, UnitId};

type Row = (String, i64, i64, String, String);

/// Reads all of it in one statement.
pub(super) async fn read_into(conn: &mut Conn, draw: &mut Draw) -> Result<(), StoreError> {
    const SQL: &str = "
        select 'unit' as what, place, unit, code, name from draw_unit where draw = $1
         union all
        select 'entry', place, person, party, body from draw_entry where draw = $1
         union all
        select 'pick', turn, place, '', '' from draw_pick where draw = $1
         order by 1, 2";
    let id = draw.id.0;
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).bind(id).fetch_all(c).await)?;
    for (what, _, number, first, second) in rows {
        match what.as_str() {
            "unit" => {
                draw.pool.push(Pooled { unit: UnitId(number), code: first, name: second });
            }
            "entry" => {
                draw.entries.push(DrawEntry { person: PersonId(number), by: first, text: second });
            }
            _ => {
                let corrupt = |_| StoreError::Corrupt { table: TABLE, id };
                draw.drawn.push(usize::try_from(number).map_err(corrupt)?);
            }
        }
    }
    Ok(())
}

/// As many numbers as there are rows, from 0: in a pool the places that the draw names.
fn places(count: usize) -> Vec<i64> {
    (0..).take(count).collect()
}

pub(super) async fn insert_pool(write: &mut Write, draw: &Draw) -> Result<(), StoreError> {
    const UNITS: Target = Target {
        table: "draw_unit",
        columns: &["draw", "place", "unit", "code", "name"],
        tail: "",
    };
    let pool = &draw.pool;
    let columns = vec![
        Column::Int(vec![draw.id.0; pool.len()]),
        Column::Int(places(pool.len())),
        Column::Int(pool.iter().map(|one| one.unit.0).collect()),
        Column::Text(pool.iter().map(|one| one.code.clone()).collect()),
        Column::Text(pool.iter().map(|one| one.name.clone()).collect()),
    ];
    write.insert(UNITS, columns).await.map(drop)
}

/// Adds an entry behind `before` others.
pub async fn add_entry(
    write: &mut Write,
    id: DrawId,
    before: usize,
    entry: &DrawEntry,
) -> Result<(), StoreError> {
    const ENTRY: Target = Target {
        table: "draw_entry",
        columns: &["draw", "place", "person", "party", "body"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![id.0]),
        Column::Int(vec![i64::try_from(before).unwrap_or(i64::MAX)]),
        Column::Int(vec![entry.person.0]),
        Column::Text(vec![entry.by.clone()]),
        Column::Text(vec![entry.text.clone()]),
    ];
    write.insert(ENTRY, columns).await.map(drop)
}

/// Adds what was drawn, the first drawn first.
pub async fn add_picks(write: &mut Write, id: DrawId, drawn: &[usize]) -> Result<(), StoreError> {
    const PICKS: Target =
        Target { table: "draw_pick", columns: &["draw", "turn", "place"], tail: "" };
    let place = |place: &usize| i64::try_from(*place).unwrap_or(i64::MAX);
    let columns = vec![
        Column::Int(vec![id.0; drawn.len()]),
        Column::Int(places(drawn.len())),
        Column::Int(drawn.iter().map(place).collect()),
    ];
    write.insert(PICKS, columns).await.map(drop)
}
