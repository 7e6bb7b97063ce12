//! Suspend an account (停用账号): its sessions, tokens and codes end with it.

use super::{check_not_last, concern_of, deed, existing};
use crate::{ActError, power};
use qz_domain::account::AccountStatus;
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_domain::refusal::Refusal;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Write, account, credential, session, token};
use serde::{Deserialize, Serialize};

/// Suspends an account.
#[derive(Debug, Clone)]
pub struct SuspendAccount {
    /// The system officer.
    pub actor: AccountId,
    /// The account.
    pub account: AccountId,
}

/// Done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSuspended {}

impl Act for SuspendAccount {
    type Receipt = AccountSuspended;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountSuspended, ActError> {
        let target = existing(write.reads(), self.account).await?;
        let concern = concern_of(&target);
        let actor = power::require(write, self.actor, Action::AccountManage, &concern).await?;
        if actor.account == target.id {
            return Err(Refusal::OwnAccount.into());
        }
        if target.status == AccountStatus::Suspended {
            let (act, stage) = ("suspend", target.status.code());
            return Err(Refusal::OutOfOrder { act, stage }.into());
        }
        check_not_last(write.reads(), target.id, &[Role::System, Role::Security, Role::Audit])
            .await?;
        account::set_status(write, target.id, AccountStatus::Suspended).await?;
        let free = write.free();
        session::end_all(free, target.id).await?;
        token::end_all(free, target.id).await?;
        credential::take_code(free, target.id).await?;
        write.record(deed(Action::AccountManage, target.id, &actor, "停用")).await?;
        Ok(AccountSuspended {})
    }
}
