//! The grant (准入): what a gate hands to the handler behind it.

use qz_acts::actor::Actor;
use qz_acts::identity::{Identity, Proof};
use qz_acts::power;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, PersonId, SessionId};
use qz_domain::power::{Concern, Reach};
use std::sync::Arc;

/// Proof that a gate let this request in: who it is, and for what.
#[derive(Debug, Clone)]
pub struct Granted {
    identity: Arc<Identity>,
    action: Action,
}

impl Granted {
    pub(super) fn new(identity: Arc<Identity>, action: Action) -> Self {
        Self { identity, action }
    }

    /// Who it is.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The account with its person and roles, as the acts take it.
    pub fn actor(&self) -> &Actor {
        &self.identity.actor
    }

    /// The account.
    pub fn account(&self) -> AccountId {
        self.identity.actor.account
    }

    /// The person; officers may have none.
    pub fn person(&self) -> Option<PersonId> {
        self.identity.actor.person
    }

    /// The session, unless a program's token was shown.
    pub fn session(&self) -> Option<SessionId> {
        match self.identity.proof {
            Proof::Session { id, .. } => Some(id),
            Proof::Token { .. } => None,
        }
    }

    /// What the gate was for.
    pub fn action(&self) -> Action {
        self.action
    }

    /// How far the power for the gate's action reaches at its widest: what a list may show.
    pub fn reach(&self) -> Reach {
        power::reach(self.actor(), self.action).unwrap_or(Reach::Own)
    }

    /// Whether another action may be offered on the page.
    pub fn may(&self, action: Action, concern: &Concern) -> bool {
        self.permits(action) && power::may(self.actor(), action, concern)
    }

    /// Whether another action may be offered for some record or other.
    pub fn may_somewhere(&self, action: Action) -> bool {
        self.permits(action) && power::reach(self.actor(), action).is_some()
    }

    /// Whether what was shown at the door is good for an action.
    fn permits(&self, action: Action) -> bool {
        match &self.identity.proof {
            Proof::Session { .. } => true,
            Proof::Token { actions, .. } => actions.contains(&action),
        }
    }
}
