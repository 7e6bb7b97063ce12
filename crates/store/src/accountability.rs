//! Accountabilities (问责): one by one. Lists are in [`list`], counts in [`figure`].

pub mod figure;
pub mod list;
pub mod service;
pub mod tolerance;

use crate::conn::{Conn, on_either};
use crate::deadline;
use crate::error::StoreError;
use crate::list::{List, Page};
use crate::person::read_day;
use crate::review::standing::{self, outcome, under_review};
use crate::row::{Pair, wide_row, written};
use crate::unit::read_unit;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::accountability::{Accountability, Answerable, Stage};
use qz_domain::id::{AccountabilityId, FindingId, PersonId, UnitId};
use qz_domain::number::DocumentNumber;
use qz_domain::person::PersonKind;
use qz_domain::post::Rank;
use qz_domain::review;
use qz_domain::spelled::Spelled;
use qz_domain::unit::{Line, Unit};
use qz_domain::weight::Weight;

const TABLE: &str = "accountability";

wide_row! {
    /// An accountability as it comes.
    pub(crate) AccountabilityRow {
        id: i64,
        finding: i64,
        organ: i64,
        unit: i64,
        person: Option<i64>,
        rank: Option<String>,
        footing: Option<String>,
        stage: String,
        conduct: String,
        ground: String,
        proposed: String,
        noticed_on: String,
        answer_length: String,
        answer_due: String,
        answer_waits: Option<i64>,
        statement: String,
        answered_on: Option<String>,
        response: String,
        measure: String,
        lasts: Option<String>,
        because: String,
        decided_on: Option<String>,
        year: Option<i64>,
        serial: Option<i64>,
        served_on: Option<String>,
        remedy_length: Option<String>,
        remedy_due: Option<String>,
        remedy_waits: Option<i64>,
        version: i64,
        instead_of: Option<i64>,
        handed_because: String,
    }
}

wide_row! {
    /// Its two units, the day on which its finding was borne out or said to be unfounded, and what it renews.
    pub(crate) AroundRow {
        o_id: i64,
        o_code: String,
        o_name: String,
        o_name_en: String,
        o_kind: String,
        o_parent: Option<i64>,
        o_line: String,
        o_since: String,
        u_id: i64,
        u_code: String,
        u_name: String,
        u_name_en: String,
        u_kind: String,
        u_parent: Option<i64>,
        u_line: String,
        u_since: String,
        borne_out_on: Option<String>,
        unfounded_on: Option<String>,
        renews: Option<i64>,
        measure_now: String,
        weight: String,
        without_fault: i64,
        reviewer: Option<i64>,
        reviewer_line: Option<String>,
    }
}

/// An accountability with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    /// The record.
    pub row: Accountability,
    /// The organ that decides.
    pub organ: Unit,
    /// The unit held to account, or the one whose post the person held.
    pub unit: Unit,
    /// The day on which its finding was borne out, when it was.
    pub borne_out_on: Option<Date>,
    /// The day on which its finding was said to be unfounded, when it was.
    pub unfounded_on: Option<Date>,
    /// The earlier one on the same subject that a review sent back to be decided anew.
    pub renews: Option<AccountabilityId>,
    /// Code of the measure that stands: as decided, or as a review varied it.
    pub measure_now: String,
    /// How much the procedure of its finding weighs.
    pub weight: Weight,
    /// Whether the chain of its finding holds the subject and finds no fault of their own.
    pub is_without_fault: bool,
    /// The organ that a review of it was handed over to, with its line.
    pub reviewer: Option<(UnitId, Line)>,
}

/// Every column of the table.
macro_rules! own_columns {
    () => {
        "a.id, a.finding, a.organ, a.unit, a.person, a.rank, a.footing, a.stage
              , a.conduct, a.ground, a.proposed, a.noticed_on, a.answer_length, a.answer_due
              , a.answer_waits, a.statement, a.answered_on, a.response, a.measure, a.lasts, a.because
              , a.decided_on, a.year, a.serial, a.served_on, a.remedy_length, a.remedy_due
              , a.remedy_waits, a.version, a.instead_of, a.handed_because"
    };
}

