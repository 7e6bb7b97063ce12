//! Appointments (任职) as moves: who holds a post, ending one, and the open work of who moves on.

pub mod list;

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::open;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::appointment::WorkKind;
use qz_domain::id::{AppointmentId, HandoverId, PersonId, PostId};
use qz_domain::spelled::Spelled;

/// The name of one who holds a post as their own on a day.
pub async fn holder_of(
    conn: &mut Conn,
    post: PostId,
    day: Date,
) -> Result<Option<String>, StoreError> {
    const SQL: &str = "
        select p.name
          from appointment a join person p on p.id = a.person
         where a.post = $1 and a.kind = 'full' and a.since <= $2 and coalesce(a.until, $2) >= $2
         order by a.since, a.id
         limit 1";
    let row: Option<(String,)> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(post.0).bind(day.to_string()).fetch_optional(c).await
    )?;
    Ok(row.map(|(name,)| name))
}

/// Ends an appointment with its last day.
pub async fn end(write: &mut Write, id: AppointmentId, until: Date) -> Result<(), StoreError> {
    const SQL: &str = "update appointment set until = $2 where id = $1";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(until.to_string())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// A piece of work that is not done: what kind, its number, and of which unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenWork {
    /// What kind.
    pub kind: WorkKind,
    /// Its number in the store.
    pub record: i64,
    /// The unit it is about.
    pub unit: String,
    /// That unit's English name; may be empty.
    pub unit_en: String,
}

/// What a person has a part in that is not done: visits to make, matters and bulletins in work.
pub async fn open_work(conn: &mut Conn, person: PersonId) -> Result<Vec<OpenWork>, StoreError> {
    const SQL: &str = "
        select 'visit' as what, v.id, u.name, u.name_en
          from visit v join unit u on u.id = v.unit
         where replace($2, ',' || v.stage || ',', '') <> $2
           and v.id in (select i.visit from visit_inspector i where i.person = $1)
         union all
        select 'finding', f.id, u.name, u.name_en
          from finding f join unit u on u.id = f.unit
         where replace($3, ',' || f.stage || ',', '') <> $3
           and f.id in (select i.finding from finding_part i where i.person = $1)
         union all
        select 'accountability', a.id, u.name, u.name_en
          from accountability a join unit u on u.id = a.unit
         where replace($4, ',' || a.stage || ',', '') <> $4
           and a.finding not in (select d.id from finding d where d.stage = 'unfounded')
           and a.id in (select i.accountability from accountability_part i where i.person = $1)
         union all
        select 'bulletin', b.id, u.name, u.name_en
          from bulletin b join unit u on u.id = b.organ
         where replace($5, ',' || b.stage || ',', '') <> $5
           and b.id in (select i.bulletin from bulletin_part i where i.person = $1)
         order by 1, 2";
    let rows: Vec<(String, i64, String, String)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(person.0)
        .bind(open::visits())
        .bind(open::findings())
        .bind(open::accountabilities())
        .bind(open::bulletins())
        .fetch_all(c)
        .await)?;
    rows.into_iter()
        .map(|(kind, record, unit, unit_en)| {
            let corrupt = StoreError::Corrupt { table: "handover", id: record };
            let kind = WorkKind::from_code(&kind).ok_or(corrupt)?;
            Ok(OpenWork { kind, record, unit, unit_en })
        })
        .collect()
}

/// Work that somebody takes over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Number in the store.
    pub id: HandoverId,
    /// The appointment that ended with it.
    pub appointment: AppointmentId,
    /// Who hands over.
    pub person: PersonId,
    /// What kind of work.
    pub kind: WorkKind,
    /// Its number in the store.
    pub record: i64,
    /// Who takes it over.
    pub taker: PersonId,
}

/// Records what is handed over.
pub async fn insert_handovers(write: &mut Write, all: &[Handover]) -> Result<(), StoreError> {
    const HANDOVER: Target = Target {
        table: "handover",
        columns: &["id", "appointment", "person", "what", "record", "taker"],
        tail: "",
    };
    let columns = vec![
        Column::Int(all.iter().map(|one| one.id.0).collect()),
        Column::Int(all.iter().map(|one| one.appointment.0).collect()),
        Column::Int(all.iter().map(|one| one.person.0).collect()),
        Column::Text(all.iter().map(|one| one.kind.code().to_owned()).collect()),
        Column::Int(all.iter().map(|one| one.record).collect()),
        Column::Int(all.iter().map(|one| one.taker.0).collect()),
    ];
    write.insert(HANDOVER, columns).await.map(drop)
}

/// What a person handed over or took over, latest first, each with the names of both.
pub async fn handovers_of(
    conn: &mut Conn,
    person: PersonId,
) -> Result<Vec<(Handover, String, String)>, StoreError> {
    const SQL: &str = "
        select h.id, h.appointment, h.person, h.what, h.record, h.taker, p.name, t.name
          from handover h
          join person p on p.id = h.person
          join person t on t.id = h.taker
         where h.person = $1 or h.taker = $1
         order by h.id desc";
    type Row = (i64, i64, i64, String, i64, i64, String, String);
    let rows: Vec<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(id, appointment, person, kind, record, taker, from, to)| {
            let corrupt = StoreError::Corrupt { table: "handover", id };
            let handover = Handover {
                id: HandoverId(id),
                appointment: AppointmentId(appointment),
                person: PersonId(person),
                kind: WorkKind::from_code(&kind).ok_or(corrupt)?,
                record,
                taker: PersonId(taker),
            };
            Ok((handover, from, to))
        })
        .collect()
}
