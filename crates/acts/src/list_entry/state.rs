//! Say something to a proposal for the black list (陈述): by whoever it is about, before it is verified.

use super::load::begin;
use super::{ListEntryChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::id::{AccountId, ListEntryId};
use qz_domain::list_entry::{Step, TEXT_MOST};
use qz_store::{Act, Write};

/// Makes a statement on a proposal.
#[derive(Debug, Clone)]
pub struct StateOnList {
    /// Who makes it.
    pub actor: AccountId,
    /// On which entry.
    pub entry: ListEntryId,
    /// The version they read.
    pub version: i64,
    /// What they say.
    pub statement: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for StateOnList {
    type Receipt = ListEntryChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ListEntryChanged, ActError> {
        let Self { actor, entry, version, statement, paper } = self;
        let mut begun = begin(write, actor, entry, (Step::State, version)).await?;
        let one = &mut begun.line.entry;
        one.statement = field::text("statement", &statement, TEXT_MOST)?;
        let doing = matter::alone(write, &begun.actor, &paper, Some(one.latest_on)).await?;
        if one.person.is_none_or(|person| !doing.by.contains(&person)) {
            matter::must_speak(write, &begun.actor, (&begun.line.unit, &doing)).await?;
        }
        keep(write, begun, (Step::State, None), doing).await
    }
}
