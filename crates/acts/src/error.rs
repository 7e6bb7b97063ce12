//! Why an act was not done, for whoever asked.

use qz_domain::action::Action;
use qz_domain::field::FieldError;
use qz_domain::refusal::Refusal;
use qz_store::StoreError;

/// Why an act was not done.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// The account has no power for it.
    #[error("the account may not do this: {}", qz_domain::spelled::Spelled::code(*.0))]
    Forbidden(Action),
    /// There is no such thing, or the account may not know of it.
    #[error("there is no such record")]
    NotFound,
    /// A guard refused.
    #[error("refused by the guard `{}`", .0.guard().code())]
    Refused(Refusal),
    /// What was given cannot be used.
    #[error("{} field(s) cannot be used", .0.len())]
    Invalid(Vec<FieldError>),
    /// The store failed; nothing was kept.
    #[error("the store failed")]
    Store(#[from] StoreError),
}

impl From<Refusal> for ActError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<FieldError> for ActError {
    fn from(fault: FieldError) -> Self {
        Self::Invalid(vec![fault])
    }
}
