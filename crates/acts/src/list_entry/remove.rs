//! Remove an entry that is wrong (撤下), without waiting for an objection; the note says why.

use super::load::begin;
use super::{ListEntryChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::id::{AccountId, ListEntryId};
use qz_domain::list_entry::{ListRefusal, Step, TEXT_MOST};
use qz_domain::matter::Part;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write};

/// Removes an entry.
#[derive(Debug, Clone)]
pub struct RemoveFromList {
    /// Who removes it.
    pub actor: AccountId,
    /// Which entry.
    pub entry: ListEntryId,
    /// The version they read.
    pub version: i64,
    /// Why; anybody reads it.
    pub removal: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for RemoveFromList {
    type Receipt = ListEntryChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ListEntryChanged, ActError> {
        let Self { actor, entry, version, removal, paper } = self;
        let mut begun = begin(write, actor, entry, (Step::Remove, version)).await?;
        let latest = begun.line.entry.latest_on;
        let doing = matter::alone(write, &begun.actor, &paper, Some(latest)).await?;
        if !begun.line.is_shown_on(doing.day) {
            return Err(Refusal::from(ListRefusal::NotShown).into());
        }
        let one = &mut begun.line.entry;
        one.removal = field::text("removal", &removal, TEXT_MOST)?;
        one.removed_on = Some(doing.day);
        keep(write, begun, (Step::Remove, Some(Part::Withdrawn)), doing).await
    }
}
