//! People (人员), what they hold and what ties them: appointments, training, kin.

pub mod list;

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::appointment::{Appointment, AppointmentKind};
use qz_domain::id::{AppointmentId, KinId, PersonId, PostId, TrainingId, UnitId};
use qz_domain::kin::{Kin, Relation};
use qz_domain::person::{Person, PersonKind};
use qz_domain::spelled::Spelled;
use qz_domain::training::{Course, Training};
use qz_domain::visit::{Inspector, TiedRelative};
use std::collections::HashSet;

type PersonRow = (i64, String, String, String);

/// A person by number in the store.
pub async fn find(conn: &mut Conn, id: PersonId) -> Result<Option<Person>, StoreError> {
    const SQL: &str = "select id, number, name, kind from person where id = $1";
    let row: Option<PersonRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read_person).transpose()
}

/// A person by work number.
pub async fn find_by_number(conn: &mut Conn, number: &str) -> Result<Option<Person>, StoreError> {
    const SQL: &str = "select id, number, name, kind from person where number = $1";
    let row: Option<PersonRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(number).fetch_optional(c).await)?;
    row.map(read_person).transpose()
}

/// The work numbers of everybody.
pub async fn numbers(conn: &mut Conn) -> Result<HashSet<String>, StoreError> {
    const SQL: &str = "select number from person";
    let rows: Vec<(String,)> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(number,)| number).collect())
}

/// A person by name; `None` also when several have it.
pub async fn find_by_name(conn: &mut Conn, name: &str) -> Result<Option<Person>, StoreError> {
    const SQL: &str = "
        select id, number, name, kind from person where name = $1 order by id limit 2";
    let rows: Vec<PersonRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(name).fetch_all(c).await)?;
    match <[PersonRow; 1]>::try_from(rows) {
        Ok([row]) => read_person(row).map(Some),
        Err(_) => Ok(None),
    }
}

/// A person's appointments, latest first.
pub async fn appointments(
    conn: &mut Conn,
    person: PersonId,
) -> Result<Vec<Appointment>, StoreError> {
    const SQL: &str = "
        select id, person, unit, post, kind, since, due, until
          from appointment
         where person = $1
         order by since desc, id desc";
    type Row = (i64, i64, i64, i64, String, String, Option<String>, Option<String>);
    let rows: Vec<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(id, person, unit, post, kind, since, due, until)| {
            let day = |text: &str| read_day(text, "appointment", id);
            let corrupt = StoreError::Corrupt { table: "appointment", id };
            Ok(Appointment {
                id: AppointmentId(id),
                person: PersonId(person),
                unit: UnitId(unit),
                post: PostId(post),
                kind: AppointmentKind::from_code(&kind).ok_or(corrupt)?,
                since: day(&since)?,
                due: due.as_deref().map(day).transpose()?,
                until: until.as_deref().map(day).transpose()?,
            })
        })
        .collect()
}

/// A person's training, latest first.
pub async fn trainings(conn: &mut Conn, person: PersonId) -> Result<Vec<Training>, StoreError> {
    const SQL: &str = "
        select id, person, course, since, until
          from training
         where person = $1
         order by since desc, id desc";
    type Row = (i64, i64, String, String, String);
    let rows: Vec<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(id, person, course, since, until)| {
            let course =
                Course::from_code(&course).ok_or(StoreError::Corrupt { table: "training", id })?;
            Ok(Training {
                id: TrainingId(id),
                person: PersonId(person),
                course,
                since: read_day(&since, "training", id)?,
                until: read_day(&until, "training", id)?,
            })
        })
        .collect()
}

/// The ties a person declared or was declared in, latest first.
pub async fn kin_of(conn: &mut Conn, person: PersonId) -> Result<Vec<Kin>, StoreError> {
    const SQL: &str = "
        select id, person, relative, relation, declared_on, withdrawn_on, withdrawn_because
          from kin
         where person = $1 or relative = $1
         order by declared_on desc, id desc";
    let rows: Vec<KinRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
    rows.into_iter().map(read_kin).collect()
}

/// A tie of kin.
pub async fn find_kin(conn: &mut Conn, id: KinId) -> Result<Option<Kin>, StoreError> {
    const SQL: &str = "
        select id, person, relative, relation, declared_on, withdrawn_on, withdrawn_because
          from kin
         where id = $1";
    let row: Option<KinRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read_kin).transpose()
}