/// Every column of what stands around it, for the joins of [`around_joins`].
macro_rules! around_columns {
    () => {
        "o.id as o_id, o.code as o_code, o.name as o_name, o.name_en as o_name_en
         , o.kind as o_kind, o.parent as o_parent, o.line as o_line, o.since as o_since
         , u.id as u_id, u.code as u_code, u.name as u_name, u.name_en as u_name_en
         , u.kind as u_kind, u.parent as u_parent, u.line as u_line, u.since as u_since
         , case when f.stage in ('upheld', 'partly') then f.adjudicated_on end as borne_out_on
         , case when f.stage = 'unfounded' then f.adjudicated_on end as unfounded_on
         , (select max(e.id)
              from accountability e join review w on w.accountability = e.id
             where e.finding = a.finding and e.id < a.id and w.stage = 'served'
               and w.outcome = 'sent_back' and e.unit = a.unit
               and coalesce(e.person, 0) = coalesce(a.person, 0)) as renews
         , coalesce((select w.measure from review w where w.accountability = a.id
                        and w.stage = 'served' and w.outcome = 'varied'
                      order by w.id desc limit 1), a.measure) as measure_now
         , f.weight
         , (select count(*)
              from chain c join chain_link k on k.chain = c.id
             where c.finding = a.finding and k.person = a.person and k.fault is null
               and c.laying = (select max(m.laying) from chain m where m.finding = c.finding))
           as without_fault
         , (select w.organ from review w where w.accountability = a.id and w.organ <> a.organ
             order by w.id desc limit 1) as reviewer
         , (select q.line from review w join unit q on q.id = w.organ
             where w.accountability = a.id and w.organ <> a.organ
             order by w.id desc limit 1) as reviewer_line"
    };
}

macro_rules! around_joins {
    () => {
        " join finding f on f.id = a.finding join unit o on o.id = a.organ
          join unit u on u.id = a.unit "
    };
}

pub(crate) use {around_columns, around_joins, own_columns};

/// Every column of the table, for one reader of it.
macro_rules! select {
    ($rest:literal) => {
        concat!("select ", own_columns!(), " from accountability a ", $rest)
    };
}

