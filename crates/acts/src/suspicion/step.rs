//! Say that nothing is registered (不予登记): what is noted shows no intent, only that somebody was wrong.

use super::load::{begin, must_be_another};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::id::{AccountId, SuspicionId};
use qz_domain::suspicion::{Stage, Step, TEXT_MOST};
use qz_store::{Act, Subject, Write, suspicion};
use serde::{Deserialize, Serialize};

/// What a step on a suspicion gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspicionChanged {
    /// The version it made.
    pub version: i64,
    /// Where the suspicion stands now.
    pub stage: Stage,
}

/// Says that nothing is registered from a suspicion.
#[derive(Debug, Clone)]
pub struct DropSuspicion {
    /// Who says so.
    pub actor: AccountId,
    /// Which.
    pub suspicion: SuspicionId,
    /// The version they read.
    pub version: i64,
    /// Why.
    pub answer: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for DropSuspicion {
    type Receipt = SuspicionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SuspicionChanged, ActError> {
        let Self { actor, suspicion: id, version, answer, paper } = self;
        let (actor, loaded) = begin(write, (actor, id), (Step::Drop, version)).await?;
        let answer = field::text("answer", &answer, TEXT_MOST)?;
        let doing = matter::alone(write, &actor, &paper, Some(loaded.row.noted_on)).await?;
        must_be_another(write, &loaded, (&actor, &doing)).await?;
        let mut row = loaded.row;
        row.answer = answer;
        row.stage = Stage::Dropped;
        row.version += 1;
        suspicion::update(write, &row).await?;
        write.record(doing.deed(Step::Drop, id.object(), &actor)).await?;
        Ok(SuspicionChanged { version: row.version, stage: row.stage })
    }
}
