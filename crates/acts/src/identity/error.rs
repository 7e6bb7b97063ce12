//! Why somebody is not let in, or cannot change what lets them in.

use super::PasswordFault;
use crate::ActError;
use qz_domain::refusal::Worded;
use qz_store::StoreError;

/// Why somebody is not let in, or cannot change what lets them in.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The name or the password is wrong; it is not said which.
    #[error("the name or the password is wrong")]
    Wrong,
    /// The one-time code is wrong, used or too old; or there is no such account.
    #[error("the one-time code is wrong, used or too old")]
    WrongCode,
    /// Too many failures: to be tried again later.
    #[error("to be tried again after {seconds} s")]
    TooSoon {
        /// After how many seconds.
        seconds: u32,
    },
    /// The password is right, but the account is suspended.
    #[error("the account is suspended")]
    Suspended,
    /// There is no such persona in this demo.
    #[error("there is no such persona")]
    NoPersona,
    /// The new password cannot be used.
    #[error("the new password cannot be used")]
    Password(PasswordFault),
    /// The act behind it was not done.
    #[error(transparent)]
    Act(#[from] ActError),
}

impl From<StoreError> for IdentityError {
    fn from(fault: StoreError) -> Self {
        Self::Act(ActError::Store(fault))
    }
}

impl From<PasswordFault> for IdentityError {
    fn from(fault: PasswordFault) -> Self {
        Self::Password(fault)
    }
}

impl Worded for IdentityError {
    fn key(&self) -> &'static str {
        match self {
            Self::Wrong => "identity-wrong",
            Self::WrongCode => "identity-wrong-code",
            Self::TooSoon { .. } => "identity-too-soon",
            Self::Suspended => "identity-suspended",
            Self::NoPersona => "identity-no-persona",
            Self::Password(fault) => fault.key(),
            Self::Act(_) => "identity-failed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooSoon { seconds } => vec![("seconds", seconds.to_string())],
            Self::Password(fault) => fault.args(),
            _ => vec![],
        }
    }
}
