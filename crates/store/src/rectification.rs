//! Rectifications (整改), each with the organ that ordered it and the unit that puts it right.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::deadline::{self, maybe_columns, maybe_read};
use crate::error::StoreError;
use crate::list::{List, Page};
use crate::person::read_day;
use crate::row::{Pair, wide_row, written};
use crate::unit::{UnitsRow, read_units};
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::bulletin;
use qz_domain::id::{BulletinId, CheckId, FindingId, RectificationId, UnitId};
use qz_domain::rectification::{Basis, Check, Rectification};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use std::collections::HashSet;

const TABLE: &str = "rectification";

wide_row! {
    /// A rectification as it comes.
    RectificationRow {
        id: i64,
        organ: i64,
        unit: i64,
        finding: Option<i64>,
        bulletin: Option<i64>,
        promise: Option<i64>,
        stage: String,
        item: String,
        standard: String,
        ordered_on: String,
        plan_length: String,
        plan_due: String,
        plan_waits: Option<i64>,
        due_length: String,
        due_on: String,
        due_waits: Option<i64>,
        plan: String,
        extension: String,
        extended_to: Option<String>,
        extension_reason: String,
        claim: String,
        claimed_on: Option<String>,
        recheck_length: Option<String>,
        recheck_due: Option<String>,
        recheck_waits: Option<i64>,
        closed_on: Option<String>,
        revisit_length: Option<String>,
        revisit_due: Option<String>,
        revisit_waits: Option<i64>,
        returns: i64,
        latest_on: String,
        version: i64,
    }
}

/// A rectification, the organ that ordered it, the unit that puts it right.
pub type Placed = (Rectification, Unit, Unit);

/// Every column, with both units.
macro_rules! all_columns {
    () => {
        "r.id, r.organ, r.unit, r.finding, r.bulletin, r.promise, r.stage, r.item
             , r.standard, r.ordered_on, r.plan_length, r.plan_due, r.plan_waits, r.due_length
             , r.due_on, r.due_waits, r.plan, r.extension, r.extended_to, r.extension_reason
             , r.claim, r.claimed_on, r.recheck_length, r.recheck_due, r.recheck_waits
             , r.closed_on, r.revisit_length, r.revisit_due, r.revisit_waits, r.returns
             , r.latest_on, r.version
             , o.id as o_id, o.code as o_code, o.name as o_name, o.name_en as o_name_en
             , o.kind as o_kind, o.parent as o_parent, o.line as o_line, o.since as o_since
             , u.id as u_id, u.code as u_code, u.name as u_name, u.name_en as u_name_en
             , u.kind as u_kind, u.parent as u_parent, u.line as u_line, u.since as u_since"
    };
}

/// Where they come from.
macro_rules! all_from {
    () => {
        "rectification r
          join unit o on o.id = r.organ
          join unit u on u.id = r.unit"
    };
}

/// Every column with both units, for some rows.
macro_rules! select {
    ($rest:literal) => {
        concat!("select ", all_columns!(), " from ", all_from!(), " ", $rest)
    };
}

/// A rectification by its number in the store, with its organ and its unit.
pub async fn find(conn: &mut Conn, id: RectificationId) -> Result<Option<Placed>, StoreError> {
    const SQL: &str = select!("where r.id = $1");
    let row: Option<Pair<RectificationRow, UnitsRow>> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(placed).transpose()
}

/// The same, without them.
pub async fn find_alone(
    conn: &mut Conn,
    id: RectificationId,
) -> Result<Option<Rectification>, StoreError> {
    Ok(find(conn, id).await?.map(|(one, _, _)| one))
}

/// Every rectification, the latest first.
pub async fn all(conn: &mut Conn) -> Result<Vec<Placed>, StoreError> {
    const SQL: &str = select!("order by r.latest_on desc, r.id desc");
    let rows: Vec<Pair<RectificationRow, UnitsRow>> =
        on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    rows.into_iter().map(placed).collect()
}

/// The rectifications that rest on a finding, or on a bulletin, in the order they were made.
pub async fn resting_on(
    conn: &mut Conn,
    (finding, bulletin): (Option<FindingId>, Option<BulletinId>),
) -> Result<Vec<Placed>, StoreError> {
    const SQL: &str = select!(
        "where r.finding = cast($1 as bigint) or r.bulletin = cast($2 as bigint)
         order by r.promise, r.id"
    );
    let rows: Vec<Pair<RectificationRow, UnitsRow>> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(finding.map(|id| id.0))
        .bind(bulletin.map(|id| id.0))
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(placed).collect()
}

