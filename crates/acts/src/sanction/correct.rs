//! Correct the record of a sanction (更正处分登记): what the document says is keyed anew, with what was wrong.

use super::SanctionChanged;
use super::form::{SanctionForm, document, read};
use super::load::begin;
use crate::{ActError, message};
use qz_domain::field;
use qz_domain::id::{AccountId, SanctionId};
use qz_domain::sanction::{Sanction, Step, TEXT_MOST};
use qz_store::{Act, Subject, Write, sanction};

/// Corrects the record of a sanction.
#[derive(Debug, Clone)]
pub struct CorrectSanction {
    /// Who corrects it.
    pub actor: AccountId,
    /// Which.
    pub sanction: SanctionId,
    /// The version they read.
    pub version: i64,
    /// What the document says; its subject stays.
    pub form: SanctionForm,
    /// What was wrong.
    pub reason: String,
}

impl Act for CorrectSanction {
    type Receipt = SanctionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SanctionChanged, ActError> {
        let Self { actor, sanction: id, version, form, reason } = self;
        let (actor, loaded) = begin(write, (actor, id), (Step::Correct, version)).await?;
        let corrected = field::text("corrected", &reason, TEXT_MOST)?;
        let (doing, paper) = document(write, &actor, (&form.paper, None)).await?;
        let about = (loaded.row.subject, &loaded.unit, Some(&loaded.row));
        let row = read(write, (&actor, &doing, paper), &form, about).await?;
        let row = Sanction { corrected, ..row };
        sanction::update(write, &row).await?;
        write.record(doing.deed(Step::Correct, id.object(), &actor)).await?;
        message::sanction(write, &row).await?;
        Ok(SanctionChanged { version: row.version, stage: row.stage })
    }
}
