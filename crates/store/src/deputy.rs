//! Deputies (AB岗): who stands in for which post, by date.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::deputy::{Deputy, Seat};
use qz_domain::id::{DeputyId, PersonId, PostId, UnitId};

type DeputyRow = (i64, i64, i64, String, Option<String>);

/// One row.
pub async fn find(conn: &mut Conn, id: DeputyId) -> Result<Option<Deputy>, StoreError> {
    const SQL: &str = "select id, post, person, since, until from deputy where id = $1";
    let row: Option<DeputyRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// Everybody who stands or stood in for a post, with their names, latest first.
pub async fn of_post(conn: &mut Conn, post: PostId) -> Result<Vec<(Deputy, String)>, StoreError> {
    const SQL: &str = "
        select d.id, d.post, d.person, d.since, d.until, p.name
          from deputy d join person p on p.id = d.person
         where d.post = $1
         order by d.since desc, d.id desc";
    type Row = (i64, i64, i64, String, Option<String>, String);
    let rows: Vec<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(post.0).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(id, post, person, since, until, name)| {
            Ok((read((id, post, person, since, until))?, name))
        })
        .collect()
}

/// A row with the words of pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeputyLine {
    /// Which row.
    pub deputy: Deputy,
    /// The work number of whoever stands in.
    pub number: String,
    /// Their name.
    pub name: String,
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

type LineRow =
    (i64, i64, i64, String, Option<String>, String, String, String, String, String, String, String);

/// Who stands in for the posts of a unit on a day, by post.
pub async fn of_unit(
    conn: &mut Conn,
    unit: UnitId,
    day: Date,
) -> Result<Vec<DeputyLine>, StoreError> {
    const SQL: &str = "
        select d.id, d.post, d.person, d.since, d.until, p.number, p.name, o.code
             , u.name, u.name_en, o.name, o.name_en
          from deputy d
          join post o on o.id = d.post
          join unit u on u.id = o.unit
          join person p on p.id = d.person
         where o.unit = $1 and d.since <= $2 and coalesce(d.until, $2) >= $2
         order by o.code, d.since, d.id";
    let rows: Vec<LineRow> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(unit.0).bind(day.to_string()).fetch_all(c).await
    )?;
    rows.into_iter().map(read_line).collect()
}

/// For which posts a person stands or stood in, latest first.
pub async fn of_person(conn: &mut Conn, person: PersonId) -> Result<Vec<DeputyLine>, StoreError> {
    const SQL: &str = "
        select d.id, d.post, d.person, d.since, d.until, p.number, p.name, o.code
             , u.name, u.name_en, o.name, o.name_en
          from deputy d
          join post o on o.id = d.post
          join unit u on u.id = o.unit
          join person p on p.id = d.person
         where d.person = $1
         order by d.since desc, d.id desc";
    let rows: Vec<LineRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
    rows.into_iter().map(read_line).collect()
}

/// The posts a person holds on a day, on whatever footing.
pub async fn seats(conn: &mut Conn, person: PersonId, day: Date) -> Result<Vec<Seat>, StoreError> {
    const SQL: &str = "
        select o.unit, o.id, o.leads
          from appointment a join post o on o.id = a.post
         where a.person = $1 and a.since <= $2 and coalesce(a.until, $2) >= $2
         order by o.id";
    let rows: Vec<(i64, i64, i64)> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(person.0).bind(day.to_string()).fetch_all(c).await
    )?;
    let seat =
        |(unit, post, leads)| Seat { unit: UnitId(unit), post: PostId(post), leads: leads == 1 };
    Ok(rows.into_iter().map(seat).collect())
}

/// Adds one.
pub async fn insert(write: &mut Write, new: &Deputy) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into deputy (id, post, person, since, until) values ($1, $2, $3, $4, $5)";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(new.id.0)
        .bind(new.post.0)
        .bind(new.person.0)
        .bind(new.since.to_string())
        .bind(new.until.map(|day| day.to_string()))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Ends one with its last day.
pub async fn end(write: &mut Write, id: DeputyId, until: Date) -> Result<(), StoreError> {
    const SQL: &str = "update deputy set until = $2 where id = $1";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(until.to_string())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read((id, post, person, since, until): DeputyRow) -> Result<Deputy, StoreError> {
    let day = |text: &str| read_day(text, "deputy", id);
    Ok(Deputy {
        id: DeputyId(id),
        post: PostId(post),
        person: PersonId(person),
        since: day(&since)?,
        until: until.as_deref().map(day).transpose()?,
    })
}

fn read_line(row: LineRow) -> Result<DeputyLine, StoreError> {
    let (id, place, person, since, until, number, name, post_code, unit, unit_en, post, post_en) =
        row;
    let deputy = read((id, place, person, since, until))?;
    Ok(DeputyLine { deputy, number, name, post_code, unit, unit_en, post, post_en })
}
