//! Change one's own password (修改口令): every session of the account ends.

use super::{deed, existing};
use crate::actor::Actor;
use crate::{ActError, identity};
use qz_domain::account::AccountStatus;
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_store::{Act, Write, credential, session};
use serde::{Deserialize, Serialize};

/// Changes one's own password, if it is still the one that was verified.
#[derive(Debug, Clone)]
pub struct ChangePassword {
    /// Whose.
    pub account: AccountId,
    /// The hash the present password was verified against.
    pub old: String,
    /// The hash of the new one.
    pub new: String,
}

/// Done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordChanged {}

impl Act for ChangePassword {
    type Receipt = PasswordChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<PasswordChanged, ActError> {
        let target = existing(write.reads(), self.account).await?;
        let present = credential::phc_of(write.reads(), target.id).await?;
        let unchanged = present.is_some_and(|present| identity::same(&present, &self.old));
        if target.status != AccountStatus::Active || !unchanged {
            return Err(ActError::Forbidden(Action::SelfService));
        }
        let now = write.now();
        credential::set(write.free(), target.id, &self.new, now).await?;
        session::end_all(write.free(), target.id).await?;
        let owner =
            Actor { account: target.id, person: target.person, grants: vec![], stands_for: None };
        write.record(deed(Action::SelfService, target.id, &owner, "修改口令")).await?;
        Ok(PasswordChanged {})
    }
}