/// An accountability by its number in the store.
pub async fn find(
    conn: &mut Conn,
    id: AccountabilityId,
) -> Result<Option<Accountability>, StoreError> {
    const SQL: &str = select!("where a.id = $1");
    let row: Option<AccountabilityRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// An accountability with its units and the day of its finding, in one statement.
pub async fn find_around(
    conn: &mut Conn,
    id: AccountabilityId,
) -> Result<Option<Around>, StoreError> {
    const SQL: &str = concat!(
        "select ",
        own_columns!(),
        ", ",
        around_columns!(),
        " from accountability a ",
        around_joins!(),
        "where a.id = $1"
    );
    let found: Option<Pair<AccountabilityRow, AroundRow>> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    found.map(|Pair(row, around)| read_around(row, around)).transpose()
}

pub(crate) fn read_around(row: AccountabilityRow, a: AroundRow) -> Result<Around, StoreError> {
    let id = row.id;
    let organ =
        (a.o_id, a.o_code, a.o_name, a.o_name_en, a.o_kind, a.o_parent, a.o_line, a.o_since);
    let unit = (a.u_id, a.u_code, a.u_name, a.u_name_en, a.u_kind, a.u_parent, a.u_line, a.u_since);
    let day = |day: Option<String>| day.map(|day| read_day(&day, TABLE, id)).transpose();
    let reviewer = a.reviewer.zip(a.reviewer_line).map(|(unit, line)| {
        let line = Line::from_code(&line).ok_or(StoreError::Corrupt { table: "unit", id: unit })?;
        Ok::<_, StoreError>((UnitId(unit), line))
    });
    Ok(Around {
        row: read(row)?,
        organ: read_unit(organ)?,
        unit: read_unit(unit)?,
        borne_out_on: day(a.borne_out_on)?,
        unfounded_on: day(a.unfounded_on)?,
        renews: a.renews.map(AccountabilityId),
        measure_now: a.measure_now,
        weight: Weight::from_code(&a.weight).ok_or(StoreError::Corrupt { table: "finding", id })?,
        is_without_fault: a.without_fault > 0,
        reviewer: reviewer.transpose()?,
    })
}

/// Those that rest on a finding, in order.
pub async fn of_finding(conn: &mut Conn, id: FindingId) -> Result<Vec<Accountability>, StoreError> {
    const SQL: &str = select!("where a.finding = $1 order by a.id");
    let rows: Vec<AccountabilityRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

/// Those that rest on these findings, in order, in one statement.
pub async fn of_findings(
    conn: &mut Conn,
    ids: &[FindingId],
) -> Result<Vec<Accountability>, StoreError> {
    let mut list = List::new(own_columns!(), "accountability a");
    list.of_any("a.finding = $?", ids.iter().map(|id| id.0));
    let rows: Vec<AccountabilityRow> = list.rows(conn, "a.id", Page::all()).await?;
    rows.into_iter().map(read).collect()
}

wide_row! {
    /// What reviews made of a decision, as it comes.
    StandingRow {
        reviews: i64,
        outcome: Option<String>,
    }
}

/// A decision with what reviews made of it.
pub type Judged = (Accountability, review::Standing);

macro_rules! judged {
    ($rest:literal) => {
        concat!(
            "select ",
            own_columns!(),
            ", ",
            under_review!("a"),
            " as reviews, ",
            outcome!("a"),
            " as outcome from accountability a ",
            $rest
        )
    };
}

/// A decision with what reviews made of it.
pub async fn judged(conn: &mut Conn, id: AccountabilityId) -> Result<Option<Judged>, StoreError> {
    const SQL: &str = judged!("where a.id = $1");
    let row: Option<Pair<AccountabilityRow, StandingRow>> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read_judged).transpose()
}

/// Those whose decision an entry of the black list rests on, each with what reviews made of it.
pub async fn behind_lists(conn: &mut Conn) -> Result<Vec<Judged>, StoreError> {
    const SQL: &str = judged!(
        "where a.id in (select decision from list_entry where decision is not null) order by a.id"
    );
    let rows: Vec<Pair<AccountabilityRow, StandingRow>> =
        on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    rows.into_iter().map(read_judged).collect()
}

fn read_judged(
    Pair(row, standing): Pair<AccountabilityRow, StandingRow>,
) -> Result<Judged, StoreError> {
    let at = (TABLE, row.id);
    let StandingRow { reviews, outcome } = standing;
    Ok((read(row)?, standing::read(reviews, outcome.as_deref(), at)?))
}

/// Those whose decision a bulletin makes known, in its order.
pub async fn of_bulletin(
    conn: &mut Conn,
    id: qz_domain::id::BulletinId,
) -> Result<Vec<Accountability>, StoreError> {
    const SQL: &str = select!(
        "join bulletin_item i on i.accountability = a.id where i.bulletin = $1 order by i.place"
    );
    let rows: Vec<AccountabilityRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

/// The highest serial of an organ's decisions in a year, 0 when there is none.
pub async fn last_serial(conn: &mut Conn, organ: UnitId, year: i16) -> Result<i64, StoreError> {
    const SQL: &str = "
        select coalesce(max(serial), 0) from accountability where organ = $1 and year = $2";
    let year = i64::from(year);
    let (serial,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(organ.0).bind(year).fetch_one(c).await)?;
    Ok(serial)
}

/// What somebody named by work number or by name was on a day; `None` when there is no such person,
/// or two of the name, or no own post. What stands beside the own post changes no rank.
pub async fn standing_of(
    conn: &mut Conn,
    given: &str,
    day: Date,
) -> Result<Option<(NamedStanding, Unit)>, StoreError> {
    const SQL: &str = "
        select p.id, p.name, t.rank, t.leads, p.kind, u.id, u.code, u.name, u.name_en, u.kind
             , u.parent, u.line, u.since
          from person p
          join appointment a
            on a.person = p.id and a.kind = 'full'
           and a.since <= $2 and coalesce(a.until, $2) >= $2
          join post t on t.id = a.post
          join unit u on u.id = a.unit
         where p.number = $1 or p.name = $1
         order by a.since, a.id";
    type Row = (
        i64,
        String,
        String,
        i64,
        String,
        i64,
        String,
        String,
        String,
        String,
        Option<i64>,
        String,
        String,
    );
    let rows: Vec<Row> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(given).bind(day.to_string()).fetch_all(c).await
    )?;
    let mut found = vec![];
    for row in rows {
        let person = PersonId(row.0);
        let standing = read_standing(person, (row.5, row.2, row.3, row.4))?;
        let unit = (row.5, row.6, row.7, row.8, row.9, row.10, row.11, row.12);
        found.push((NamedStanding { person, name: row.1, standing }, read_unit(unit)?));
    }
    let first = found.first().map(|(named, _)| named.person);
    if found.iter().any(|(named, _)| Some(named.person) != first) {
        return Ok(None);
    }
    Ok(found.into_iter().min_by_key(|(named, _)| named.standing.rank))
}

/// What a person was on a day: unit, rank, whether the post leads, footing. Of several posts the
/// highest.
pub async fn standing_on(
    conn: &mut Conn,
    person: PersonId,
    day: Date,
) -> Result<Option<Standing>, StoreError> {
    const SQL: &str = "
        select a.unit, t.rank, t.leads, p.kind
          from appointment a
          join post t on t.id = a.post
          join person p on p.id = a.person
         where a.person = $1 and a.since <= $2 and coalesce(a.until, $2) >= $2
         order by a.since, a.id";
    type Row = (i64, String, i64, String);
    let rows: Vec<Row> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(person.0).bind(day.to_string()).fetch_all(c).await
    )?;
    let standings = rows.into_iter().map(|row| read_standing(person, row));
    let standings = standings.collect::<Result<Vec<_>, StoreError>>()?;
    Ok(standings.into_iter().min_by_key(|standing| standing.rank))
}

