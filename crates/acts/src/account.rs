//! Accounts (账号) and roles: opened by the system officer, given roles by two officers.
//!
//! The system officer opens, suspends and resets accounts and proposes roles; the security officer
//! confirms and ends roles. Neither does the other's part, and nobody does either to themselves.
//! A role has effect once confirmed, at the next request of a session that is open.

mod activate;
mod change_password;
mod confirm_role;
mod end_role;
mod open;
mod propose_role;
mod read;
mod reset;
mod resume;
mod suspend;
mod tie;

pub use activate::{AccountActivated, Activate};
pub use change_password::{ChangePassword, PasswordChanged};
pub use confirm_role::{ConfirmRole, RoleConfirmed};
pub use end_role::{EndRole, RoleEnded};
pub use open::{AccountForm, AccountOpened, OpenAccount, open};
pub use propose_role::{ProposeRole, RoleForm, RoleProposed};
pub use qz_store::account::ListedAccount;
pub use read::{AccountPage, GrantLine};
pub use reset::{AccountReset, ResetAccount, reset};
pub use resume::{AccountResumed, ResumeAccount};
pub use suspend::{AccountSuspended, SuspendAccount};
pub use tie::{AccountTied, TieAccount};

pub(crate) use open::{invite, new_name};

use crate::ActError;
use crate::actor::Actor;
use jiff::SignedDuration;
use qz_domain::account::{Account, GrantStage, RoleGrant};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, PersonId};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_store::{Conn, Deed, Subject, account, person};

/// How long a one-time code is good.
pub const CODE_LASTS: SignedDuration = SignedDuration::from_hours(24);

/// A new account or one whose password was reset, with the code to hand to its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The account.
    pub account: AccountId,
    /// The one-time code; nothing when the request had been done before: it is told only once.
    pub code: Option<crate::identity::Secret>,
}

/// What an account is to the officers: something of the whole county, in a stage.
pub(crate) fn concern_of(account: &Account) -> Concern {
    Concern { stage: account.status.code(), people: vec![], units: vec![] }
}

/// The account, or that there is none.
pub(crate) async fn existing(conn: &mut Conn, id: AccountId) -> Result<Account, ActError> {
    account::find(conn, id).await?.ok_or(ActError::NotFound)
}

/// A name as accounts are kept: without space around it, in lower case.
pub(crate) fn normal_name(given: &str) -> String {
    given.trim().to_lowercase()
}

/// Words that everybody knows of an account's owner, which no password may hold.
pub(crate) async fn known_words(
    conn: &mut Conn,
    name: &str,
    holder: Option<PersonId>,
) -> Result<Vec<String>, ActError> {
    let mut words = account::county_names(conn).await?;
    words.push(name.to_owned());
    if let Some(holder) = holder
        && let Some(person) = person::find(conn, holder).await?
    {
        words.extend([person.number, person.name]);
    }
    Ok(words)
}

/// What an act on an account records of itself.
fn deed(action: Action, account: AccountId, actor: &Actor, remark: &str) -> Deed {
    Deed {
        kind: action.code(),
        object: account.object(),
        by: actor.person,
        recorded_by: Some(actor.account),
        paper: None,
        remark: remark.to_owned(),
    }
}

/// No account holds an officer's role beside another role, and none two of one role for one unit.
fn check_company(held: &[RoleGrant], new: Role) -> Result<(), Refusal> {
    let mut others = held.iter().filter(|grant| grant.stage != GrantStage::Ended);
    let apart = |grant: &RoleGrant| grant.role.is_officer() || new.is_officer();
    if others.any(apart) { Err(Refusal::OfficerHoldsAnother) } else { Ok(()) }
}

/// Each of the three officers' roles stays with somebody who may sign in.
async fn check_not_last(
    conn: &mut Conn,
    account: AccountId,
    roles: &[Role],
) -> Result<(), ActError> {
    let officers = account::officers(conn).await?;
    let last = |role: &Role| {
        role.is_officer()
            && officers.iter().any(|(held, holder)| held == role && holder.id == account)
            && !officers.iter().any(|(held, holder)| held == role && holder.id != account)
    };
    match roles.iter().copied().find(last) {
        Some(role) => Err(Refusal::LastOfficer { role }.into()),
        None => Ok(()),
    }
}
