//! What the officers see of accounts.

use super::{ListedAccount, concern_of};
use crate::{ActError, Acts};
use qz_domain::account::{Account, AccountStatus, RoleGrant};
use qz_domain::id::{AccountId, GrantId};
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::unit::Unit;
use qz_store::list::Page;
use qz_store::{Conn, account, person, unit};

/// A grant with the names that make it readable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantLine {
    /// The grant.
    pub grant: RoleGrant,
    /// The unit it is for.
    pub unit: Unit,
    /// The name of the account that has it.
    pub account: String,
    /// The name of the account that proposed it.
    pub proposed_by: Option<String>,
    /// The name of the account that confirmed it.
    pub confirmed_by: Option<String>,
}

/// An account with all that hangs on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountPage {
    /// The account.
    pub account: Account,
    /// The person it belongs to.
    pub holder: Option<Person>,
    /// Its grants, ended ones too, oldest first.
    pub grants: Vec<GrantLine>,
}

impl Acts {
    /// Page `number` of the accounts by name, `size` to a page, and how many there are.
    pub async fn accounts(
        &self,
        status: Option<AccountStatus>,
        number: i64,
        size: i64,
    ) -> Result<(Vec<ListedAccount>, i64), ActError> {
        let page = Page::number(number, size);
        Ok(account::list(&mut self.reader().await?, status, page).await?)
    }

    /// An account with its grants.
    pub async fn account(&self, id: AccountId) -> Result<Option<AccountPage>, ActError> {
        let mut conn = self.reader().await?;
        let Some(found) = account::find(&mut conn, id).await? else { return Ok(None) };
        let holder = match found.person {
            Some(person) => person::find(&mut conn, person).await?,
            None => None,
        };
        let mut grants = Vec::new();
        for grant in account::all_grants_of(&mut conn, id).await? {
            grants.push(line(&mut conn, grant).await?);
        }
        Ok(Some(AccountPage { account: found, holder, grants }))
    }

    /// The grants that wait for a second officer, oldest first.
    pub async fn proposed_roles(&self) -> Result<Vec<GrantLine>, ActError> {
        let mut conn = self.reader().await?;
        let mut lines = Vec::new();
        for grant in account::proposed_grants(&mut conn).await? {
            lines.push(line(&mut conn, grant).await?);
        }
        Ok(lines)
    }

    /// What an account is to whoever wants to see or change it.
    pub async fn account_concern(&self, id: AccountId) -> Result<Option<Concern>, ActError> {
        let found = account::find(&mut self.reader().await?, id).await?;
        Ok(found.as_ref().map(concern_of))
    }

    /// As [`Acts::account_concern`], by one of its grants.
    pub async fn grant_concern(&self, id: GrantId) -> Result<Option<Concern>, ActError> {
        let found = account::find_grant(&mut self.reader().await?, id).await?;
        match found {
            Some(grant) => self.account_concern(grant.account).await,
            None => Ok(None),
        }
    }
}

async fn line(conn: &mut Conn, grant: RoleGrant) -> Result<GrantLine, ActError> {
    let unit = unit::find(conn, grant.unit).await?.ok_or(ActError::NotFound)?;
    let account = name(conn, Some(grant.account)).await?.unwrap_or_default();
    let proposed_by = name(conn, grant.proposed_by).await?;
    let confirmed_by = name(conn, grant.confirmed_by).await?;
    Ok(GrantLine { grant, unit, account, proposed_by, confirmed_by })
}

async fn name(conn: &mut Conn, id: Option<AccountId>) -> Result<Option<String>, ActError> {
    let Some(id) = id else { return Ok(None) };
    Ok(account::find(conn, id).await?.map(|account| account.name))
}