/// The rectifications that rest on these findings, in the order they were made, in one statement.
pub async fn of_findings(
    conn: &mut Conn,
    ids: &[FindingId],
) -> Result<Vec<Rectification>, StoreError> {
    let mut list = List::new(all_columns!(), all_from!());
    list.of_any("r.finding = $?", ids.iter().map(|id| id.0));
    let rows: Vec<Pair<RectificationRow, UnitsRow>> =
        list.rows(conn, "r.promise, r.id", Page::all()).await?;
    rows.into_iter().map(|row| placed(row).map(|(one, ..)| one)).collect()
}

/// A promise of a bulletin as it is taken up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promised {
    /// The unit that made the bulletin known.
    pub unit: UnitId,
    /// Where the bulletin stands.
    pub stage: bulletin::Stage,
    /// Published on.
    pub published_on: Option<Date>,
    /// The promise; none where the bulletin has none in that place.
    pub promise: Option<bulletin::Promise>,
    /// Whether it was taken up before.
    pub is_taken: bool,
}

/// One promise of a bulletin, by its place from 1; `None` where there is no such bulletin.
pub async fn promised(
    conn: &mut Conn,
    (id, place): (BulletinId, i64),
) -> Result<Option<Promised>, StoreError> {
    const SQL: &str = "
        select b.organ, b.stage, b.published_on, p.item, p.standard, p.due
             , (select count(*) from rectification r
                 where r.bulletin = b.id and r.promise = cast($2 as bigint))
          from bulletin b
          left join bulletin_promise p on p.bulletin = b.id and p.place = cast($2 as bigint)
         where b.id = $1";
    type Text = Option<String>;
    type Row = (i64, String, Text, Text, Text, Text, i64);
    let row: Option<Row> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(id.0)
        .bind(place)
        .fetch_optional(c)
        .await)?;
    let Some((unit, stage, published_on, item, standard, due, taken)) = row else {
        return Ok(None);
    };
    let corrupt = StoreError::Corrupt { table: "bulletin", id: id.0 };
    let day = |text: String| read_day(&text, "bulletin", id.0);
    let promise = match (item, standard, due) {
        (Some(item), Some(standard), Some(due)) => {
            Some(bulletin::Promise { item, standard, due: day(due)? })
        }
        _ => None,
    };
    Ok(Some(Promised {
        unit: UnitId(unit),
        stage: Spelled::from_code(&stage).ok_or(corrupt)?,
        published_on: published_on.map(day).transpose()?,
        promise,
        is_taken: taken > 0,
    }))
}

/// Every check of a rectification, first to last.
pub async fn checks(conn: &mut Conn, id: RectificationId) -> Result<Vec<Check>, StoreError> {
    const SQL: &str = "
        select id, checked_on, outcome, result, affected
          from rectification_check
         where rectification = $1
         order by id";
    type Row = (i64, String, String, String, String);
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let read = |(id, on, outcome, result, affected): Row| {
        let corrupt = StoreError::Corrupt { table: "rectification_check", id };
        Ok(Check {
            id: CheckId(id),
            on: read_day(&on, "rectification_check", id)?,
            outcome: Spelled::from_code(&outcome).ok_or(corrupt)?,
            result,
            affected,
        })
    };
    rows.into_iter().map(read).collect()
}

/// The rectifications that a revisit ever found not to last.
pub async fn reopened(conn: &mut Conn) -> Result<HashSet<RectificationId>, StoreError> {
    const SQL: &str = "
        select distinct rectification
          from rectification_check
         where outcome = 'reopen'";
    let rows: Vec<(i64,)> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| RectificationId(id)).collect())
}

written! {
    "rectification":
    organ, unit, finding, bulletin, promise, stage, item, standard, ordered_on, plan_length,
    plan_due, plan_waits, due_length, due_on, due_waits, plan, extension, extended_to,
    extension_reason, claim, claimed_on, recheck_length, recheck_due, recheck_waits, closed_on,
    revisit_length, revisit_due, revisit_waits, returns, latest_on, version
}

/// Adds a rectification.
pub async fn insert(write: &mut Write, new: &Rectification) -> Result<(), StoreError> {
    write_row(write, new, INSERT).await
}

/// Writes every field of a rectification; its checks stay as they are.
pub async fn update(write: &mut Write, row: &Rectification) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

