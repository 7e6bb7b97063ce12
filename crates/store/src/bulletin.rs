//! Bulletins (通报): one by one. Lists are in [`list`].

pub mod list;
pub mod naming;

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::deadline;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::person::read_day;
use crate::review::standing::{self, outcome, under_review};
use crate::row::{wide_row, written};
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::accountability::Stage as Held;
use qz_domain::bulletin::{Assessment, Bulletin, Correction, Item, Kind, Promise, Scope, Stage};
use qz_domain::id::{AccountabilityId, BulletinId, CorrectionId, FindingId, PersonId, UnitId};
use qz_domain::number::DocumentNumber;
use qz_domain::review::{Outcome, Standing};
use qz_domain::spelled::Spelled;
use qz_domain::weight::Weight;

const TABLE: &str = "bulletin";

wide_row! {
    /// A bulletin as it comes.
    BulletinRow {
        id: i64,
        organ: i64,
        kind: String,
        scope: String,
        stage: String,
        title: String,
        lead: String,
        close: String,
        requester: Option<i64>,
        year: Option<i64>,
        serial: Option<i64>,
        drafted_on: String,
        latest_on: String,
        signed_on: Option<String>,
        published_on: Option<String>,
        expiry_length: Option<String>,
        expires_on: Option<String>,
        expiry_waits: Option<i64>,
        version: i64,
    }
}

/// A bulletin by its number in the store, with all it holds.
pub async fn find(conn: &mut Conn, id: BulletinId) -> Result<Option<Bulletin>, StoreError> {
    const SQL: &str = "
        select id, organ, kind, scope, stage, title, lead, close, requester, year, serial
             , drafted_on, latest_on, signed_on, published_on, expiry_length, expires_on
             , expiry_waits, version
          from bulletin
         where id = $1";
    let row: Option<BulletinRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    let mut bulletin = read(row)?;
    read_what_it_holds(conn, &mut bulletin).await?;
    Ok(Some(bulletin))
}

/// Decisions, faults, plan, assessment and corrections, in one statement.
async fn read_what_it_holds(conn: &mut Conn, bulletin: &mut Bulletin) -> Result<(), StoreError> {
    const SQL: &str = concat!(
        "
        select 'item' as part, i.place, cast(a.id as text), i.naming, coalesce(",
        outcome!("a"),
        ", '')
          from bulletin_item i join accountability a on a.id = i.accountability
         where i.bulletin = $1
        union all
        select 'fault', place, body, '', ''
          from bulletin_fault
         where bulletin = $1
        union all
        select 'promise', place, item, standard, due
          from bulletin_promise
         where bulletin = $1
        union all
        select 'assessment', 0, purpose, effect, safeguard
          from bulletin_assessment
         where bulletin = $1
        union all
        select 'correction', id, kind, corrected_on, reason
          from bulletin_correction
         where bulletin = $1
         order by 1, 2"
    );
    type Row = (String, i64, String, String, String);
    let id = bulletin.id.0;
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).bind(id).fetch_all(c).await)?;
    for (part, place, first, second, third) in rows {
        match part.as_str() {
            "item" => {
                bulletin.items.push(item(id, &first, second, &third)?);
            }
            "fault" => bulletin.faults.push(first),
            "correction" => bulletin.corrections.push(correction(place, &first, &second, third)?),
            "assessment" => {
                let (purpose, effect, safeguard) = (first, second, third);
                bulletin.assessment = Some(Assessment { purpose, effect, safeguard });
            }
            _ => {
                let due = read_day(&third, "bulletin_promise", id)?;
                bulletin.plan.push(Promise { item: first, standard: second, due });
            }
        }
    }
    Ok(())
}

/// A decision that bulletin `id` tells of: its number in the store, why it is named, and what a review made of it.
fn item(id: i64, held: &str, naming: String, outcome: &str) -> Result<Item, StoreError> {
    let corrupt = || StoreError::Corrupt { table: "bulletin_item", id };
    let accountability = AccountabilityId(held.parse().map_err(|_| corrupt())?);
    let outcome = match outcome {
        "" => None,
        code => Some(Outcome::from_code(code).ok_or_else(corrupt)?),
    };
    Ok(Item { accountability, naming, outcome })
}

