//! What stands around a request: who decides on it, which colleagues are away then, which punches are near.

use super::{minute, words};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::punch::shown;
use crate::visit::read_instant;
use jiff::Timestamp;
use jiff::civil::DateTime;
use qz_domain::id::{PersonId, RequestId, UnitId};
use qz_domain::instant;
use qz_domain::request::{Request, RequestKind, Stage};
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;

/// A colleague who is away, or has asked to be (同时离岗).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Their request.
    pub id: RequestId,
    /// Who.
    pub name: String,
    /// What for.
    pub kind: RequestKind,
    /// Where that stands.
    pub stage: Stage,
    /// From when.
    pub from: DateTime,
    /// Until when.
    pub to: DateTime,
}

/// Who of the same unit is away while a request lasts, or has asked to be, in the order they begin.
pub async fn colleagues(conn: &mut Conn, row: &Request) -> Result<Vec<Colleague>, StoreError> {
    const SQL: &str = "
        select r.id, p.name, r.kind, r.stage, r.begins_at, coalesce(r.ended_at, r.ends_at)
          from request r
          join person p on p.id = r.person
         where r.unit = $1 and r.person <> $2 and r.stage in ('pending', 'approved', 'ended')
           and r.kind in ('leave', 'trip', 'field', 'training') and r.weekdays = ''
           and r.begins_at < $3 and coalesce(r.ended_at, r.ends_at) > $4
         order by r.begins_at, r.id
         limit 50";
    let rows: Vec<(i64, String, String, String, String, String)> = on_either!(conn, c => sqlx::query_as(SQL)
            .bind(row.unit.0)
            .bind(row.person.0)
            .bind(minute(row.end()))
            .bind(minute(row.from))
            .fetch_all(c)
            .await)?;
    let read = |(id, name, kind, stage, from, to): (i64, _, String, String, String, String)| {
        let (kind, stage) = words((&kind, &stage), id)?;
        let (from, to) = (super::read_minute(&from, id)?, super::read_minute(&to, id)?);
        Ok(Colleague { id: RequestId(id), name, kind, stage, from, to })
    };
    rows.into_iter().map(read).collect()
}

/// Who heads a unit, and who leads the county: of active accounts, each once, with whether it is the county.
pub async fn deciders(conn: &mut Conn, unit: UnitId) -> Result<Vec<(PersonId, bool)>, StoreError> {
    const SQL: &str = "
        select distinct a.person, cast(case when g.role = $1 then 0 else 1 end as bigint)
          from role_grant g join account a on a.id = g.account
         where g.stage = 'active' and a.status = 'active' and a.person is not null
           and (g.role = $1 and g.unit = $4 or g.role in ($2, $3))
         order by 2, 1";
    let rows: Vec<(i64, i64)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(Role::Head.code())
        .bind(Role::CountyLeader.code())
        .bind(Role::FirstSecretary.code())
        .bind(unit.0)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(person, county)| (PersonId(person), county == 1)).collect())
}

/// Everybody who heads a unit, with the unit's code: of active accounts.
pub async fn heads(conn: &mut Conn) -> Result<Vec<(String, PersonId)>, StoreError> {
    const SQL: &str = "
        select distinct u.code, a.person
          from role_grant g join account a on a.id = g.account join unit u on u.id = g.unit
         where g.stage = 'active' and a.status = 'active' and a.person is not null and g.role = $1";
    let head = Role::Head.code();
    let rows: Vec<(String, i64)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(head).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(unit, person)| (unit, PersonId(person))).collect())
}

/// The instants of a person's punches from one to another, both included.
pub async fn punches_near(
    conn: &mut Conn,
    person: PersonId,
    (first, last): (Timestamp, Timestamp),
) -> Result<Vec<Timestamp>, StoreError> {
    const SQL: &str = "
        select p.batch, p.at
          from terminal_pin m
          join pin_terminal s on s.pin = m.pin
          join terminal t on t.id = s.terminal and t.numbering = m.numbering
          join punch p on p.terminal = t.id and p.pin = m.pin
         where m.person = $1 and p.at >= $2 and p.at <= $3 and p.shown >= $4 and p.shown < $5
           and m.since <= substr(p.shown, 1, 10)
           and (m.until is null or m.until >= substr(p.shown, 1, 10))
         order by p.at";
    let (since, until) = shown((instant::day(first), instant::day(last)));
    let rows: Vec<(i64, i64)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(person.0)
        .bind(first.as_millisecond())
        .bind(last.as_millisecond())
        .bind(since)
        .bind(until)
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(|(batch, at)| read_instant(at, "punch", batch)).collect()
}
