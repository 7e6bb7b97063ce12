//! Resume a suspended account (恢复账号): with its old password, or waiting for a reset without one.

use super::{concern_of, deed, existing};
use crate::{ActError, power};
use qz_domain::account::AccountStatus;
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Write, account, credential};
use serde::{Deserialize, Serialize};

/// Resumes a suspended account.
#[derive(Debug, Clone)]
pub struct ResumeAccount {
    /// The system officer.
    pub actor: AccountId,
    /// The account.
    pub account: AccountId,
}

/// What the account is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountResumed {
    /// Active, or invited: then it needs a new one-time code.
    pub status: AccountStatus,
}

impl Act for ResumeAccount {
    type Receipt = AccountResumed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountResumed, ActError> {
        let target = existing(write.reads(), self.account).await?;
        let concern = concern_of(&target);
        let actor = power::require(write, self.actor, Action::AccountManage, &concern).await?;
        if target.status != AccountStatus::Suspended {
            let (act, stage) = ("resume", target.status.code());
            return Err(Refusal::OutOfOrder { act, stage }.into());
        }
        let has_password = credential::phc_of(write.reads(), target.id).await?.is_some();
        let status = if has_password { AccountStatus::Active } else { AccountStatus::Invited };
        account::set_status(write, target.id, status).await?;
        write.record(deed(Action::AccountManage, target.id, &actor, "恢复")).await?;
        Ok(AccountResumed { status })
    }
}
