//! Activate an account (启用账号): its owner uses the one-time code and sets a first password.

use super::{deed, existing};
use crate::actor::Actor;
use crate::{ActError, identity};
use qz_domain::account::AccountStatus;
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Write, account, credential};
use serde::{Deserialize, Serialize};

/// Activates an account. Who may is who has the code.
#[derive(Debug, Clone)]
pub struct Activate {
    /// The account.
    pub account: AccountId,
    /// Hash of the one-time code as it was typed.
    pub code: String,
    /// The hash of the first password.
    pub phc: String,
}

/// Done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountActivated {}

impl Act for Activate {
    type Receipt = AccountActivated;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountActivated, ActError> {
        let target = existing(write.reads(), self.account).await?;
        let now = write.now();
        let code = credential::code_of(write.reads(), target.id, now).await?;
        if !code.is_some_and(|code| identity::same(&code, &self.code)) {
            return Err(ActError::NotFound);
        }
        if target.status != AccountStatus::Invited {
            let (act, stage) = ("activate", target.status.code());
            return Err(Refusal::OutOfOrder { act, stage }.into());
        }
        credential::take_code(write.free(), target.id).await?;
        credential::set(write.free(), target.id, &self.phc, now).await?;
        account::set_status(write, target.id, AccountStatus::Active).await?;
        let owner =
            Actor { account: target.id, person: target.person, grants: vec![], stands_for: None };
        write.record(deed(Action::SelfService, target.id, &owner, "启用")).await?;
        Ok(AccountActivated {})
    }
}
