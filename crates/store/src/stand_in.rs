//! Who acts for whom (代为办理): an account says for whom; what makes it lawful on a day is the
//! absence of the one, and that the other is the deputy for their post.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::writer::Free;
use jiff::civil::Date;
use qz_domain::id::{AccountId, PersonId, UnitId};
use qz_domain::power::Grant;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Line;

/// What there is to it on a day that one acts for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandIn {
    /// Who acts, by number and name.
    pub person: (PersonId, String),
    /// For whom, by number and name.
    pub leader: (PersonId, String),
    /// Whether the one is away.
    pub is_leader_away: bool,
    /// Whether the other is the deputy for a post of theirs, and still of the unit or the one above.
    pub is_deputy: bool,
    /// Whether the other is away too.
    pub is_away: bool,
}

type StandRow = (i64, String, i64, String, i64, i64, i64);

/// For whom an account says that it acts, as it is on a day.
pub async fn of(
    conn: &mut Conn,
    account: AccountId,
    day: Date,
) -> Result<Option<StandIn>, StoreError> {
    const SQL: &str = "
        select b.id, b.name, p.id, p.name
             , (select count(*) from away w
                 where w.person = p.id and w.since <= $2 and w.until >= $2
                   and (w.back_on is null or w.back_on > $2))
             , (select count(*)
                  from deputy d
                  join post o on o.id = d.post
                  join unit u on u.id = o.unit
                  join appointment h
                    on h.post = o.id and h.person = p.id
                   and h.since <= $2 and coalesce(h.until, $2) >= $2
                  join appointment m
                    on m.person = b.id and m.unit in (u.id, u.parent)
                   and m.since <= $2 and coalesce(m.until, $2) >= $2
                 where d.person = b.id and d.since <= $2 and coalesce(d.until, $2) >= $2)
             , (select count(*) from away w
                 where w.person = b.id and w.since <= $2 and w.until >= $2
                   and (w.back_on is null or w.back_on > $2))
          from stand_in s
          join person p on p.id = s.person
          join account a on a.id = s.account
          join person b on b.id = a.person
         where s.account = $1";
    let row: Option<StandRow> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(account.0).bind(day.to_string()).fetch_optional(c).await
    )?;
    Ok(row.map(|(person, name, leader, leader_name, away, deputy, away_too)| StandIn {
        person: (PersonId(person), name),
        leader: (PersonId(leader), leader_name),
        is_leader_away: away > 0,
        is_deputy: deputy > 0,
        is_away: away_too > 0,
    }))
}

/// The roles that somebody holds for the units of the posts for which another stands in on a day.
pub async fn grants(
    conn: &mut Conn,
    (leader, person): (PersonId, PersonId),
    day: Date,
) -> Result<Vec<Grant>, StoreError> {
    const SQL: &str = "
        select distinct g.id, g.role, g.unit, u.line
          from deputy d
          join post o on o.id = d.post
          join unit u on u.id = o.unit
          join appointment h
            on h.post = o.id and h.person = $1 and h.since <= $3 and coalesce(h.until, $3) >= $3
          join account a on a.person = $1 and a.status = 'active'
          join role_grant g on g.account = a.id and g.stage = 'active' and g.unit = o.unit
         where d.person = $2 and d.since <= $3 and coalesce(d.until, $3) >= $3
         order by g.id";
    let rows: Vec<(i64, String, i64, String)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(leader.0)
        .bind(person.0)
        .bind(day.to_string())
        .fetch_all(c)
        .await)?;
    rows.into_iter()
        .map(|(id, role, unit, line)| {
            let corrupt = || StoreError::Corrupt { table: "role_grant", id };
            let role = Role::from_code(&role).ok_or_else(corrupt)?;
            let line = Line::from_code(&line).ok_or_else(corrupt)?;
            Ok(Grant { role, unit: UnitId(unit), line })
        })
        .collect()
}

/// Somebody who is away, seen by whoever stands in for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The unit's name.
    pub unit: String,
    /// The unit's English name; may be empty.
    pub unit_en: String,
    /// The post's name.
    pub post: String,
    /// The post's English name; may be empty.
    pub post_en: String,
    /// The last day of the absence.
    pub until: Date,
}

/// Who is away on a day for whose post a person stands in.
pub async fn absent(
    conn: &mut Conn,
    person: PersonId,
    day: Date,
) -> Result<Vec<Absent>, StoreError> {
    const SQL: &str = "
        select p.id, p.name, u.name, u.name_en, o.name, o.name_en, w.until
          from deputy d
          join post o on o.id = d.post
          join unit u on u.id = o.unit
          join appointment h
            on h.post = o.id and h.since <= $2 and coalesce(h.until, $2) >= $2
          join person p on p.id = h.person and p.id <> $1
          join away w
            on w.person = p.id and w.since <= $2 and w.until >= $2
           and (w.back_on is null or w.back_on > $2)
         where d.person = $1 and d.since <= $2 and coalesce(d.until, $2) >= $2
         order by u.code, o.code, p.id";
    type Row = (i64, String, String, String, String, String, String);
    let rows: Vec<Row> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(person.0).bind(day.to_string()).fetch_all(c).await
    )?;
    rows.into_iter()
        .map(|(id, name, unit, unit_en, post, post_en, until)| {
            let until = read_day(&until, "away", id)?;
            let person = PersonId(id);
            Ok(Absent { person, name, unit, unit_en, post, post_en, until })
        })
        .collect()
}

/// An account acts for somebody from now on.
pub async fn take(free: &mut Free, account: AccountId, leader: PersonId) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into stand_in (account, person) values ($1, $2)
            on conflict (account) do update set person = excluded.person";
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(account.0)
        .bind(leader.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// An account acts in its own name again.
pub async fn put_down(free: &mut Free, account: AccountId) -> Result<(), StoreError> {
    const SQL: &str = "delete from stand_in where account = $1";
    on_either!(free.reads(), c => sqlx::query(SQL).bind(account.0).execute(c).await.map(drop))?;
    Ok(())
}
