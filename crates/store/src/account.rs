//! Accounts (账号) and the roles they hold.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::writer::Write;
use jiff::Timestamp;
use qz_domain::account::{Account, AccountStatus, GrantStage, RoleGrant};
use qz_domain::id::{AccountId, GrantId, PersonId, UnitId};
use qz_domain::power::Grant;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Line;

type AccountRow = (i64, String, Option<i64>, String);
type GrantRow = (i64, i64, String, i64, String, Option<i64>, Option<i64>, i64);

/// An account of the list, with the person it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedAccount {
    /// The account.
    pub account: Account,
    /// The person's work number and name.
    pub holder: Option<(String, String)>,
}

/// A role in effect, with the unit as people know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRole {
    /// The role and the unit.
    pub grant: Grant,
    /// The unit's Chinese name.
    pub unit: String,
    /// The unit's English name; may be empty.
    pub unit_en: String,
}

/// The roles an account holds now, each with its unit's name.
pub async fn held_roles(conn: &mut Conn, account: AccountId) -> Result<Vec<HeldRole>, StoreError> {
    const SQL: &str = "
        select g.id, g.role, g.unit, u.line, u.name, u.name_en
          from role_grant g
          join unit u on u.id = g.unit
         where g.account = $1
           and g.stage = 'active'
         order by g.id";
    type Row = (i64, String, i64, String, String, String);

    let rows: Vec<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(account.0).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(id, role, on, line, unit, unit_en)| {
            let (Some(role), Some(line)) = (Role::from_code(&role), Line::from_code(&line)) else {
                return Err(StoreError::Corrupt { table: "role_grant", id });
            };
            Ok(HeldRole { grant: Grant { role, unit: UnitId(on), line }, unit, unit_en })
        })
        .collect()
}

/// An account by its number.
pub async fn find(conn: &mut Conn, id: AccountId) -> Result<Option<Account>, StoreError> {
    const SQL: &str = "select id, name, person, status from account where id = $1";
    let row: Option<AccountRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read_account).transpose()
}

/// An account by the name it signs in with.
pub async fn find_by_name(conn: &mut Conn, name: &str) -> Result<Option<Account>, StoreError> {
    const SQL: &str = "select id, name, person, status from account where name = $1";
    let row: Option<AccountRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(name).fetch_optional(c).await)?;
    row.map(read_account).transpose()
}

/// The account of a person.
pub async fn find_by_person(
    conn: &mut Conn,
    person: PersonId,
) -> Result<Option<Account>, StoreError> {
    const SQL: &str = "select id, name, person, status from account where person = $1";
    let row: Option<AccountRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_optional(c).await)?;
    row.map(read_account).transpose()
}

/// How many people hold a role for a unit through an active account.
pub async fn holders(conn: &mut Conn, role: Role, unit: UnitId) -> Result<i64, StoreError> {
    const SQL: &str = "
        select count(distinct a.person)
          from role_grant g join account a on a.id = g.account
         where g.role = $1 and g.unit = $2 and g.stage = 'active' and a.status = 'active'";
    let (count,): (i64,) = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(role.code()).bind(unit.0).fetch_one(c).await
    )?;
    Ok(count)
}

/// Whether a person speaks for a unit now: through an account that is not suspended, as its head or
/// its liaison.
pub async fn speaks_for(
    conn: &mut Conn,
    person: PersonId,
    unit: UnitId,
) -> Result<bool, StoreError> {
    const SQL: &str = "
        select count(*)
          from role_grant g join account a on a.id = g.account
         where a.person = $1 and g.unit = $2 and g.role in ($3, $4)
           and g.stage = 'active' and a.status <> 'suspended'";
    let [head, liaison] = Role::SPEAKERS;
    let (count,): (i64,) = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(person.0)
        .bind(unit.0)
        .bind(head.code())
        .bind(liaison.code())
        .fetch_one(c)
        .await)?;
    Ok(count > 0)
}

/// Who speaks for a unit, or for each, through an active account: its head and its liaison.
pub async fn speakers(
    conn: &mut Conn,
    unit: Option<UnitId>,
) -> Result<Vec<(UnitId, PersonId)>, StoreError> {
    in_roles(conn, unit, Role::SPEAKERS).await
}

