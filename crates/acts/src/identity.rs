//! Identity (身份): who signs in, and what proves it.
//!
//! Accounts and roles are governed and change by acts ([`crate::account`]). What proves an account
//! (password hashes, codes, sessions, tokens, counts of failures) is free, expires, and is kept as
//! hashes only. Roles are read afresh for every request, so a change of them needs no signing out.

pub mod demo;
mod error;
pub mod init;
pub(crate) mod limits;
mod password;
mod secret;
pub mod session;
pub mod sign_in;
pub mod token;

pub use error::IdentityError;
pub use password::{LONGEST_PASSWORD, PasswordFault, Passwords, SHORTEST_PASSWORD};
pub use qz_store::account::HeldRole;
pub use secret::{Secret, same};

pub(crate) use password::check_password;
pub(crate) use secret::{hash, hash_of_typed_code};

use crate::actor::Actor;
use qz_domain::action::Action;
use qz_domain::id::SessionId;
use qz_domain::refusal::Refusal;

/// Who is at the door, as of now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The account, its person and its roles.
    pub actor: Actor,
    /// The name the account signs in with.
    pub account_name: String,
    /// The person's name; officers may have none.
    pub person_name: Option<String>,
    /// The roles in effect, with the names of their units.
    pub roles: Vec<HeldRole>,
    /// What proves it.
    pub proof: Proof,
    /// Why they no longer act for the leader they took up, when they do not.
    pub stood_down: Option<Refusal>,
}

/// What proves who is at the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// A browser's session.
    Session {
        /// Number in the store.
        id: SessionId,
        /// The token its forms carry.
        csrf: String,
    },
    /// A program's token.
    Token {
        /// Number in the store.
        id: i64,
        /// What it may be used for, within the account's powers.
        actions: Vec<Action>,
    },
}

impl Identity {
    /// The name people call them: the person's, else the account's.
    pub fn called(&self) -> &str {
        self.person_name.as_deref().unwrap_or(&self.account_name)
    }
}
