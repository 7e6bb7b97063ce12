//! Propose a role for an account (提请授权). No effect before a second officer confirms it.

use super::{check_company, concern_of, deed, existing};
use crate::organisation::named_unit;
use crate::{ActError, power};
use qz_domain::account::{AccountStatus, GrantStage, RoleGrant};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, GrantId};
use qz_domain::refusal::Refusal;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Write, account};
use serde::{Deserialize, Serialize};

/// What the system officer writes of a role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoleForm {
    /// 角色: its Chinese word or its code.
    pub role: String,
    /// 单位: code or full name.
    pub unit: String,
}

/// Proposes a role.
#[derive(Debug, Clone)]
pub struct ProposeRole {
    /// The system officer.
    pub actor: AccountId,
    /// For whom.
    pub account: AccountId,
    /// Which role, for which unit.
    pub form: RoleForm,
}

/// The number the grant got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleProposed {
    /// Number in the store.
    pub grant: GrantId,
}

impl Act for ProposeRole {
    type Receipt = RoleProposed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RoleProposed, ActError> {
        let target = existing(write.reads(), self.account).await?;
        let concern = concern_of(&target);
        let actor = power::require(write, self.actor, Action::RolePropose, &concern).await?;
        if actor.account == target.id {
            return Err(Refusal::OwnAccount.into());
        }
        if target.status == AccountStatus::Suspended {
            let (act, stage) = ("role_propose", target.status.code());
            return Err(Refusal::OutOfOrder { act, stage }.into());
        }
        let role = field::word::<Role>("role", &self.form.role)?;
        let unit = named_unit(write.reads(), "unit", &self.form.unit).await?;
        let held = account::all_grants_of(write.reads(), target.id).await?;
        check_company(&held, role)?;
        let doubled = |grant: &RoleGrant| {
            grant.stage != GrantStage::Ended && grant.role == role && grant.unit == unit.id
        };
        if held.iter().any(doubled) {
            let taken = Fault::Taken(format!("{} {}", role.chinese(), unit.name));
            return Err(FieldError::new("role", taken).into());
        }
        let grant = RoleGrant {
            id: GrantId(write.next_id()),
            account: target.id,
            role,
            unit: unit.id,
            stage: GrantStage::Proposed,
            proposed_by: Some(actor.account),
            confirmed_by: None,
            changed_at: write.now(),
        };
        account::insert_grant(write, &grant).await?;
        let remark = format!("{}：{}", role.chinese(), unit.name);
        write.record(deed(Action::RolePropose, target.id, &actor, &remark)).await?;
        Ok(RoleProposed { grant: grant.id })
    }
}
