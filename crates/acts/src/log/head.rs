//! The length of the ledger and its root, for whoever needs no key: footers, caches of pages.

use crate::Acts;
use qz_store::StoreError;
use qz_store::ledger::{self, Head};

impl Acts {
    /// How long the ledger is now, and its root.
    pub async fn ledger_head(&self) -> Result<Head, StoreError> {
        ledger::head(&mut self.reader().await?).await
    }
}
