//! Duty posts (值班岗位) of units.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::id::{DutyPostId, UnitId};
use qz_domain::roster::{DutyKind, DutyPost};
use qz_domain::spelled::Spelled;

type Row = (i64, i64, String, String, String, i64, Option<String>);

/// A post by its number in the store.
pub async fn find(conn: &mut Conn, id: DutyPostId) -> Result<Option<DutyPost>, StoreError> {
    const SQL: &str =
        "select id, unit, name, kind, rule, needed, closed_on from duty_post where id = $1";
    let row: Option<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// The posts of a unit, in the order they were made.
pub async fn of_unit(conn: &mut Conn, unit: UnitId) -> Result<Vec<DutyPost>, StoreError> {
    const SQL: &str = "
        select id, unit, name, kind, rule, needed, closed_on
          from duty_post
         where unit = $1
         order by id";
    let rows: Vec<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(unit.0).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

/// Adds a post.
pub async fn insert(write: &mut Write, new: &DutyPost) -> Result<(), StoreError> {
    const POST: Target = Target {
        table: "duty_post",
        columns: &["id", "unit", "name", "kind", "rule", "needed", "closed_on"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![new.id.0]),
        Column::Int(vec![new.unit.0]),
        Column::Text(vec![new.name.clone()]),
        Column::Text(vec![new.kind.code().to_owned()]),
        Column::Text(vec![new.rule.clone()]),
        Column::Int(vec![new.needed]),
        Column::MaybeText(vec![new.closed_on.map(|day| day.to_string())]),
    ];
    write.insert(POST, columns).await.map(drop)
}

/// Says the last day a post is filled on.
pub async fn close(write: &mut Write, id: DutyPostId, last: Date) -> Result<(), StoreError> {
    const SQL: &str = "update duty_post set closed_on = $2 where id = $1";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(last.to_string())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read((id, unit, name, kind, rule, needed, closed_on): Row) -> Result<DutyPost, StoreError> {
    let closed_on = closed_on.as_deref();
    Ok(DutyPost {
        id: DutyPostId(id),
        unit: UnitId(unit),
        name,
        kind: DutyKind::from_code(&kind).ok_or(StoreError::Corrupt { table: "duty_post", id })?,
        rule,
        needed,
        closed_on: closed_on.map(|day| read_day(day, "duty_post", id)).transpose()?,
    })
}
