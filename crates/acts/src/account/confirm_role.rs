//! Confirm a proposed role (确认授权): by another officer than the one who proposed it.

use super::{check_company, concern_of, deed, existing};
use crate::{ActError, message, power};
use qz_domain::account::{AccountStatus, GrantStage};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, GrantId};
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Write, account};
use serde::{Deserialize, Serialize};

/// Confirms a proposed role.
#[derive(Debug, Clone)]
pub struct ConfirmRole {
    /// The security officer.
    pub actor: AccountId,
    /// The grant.
    pub grant: GrantId,
}

/// In effect from the next request of its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleConfirmed {
    /// Whose role it is.
    pub account: AccountId,
}

impl Act for ConfirmRole {
    type Receipt = RoleConfirmed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RoleConfirmed, ActError> {
        let grant = account::find_grant(write.reads(), self.grant).await?;
        let grant = grant.ok_or(ActError::NotFound)?;
        let target = existing(write.reads(), grant.account).await?;
        let concern = concern_of(&target);
        let actor = power::require(write, self.actor, Action::RoleConfirm, &concern).await?;
        if grant.proposed_by == Some(actor.account) {
            return Err(Refusal::SameOfficer.into());
        }
        if actor.account == target.id {
            return Err(Refusal::OwnAccount.into());
        }
        let act = "role_confirm";
        if grant.stage != GrantStage::Proposed {
            return Err(Refusal::OutOfOrder { act, stage: grant.stage.code() }.into());
        }
        if target.status == AccountStatus::Suspended {
            return Err(Refusal::OutOfOrder { act, stage: target.status.code() }.into());
        }
        let mut held = account::all_grants_of(write.reads(), target.id).await?;
        held.retain(|other| other.id != grant.id);
        check_company(&held, grant.role)?;
        let (stage, now) = (GrantStage::Active, write.now());
        account::set_grant_stage(write, grant.id, stage, Some(actor.account), now).await?;
        message::granted(write, target.person, &grant).await?;
        let remark = grant.role.chinese();
        write.record(deed(Action::RoleConfirm, target.id, &actor, remark)).await?;
        Ok(RoleConfirmed { account: target.id })
    }
}
