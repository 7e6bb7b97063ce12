//! Objections (异议): one by one. Lists are in [`list`].

pub mod list;

use crate::conn::{Conn, on_either};
use crate::deadline;
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::{ObjectRef, Write};
use qz_domain::id::{AccountId, ObjectionId, PersonId, UnitId};
use qz_domain::objection::{Entry, EntryKind, Objection, Stage};
use qz_domain::spelled::Spelled;

wide_row! {
    /// An objection as it comes.
    ObjectionRow {
        id: i64,
        person: i64,
        entry_kind: String,
        entry: i64,
        organ: Option<i64>,
        stage: String,
        wrong: String,
        rightly: String,
        proof: String,
        raised_on: String,
        answer_length: String,
        answer_due: String,
        answer_waits: Option<i64>,
        answer: String,
        answered_by: Option<i64>,
        answered_on: Option<String>,
        version: i64,
    }
}

/// An objection by its number in the store.
pub async fn find(conn: &mut Conn, id: ObjectionId) -> Result<Option<Objection>, StoreError> {
    const SQL: &str = "
        select id, person, entry_kind, entry, organ, stage, wrong, rightly, proof, raised_on
             , answer_length, answer_due, answer_waits, answer, answered_by, answered_on, version
          from objection
         where id = $1";
    let row: Option<ObjectionRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// Whether a person's objection to an entry still waits for its answer.
pub async fn is_open(conn: &mut Conn, person: PersonId, entry: Entry) -> Result<bool, StoreError> {
    const SQL: &str = "
        select count(*)
          from objection
         where person = $1 and entry_kind = $2 and entry = $3 and stage = 'raised'";
    let (count,): (i64,) = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(person.0)
        .bind(entry.kind.code())
        .bind(entry.id)
        .fetch_one(c)
        .await)?;
    Ok(count > 0)
}

/// Whether somebody did or keyed an act on an object.
pub async fn has_touched(
    conn: &mut Conn,
    object: ObjectRef,
    (account, person): (AccountId, Option<PersonId>),
) -> Result<bool, StoreError> {
    const SQL: &str = "
        select count(*)
          from act
         where subject_kind = $1 and subject = $2
           and (by_account = $3 or by_person = cast($4 as bigint))";
    let (count,): (i64,) = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(object.kind)
        .bind(object.id)
        .bind(account.0)
        .bind(person.map(|person| person.0))
        .fetch_one(c)
        .await)?;
    Ok(count > 0)
}

written! {
    "objection":
    person, entry_kind, entry, organ, stage, wrong, rightly, proof, raised_on, answer_length,
    answer_due, answer_waits, answer, answered_by, answered_on, version
}

/// Adds an objection.
pub async fn insert(write: &mut Write, new: &Objection) -> Result<(), StoreError> {
    write_row(write, new, INSERT).await
}

/// Writes every field of an objection.
pub async fn update(write: &mut Write, row: &Objection) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(
    write: &mut Write,
    row: &Objection,
    sql: &'static str,
) -> Result<(), StoreError> {
    let due = deadline::columns(&row.due);
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.person.0)
        .bind(row.entry.kind.code())
        .bind(row.entry.id)
        .bind(row.organ.map(|organ| organ.0))
        .bind(row.stage.code())
        .bind(&row.wrong)
        .bind(&row.rightly)
        .bind(&row.proof)
        .bind(row.raised_on.to_string())
        .bind(due.length)
        .bind(due.due)
        .bind(due.waits)
        .bind(&row.answer)
        .bind(row.answered_by.map(|person| person.0))
        .bind(row.answered_on.map(|day| day.to_string()))
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: ObjectionRow) -> Result<Objection, StoreError> {
    let (table, id) = ("objection", row.id);
    let corrupt = || StoreError::Corrupt { table, id };
    let raised_on = read_day(&row.raised_on, table, id)?;
    let term = (&*row.answer_length, &*row.answer_due, row.answer_waits);
    let answered_on = row.answered_on.as_deref().map(|day| read_day(day, table, id));
    let kind = EntryKind::from_code(&row.entry_kind).ok_or_else(corrupt)?;
    Ok(Objection {
        id: ObjectionId(id),
        person: PersonId(row.person),
        entry: Entry { kind, id: row.entry },
        organ: row.organ.map(UnitId),
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        due: deadline::read(raised_on, term, (table, id))?,
        wrong: row.wrong,
        rightly: row.rightly,
        proof: row.proof,
        raised_on,
        answer: row.answer,
        answered_by: row.answered_by.map(PersonId),
        answered_on: answered_on.transpose()?,
        version: row.version,
    })
}
