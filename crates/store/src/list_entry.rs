//! Entries of the red and the black list (红黑榜), each with its units and its person.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::deadline::{self, maybe_columns, maybe_read};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{Pair, wide_row, written};
use crate::unit::{UnitsRow, read_units};
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::bulletin::Assessment;
use qz_domain::id::{AccountabilityId, ListEntryId, ListObjectionId, PersonId, UnitId};
use qz_domain::list_entry::{ListEntry, ListObjection, Outcome};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;

const TABLE: &str = "list_entry";

wide_row! {
    /// An entry as it comes.
    EntryRow {
        id: i64,
        board: String,
        unit: i64,
        person: Option<i64>,
        decision: Option<i64>,
        stage: String,
        reason: String,
        consent: String,
        proposed_on: String,
        statement_length: Option<String>,
        statement_due: Option<String>,
        statement_waits: Option<i64>,
        statement: String,
        office: Option<i64>,
        verified: String,
        purpose: String,
        effect: String,
        safeguard: String,
        noticed_on: Option<String>,
        notice_length: Option<String>,
        notice_due: Option<String>,
        notice_waits: Option<i64>,
        expiry_length: Option<String>,
        expiry_due: Option<String>,
        expiry_waits: Option<i64>,
        objected_on: Option<String>,
        held_until: Option<String>,
        removed_on: Option<String>,
        removal: String,
        latest_on: String,
        version: i64,
        person_name: Option<String>,
    }
}

/// An entry with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The entry.
    pub entry: ListEntry,
    /// The unit, or the one in which the person has their post.
    pub unit: Unit,
    /// The office that verified it.
    pub office: Option<Unit>,
    /// The person's name, when it is one.
    pub person: Option<String>,
}

/// Every column with the unit, the office and the person's name, for some rows.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "
        select e.id, e.board, e.unit, e.person, e.decision, e.stage, e.reason, e.consent
             , e.proposed_on, e.statement_length, e.statement_due, e.statement_waits
             , e.statement, e.office, e.verified, e.purpose, e.effect, e.safeguard
             , e.noticed_on, e.notice_length, e.notice_due, e.notice_waits, e.expiry_length
             , e.expiry_due, e.expiry_waits, e.objected_on, e.held_until, e.removed_on
             , e.removal, e.latest_on, e.version
             , p.name as person_name
             , o.id as o_id, o.code as o_code, o.name as o_name, o.name_en as o_name_en
             , o.kind as o_kind, o.parent as o_parent, o.line as o_line, o.since as o_since
             , u.id as u_id, u.code as u_code, u.name as u_name, u.name_en as u_name_en
             , u.kind as u_kind, u.parent as u_parent, u.line as u_line, u.since as u_since
          from list_entry e
          join unit u on u.id = e.unit
          join unit o on o.id = coalesce(e.office, e.unit)
          left join person p on p.id = e.person
",
            $rest
        )
    };
}

/// An entry by its number in the store.
pub async fn find(conn: &mut Conn, id: ListEntryId) -> Result<Option<Placed>, StoreError> {
    const SQL: &str = select!("where e.id = $1");
    let row: Option<Pair<EntryRow, UnitsRow>> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(placed).transpose()
}

/// Every entry, the latest first.
pub async fn all(conn: &mut Conn) -> Result<Vec<Placed>, StoreError> {
    const SQL: &str = select!("order by e.latest_on desc, e.id desc");
    let rows: Vec<Pair<EntryRow, UnitsRow>> =
        on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    rows.into_iter().map(placed).collect()
}

