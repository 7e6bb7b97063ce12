//! The statement (陈述申辩): given by the subject, taken down from paper, or waived in writing. An answer
//! ends the window.

use super::load::{Begun, begin};
use super::{AccountabilityChanged, keep_words};
use crate::ActError;
use crate::matter::{self, Heard, PaperForm};
use qz_domain::accountability::Step;
use qz_domain::field;
use qz_domain::finding::FACTS_MOST;
use qz_domain::id::{AccountId, AccountabilityId};
use qz_store::{Act, Write};

/// What the subject said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatementForm {
    /// In their own words; empty when they waive it.
    pub statement: String,
    /// The paper, when it was done on one; `by` is who spoke: for a unit one of its people, for a
    /// person their representative, or nobody when they spoke themselves.
    pub paper: PaperForm,
}

/// Gives one's own statement, or one's unit's.
#[derive(Debug, Clone)]
pub struct GiveStatement {
    /// The subject, or the head of the unit.
    pub actor: AccountId,
    /// Which accountability.
    pub accountability: AccountabilityId,
    /// The version they read.
    pub version: i64,
    /// What they say.
    pub form: StatementForm,
}

/// Takes down a statement from its paper.
#[derive(Debug, Clone)]
pub struct RecordStatement {
    /// Who keys it.
    pub actor: AccountId,
    /// Which accountability.
    pub accountability: AccountabilityId,
    /// The version they read.
    pub version: i64,
    /// What the subject said, and the paper it stands on.
    pub form: StatementForm,
}

/// Keys a written waiver.
#[derive(Debug, Clone)]
pub struct WaiveStatement {
    /// Who keys it.
    pub actor: AccountId,
    /// Which accountability.
    pub accountability: AccountabilityId,
    /// The version they read.
    pub version: i64,
    /// The paper the waiver stands on.
    pub paper: PaperForm,
}

impl Act for GiveStatement {
    type Receipt = AccountabilityChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountabilityChanged, ActError> {
        let Self { actor, accountability, version, form } = self;
        let mut begun = begin(write, actor, accountability, (Step::Answer, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        loaded.row.statement = field::text("statement", &form.statement, FACTS_MOST)?;
        let noticed_on = Some(loaded.row.noticed_on);
        let doing = matter::alone(write, actor, &PaperForm::default(), noticed_on).await?;
        loaded.row.answered_on = Some(doing.day);
        keep_words(write, begun, Step::Answer, doing).await
    }
}

impl Act for RecordStatement {
    type Receipt = AccountabilityChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountabilityChanged, ActError> {
        let Self { actor, accountability, version, form } = self;
        let mut begun = begin(write, actor, accountability, (Step::Record, version)).await?;
        begun.loaded.row.statement = field::text("statement", &form.statement, FACTS_MOST)?;
        said(write, begun, Step::Record, &form.paper).await
    }
}

impl Act for WaiveStatement {
    type Receipt = AccountabilityChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountabilityChanged, ActError> {
        let Self { actor, accountability, version, paper } = self;
        let begun = begin(write, actor, accountability, (Step::Waive, version)).await?;
        said(write, begun, Step::Waive, &paper).await
    }
}

async fn said(
    write: &mut Write,
    mut begun: Begun,
    step: Step,
    paper: &PaperForm,
) -> Result<AccountabilityChanged, ActError> {
    let Begun { actor, loaded, hands, .. } = &begun;
    let (row, unit) = (&loaded.row, &loaded.unit);
    let heard = Heard { unit, subject: row.person(), hands, noticed_on: row.noticed_on };
    let doing = matter::said_by(write, actor, paper, heard).await?;
    begun.loaded.row.answered_on = Some(doing.day);
    keep_words(write, begun, step, doing).await
}
