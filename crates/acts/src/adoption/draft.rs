//! Draft a scheme of a unit (起草机制): a new one, or a later version of one in force.

use super::written::{AdoptionForm, Written};
use crate::matter::{self, Setting};
use crate::organisation::named_unit;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::adoption::{Adoption, Stage, Step, TRANSITIONS};
use qz_domain::id::{AccountId, AdoptionId};
use qz_domain::matter::Part;
use qz_domain::power::Concern;
use qz_domain::procedure;
use qz_store::{Act, Subject, Write, adoption, hand};
use serde::{Deserialize, Serialize};

/// Drafts a scheme.
#[derive(Debug, Clone)]
pub struct DraftAdoption {
    /// Who drafts it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: AdoptionForm,
}

/// Its number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdoptionDrafted {
    /// In the store.
    pub adoption: AdoptionId,
}

impl Act for DraftAdoption {
    type Receipt = AdoptionDrafted;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AdoptionDrafted, ActError> {
        let Self { actor, form } = self;
        let unit = named_unit(write.reads(), "adoption_unit", &form.unit).await?;
        let concern = Concern::of_unit(unit.id, unit.line);
        let actor = power::require(write, actor, Action::AdoptionDraft, &concern).await?;
        let Written { covers, code, title, text } = Written::read(&form)?;
        let doing = matter::alone(write, &actor, &form.paper, None).await?;
        let guards = procedure::find(TRANSITIONS, None, Step::Draft)?.guards;
        let part = Part::Drafted;
        let setting =
            Setting { part, guards, hands: &[], organ: unit.id, unit: &unit, subject: None };
        let hands = matter::screen(write, setting, &doing).await?;
        let made = Adoption {
            id: AdoptionId(write.next_id()),
            unit: unit.id,
            covers,
            stage: Stage::Drafted,
            code,
            title,
            text,
            drafted_on: doing.day,
            since: None,
            until: None,
            latest_on: doing.day,
            reason: String::new(),
            version: 1,
        };
        adoption::insert(write, &made).await?;
        hand::add_to_adoption(write, made.id, &hands).await?;
        write.record(doing.deed(Step::Draft, made.id.object(), &actor)).await?;
        Ok(AdoptionDrafted { adoption: made.id })
    }
}
