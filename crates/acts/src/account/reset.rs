//! Reset an account's password (重置口令): the old one is dead at once, and its owner gets a new
//! one-time code. Whoever resets cannot choose the password.

use super::{CODE_LASTS, Invited, concern_of, deed, existing};
use crate::identity::Secret;
use crate::{ActError, Acts, power};
use qz_domain::account::AccountStatus;
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Write, account, credential, session, token};
use serde::{Deserialize, Serialize};

/// Resets an account's password.
#[derive(Debug, Clone)]
pub struct ResetAccount {
    /// The system officer.
    pub actor: AccountId,
    /// The account.
    pub account: AccountId,
    /// Hash of the one-time code.
    pub code: String,
}

/// The account that waits for its code now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountReset {
    /// Number in the store.
    pub account: AccountId,
}

/// Resets an account's password; returns the code for its owner.
pub async fn reset(
    acts: &Acts,
    request: String,
    actor: AccountId,
    account: AccountId,
) -> Result<Invited, ActError> {
    let code = Secret::code(acts.chance());
    let done = acts.perform(request, ResetAccount { actor, account, code: code.hash() }).await?;
    let code = (!done.repeated).then_some(code);
    Ok(Invited { account: done.receipt.account, code })
}

impl Act for ResetAccount {
    type Receipt = AccountReset;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountReset, ActError> {
        let target = existing(write.reads(), self.account).await?;
        let concern = concern_of(&target);
        let actor = power::require(write, self.actor, Action::AccountManage, &concern).await?;
        if actor.account == target.id {
            return Err(Refusal::OwnAccount.into());
        }
        if target.status == AccountStatus::Suspended {
            let (act, stage) = ("reset", target.status.code());
            return Err(Refusal::OutOfOrder { act, stage }.into());
        }
        let expires_at = write.now().checked_add(CODE_LASTS).unwrap_or(jiff::Timestamp::MAX);
        account::set_status(write, target.id, AccountStatus::Invited).await?;
        let free = write.free();
        credential::forget(free, target.id).await?;
        session::end_all(free, target.id).await?;
        token::end_all(free, target.id).await?;
        credential::set_code(free, target.id, &self.code, expires_at).await?;
        write.record(deed(Action::AccountManage, target.id, &actor, "重置口令")).await?;
        Ok(AccountReset { account: target.id })
    }
}