fn read_standing(
    person: PersonId,
    (unit, rank, leads, kind): (i64, String, i64, String),
) -> Result<Standing, StoreError> {
    let corrupt = || StoreError::Corrupt { table: "appointment", id: person.0 };
    let rank = Rank::from_code(&rank).ok_or_else(corrupt)?;
    let kind = PersonKind::from_code(&kind).ok_or_else(corrupt)?;
    Ok(Standing { unit: UnitId(unit), rank, leads: leads == 1, kind })
}

/// What somebody who was named was on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedStanding {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they were.
    pub standing: Standing,
}

/// What a person was on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The unit of the post.
    pub unit: UnitId,
    /// The post's rank.
    pub rank: Rank,
    /// Whether it leads the unit.
    pub leads: bool,
    /// On what footing.
    pub kind: PersonKind,
}

written! {
    "accountability":
    finding, organ, unit, person, rank, footing, stage, conduct, ground, proposed, noticed_on,
    answer_length, answer_due, answer_waits, statement, answered_on, response, measure, lasts, because,
    decided_on, year, serial, served_on, remedy_length, remedy_due, remedy_waits, version,
    instead_of, handed_because
}

/// Adds an accountability.
pub async fn insert(write: &mut Write, row: &Accountability) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of an accountability.
pub async fn update(write: &mut Write, row: &Accountability) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(
    write: &mut Write,
    row: &Accountability,
    sql: &'static str,
) -> Result<(), StoreError> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let (person, rank, footing) = match row.subject {
        Answerable::Unit => (None, None, None),
        Answerable::Person { person, rank, kind } => {
            (Some(person.0), Some(rank.code()), Some(kind.code()))
        }
    };
    let answer = deadline::columns(&row.answer_due);
    let remedy = deadline::maybe_columns(row.remedy_due.as_ref());
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.finding.0)
        .bind(row.organ.0)
        .bind(row.unit.0)
        .bind(person)
        .bind(rank)
        .bind(footing)
        .bind(row.stage.code())
        .bind(&row.conduct)
        .bind(&row.ground)
        .bind(&row.proposed)
        .bind(row.noticed_on.to_string())
        .bind(&answer.length)
        .bind(&answer.due)
        .bind(answer.waits)
        .bind(&row.statement)
        .bind(day(row.answered_on))
        .bind(&row.response)
        .bind(&row.measure)
        .bind(row.lasts.map(|length| length.to_string()))
        .bind(&row.because)
        .bind(day(row.decided_on))
        .bind(row.number.map(|number| i64::from(number.year)))
        .bind(row.number.map(|number| number.serial))
        .bind(day(row.served_on))
        .bind(&remedy.0)
        .bind(&remedy.1)
        .bind(remedy.2)
        .bind(row.version)
        .bind(row.instead_of.map(|organ| organ.0))
        .bind(&row.handed_because)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: AccountabilityRow) -> Result<Accountability, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: TABLE, id };
    let day =
        |text: &Option<String>| text.as_deref().map(|text| read_day(text, TABLE, id)).transpose();
    let noticed_on = read_day(&row.noticed_on, TABLE, id)?;
    let served_on = day(&row.served_on)?;
    let answer = (row.answer_length.as_str(), row.answer_due.as_str(), row.answer_waits);
    let remedy = (row.remedy_length.as_deref(), row.remedy_due.as_deref(), row.remedy_waits);
    Ok(Accountability {
        id: AccountabilityId(id),
        finding: FindingId(row.finding),
        organ: UnitId(row.organ),
        instead_of: row.instead_of.map(UnitId),
        handed_because: row.handed_because.clone(),
        unit: UnitId(row.unit),
        subject: read_subject(&row).ok_or_else(corrupt)?,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        noticed_on,
        answer_due: deadline::read(noticed_on, answer, (TABLE, id))?,
        answered_on: day(&row.answered_on)?,
        decided_on: day(&row.decided_on)?,
        number: read_document_number(row.year, row.serial).map_err(|()| corrupt())?,
        served_on,
        remedy_due: deadline::maybe_read(served_on, remedy, (TABLE, id))?,
        conduct: row.conduct,
        ground: row.ground,
        proposed: row.proposed,
        statement: row.statement,
        response: row.response,
        lasts: row.lasts.as_deref().map(str::parse).transpose().map_err(|_| corrupt())?,
        measure: row.measure,
        because: row.because,
        version: row.version,
    })
}

fn read_subject(row: &AccountabilityRow) -> Option<Answerable> {
    match (row.person, row.rank.as_deref(), row.footing.as_deref()) {
        (None, None, None) => Some(Answerable::Unit),
        (Some(person), Some(rank), Some(footing)) => Some(Answerable::Person {
            person: PersonId(person),
            rank: Rank::from_code(rank)?,
            kind: PersonKind::from_code(footing)?,
        }),
        _ => None,
    }
}

/// A number that may not be taken yet.
pub(crate) fn read_document_number(
    year: Option<i64>,
    serial: Option<i64>,
) -> Result<Option<DocumentNumber>, ()> {
    match (year, serial) {
        (Some(year), Some(serial)) => {
            let year = i16::try_from(year).map_err(drop)?;
            DocumentNumber::new(year, serial).map(Some).ok_or(())
        }
        _ => Ok(None),
    }
}