fn correction(id: i64, kind: &str, on: &str, reason: String) -> Result<Correction, StoreError> {
    const TABLE: &str = "bulletin_correction";
    Ok(Correction {
        id: CorrectionId(id),
        kind: Spelled::from_code(kind).ok_or(StoreError::Corrupt { table: TABLE, id })?,
        on: read_day(on, TABLE, id)?,
        reason,
    })
}

/// A decision as the source of a bulletin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Which.
    pub accountability: AccountabilityId,
    /// Whose it is.
    pub organ: UnitId,
    /// Where it stands.
    pub stage: Held,
    /// Served on, once it was.
    pub served_on: Option<Date>,
    /// What reviews made of it.
    pub standing: Standing,
    /// The bulletin that tells of it, unless that was called off.
    pub told_by: Option<BulletinId>,
    /// How much the procedure of its finding weighed.
    pub weight: Weight,
}

/// A decision's number, organ, stage, day of service, reviews under way, what the last one made of it, the bulletin
/// that tells of it, and the weight of its procedure.
type SourceRow = (i64, i64, String, Option<String>, i64, Option<String>, Option<i64>, String);

/// These decisions as sources.
pub async fn sources(conn: &mut Conn, ids: &[AccountabilityId]) -> Result<Vec<Source>, StoreError> {
    const FROM: &str = "accountability a join finding f on f.id = a.finding
          left join (select i.accountability as told, b.id as teller
                       from bulletin_item i join bulletin b on b.id = i.bulletin
                      where b.stage <> 'called_off') t
            on t.told = a.id";
    const COLUMNS: &str = concat!(
        "a.id, a.organ, a.stage, a.served_on, ",
        under_review!("a"),
        ", ",
        outcome!("a"),
        ", t.teller, f.weight"
    );
    let mut list = List::new(COLUMNS, FROM);
    list.any(ids.iter().map(|id| ("a.id = $?", Value::Int(id.0))).collect());
    let rows: Vec<SourceRow> = list.rows(conn, "a.id, t.teller", Page::all()).await?;
    rows.into_iter()
        .map(|(id, organ, stage, served, reviews, outcome, teller, weight)| {
            let corrupt = || StoreError::Corrupt { table: "accountability", id };
            let stage = Held::from_code(&stage).ok_or_else(corrupt)?;
            let served_on = served.map(|day| read_day(&day, "accountability", id)).transpose()?;
            let (organ, told_by) = (UnitId(organ), teller.map(BulletinId));
            let accountability = AccountabilityId(id);
            let standing = standing::read(reviews, outcome.as_deref(), ("accountability", id))?;
            let weight = Weight::from_code(&weight).ok_or_else(corrupt)?;
            Ok(Source { accountability, organ, stage, served_on, standing, told_by, weight })
        })
        .collect()
}

/// A published bulletin that tells of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    /// Which.
    pub bulletin: BulletinId,
    /// Its number.
    pub number: Option<DocumentNumber>,
    /// Whether it gives a reason to show who the decision is on.
    pub is_named: bool,
}

/// The published bulletins that tell of a decision, in order.
pub async fn telling(conn: &mut Conn, id: AccountabilityId) -> Result<Vec<Telling>, StoreError> {
    const SQL: &str = "
        select b.id, b.year, b.serial, case when i.naming = '' then 0 else 1 end
          from bulletin_item i join bulletin b on b.id = i.bulletin
         where i.accountability = $1 and b.stage = 'published'
         order by b.id";
    type Row = (i64, Option<i64>, Option<i64>, i32);
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let read = |(id, year, serial, named): Row| {
        let number = crate::accountability::read_document_number(year, serial);
        Ok(Telling {
            bulletin: BulletinId(id),
            number: number.map_err(|()| StoreError::Corrupt { table: TABLE, id })?,
            is_named: named == 1,
        })
    };
    rows.into_iter().map(read).collect()
}

