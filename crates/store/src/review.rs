//! Reviews (复核) of served decisions, one by one. Lists are in [`list`], counts in [`figure`], how a decision
//! stands in [`standing`].

pub mod figure;
pub mod list;
pub mod standing;

use crate::accountability::{
    AccountabilityRow, Around, AroundRow, around_columns, around_joins, own_columns, read_around,
    read_document_number,
};
use crate::conn::{Conn, on_either};
use crate::deadline::{maybe_columns, maybe_read};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{Pair, wide_row, written};
use crate::unit::read_unit;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::id::{AccountabilityId, ReviewId, UnitId};
use qz_domain::review::Review;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;

const TABLE: &str = "review";

wide_row! {
    /// A review as it comes.
    #[expect(clippy::struct_field_names, reason = "they stand beside those of its decision")]
    ReviewRow {
        w_id: i64,
        w_accountability: i64,
        w_organ: i64,
        w_origin: String,
        w_stage: String,
        w_grounds: String,
        w_late_reason: String,
        w_lodged_on: String,
        w_accept_length: Option<String>,
        w_accept_due: Option<String>,
        w_accept_waits: Option<i64>,
        w_taken_on: Option<String>,
        w_answer: String,
        w_decide_length: Option<String>,
        w_decide_due: Option<String>,
        w_decide_waits: Option<i64>,
        w_outcome: Option<String>,
        w_measure: String,
        w_because: String,
        w_decided_on: Option<String>,
        w_year: Option<i64>,
        w_serial: Option<i64>,
        w_served_on: Option<String>,
        w_next_length: Option<String>,
        w_next_due: Option<String>,
        w_next_waits: Option<i64>,
        w_latest_on: String,
        w_version: i64,
        w_instead_of: Option<i64>,
        w_handed_because: String,
    }
}

/// Every column of a review.
macro_rules! columns {
    () => {
        "w.id as w_id, w.accountability as w_accountability, w.organ as w_organ
         , w.origin as w_origin, w.stage as w_stage, w.grounds as w_grounds
         , w.late_reason as w_late_reason, w.lodged_on as w_lodged_on
         , w.accept_length as w_accept_length, w.accept_due as w_accept_due
         , w.accept_waits as w_accept_waits, w.taken_on as w_taken_on, w.answer as w_answer
         , w.decide_length as w_decide_length, w.decide_due as w_decide_due
         , w.decide_waits as w_decide_waits, w.outcome as w_outcome, w.measure as w_measure
         , w.because as w_because, w.decided_on as w_decided_on, w.year as w_year
         , w.serial as w_serial, w.served_on as w_served_on, w.next_length as w_next_length
         , w.next_due as w_next_due, w.next_waits as w_next_waits
         , w.latest_on as w_latest_on, w.version as w_version
         , w.instead_of as w_instead_of, w.handed_because as w_handed_because"
    };
}

macro_rules! select {
    ($rest:literal) => {
        concat!("select ", columns!(), " from review w ", $rest)
    };
}

