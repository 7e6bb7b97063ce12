//! Record a sanction (登记处分) from the document of the organ that decided it.

use super::form::{SanctionForm, document, read};
use super::load::concern;
use crate::person::named_standing;
use crate::{ActError, message, power};
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::id::{AccountId, SanctionId};
use qz_domain::sanction::{Sanction, Stage, Step};
use qz_store::{Act, Subject, Write, sanction};
use serde::{Deserialize, Serialize};

/// Records a sanction.
#[derive(Debug, Clone)]
pub struct RecordSanction {
    /// Who records it.
    pub actor: AccountId,
    /// What the document says.
    pub form: SanctionForm,
}

/// Which record it became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SanctionRecorded {
    /// In the store.
    pub sanction: SanctionId,
}

impl Act for RecordSanction {
    type Receipt = SanctionRecorded;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SanctionRecorded, ActError> {
        let Self { actor, form } = self;
        let day = field::day("paper_day", &form.paper.day)?;
        let (named, unit) = named_standing(write, ("subject", &form.subject), day).await?;
        let concern = concern(Stage::Recorded, named.person, &unit);
        let actor = power::require(write, actor, Action::SanctionRecord, &concern).await?;
        let (doing, paper) = document(write, &actor, (&form.paper, None)).await?;
        let about = (named.person, &unit, None);
        let row = read(write, (&actor, &doing, paper), &form, about).await?;
        let row = Sanction { id: SanctionId(write.next_id()), ..row };
        sanction::insert(write, &row).await?;
        write.record(doing.deed(Step::Record, row.id.object(), &actor)).await?;
        message::sanction(write, &row).await?;
        Ok(SanctionRecorded { sanction: row.id })
    }
}
