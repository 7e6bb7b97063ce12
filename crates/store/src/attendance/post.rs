//! Who held which post in a stretch: whose days are whose.

use super::Who;
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use jiff::civil::Date;
use qz_domain::appointment::{Appointment, AppointmentKind};
use qz_domain::id::{AppointmentId, PersonId, PostId, UnitId};
use qz_domain::spelled::Spelled;

/// Somebody with the posts they held in a stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub person: PersonId,
    /// Their work number.
    pub number: String,
    /// Their name.
    pub name: String,
    /// Their own posts and those they are lent to, the latest first.
    pub held: Vec<Appointment>,
}

type Row = (i64, i64, i64, i64, String, String, Option<String>, Option<String>, String, String);

/// Those whose attendance is asked for, by work number, with the posts they held in a stretch.
pub async fn holders(
    conn: &mut Conn,
    who: Who,
    (from, to): (Date, Date),
) -> Result<Vec<Holder>, StoreError> {
    const PERSON: &str = "
        select a.id, a.person, a.unit, a.post, a.kind, a.since, a.due, a.until, p.number, p.name
          from appointment a
          join person p on p.id = a.person
         where a.since <= $2 and (a.until is null or a.until >= $1)
           and a.kind in ('full', 'posting', 'secondment', 'village_stay')
           and a.person = $3
         order by p.number, a.since desc, a.id desc";
    const UNIT: &str = "
        select a.id, a.person, a.unit, a.post, a.kind, a.since, a.due, a.until, p.number, p.name
          from appointment a
          join person p on p.id = a.person
         where a.since <= $2 and (a.until is null or a.until >= $1)
           and a.kind in ('full', 'posting', 'secondment', 'village_stay')
           and a.person in (select b.person
                              from appointment b
                             where b.unit = $3
                               and b.since <= $2 and (b.until is null or b.until >= $1))
         order by p.number, a.since desc, a.id desc";
    const COUNTY: &str = "
        select a.id, a.person, a.unit, a.post, a.kind, a.since, a.due, a.until, p.number, p.name
          from appointment a
          join person p on p.id = a.person
         where a.since <= $2 and (a.until is null or a.until >= $1)
           and a.kind in ('full', 'posting', 'secondment', 'village_stay')
           and a.person > $3
         order by p.number, a.since desc, a.id desc";
    let sql = match who {
        Who::Person(_) => PERSON,
        Who::Unit(_) => UNIT,
        Who::County => COUNTY,
    };
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(sql)
        .bind(from.to_string())
        .bind(to.to_string())
        .bind(who.number())
        .fetch_all(c)
        .await)?;
    let mut holders: Vec<Holder> = vec![];
    for row in rows {
        let (appointment, number, name) = read(row)?;
        let person = appointment.person;
        match holders.last_mut().filter(|last| last.person == person) {
            Some(holder) => holder.held.push(appointment),
            None => holders.push(Holder { person, number, name, held: vec![appointment] }),
        }
    }
    Ok(holders)
}

fn read(row: Row) -> Result<(Appointment, String, String), StoreError> {
    let (id, person, unit, post, kind, since, due, until, number, name) = row;
    let day = |text: &str| read_day(text, "appointment", id);
    let corrupt = StoreError::Corrupt { table: "appointment", id };
    let appointment = Appointment {
        id: AppointmentId(id),
        person: PersonId(person),
        unit: UnitId(unit),
        post: PostId(post),
        kind: AppointmentKind::from_code(&kind).ok_or(corrupt)?,
        since: day(&since)?,
        due: due.as_deref().map(day).transpose()?,
        until: until.as_deref().map(day).transpose()?,
    };
    Ok((appointment, number, name))
}