/// Withdraws a tie of kin from a day on, and says why.
pub async fn withdraw_kin(
    write: &mut Write,
    id: KinId,
    (day, because): (Date, &str),
) -> Result<(), StoreError> {
    const SQL: &str = "update kin set withdrawn_on = $2, withdrawn_because = $3 where id = $1";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(day.to_string())
        .bind(because)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

type KinRow = (i64, i64, i64, String, String, Option<String>, Option<String>);

fn read_kin(row: KinRow) -> Result<Kin, StoreError> {
    let (id, person, relative, relation, declared_on, withdrawn_on, because) = row;
    let day = |text: &str| read_day(text, "kin", id);
    let withdrawn_on = withdrawn_on.as_deref().map(day).transpose()?;
    Ok(Kin {
        id: KinId(id),
        person: PersonId(person),
        relative: PersonId(relative),
        relation: Relation::from_code(&relation).ok_or(StoreError::Corrupt { table: "kin", id })?,
        declared_on: day(&declared_on)?,
        withdrawn: withdrawn_on.map(|day| (day, because.unwrap_or_default())),
    })
}

/// The most people that one statement asks for.
pub const PEOPLE_MOST: usize = 11;

/// The people of several work numbers or names in one statement. A name that two people share
/// finds both.
pub async fn find_named(conn: &mut Conn, given: &[String]) -> Result<Vec<Person>, StoreError> {
    const SQL: &str = "
        select id, number, name, kind
          from person
         where number in ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            or name in ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         order by id";
    let at = |place: usize| given.get(place).cloned().unwrap_or_default();
    let rows: Vec<PersonRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(at(0))
        .bind(at(1))
        .bind(at(2))
        .bind(at(3))
        .bind(at(4))
        .bind(at(5))
        .bind(at(6))
        .bind(at(7))
        .bind(at(8))
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(read_person).collect()
}

/// What the guards of a visit need to know of its team on a day, in the team's order; one
/// statement. People who are not in the store are left out.
pub async fn inspectors_on(
    conn: &mut Conn,
    team: &[PersonId],
    day: Date,
) -> Result<Vec<Inspector>, StoreError> {
    const SQL: &str = "
        with team (id, name) as (
            select id, name from person where id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        )
        select id, 'name' as what, cast(0 as bigint) as unit, name as word
          from team
         union all
        select t.id, 'unit', a.unit, ''
          from team t
          join appointment a
            on a.person = t.id and a.since <= $12 and coalesce(a.until, $12) >= $12
         union all
        select t.id, 'trained', cast(0 as bigint), ''
          from team t
          join training r
            on r.person = t.id and r.course = 'inspection' and r.since <= $12 and r.until >= $12
         union all
        select t.id, 'kin', a.unit, k.relation
          from team t
          join kin k
            on (k.person = t.id or k.relative = t.id)
           and (k.withdrawn_on is null or k.withdrawn_on > $12)
          join appointment a
            on a.person = case when k.person = t.id then k.relative else k.person end
           and a.since <= $12 and coalesce(a.until, $12) >= $12
         order by 1, 2, 3, 4";
    let at = |place: usize| team.get(place).map(|person| person.0);
    let rows: Vec<(i64, String, i64, String)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(at(0))
        .bind(at(1))
        .bind(at(2))
        .bind(at(3))
        .bind(at(4))
        .bind(at(5))
        .bind(at(6))
        .bind(at(7))
        .bind(at(8))
        .bind(at(9))
        .bind(at(10))
        .bind(day.to_string())
        .fetch_all(c)
        .await)?;
    team.iter().filter_map(|person| read_inspector(*person, &rows).transpose()).collect()
}

fn read_inspector(
    person: PersonId,
    rows: &[(i64, String, i64, String)],
) -> Result<Option<Inspector>, StoreError> {
    let mut found = None;
    let (mut is_trained, mut units, mut kin) = (false, vec![], vec![]);
    for (_, what, id, word) in rows.iter().filter(|row| row.0 == person.0) {
        match what.as_str() {
            "name" => found = Some(word.clone()),
            "unit" => units.push(UnitId(*id)),
            "trained" => is_trained = true,
            _ => {
                let relation = Relation::from_code(word)
                    .ok_or(StoreError::Corrupt { table: "kin", id: person.0 })?;
                kin.push(TiedRelative { relation, unit: UnitId(*id) });
            }
        }
    }
    Ok(found.map(|name| Inspector { person, name, is_trained, units, kin }))
}

/// Adds a person.
pub async fn insert(write: &mut Write, person: &Person) -> Result<(), StoreError> {
    const SQL: &str = "insert into person (id, number, name, kind) values ($1, $2, $3, $4)";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(person.id.0)
        .bind(&person.number)
        .bind(&person.name)
        .bind(person.kind.code())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Adds an appointment.
pub async fn insert_appointment(write: &mut Write, new: &Appointment) -> Result<(), StoreError> {
    const APPOINTMENT: Target = Target {
        table: "appointment",
        columns: &["id", "person", "unit", "post", "kind", "since", "due", "until"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![new.id.0]),
        Column::Int(vec![new.person.0]),
        Column::Int(vec![new.unit.0]),
        Column::Int(vec![new.post.0]),
        Column::Text(vec![new.kind.code().to_owned()]),
        Column::Text(vec![new.since.to_string()]),
        Column::MaybeText(vec![new.due.map(|day| day.to_string())]),
        Column::MaybeText(vec![new.until.map(|day| day.to_string())]),
    ];
    write.insert(APPOINTMENT, columns).await.map(drop)
}

/// Adds a training.
pub async fn insert_training(write: &mut Write, new: &Training) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into training (id, person, course, since, until) values ($1, $2, $3, $4, $5)";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(new.id.0)
        .bind(new.person.0)
        .bind(new.course.code())
        .bind(new.since.to_string())
        .bind(new.until.to_string())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Adds a declaration of kin.
pub async fn insert_kin(write: &mut Write, new: &Kin) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into kin (id, person, relative, relation, declared_on)
        values ($1, $2, $3, $4, $5)";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(new.id.0)
        .bind(new.person.0)
        .bind(new.relative.0)
        .bind(new.relation.code())
        .bind(new.declared_on.to_string())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// A day as the store keeps it.
pub(crate) fn read_day(text: &str, table: &'static str, id: i64) -> Result<Date, StoreError> {
    text.parse().map_err(|_| StoreError::Corrupt { table, id })
}

fn read_person((id, number, name, kind): PersonRow) -> Result<Person, StoreError> {
    let kind = PersonKind::from_code(&kind).ok_or(StoreError::Corrupt { table: "person", id })?;
    Ok(Person { id: PersonId(id), number, name, kind })
}
