//! Acts as pages list them: one object's timeline, and the auditor's page of the whole log.

use crate::Acts;
use qz_domain::id::{AccountId, ActId};
use qz_store::ledger::{self, ActEntry, ActFilter};
use qz_store::{StoreError, Subject, account};

/// Rows of the auditor's page.
pub const PER_PAGE: u32 = 50;

/// A page of the log, newest acts first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditPage {
    /// The acts.
    pub entries: Vec<ActEntry>,
    /// The next page begins with what was done before this act; `None` on the last page.
    pub next: Option<ActId>,
}

impl Acts {
    /// Every act on an object, oldest first, each with its leaf.
    pub async fn timeline(&self, object: impl Subject) -> Result<Vec<ActEntry>, StoreError> {
        ledger::acts_of(&mut self.reader().await?, object.object()).await
    }

    /// A page of the log: acts done before `before`, or the newest.
    pub async fn log_page(
        &self,
        filter: &ActFilter,
        before: Option<ActId>,
    ) -> Result<AuditPage, StoreError> {
        let mut entries = self.log_rows(filter, before, PER_PAGE + 1).await?;
        let more = entries.len() > PER_PAGE as usize;
        entries.truncate(PER_PAGE as usize);
        let next = entries.last().filter(|_| more).map(|act| act.id);
        Ok(AuditPage { entries, next })
    }

    /// The account with this name, for a filter of the log.
    pub async fn log_account(&self, name: &str) -> Result<Option<AccountId>, StoreError> {
        let found = account::find_by_name(&mut self.reader().await?, name).await?;
        Ok(found.map(|account| account.id))
    }

    /// Acts for a file: at most `most`, newest first, done before `before`.
    pub async fn log_rows(
        &self,
        filter: &ActFilter,
        before: Option<ActId>,
        most: u32,
    ) -> Result<Vec<ActEntry>, StoreError> {
        ledger::acts(&mut self.reader().await?, filter, before, most).await
    }
}
