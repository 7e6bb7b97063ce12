//! Units (单位) and posts (岗位).

pub mod answering;
pub mod list;
mod pair;

pub(crate) use pair::{UnitsRow, read_units};

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::id::{PersonId, PostId, UnitId};
use qz_domain::post::{Post, Rank};
use qz_domain::spelled::Spelled;
use qz_domain::unit::{Line, Unit, UnitKind, named};

type UnitRow = (i64, String, String, String, String, Option<i64>, String, String);
type PostRow = (i64, String, i64, String, String, String, i64, i64);

/// A unit by its number.
pub async fn find(conn: &mut Conn, id: UnitId) -> Result<Option<Unit>, StoreError> {
    const SQL: &str = "
        select id, code, name, name_en, kind, parent, line, since
          from unit
         where id = $1";
    let row: Option<UnitRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read_unit).transpose()
}

/// A unit by its code.
pub async fn find_by_code(conn: &mut Conn, code: &str) -> Result<Option<Unit>, StoreError> {
    const SQL: &str = "
        select id, code, name, name_en, kind, parent, line, since
          from unit
         where code = $1";
    let row: Option<UnitRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(code).fetch_optional(c).await)?;
    row.map(read_unit).transpose()
}

/// The unit somebody named, in one statement: by code, or by a full name that only one has. Of
/// `code name`, as lists offer it, the code is enough.
pub async fn find_named(conn: &mut Conn, given: &str) -> Result<Option<Unit>, StoreError> {
    const SQL: &str = "
        select id, code, name, name_en, kind, parent, line, since
          from unit
         where code in ($1, $2) or name = $1 or (name_en = $1 and name_en <> '')
         order by id
         limit 4";
    let code = given.split_whitespace().next().unwrap_or_default();
    let rows: Vec<UnitRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(given).bind(code).fetch_all(c).await)?;
    let units = rows.into_iter().map(read_unit).collect::<Result<Vec<_>, _>>()?;
    Ok(named(&units, given).cloned())
}

/// The unit of the post a person holds on a day: of several the own one, then the one held longest.
pub async fn of_person(
    conn: &mut Conn,
    person: PersonId,
    day: Date,
) -> Result<Option<Unit>, StoreError> {
    const SQL: &str = "
        select u.id, u.code, u.name, u.name_en, u.kind, u.parent, u.line, u.since
          from appointment a
          join unit u on u.id = a.unit
         where a.person = $1 and a.since <= $2 and coalesce(a.until, $2) >= $2
         order by case when a.kind = 'full' then 0 else 1 end, a.since, a.id
         limit 1";
    let row: Option<UnitRow> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(person.0).bind(day.to_string()).fetch_optional(c).await
    )?;
    row.map(read_unit).transpose()
}

/// Units by their numbers, two at most, in one statement.
pub async fn find_two(
    conn: &mut Conn,
    (one, other): (UnitId, UnitId),
) -> Result<(Option<Unit>, Option<Unit>), StoreError> {
    const SQL: &str = "
        select id, code, name, name_en, kind, parent, line, since
          from unit
         where id in ($1, $2)";
    let rows: Vec<UnitRow> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(one.0).bind(other.0).fetch_all(c).await
    )?;
    let units = rows.into_iter().map(read_unit).collect::<Result<Vec<_>, _>>()?;
    let pick = |id| units.iter().find(|unit| unit.id == id).cloned();
    Ok((pick(one), pick(other)))
}

/// Every unit, by code. A county has a few hundred.
pub async fn all(conn: &mut Conn) -> Result<Vec<Unit>, StoreError> {
    const SQL: &str = "
        select id, code, name, name_en, kind, parent, line, since
          from unit
         order by code";
    let rows: Vec<UnitRow> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    rows.into_iter().map(read_unit).collect()
}

/// A unit and every unit under it.
pub async fn with_those_below(conn: &mut Conn, id: UnitId) -> Result<Vec<UnitId>, StoreError> {
    const SQL: &str = "
        with recursive below (id) as (
            select cast($1 as bigint)
            union
            select u.id from unit u join below b on u.parent = b.id
        )
        select id from below";
    let rows: Vec<(i64,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| UnitId(id)).collect())
}