/// The highest serial of an organ's bulletins of a kind in a year, 0 when there is none.
pub async fn last_serial(
    conn: &mut Conn,
    (organ, kind): (UnitId, Kind),
    year: i16,
) -> Result<i64, StoreError> {
    const SQL: &str = "
        select coalesce(max(serial), 0)
          from bulletin
         where organ = $1 and kind = $2 and year = $3";
    let (serial,): (i64,) = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(organ.0)
        .bind(kind.code())
        .bind(i64::from(year))
        .fetch_one(c)
        .await)?;
    Ok(serial)
}

/// The latest bulletin with a title.
pub async fn titled(conn: &mut Conn, title: &str) -> Result<Option<BulletinId>, StoreError> {
    const SQL: &str = "select max(id) from bulletin where title = $1";
    let (id,): (Option<i64>,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(title).fetch_one(c).await)?;
    Ok(id.map(BulletinId))
}

/// Which of these decisions stand in a bulletin that is not called off.
pub async fn carried(
    conn: &mut Conn,
    ids: &[AccountabilityId],
) -> Result<Vec<AccountabilityId>, StoreError> {
    let from = "bulletin_item i join bulletin b on b.id = i.bulletin";
    let mut list = List::new("i.accountability, b.id", from);
    list.only("b.stage <> 'called_off'");
    list.any(ids.iter().map(|id| ("i.accountability = $?", Value::Int(id.0))).collect());
    let rows: Vec<(i64, i64)> = list.rows(conn, "i.accountability", Page::all()).await?;
    Ok(rows.into_iter().map(|(id, _)| AccountabilityId(id)).collect())
}

/// Adds what a bulletin says of a decision that was changed.
pub async fn add_correction(
    write: &mut Write,
    id: BulletinId,
    correction: &Correction,
) -> Result<(), StoreError> {
    const CORRECTION: Target = Target {
        table: "bulletin_correction",
        columns: &["id", "bulletin", "kind", "corrected_on", "reason"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![correction.id.0]),
        Column::Int(vec![id.0]),
        Column::Text(vec![correction.kind.code().to_owned()]),
        Column::Text(vec![correction.on.to_string()]),
        Column::Text(vec![correction.reason.clone()]),
    ];
    write.insert(CORRECTION, columns).await.map(drop)
}

/// The published bulletins that make these decisions known, oldest first.
pub async fn published_on(
    conn: &mut Conn,
    ids: &[AccountabilityId],
) -> Result<Vec<BulletinId>, StoreError> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let from = "bulletin_item i join bulletin b on b.id = i.bulletin";
    let mut list = List::new("i.accountability, b.id", from);
    list.only("b.stage = 'published'");
    list.any(ids.iter().map(|id| ("i.accountability = $?", Value::Int(id.0))).collect());
    let rows: Vec<(i64, i64)> = list.rows(conn, "b.id, i.accountability", Page::all()).await?;
    let mut found: Vec<_> = rows.into_iter().map(|(_, id)| BulletinId(id)).collect();
    found.dedup();
    Ok(found)
}

/// The published bulletins without a last day of names that tell of decisions on these findings, each with the
/// finding, in one statement.
pub async fn without_end_on(
    conn: &mut Conn,
    ids: &[FindingId],
) -> Result<Vec<(FindingId, BulletinId)>, StoreError> {
    let from = "bulletin_item i join bulletin b on b.id = i.bulletin
        join accountability a on a.id = i.accountability";
    let mut list = List::new("a.finding, b.id", from);
    list.only("b.stage = 'published' and b.expires_on is null and b.expiry_waits is null");
    list.of_any("a.finding = $?", ids.iter().map(|id| id.0));
    let rows: Vec<(i64, i64)> = list.rows(conn, "b.id, a.finding", Page::all()).await?;
    let mut found: Vec<_> =
        rows.into_iter().map(|(finding, id)| (FindingId(finding), BulletinId(id))).collect();
    found.dedup();
    Ok(found)
}

