//! End a role (终止授权): one in effect, or one that was only proposed.

use super::{check_not_last, concern_of, deed, existing};
use crate::{ActError, power};
use qz_domain::account::GrantStage;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, GrantId};
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Write, account};
use serde::{Deserialize, Serialize};

/// Ends a role.
#[derive(Debug, Clone)]
pub struct EndRole {
    /// The security officer.
    pub actor: AccountId,
    /// The grant.
    pub grant: GrantId,
}

/// Without effect from the next request of its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleEnded {
    /// Whose role it was.
    pub account: AccountId,
}

impl Act for EndRole {
    type Receipt = RoleEnded;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RoleEnded, ActError> {
        let grant = account::find_grant(write.reads(), self.grant).await?;
        let grant = grant.ok_or(ActError::NotFound)?;
        let target = existing(write.reads(), grant.account).await?;
        let concern = concern_of(&target);
        let actor = power::require(write, self.actor, Action::RoleConfirm, &concern).await?;
        if actor.account == target.id {
            return Err(Refusal::OwnAccount.into());
        }
        match grant.stage {
            GrantStage::Ended => {
                let (act, stage) = ("role_end", grant.stage.code());
                return Err(Refusal::OutOfOrder { act, stage }.into());
            }
            GrantStage::Active => {
                check_not_last(write.reads(), target.id, &[grant.role]).await?;
            }
            GrantStage::Proposed => {}
        }
        let now = write.now();
        account::set_grant_stage(write, grant.id, GrantStage::Ended, None, now).await?;
        let remark = format!("终止：{}", grant.role.chinese());
        write.record(deed(Action::RoleConfirm, target.id, &actor, &remark)).await?;
        Ok(RoleEnded { account: target.id })
    }
}