/// Adds a unit.
pub async fn insert(write: &mut Write, unit: &Unit) -> Result<(), StoreError> {
    const UNIT: Target = Target {
        table: "unit",
        columns: &["id", "code", "name", "name_en", "kind", "parent", "line", "since"],
        tail: "",
    };
    let text = |value: &str| Column::Text(vec![value.to_owned()]);
    let columns = vec![
        Column::Int(vec![unit.id.0]),
        text(&unit.code),
        text(&unit.name),
        text(&unit.name_en),
        text(unit.kind.code()),
        Column::MaybeInt(vec![unit.parent.map(|parent| parent.0)]),
        text(unit.line.code()),
        text(&unit.since.to_string()),
    ];
    write.insert(UNIT, columns).await.map(drop)
}

/// A post by its code.
pub async fn find_post(conn: &mut Conn, code: &str) -> Result<Option<Post>, StoreError> {
    const SQL: &str = "
        select id, code, unit, name, name_en, rank, leads, authorised
          from post
         where code = $1";
    let row: Option<PostRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(code).fetch_optional(c).await)?;
    row.map(read_post).transpose()
}

/// A post by its number.
pub async fn post(conn: &mut Conn, id: PostId) -> Result<Option<Post>, StoreError> {
    const SQL: &str = "
        select id, code, unit, name, name_en, rank, leads, authorised
          from post
         where id = $1";
    let row: Option<PostRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read_post).transpose()
}

/// Posts by their codes, two at most, in one statement.
pub async fn find_two_posts(
    conn: &mut Conn,
    (one, other): (&str, &str),
) -> Result<(Option<Post>, Option<Post>), StoreError> {
    const SQL: &str = "
        select id, code, unit, name, name_en, rank, leads, authorised
          from post
         where code in ($1, $2)";
    let rows: Vec<PostRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(one).bind(other).fetch_all(c).await)?;
    let posts = rows.into_iter().map(read_post).collect::<Result<Vec<_>, _>>()?;
    let pick = |code| posts.iter().find(|post| post.code == code).cloned();
    Ok((pick(one), pick(other)))
}

/// The posts of a unit, leading ones first.
pub async fn posts_of(conn: &mut Conn, unit: UnitId) -> Result<Vec<Post>, StoreError> {
    const SQL: &str = "
        select id, code, unit, name, name_en, rank, leads, authorised
          from post
         where unit = $1
         order by leads desc, code";
    let rows: Vec<PostRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(unit.0).fetch_all(c).await)?;
    rows.into_iter().map(read_post).collect()
}

/// Adds a post.
pub async fn insert_post(write: &mut Write, post: &Post) -> Result<(), StoreError> {
    const POST: Target = Target {
        table: "post",
        columns: &["id", "code", "unit", "name", "name_en", "rank", "leads", "authorised"],
        tail: "",
    };
    let text = |value: &str| Column::Text(vec![value.to_owned()]);
    let columns = vec![
        Column::Int(vec![post.id.0]),
        text(&post.code),
        Column::Int(vec![post.unit.0]),
        text(&post.name),
        text(&post.name_en),
        text(post.rank.code()),
        Column::Int(vec![i64::from(post.leads)]),
        Column::Int(vec![post.authorised]),
    ];
    write.insert(POST, columns).await.map(drop)
}

pub(crate) fn read_unit(row: UnitRow) -> Result<Unit, StoreError> {
    let (id, code, name, name_en, kind, parent, line, since) = row;
    let corrupt = || StoreError::Corrupt { table: "unit", id };
    Ok(Unit {
        id: UnitId(id),
        code,
        name,
        name_en,
        kind: UnitKind::from_code(&kind).ok_or_else(corrupt)?,
        parent: parent.map(UnitId),
        line: Line::from_code(&line).ok_or_else(corrupt)?,
        since: since.parse::<Date>().map_err(|_| corrupt())?,
    })
}

fn read_post(row: PostRow) -> Result<Post, StoreError> {
    let (id, code, unit, name, name_en, rank, leads, authorised) = row;
    let rank = Rank::from_code(&rank).ok_or(StoreError::Corrupt { table: "post", id })?;
    let (id, unit, leads) = (PostId(id), UnitId(unit), leads == 1);
    Ok(Post { id, code, unit, name, name_en, rank, leads, authorised })
}