written! {
    "bulletin":
    organ, kind, scope, stage, title, lead, close, requester, year, serial, drafted_on, latest_on,
    signed_on, published_on, expiry_length, expires_on, expiry_waits, version
}

/// Adds a bulletin with all it holds.
pub async fn insert(write: &mut Write, bulletin: &Bulletin) -> Result<(), StoreError> {
    write_row(write, bulletin, INSERT).await?;
    put_items(write, bulletin.id, &changed(&[], &bulletin.items)).await?;
    put_faults(write, bulletin.id, &changed(&[], &bulletin.faults)).await?;
    put_plan(write, bulletin.id, &changed(&[], &bulletin.plan)).await
}

/// Writes a bulletin anew with what it holds; `before` is how it stood.
pub async fn replace(
    write: &mut Write,
    before: &Bulletin,
    bulletin: &Bulletin,
) -> Result<(), StoreError> {
    const SQL_ITEM: &str = "delete from bulletin_item where bulletin = $1 and place > $2";
    const SQL_FAULT: &str = "delete from bulletin_fault where bulletin = $1 and place > $2";
    const SQL_PROMISE: &str = "delete from bulletin_promise where bulletin = $1 and place > $2";
    let Bulletin { id, items, faults, plan, .. } = bulletin;
    update(write, bulletin).await?;
    put_items(write, *id, &changed(&before.items, items)).await?;
    cut(write, *id, SQL_ITEM, (before.items.len(), items.len())).await?;
    put_faults(write, *id, &changed(&before.faults, faults)).await?;
    cut(write, *id, SQL_FAULT, (before.faults.len(), faults.len())).await?;
    put_plan(write, *id, &changed(&before.plan, plan)).await?;
    cut(write, *id, SQL_PROMISE, (before.plan.len(), plan.len())).await
}

/// Adds what a bulletin's reviewer weighed.
pub async fn assess(write: &mut Write, id: BulletinId, it: &Assessment) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into bulletin_assessment ( bulletin, purpose, effect, safeguard )
        values ( $1, $2, $3, $4 )";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(&it.purpose)
        .bind(&it.effect)
        .bind(&it.safeguard)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// What stands at its place, counted from 1, for the first time or otherwise than before.
fn changed<'a, T: PartialEq>(before: &[T], now: &'a [T]) -> Vec<(i64, &'a T)> {
    let all = (1..).zip(now).enumerate();
    all.filter(|(at, (_, one))| before.get(*at) != Some(one)).map(|(_, placed)| placed).collect()
}

/// Takes away what stands behind the last place, when there were more places before.
async fn cut(
    write: &mut Write,
    id: BulletinId,
    sql: &'static str,
    (before, now): (usize, usize),
) -> Result<(), StoreError> {
    if before <= now {
        return Ok(());
    }
    let last = i64::try_from(now).unwrap_or(i64::MAX);
    on_either!(
        write.reads(),
        c => sqlx::query(sql).bind(id.0).bind(last).execute(c).await.map(drop)
    )?;
    Ok(())
}

/// Writes every field of a bulletin; what it holds stays.
pub async fn update(write: &mut Write, bulletin: &Bulletin) -> Result<(), StoreError> {
    write_row(write, bulletin, UPDATE).await
}