/// A review by its number in the store.
pub async fn find(conn: &mut Conn, id: ReviewId) -> Result<Option<Review>, StoreError> {
    const SQL: &str = select!("where w.id = $1");
    let row: Option<ReviewRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

wide_row! {
    /// The organ that has it, as it comes.
    HolderRow {
        holder: i64,
        h_code: String,
        h_name: String,
        h_name_en: String,
        h_kind: String,
        h_parent: Option<i64>,
        h_line: String,
        h_since: String,
    }
}

/// A review with the organ that has it, the decision it looks at and what stands around that, in one statement.
pub async fn find_around(
    conn: &mut Conn,
    id: ReviewId,
) -> Result<Option<(Review, Unit, Around)>, StoreError> {
    const SQL: &str = concat!(
        "select ",
        columns!(),
        ", ",
        own_columns!(),
        ", ",
        around_columns!(),
        ", h.id as holder, h.code as h_code, h.name as h_name, h.name_en as h_name_en
         , h.kind as h_kind, h.parent as h_parent, h.line as h_line, h.since as h_since
           from review w join accountability a on a.id = w.accountability
           join unit h on h.id = w.organ ",
        around_joins!(),
        "where w.id = $1"
    );
    type Row = Pair<Pair<ReviewRow, HolderRow>, Pair<AccountabilityRow, AroundRow>>;
    let row: Option<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(|Pair(Pair(row, h), Pair(held, around))| {
        let holder =
            (h.holder, h.h_code, h.h_name, h.h_name_en, h.h_kind, h.h_parent, h.h_line, h.h_since);
        Ok((read(row)?, read_unit(holder)?, read_around(held, around)?))
    })
    .transpose()
}

/// The reviews of a decision, the first one first.
pub async fn of_accountability(
    conn: &mut Conn,
    id: AccountabilityId,
) -> Result<Vec<Review>, StoreError> {
    const SQL: &str = select!("where w.accountability = $1 order by w.id");
    let rows: Vec<ReviewRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

/// The highest serial of an organ's reviews in a year, 0 when there is none.
pub async fn last_serial(conn: &mut Conn, organ: UnitId, year: i16) -> Result<i64, StoreError> {
    const SQL: &str = "
        select coalesce(max(serial), 0) from review where organ = $1 and year = $2";
    let year = i64::from(year);
    let (serial,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(organ.0).bind(year).fetch_one(c).await)?;
    Ok(serial)
}

written! {
    "review":
    accountability, organ, origin, stage, grounds, late_reason, lodged_on, accept_length,
    accept_due, accept_waits, taken_on, answer, decide_length, decide_due, decide_waits, outcome,
    measure, because, decided_on, year, serial, served_on, next_length, next_due, next_waits,
    latest_on, version, instead_of, handed_because
}

/// Adds a review.
pub async fn insert(write: &mut Write, row: &Review) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of a review.
pub async fn update(write: &mut Write, row: &Review) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(write: &mut Write, row: &Review, sql: &'static str) -> Result<(), StoreError> {
    let text = |day: Option<Date>| day.map(|day| day.to_string());
    let accept = maybe_columns(row.accept_due.as_ref());
    let decide = maybe_columns(row.decide_due.as_ref());
    let next = maybe_columns(row.next_due.as_ref());
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.accountability.0)
        .bind(row.organ.0)
        .bind(row.origin.code())
        .bind(row.stage.code())
        .bind(&row.grounds)
        .bind(&row.late_reason)
        .bind(row.lodged_on.to_string())
        .bind(accept.0)
        .bind(accept.1)
        .bind(accept.2)
        .bind(text(row.taken_on))
        .bind(&row.answer)
        .bind(decide.0)
        .bind(decide.1)
        .bind(decide.2)
        .bind(row.outcome.map(Spelled::code))
        .bind(&row.measure)
        .bind(&row.because)
        .bind(text(row.decided_on))
        .bind(row.number.map(|number| i64::from(number.year)))
        .bind(row.number.map(|number| number.serial))
        .bind(text(row.served_on))
        .bind(next.0)
        .bind(next.1)
        .bind(next.2)
        .bind(row.latest_on.to_string())
        .bind(row.version)
        .bind(row.instead_of.map(|unit| unit.0))
        .bind(&row.handed_because)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: ReviewRow) -> Result<Review, StoreError> {
    let at = (TABLE, row.w_id);
    let corrupt = || StoreError::Corrupt { table: TABLE, id: row.w_id };
    let day = |text: &str| read_day(text, TABLE, row.w_id);
    let maybe_day = |text: &Option<String>| text.as_deref().map(day).transpose();
    let (lodged_on, taken_on) = (day(&row.w_lodged_on)?, maybe_day(&row.w_taken_on)?);
    let served_on = maybe_day(&row.w_served_on)?;
    let accept = (row.w_accept_length.as_deref(), row.w_accept_due.as_deref(), row.w_accept_waits);
    let decide = (row.w_decide_length.as_deref(), row.w_decide_due.as_deref(), row.w_decide_waits);
    let next = (row.w_next_length.as_deref(), row.w_next_due.as_deref(), row.w_next_waits);
    let outcome = row.w_outcome.as_deref();
    Ok(Review {
        id: ReviewId(row.w_id),
        accountability: AccountabilityId(row.w_accountability),
        organ: UnitId(row.w_organ),
        origin: Spelled::from_code(&row.w_origin).ok_or_else(corrupt)?,
        stage: Spelled::from_code(&row.w_stage).ok_or_else(corrupt)?,
        lodged_on,
        accept_due: maybe_read(Some(lodged_on), accept, at)?,
        taken_on,
        decide_due: maybe_read(taken_on, decide, at)?,
        outcome: outcome.map(|code| Spelled::from_code(code).ok_or_else(corrupt)).transpose()?,
        decided_on: maybe_day(&row.w_decided_on)?,
        number: read_document_number(row.w_year, row.w_serial).map_err(|()| corrupt())?,
        served_on,
        next_due: maybe_read(served_on.or(taken_on), next, at)?,
        latest_on: day(&row.w_latest_on)?,
        version: row.w_version,
        instead_of: row.w_instead_of.map(UnitId),
        handed_because: row.w_handed_because,
        grounds: row.w_grounds,
        late_reason: row.w_late_reason,
        answer: row.w_answer,
        measure: row.w_measure,
        because: row.w_because,
    })
}
