//! Who an account is now: its person and its roles, in one statement.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use qz_domain::id::{AccountId, PersonId, UnitId};
use qz_domain::power::Grant;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Line;

type Row = (Option<i64>, Option<String>, Option<i64>, Option<String>, Option<i64>);

/// An active account as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acting {
    /// Its person; an officer may have none.
    pub person: Option<PersonId>,
    /// Its roles.
    pub grants: Vec<Grant>,
    /// Whether it says that it acts for a leader.
    pub stands_in: bool,
}

/// An account with its roles; `None` when there is no such active account.
pub async fn find(conn: &mut Conn, account: AccountId) -> Result<Option<Acting>, StoreError> {
    const SQL: &str = "
        select a.person, g.role, g.unit, u.line, s.person
          from account a
          left join role_grant g on g.account = a.id and g.stage = 'active'
          left join unit u on u.id = g.unit
          left join stand_in s on s.account = a.id
         where a.id = $1
           and a.status = 'active'
         order by g.id";
    let rows: Vec<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(account.0).fetch_all(c).await)?;
    let Some(first) = rows.first() else { return Ok(None) };
    let (person, stands_in) = (first.0.map(PersonId), first.4.is_some());
    let grants = rows.into_iter().filter_map(|row| read_grant(account, row).transpose());
    Ok(Some(Acting { person, grants: grants.collect::<Result<_, _>>()?, stands_in }))
}

fn read_grant(account: AccountId, row: Row) -> Result<Option<Grant>, StoreError> {
    let (_, Some(role), Some(unit), Some(line), _) = row else { return Ok(None) };
    let corrupt = || StoreError::Corrupt { table: "role_grant", id: account.0 };
    let role = Role::from_code(&role).ok_or_else(corrupt)?;
    let line = Line::from_code(&line).ok_or_else(corrupt)?;
    Ok(Some(Grant { role, unit: UnitId(unit), line }))
}