async fn write_row(
    write: &mut Write,
    bulletin: &Bulletin,
    sql: &'static str,
) -> Result<(), StoreError> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let expiry = deadline::maybe_columns(bulletin.expiry.as_ref());
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(bulletin.organ.0)
        .bind(bulletin.kind.code())
        .bind(bulletin.scope.code())
        .bind(bulletin.stage.code())
        .bind(&bulletin.title)
        .bind(&bulletin.lead)
        .bind(&bulletin.close)
        .bind(bulletin.on.map(|person| person.0))
        .bind(bulletin.number.map(|number| i64::from(number.year)))
        .bind(bulletin.number.map(|number| number.serial))
        .bind(bulletin.drafted_on.to_string())
        .bind(bulletin.latest_on.to_string())
        .bind(day(bulletin.signed_on))
        .bind(day(bulletin.published_on))
        .bind(&expiry.0)
        .bind(&expiry.1)
        .bind(expiry.2)
        .bind(bulletin.version)
        .bind(bulletin.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn places<T>(id: BulletinId, rows: &[(i64, &T)]) -> [Column; 2] {
    let place = rows.iter().map(|(place, _)| *place).collect();
    [Column::Int(vec![id.0; rows.len()]), Column::Int(place)]
}

async fn put_items(
    write: &mut Write,
    id: BulletinId,
    rows: &[(i64, &Item)],
) -> Result<(), StoreError> {
    const ITEM: Target = Target {
        table: "bulletin_item",
        columns: &["bulletin", "place", "accountability", "naming"],
        tail: "on conflict (bulletin, place) do update
                  set accountability = excluded.accountability, naming = excluded.naming",
    };
    let [bulletin, place] = places(id, rows);
    let columns = vec![
        bulletin,
        place,
        Column::Int(rows.iter().map(|(_, item)| item.accountability.0).collect()),
        Column::Text(rows.iter().map(|(_, item)| item.naming.clone()).collect()),
    ];
    write.insert(ITEM, columns).await.map(drop)
}

async fn put_faults(
    write: &mut Write,
    id: BulletinId,
    rows: &[(i64, &String)],
) -> Result<(), StoreError> {
    const FAULT: Target = Target {
        table: "bulletin_fault",
        columns: &["bulletin", "place", "body"],
        tail: "on conflict (bulletin, place) do update set body = excluded.body",
    };
    let [bulletin, place] = places(id, rows);
    let body = Column::Text(rows.iter().map(|(_, fault)| (*fault).clone()).collect());
    write.insert(FAULT, vec![bulletin, place, body]).await.map(drop)
}

async fn put_plan(
    write: &mut Write,
    id: BulletinId,
    rows: &[(i64, &Promise)],
) -> Result<(), StoreError> {
    const PROMISE: Target = Target {
        table: "bulletin_promise",
        columns: &["bulletin", "place", "item", "standard", "due"],
        tail: "on conflict (bulletin, place) do update
                  set item = excluded.item, standard = excluded.standard, due = excluded.due",
    };
    let [bulletin, place] = places(id, rows);
    let columns = vec![
        bulletin,
        place,
        Column::Text(rows.iter().map(|(_, promise)| promise.item.clone()).collect()),
        Column::Text(rows.iter().map(|(_, promise)| promise.standard.clone()).collect()),
        Column::Text(rows.iter().map(|(_, promise)| promise.due.to_string()).collect()),
    ];
    write.insert(PROMISE, columns).await.map(drop)
}

fn read(row: BulletinRow) -> Result<Bulletin, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: TABLE, id };
    let day =
        |text: &Option<String>| text.as_deref().map(|text| read_day(text, TABLE, id)).transpose();
    let published_on = day(&row.published_on)?;
    let expiry = (row.expiry_length.as_deref(), row.expires_on.as_deref(), row.expiry_waits);
    let number = crate::accountability::read_document_number(row.year, row.serial);
    Ok(Bulletin {
        id: BulletinId(id),
        organ: UnitId(row.organ),
        kind: Kind::from_code(&row.kind).ok_or_else(corrupt)?,
        scope: Scope::from_code(&row.scope).ok_or_else(corrupt)?,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        on: row.requester.map(PersonId),
        number: number.map_err(|()| corrupt())?,
        drafted_on: read_day(&row.drafted_on, TABLE, id)?,
        latest_on: read_day(&row.latest_on, TABLE, id)?,
        signed_on: day(&row.signed_on)?,
        published_on,
        expiry: deadline::maybe_read(published_on, expiry, (TABLE, id))?,
        title: row.title,
        lead: row.lead,
        close: row.close,
        version: row.version,
        items: vec![],
        faults: vec![],
        plan: vec![],
        assessment: None,
        corrections: vec![],
    })
}
