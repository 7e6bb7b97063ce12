//! Changes of the county's own law (期限调整): one by one. Lists are in [`list`].

pub mod list;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::id::LawChangeId;
use qz_domain::law::change::{LawChange, Stage};
use qz_domain::law::{CountyLaw, CountyTerm};
use qz_domain::spelled::Spelled;

const TABLE: &str = "law_change";

wide_row! {
    /// A change as it comes.
    ChangeRow {
        id: i64,
        code: String,
        length: String,
        from_day: String,
        source: String,
        reason: String,
        stage: String,
        answer: String,
        proposed_on: String,
        latest_on: String,
        ordinal: Option<i64>,
        version: i64,
    }
}

/// A change by its number in the store.
pub async fn find(conn: &mut Conn, id: LawChangeId) -> Result<Option<LawChange>, StoreError> {
    const SQL: &str = "
        select id, code, length, from_day, source, reason, stage, answer, proposed_on, latest_on
             , ordinal, version
          from law_change
         where id = $1";
    let row: Option<ChangeRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// Everything the county confirmed, in the order it did.
pub async fn county_law(conn: &mut Conn) -> Result<CountyLaw, StoreError> {
    const SQL: &str = "
        select id, code, length, from_day, source
          from law_change
         where stage = 'confirmed'
         order by ordinal";
    type Row = (i64, String, String, String, String);

    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let mut county = CountyLaw::default();
    for (id, code, length, from, source) in rows {
        let corrupt = || StoreError::Corrupt { table: TABLE, id };
        county.add(county_term((code, source), &length, &from).ok_or_else(corrupt)?);
    }
    Ok(county)
}

/// The leaves of the acts that confirmed them, in the same order.
pub async fn confirming_leaves(conn: &mut Conn) -> Result<Vec<u64>, StoreError> {
    const SQL: &str = "
        select l.idx
          from law_change c
          join act a on a.subject = c.id and a.subject_kind = 'law_change'
                    and a.kind = 'law_confirm'
          join ledger_leaf l on l.act = a.id
         where c.stage = 'confirmed'
         order by c.ordinal";
    let rows: Vec<(i64,)> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(index,)| index.unsigned_abs()).collect())
}

/// What a confirmed row lays over the file; `None` where its length or its day cannot be read.
pub(crate) fn county_term(
    (code, source): (String, String),
    length: &str,
    from: &str,
) -> Option<CountyTerm> {
    let (length, from): (_, Date) = (length.parse().ok()?, from.parse().ok()?);
    Some(CountyTerm { code, length, from, source })
}

written! {
    "law_change":
    code, length, from_day, source, reason, stage, answer, proposed_on, latest_on, ordinal, version
}

/// Adds a change.
pub async fn insert(write: &mut Write, change: &LawChange) -> Result<(), StoreError> {
    write_row(write, change, INSERT).await
}

/// Writes every field of a change. One that is confirmed by it is law for the acts that follow.
pub async fn update(write: &mut Write, change: &LawChange) -> Result<(), StoreError> {
    write_row(write, change, UPDATE).await?;
    if change.stage == Stage::Confirmed {
        write.enact(change.term());
    }
    Ok(())
}

async fn write_row(
    write: &mut Write,
    change: &LawChange,
    sql: &'static str,
) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(&change.code)
        .bind(change.length.to_string())
        .bind(change.from.to_string())
        .bind(&change.source)
        .bind(&change.reason)
        .bind(change.stage.code())
        .bind(&change.answer)
        .bind(change.proposed_on.to_string())
        .bind(change.latest_on.to_string())
        .bind(change.ordinal)
        .bind(change.version)
        .bind(change.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: ChangeRow) -> Result<LawChange, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: TABLE, id };
    Ok(LawChange {
        id: LawChangeId(id),
        code: row.code,
        length: row.length.parse().map_err(|_| corrupt())?,
        from: read_day(&row.from_day, TABLE, id)?,
        source: row.source,
        reason: row.reason,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        answer: row.answer,
        proposed_on: read_day(&row.proposed_on, TABLE, id)?,
        latest_on: read_day(&row.latest_on, TABLE, id)?,
        ordinal: row.ordinal,
        version: row.version,
    })
}
