//! Record that a sanction is lifted or taken back (登记解除、登记撤销), from the document that says so. What the subject is
//! under is worked out anew from what stands: nothing else is written.

use super::SanctionChanged;
use super::form::document;
use super::load::{begin, must_have_no_tie};
use crate::matter::PaperForm;
use crate::{ActError, message};
use qz_domain::field;
use qz_domain::id::{AccountId, SanctionId};
use qz_domain::sanction::{LINE_MOST, Stage, Step};
use qz_store::{Act, Subject, Write, sanction};

/// What a later document says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EndForm {
    /// The organ.
    pub organ: String,
    /// Its number and day.
    pub paper: PaperForm,
}

/// Records that a sanction is lifted, or that it is taken back.
#[derive(Debug, Clone)]
pub struct EndSanction {
    /// Who records it.
    pub actor: AccountId,
    /// Which.
    pub sanction: SanctionId,
    /// The version they read.
    pub version: i64,
    /// Whether it is taken back: then it never counted.
    pub is_rescinded: bool,
    /// What the document says.
    pub form: EndForm,
}

impl Act for EndSanction {
    type Receipt = SanctionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SanctionChanged, ActError> {
        let Self { actor, sanction: id, version, is_rescinded, form } = self;
        let (step, stage) = if is_rescinded {
            (Step::Rescind, Stage::Rescinded)
        } else {
            (Step::Lift, Stage::Lifted)
        };
        let (actor, loaded) = begin(write, (actor, id), (step, version)).await?;
        let mut row = loaded.row;
        let organ = field::text("sanction_organ", &form.organ, LINE_MOST)?;
        let (doing, paper) = document(write, &actor, (&form.paper, Some(row.decided_on))).await?;
        must_have_no_tie(write, (&actor, &doing), (row.subject, &loaded.unit)).await?;
        row.stage = stage;
        row.ended_on = Some(paper.day);
        row.ended_by = organ;
        row.ended_number = paper.number;
        row.version += 1;
        sanction::update(write, &row).await?;
        write.record(doing.deed(step, id.object(), &actor)).await?;
        message::sanction(write, &row).await?;
        Ok(SanctionChanged { version: row.version, stage: row.stage })
    }
}
