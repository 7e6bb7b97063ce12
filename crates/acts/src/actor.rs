//! Who acts: an account, its person, and the roles it holds now.

use qz_domain::action::Action;
use qz_domain::id::{AccountId, PersonId};
use qz_domain::power::Grant;
use qz_domain::spelled::Spelled;
use qz_store::{Deed, ObjectRef};

/// An account as its powers are judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account: AccountId,
    /// The person it belongs to.
    pub person: Option<PersonId>,
    /// The roles in effect now, and those lent by whom they stand in for.
    pub grants: Vec<Grant>,
    /// The leader they act for, when they do; inside an act, when it is done for the leader.
    pub stands_for: Option<StandsFor>,
}

impl Actor {
    /// What the log keeps of an act that they did themselves, at the screen.
    pub(crate) fn deed(&self, action: Action, object: ObjectRef) -> Deed {
        Deed {
            kind: action.code(),
            object,
            by: self.person,
            recorded_by: Some(self.account),
            paper: None,
            remark: String::new(),
        }
    }
}

/// A leader who is away, and the roles that whoever acts for them has meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandsFor {
    /// The leader.
    pub leader: PersonId,
    /// The leader's name.
    pub name: String,
    /// The roles they hold as leader.
    pub grants: Vec<Grant>,
}
