//! Accounts (账号): who signs in. Never shared.

use crate::id::{AccountId, GrantId, PersonId, UnitId};
use crate::role::Role;
use crate::spelled;
use jiff::Timestamp;

spelled! {
    /// Whether an account may sign in (状态).
    AccountStatus {
        /// 待启用: a one-time code is out, no password is set.
        Invited = "invited", "待启用";
        /// 在用
        Active = "active", "在用";
        /// 停用
        Suspended = "suspended", "停用";
    }
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Number in the store.
    pub id: AccountId,
    /// The name it signs in with, unique, lower case.
    pub name: String,
    /// The person it belongs to; the three officers' accounts may have none.
    pub person: Option<PersonId>,
    /// Whether it may sign in.
    pub status: AccountStatus,
}

spelled! {
    /// Where a grant of a role stands (授权状态).
    GrantStage {
        /// 待确认: proposed, no effect yet.
        Proposed = "proposed", "待确认";
        /// 生效: a second officer confirmed it.
        Active = "active", "生效";
        /// 终止
        Ended = "ended", "终止";
    }
}

/// A role given to an account for a unit. It has effect only once a second officer confirms it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleGrant {
    /// Number in the store.
    pub id: GrantId,
    /// To whom.
    pub account: AccountId,
    /// Which role.
    pub role: Role,
    /// For which unit.
    pub unit: UnitId,
    /// Where it stands.
    pub stage: GrantStage,
    /// Who proposed it; nobody for the grants that `init` and a demo begin with.
    pub proposed_by: Option<AccountId>,
    /// Who confirmed it.
    pub confirmed_by: Option<AccountId>,
    /// When it last changed.
    pub changed_at: Timestamp,
}
