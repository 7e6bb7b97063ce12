//! Lists of a day: who holds the posts of a unit, which leading posts are empty, what begins or is due.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use jiff::civil::Date;
use qz_domain::appointment::AppointmentKind;
use qz_domain::id::{PersonId, UnitId};
use qz_domain::person::PersonKind;
use qz_domain::post::Rank;
use qz_domain::spelled::Spelled;

/// Somebody in a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub person: PersonId,
    /// The work number.
    pub number: String,
    /// The name.
    pub name: String,
    /// The footing of the person.
    pub footing: PersonKind,
    /// The footing of the appointment.
    pub kind: AppointmentKind,
    /// First day.
    pub since: Date,
    /// The day it is expected to end.
    pub due: Option<Date>,
    /// The code of the post.
    pub post_code: String,
    /// The unit's name.
    pub unit: String,
    /// The unit's English name; may be empty.
    pub unit_en: String,
    /// The post's name.
    pub post: String,
    /// The post's English name; may be empty.
    pub post_en: String,
}

type Row = (
    i64,
    String,
    String,
    String,
    String,
    String,
    Option<String>,
    String,
    String,
    String,
    String,
    String,
);

/// Who holds a post of a unit on a day, by post.
pub async fn holders(conn: &mut Conn, unit: UnitId, day: Date) -> Result<Vec<Holder>, StoreError> {
    const SQL: &str = "
        select p.id, p.number, p.name, p.kind, a.kind, a.since, a.due, o.code
             , u.name, u.name_en, o.name, o.name_en
          from appointment a
          join person p on p.id = a.person
          join post o on o.id = a.post
          join unit u on u.id = a.unit
         where a.unit = $1 and a.since <= $2 and coalesce(a.until, $2) >= $2
         order by o.code, a.since, a.id";
    let rows: Vec<Row> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(unit.0).bind(day.to_string()).fetch_all(c).await
    )?;
    rows.into_iter().map(read_holder).collect()
}

/// Who of a unit's own works elsewhere on a day, and where.
pub async fn lent_out(conn: &mut Conn, unit: UnitId, day: Date) -> Result<Vec<Holder>, StoreError> {
    const SQL: &str = "
        select p.id, p.number, p.name, p.kind, a.kind, a.since, a.due, o.code
             , u.name, u.name_en, o.name, o.name_en
          from appointment a
          join person p on p.id = a.person
          join post o on o.id = a.post
          join unit u on u.id = a.unit
         where a.kind in ('posting', 'secondment', 'village_stay')
           and a.since <= $2 and coalesce(a.until, $2) >= $2
           and exists (select 1 from appointment h
                        where h.person = a.person and h.unit = $1 and h.kind = 'full'
                          and h.since <= $2 and coalesce(h.until, $2) >= $2)
         order by p.number, a.id";
    let rows: Vec<Row> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(unit.0).bind(day.to_string()).fetch_all(c).await
    )?;
    rows.into_iter().map(read_holder).collect()
}

/// Appointments whose expected end is past or comes until `last`, and those that begin until then.
pub async fn coming(
    conn: &mut Conn,
    (day, last): (Date, Date),
    most: i64,
) -> Result<Vec<Holder>, StoreError> {
    const SQL: &str = "
        select p.id, p.number, p.name, p.kind, a.kind, a.since, a.due, o.code
             , u.name, u.name_en, o.name, o.name_en
          from appointment a
          join person p on p.id = a.person
          join post o on o.id = a.post
          join unit u on u.id = a.unit
         where (a.due <= $2 and a.since <= $1 and coalesce(a.until, $1) >= $1)
            or (a.since > $1 and a.since <= $2)
         order by coalesce(a.due, a.since), a.id
         limit $3";
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(day.to_string())
        .bind(last.to_string())
        .bind(most)
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(read_holder).collect()
}

/// A post that nobody holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmptyPost {
    /// The code of its unit.
    pub unit_code: String,
    /// The unit's name.
    pub unit: String,
    /// The unit's English name; may be empty.
    pub unit_en: String,
    /// The post's name.
    pub post: String,
    /// The post's English name; may be empty.
    pub post_en: String,
    /// The post's rank.
    pub rank: Rank,
    /// How many are presiding, acting or concurrent in it.
    pub covered: i64,
}

/// Posts that lead a unit and that nobody holds as their own on a day.
pub async fn empty_posts(
    conn: &mut Conn,
    day: Date,
    most: i64,
) -> Result<Vec<EmptyPost>, StoreError> {
    const SQL: &str = "
        select u.code, u.name, u.name_en, o.name, o.name_en, o.rank, o.id
             , (select count(*) from appointment a
                 where a.post = o.id and a.kind in ('concurrent', 'presiding', 'acting')
                   and a.since <= $1 and coalesce(a.until, $1) >= $1)
          from post o join unit u on u.id = o.unit
         where o.leads = 1 and u.since <= $1
           and not exists (select 1 from appointment a
                            where a.post = o.id and a.kind = 'full'
                              and a.since <= $1 and coalesce(a.until, $1) >= $1)
         order by u.code, o.code
         limit $2";
    type Row = (String, String, String, String, String, String, i64, i64);
    let rows: Vec<Row> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(day.to_string()).bind(most).fetch_all(c).await
    )?;
    rows.into_iter()
        .map(|(unit_code, unit, unit_en, post, post_en, rank, id, covered)| {
            let rank = Rank::from_code(&rank).ok_or(StoreError::Corrupt { table: "post", id })?;
            Ok(EmptyPost { unit_code, unit, unit_en, post, post_en, rank, covered })
        })
        .collect()
}

fn read_holder(row: Row) -> Result<Holder, StoreError> {
    let (id, number, name, footing, kind, since, due, post_code, unit, unit_en, post, post_en) =
        row;
    let corrupt = || StoreError::Corrupt { table: "appointment", id };
    Ok(Holder {
        person: PersonId(id),
        number,
        name,
        footing: PersonKind::from_code(&footing).ok_or_else(corrupt)?,
        kind: AppointmentKind::from_code(&kind).ok_or_else(corrupt)?,
        since: read_day(&since, "appointment", id)?,
        due: due.as_deref().map(|day| read_day(day, "appointment", id)).transpose()?,
        post_code,
        unit,
        unit_en,
        post,
        post_en,
    })
}
