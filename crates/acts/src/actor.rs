//! Who acts: an account, its person, and the roles it holds now.

use qz_domain::id::{AccountId, PersonId};
use qz_domain::power::Grant;

/// An account as its powers are judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account: AccountId,
    /// The person it belongs to.
    pub person: Option<PersonId>,
    /// The roles in effect now.
    pub grants: Vec<Grant>,
}