/// Whether an entry that was not declined rests on a decision.
pub async fn rests_on(conn: &mut Conn, decision: AccountabilityId) -> Result<bool, StoreError> {
    const SQL: &str = "
        select count(*) from list_entry where decision = $1 and stage <> 'declined'";
    let (count,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(decision.0).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Every objection to an entry, first to last.
pub async fn objections(
    conn: &mut Conn,
    id: ListEntryId,
) -> Result<Vec<ListObjection>, StoreError> {
    const SQL: &str = "
        select id, raised_on, reason, answer_length, answer_due, answer_waits, outcome, answer
             , answered_on
          from list_objection
         where list_entry = $1
         order by id";
    let rows: Vec<ObjectionRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    rows.into_iter().map(read_objection).collect()
}

/// The objections that wait for their answer, each with its entry.
pub async fn open_objections(
    conn: &mut Conn,
) -> Result<Vec<(ListEntryId, ListObjection)>, StoreError> {
    const SQL: &str = "
        select list_entry, id, raised_on, reason, answer_length, answer_due, answer_waits
          from list_objection
         where outcome is null
         order by id";
    type Row = (i64, i64, String, String, String, String, Option<i64>);
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let read = |(entry, id, raised_on, reason, length, due, waits): Row| {
        let row = (id, raised_on, reason, length, due, waits, None, String::new(), None);
        Ok((ListEntryId(entry), read_objection(row)?))
    };
    rows.into_iter().map(read).collect()
}

type ObjectionRow =
    (i64, String, String, String, String, Option<i64>, Option<String>, String, Option<String>);

fn read_objection(row: ObjectionRow) -> Result<ListObjection, StoreError> {
    let (id, raised_on, reason, length, due, waits, outcome, answer, answered_on) = row;
    let at = ("list_objection", id);
    let corrupt = || StoreError::Corrupt { table: at.0, id };
    let raised_on = read_day(&raised_on, at.0, id)?;
    let outcome = outcome.map(|code| Outcome::from_code(&code).ok_or_else(corrupt)).transpose()?;
    Ok(ListObjection {
        id: ListObjectionId(id),
        raised_on,
        reason,
        due: deadline::read(raised_on, (&length, &due, waits), at)?,
        outcome,
        answer,
        answered_on: answered_on.map(|day| read_day(&day, at.0, id)).transpose()?,
    })
}

written! {
    "list_entry":
    board, unit, person, decision, stage, reason, consent, proposed_on, statement_length,
    statement_due, statement_waits, statement, office, verified, purpose, effect, safeguard,
    noticed_on, notice_length, notice_due, notice_waits, expiry_length, expiry_due, expiry_waits,
    objected_on, held_until, removed_on, removal, latest_on, version
}

/// Adds an entry.
pub async fn insert(write: &mut Write, new: &ListEntry) -> Result<(), StoreError> {
    write_row(write, new, INSERT).await
}

/// Writes every field of an entry; its objections stay as they are.
pub async fn update(write: &mut Write, row: &ListEntry) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

/// Adds an objection that waits for its answer.
pub async fn add_objection(
    write: &mut Write,
    id: ListEntryId,
    new: &ListObjection,
) -> Result<(), StoreError> {
    const OBJECTION: Target = Target {
        table: "list_objection",
        columns: &[
            "id",
            "list_entry",
            "raised_on",
            "reason",
            "answer_length",
            "answer_due",
            "answer_waits",
            "answer",
        ],
        tail: "",
    };
    let due = deadline::columns(&new.due);
    let columns = vec![
        Column::Int(vec![new.id.0]),
        Column::Int(vec![id.0]),
        Column::Text(vec![new.raised_on.to_string()]),
        Column::Text(vec![new.reason.clone()]),
        Column::Text(vec![due.length]),
        Column::Text(vec![due.due]),
        Column::MaybeInt(vec![due.waits]),
        Column::Text(vec![new.answer.clone()]),
    ];
    write.insert(OBJECTION, columns).await.map(drop)
}

/// Writes the answer to the objection that waits for it.
pub async fn answer(
    write: &mut Write,
    id: ListEntryId,
    (outcome, answer, day): (Outcome, &str, Date),
) -> Result<(), StoreError> {
    const SQL: &str = "
        update list_objection
           set outcome = $2, answer = $3, answered_on = $4
         where list_entry = $1 and outcome is null";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(outcome.code())
        .bind(answer)
        .bind(day.to_string())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

async fn write_row(
    write: &mut Write,
    row: &ListEntry,
    sql: &'static str,
) -> Result<(), StoreError> {
    let statement = maybe_columns(row.statement_due.as_ref());
    let notice = maybe_columns(row.notice_due.as_ref());
    let expiry = maybe_columns(row.expiry.as_ref());
    let weighed = row.assessment.clone().unwrap_or_default();
    let text = |day: Option<Date>| day.map(|day| day.to_string());
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.board.code())
        .bind(row.unit.0)
        .bind(row.person.map(|id| id.0))
        .bind(row.decision.map(|id| id.0))
        .bind(row.stage.code())
        .bind(&row.reason)
        .bind(&row.consent)
        .bind(row.proposed_on.to_string())
        .bind(statement.0)
        .bind(statement.1)
        .bind(statement.2)
        .bind(&row.statement)
        .bind(row.office.map(|id| id.0))
        .bind(&row.verified)
        .bind(&weighed.purpose)
        .bind(&weighed.effect)
        .bind(&weighed.safeguard)
        .bind(text(row.noticed_on))
        .bind(notice.0)
        .bind(notice.1)
        .bind(notice.2)
        .bind(expiry.0)
        .bind(expiry.1)
        .bind(expiry.2)
        .bind(text(row.objected_on))
        .bind(text(row.held_until))
        .bind(text(row.removed_on))
        .bind(&row.removal)
        .bind(row.latest_on.to_string())
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn placed(Pair(row, units): Pair<EntryRow, UnitsRow>) -> Result<Placed, StoreError> {
    let (office, unit) = read_units(units)?;
    let person = row.person_name.clone();
    let entry = read(row)?;
    Ok(Placed { unit, office: entry.office.map(|_| office), person, entry })
}

fn read(row: EntryRow) -> Result<ListEntry, StoreError> {
    let at = (TABLE, row.id);
    let corrupt = || StoreError::Corrupt { table: TABLE, id: row.id };
    let day = |text: &str| read_day(text, TABLE, row.id);
    let maybe_day = |text: &Option<String>| text.as_deref().map(day).transpose();
    let (proposed_on, noticed_on) = (day(&row.proposed_on)?, maybe_day(&row.noticed_on)?);
    let statement =
        (row.statement_length.as_deref(), row.statement_due.as_deref(), row.statement_waits);
    let notice = (row.notice_length.as_deref(), row.notice_due.as_deref(), row.notice_waits);
    let expiry = (row.expiry_length.as_deref(), row.expiry_due.as_deref(), row.expiry_waits);
    let notice_due = maybe_read(noticed_on, notice, at)?;
    let listed_after = notice_due.map(|term| term.due.earliest());
    let [purpose, effect, safeguard] = [row.purpose, row.effect, row.safeguard];
    let is_weighed = !purpose.is_empty();
    Ok(ListEntry {
        id: ListEntryId(row.id),
        board: Spelled::from_code(&row.board).ok_or_else(corrupt)?,
        unit: UnitId(row.unit),
        person: row.person.map(PersonId),
        decision: row.decision.map(AccountabilityId),
        stage: Spelled::from_code(&row.stage).ok_or_else(corrupt)?,
        proposed_on,
        statement_due: maybe_read(Some(proposed_on), statement, at)?,
        office: row.office.map(UnitId),
        assessment: is_weighed.then_some(Assessment { purpose, effect, safeguard }),
        noticed_on,
        notice_due,
        expiry: maybe_read(listed_after, expiry, at)?,
        objected_on: maybe_day(&row.objected_on)?,
        held_until: maybe_day(&row.held_until)?,
        removed_on: maybe_day(&row.removed_on)?,
        latest_on: day(&row.latest_on)?,
        version: row.version,
        reason: row.reason,
        consent: row.consent,
        statement: row.statement,
        verified: row.verified,
        removal: row.removal,
    })
}