/// Who heads a unit, through an active account.
pub async fn heads(conn: &mut Conn, unit: UnitId) -> Result<Vec<PersonId>, StoreError> {
    let found = in_roles(conn, Some(unit), [Role::Head; 2]).await?;
    Ok(found.into_iter().map(|(_, person)| person).collect())
}

async fn in_roles(
    conn: &mut Conn,
    unit: Option<UnitId>,
    [one, other]: [Role; 2],
) -> Result<Vec<(UnitId, PersonId)>, StoreError> {
    const SQL: &str = "
        select distinct g.unit, a.person
          from role_grant g join account a on a.id = g.account
         where g.role in ($1, $2) and g.stage = 'active' and a.status = 'active'
           and a.person is not null and g.unit = coalesce(cast($3 as bigint), g.unit)
         order by 1, 2";
    let rows: Vec<(i64, i64)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(one.code())
        .bind(other.code())
        .bind(unit.map(|unit| unit.0))
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(unit, person)| (UnitId(unit), PersonId(person))).collect())
}

/// How many accounts there are.
pub async fn count(conn: &mut Conn) -> Result<i64, StoreError> {
    const SQL: &str = "select count(*) from account";
    let (count,): (i64,) = on_either!(conn, c => sqlx::query_as(SQL).fetch_one(c).await)?;
    Ok(count)
}

/// One page of the accounts by name, and how many there are in all. `status` keeps those in it.
pub async fn list(
    conn: &mut Conn,
    status: Option<AccountStatus>,
    page: Page,
) -> Result<(Vec<ListedAccount>, i64), StoreError> {
    type Row = (i64, String, Option<i64>, String, Option<String>, Option<String>);
    let mut list = List::new(
        "a.id, a.name, a.person, a.status, p.number, p.name",
        "account a left join person p on p.id = a.person",
    );
    list.maybe("a.status = $?", status.map(|status| Value::Text(status.code().to_owned())));
    let count = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, "a.name, a.id", page).await?;
    let rows = rows.into_iter().map(|(id, name, person, status, number, called)| {
        let account = read_account((id, name, person, status))?;
        Ok(ListedAccount { account, holder: number.zip(called) })
    });
    Ok((rows.collect::<Result<_, StoreError>>()?, count))
}

/// Adds an account.
pub async fn insert(write: &mut Write, account: &Account) -> Result<(), StoreError> {
    const ACCOUNT: Target =
        Target { table: "account", columns: &["id", "name", "person", "status"], tail: "" };
    let columns = vec![
        Column::Int(vec![account.id.0]),
        Column::Text(vec![account.name.clone()]),
        Column::MaybeInt(vec![account.person.map(|person| person.0)]),
        Column::Text(vec![account.status.code().to_owned()]),
    ];
    write.insert(ACCOUNT, columns).await.map(drop)
}

/// Sets whether an account may sign in.
pub async fn set_status(
    write: &mut Write,
    id: AccountId,
    status: AccountStatus,
) -> Result<(), StoreError> {
    const SQL: &str = "update account set status = $2 where id = $1";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(status.code())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Ties an account to its person.
pub async fn set_person(
    write: &mut Write,
    id: AccountId,
    person: PersonId,
) -> Result<(), StoreError> {
    const SQL: &str = "update account set person = $2 where id = $1";
    on_either!(
        write.reads(),
        c => sqlx::query(SQL).bind(id.0).bind(person.0).execute(c).await.map(drop)
    )?;
    Ok(())
}

/// A grant by its number.
pub async fn find_grant(conn: &mut Conn, id: GrantId) -> Result<Option<RoleGrant>, StoreError> {
    const SQL: &str = "
        select id, account, role, unit, stage, proposed_by, confirmed_by, changed_at
          from role_grant
         where id = $1";
    let row: Option<GrantRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read_grant).transpose()
}

/// Every grant of an account, ended ones too, in the order they were made.
pub async fn all_grants_of(
    conn: &mut Conn,
    account: AccountId,
) -> Result<Vec<RoleGrant>, StoreError> {
    const SQL: &str = "
        select id, account, role, unit, stage, proposed_by, confirmed_by, changed_at
          from role_grant
         where account = $1
         order by id";
    let rows: Vec<GrantRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(account.0).fetch_all(c).await)?;
    rows.into_iter().map(read_grant).collect()
}