/// Adds a check.
pub async fn add_check(
    write: &mut Write,
    id: RectificationId,
    check: &Check,
) -> Result<(), StoreError> {
    const CHECK: Target = Target {
        table: "rectification_check",
        columns: &["id", "rectification", "checked_on", "outcome", "result", "affected"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![check.id.0]),
        Column::Int(vec![id.0]),
        Column::Text(vec![check.on.to_string()]),
        Column::Text(vec![check.outcome.code().to_owned()]),
        Column::Text(vec![check.result.clone()]),
        Column::Text(vec![check.affected.clone()]),
    ];
    write.insert(CHECK, columns).await.map(drop)
}

async fn write_row(
    write: &mut Write,
    row: &Rectification,
    sql: &'static str,
) -> Result<(), StoreError> {
    let (finding, bulletin, promise) = basis_columns(row.basis);
    let (plan, due) = (deadline::columns(&row.plan_due), deadline::columns(&row.due));
    let recheck = maybe_columns(row.recheck_due.as_ref());
    let revisit = maybe_columns(row.revisit_due.as_ref());
    let text = |day: Option<Date>| day.map(|day| day.to_string());
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.organ.0)
        .bind(row.unit.0)
        .bind(finding)
        .bind(bulletin)
        .bind(promise)
        .bind(row.stage.code())
        .bind(&row.item)
        .bind(&row.standard)
        .bind(row.ordered_on.to_string())
        .bind(plan.length)
        .bind(plan.due)
        .bind(plan.waits)
        .bind(due.length)
        .bind(due.due)
        .bind(due.waits)
        .bind(&row.plan)
        .bind(row.extension.code())
        .bind(text(row.extended_to))
        .bind(&row.extension_reason)
        .bind(&row.claim)
        .bind(text(row.claimed_on))
        .bind(recheck.0)
        .bind(recheck.1)
        .bind(recheck.2)
        .bind(text(row.closed_on))
        .bind(revisit.0)
        .bind(revisit.1)
        .bind(revisit.2)
        .bind(row.returns)
        .bind(row.latest_on.to_string())
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn placed(Pair(row, units): Pair<RectificationRow, UnitsRow>) -> Result<Placed, StoreError> {
    let (organ, unit) = read_units(units)?;
    Ok((read(row)?, organ, unit))
}

fn read(row: RectificationRow) -> Result<Rectification, StoreError> {
    let at = (TABLE, row.id);
    let corrupt = || StoreError::Corrupt { table: TABLE, id: row.id };
    let day = |text: &str| read_day(text, TABLE, row.id);
    let maybe_day = |text: &Option<String>| text.as_deref().map(day).transpose();
    let (ordered_on, claimed_on) = (day(&row.ordered_on)?, maybe_day(&row.claimed_on)?);
    let closed_on = maybe_day(&row.closed_on)?;
    let recheck = (row.recheck_length.as_deref(), row.recheck_due.as_deref(), row.recheck_waits);
    let revisit = (row.revisit_length.as_deref(), row.revisit_due.as_deref(), row.revisit_waits);
    Ok(Rectification {
        id: RectificationId(row.id),
        organ: UnitId(row.organ),
        unit: UnitId(row.unit),
        basis: basis(&row).ok_or_else(corrupt)?,
        stage: Spelled::from_code(&row.stage).ok_or_else(corrupt)?,
        ordered_on,
        plan_due: deadline::read(
            ordered_on,
            (&row.plan_length, &row.plan_due, row.plan_waits),
            at,
        )?,
        due: deadline::read(ordered_on, (&row.due_length, &row.due_on, row.due_waits), at)?,
        extension: Spelled::from_code(&row.extension).ok_or_else(corrupt)?,
        extended_to: maybe_day(&row.extended_to)?,
        claimed_on,
        recheck_due: maybe_read(claimed_on, recheck, at)?,
        closed_on,
        revisit_due: maybe_read(closed_on, revisit, at)?,
        returns: row.returns,
        latest_on: day(&row.latest_on)?,
        version: row.version,
        item: row.item,
        standard: row.standard,
        plan: row.plan,
        extension_reason: row.extension_reason,
        claim: row.claim,
    })
}

fn basis_columns(basis: Basis) -> (Option<i64>, Option<i64>, Option<i64>) {
    match basis {
        Basis::Finding(id) => (Some(id.0), None, None),
        Basis::Promise(id, place) => (None, Some(id.0), Some(place)),
    }
}

fn basis(row: &RectificationRow) -> Option<Basis> {
    match (row.finding, row.bulletin, row.promise) {
        (Some(id), None, None) => Some(Basis::Finding(FindingId(id))),
        (None, Some(id), Some(place)) => Some(Basis::Promise(BulletinId(id), place)),
        _ => None,
    }
}
