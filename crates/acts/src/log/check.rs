//! The latest full self-check (自检), for the pages that show it.

use super::publish::PublicLog;
use jiff::Timestamp;
use qz_ledger::SignerState;
use qz_store::StoreError;
use qz_store::verify::{self, Options, Verified, VerifyError};
use std::sync::{Mutex, PoisonError};

/// A self-check and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelfCheck {
    /// When it ended.
    pub at: Timestamp,
    /// What was in order, or the first difference in words.
    pub outcome: Result<Verified, String>,
}

/// The latest of this process; none before the first.
#[derive(Debug, Default)]
pub(super) struct LastCheck(Mutex<Option<SelfCheck>>);

impl PublicLog {
    /// The latest self-check; `None` until the first has ended.
    pub fn last_check(&self) -> Option<SelfCheck> {
        self.last_check.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Checks the whole store as it stands now. `signer` is what the signer signed last, where it
    /// is known; `progress` hears how many leaves of how many were checked.
    pub async fn verify(
        &self,
        signer: Option<SignerState>,
        progress: impl FnMut(u64, u64) + Send,
    ) -> Result<Verified, VerifyError> {
        let options = Options { key: Some(self.key.clone()), signer };
        verify::run(self.acts.reader().await?, &options, progress).await
    }

    /// As [`PublicLog::verify`], and keeps the outcome for the pages. A store that could not be
    /// read is no outcome.
    pub async fn check_now(&self, signer: Option<SignerState>) -> Result<SelfCheck, StoreError> {
        let outcome = match self.verify(signer, |_, _| {}).await {
            Ok(verified) => Ok(verified),
            Err(VerifyError::Difference(difference)) => Err(difference.to_string()),
            Err(VerifyError::Store(fault)) => return Err(fault),
        };
        let check = SelfCheck { at: self.acts.now(), outcome };
        let mut last = self.last_check.0.lock().unwrap_or_else(PoisonError::into_inner);
        *last = Some(check.clone());
        Ok(check)
    }
}