/// The grants that wait for a second officer, oldest first.
pub async fn proposed_grants(conn: &mut Conn) -> Result<Vec<RoleGrant>, StoreError> {
    const SQL: &str = "
        select id, account, role, unit, stage, proposed_by, confirmed_by, changed_at
          from role_grant
         where stage = 'proposed'
         order by id";
    let rows: Vec<GrantRow> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    rows.into_iter().map(read_grant).collect()
}

/// The accounts that hold one of the three officers' roles now and are not suspended.
pub async fn officers(conn: &mut Conn) -> Result<Vec<(Role, Account)>, StoreError> {
    const SQL: &str = "
        select g.role, a.id, a.name, a.person, a.status
          from role_grant g
          join account a on a.id = g.account
         where g.stage = 'active'
           and g.role in ('system', 'security', 'audit')
           and a.status <> 'suspended'
         order by g.id";
    type Row = (String, i64, String, Option<i64>, String);
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(role, id, name, person, status)| {
            let role =
                Role::from_code(&role).ok_or(StoreError::Corrupt { table: "account", id })?;
            Ok((role, read_account((id, name, person, status))?))
        })
        .collect()
}

/// The names, Chinese and English, of the units that have none above: the county's own.
pub async fn county_names(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    const SQL: &str = "select name, name_en from unit where parent is null";
    let rows: Vec<(String, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().flat_map(|(name, name_en)| [name, name_en]).collect())
}

/// Adds a grant.
pub async fn insert_grant(write: &mut Write, grant: &RoleGrant) -> Result<(), StoreError> {
    const GRANT: Target = Target {
        table: "role_grant",
        columns: &[
            "id",
            "account",
            "role",
            "unit",
            "stage",
            "proposed_by",
            "confirmed_by",
            "changed_at",
        ],
        tail: "",
    };
    let maybe = |account: Option<AccountId>| Column::MaybeInt(vec![account.map(|id| id.0)]);
    let columns = vec![
        Column::Int(vec![grant.id.0]),
        Column::Int(vec![grant.account.0]),
        Column::Text(vec![grant.role.code().to_owned()]),
        Column::Int(vec![grant.unit.0]),
        Column::Text(vec![grant.stage.code().to_owned()]),
        maybe(grant.proposed_by),
        maybe(grant.confirmed_by),
        Column::Int(vec![grant.changed_at.as_millisecond()]),
    ];
    write.insert(GRANT, columns).await.map(drop)
}

/// Moves a grant to another stage. `confirmed_by` is kept when nobody is given.
pub async fn set_grant_stage(
    write: &mut Write,
    id: GrantId,
    stage: GrantStage,
    confirmed_by: Option<AccountId>,
    at: Timestamp,
) -> Result<(), StoreError> {
    const SQL: &str = "
        update role_grant
           set stage = $2
             , confirmed_by = coalesce(cast($3 as bigint), confirmed_by)
             , changed_at = $4
         where id = $1";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(stage.code())
        .bind(confirmed_by.map(|account| account.0))
        .bind(at.as_millisecond())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read_account((id, name, person, status): AccountRow) -> Result<Account, StoreError> {
    let status =
        AccountStatus::from_code(&status).ok_or(StoreError::Corrupt { table: "account", id })?;
    Ok(Account { id: AccountId(id), name, person: person.map(PersonId), status })
}

fn read_grant(row: GrantRow) -> Result<RoleGrant, StoreError> {
    let (id, account, role, unit, stage, proposed_by, confirmed_by, changed_at) = row;
    let corrupt = || StoreError::Corrupt { table: "role_grant", id };
    Ok(RoleGrant {
        id: GrantId(id),
        account: AccountId(account),
        role: Role::from_code(&role).ok_or_else(corrupt)?,
        unit: UnitId(unit),
        stage: GrantStage::from_code(&stage).ok_or_else(corrupt)?,
        proposed_by: proposed_by.map(AccountId),
        confirmed_by: confirmed_by.map(AccountId),
        changed_at: Timestamp::from_millisecond(changed_at).map_err(|_| corrupt())?,
    })
}
