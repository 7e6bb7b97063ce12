//! Write a draft anew (修改机制): whoever does is one of its drafters. Its unit and its code stay.

use super::load::begin;
use super::written::{AdoptionForm, Written};
use super::{AdoptionChanged, keep};
use crate::ActError;
use crate::matter;
use qz_domain::adoption::{AdoptionRefusal, Step};
use qz_domain::id::{AccountId, AdoptionId};
use qz_domain::matter::Part;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write};

/// Writes a draft anew.
#[derive(Debug, Clone)]
pub struct EditAdoption {
    /// Who writes it.
    pub actor: AccountId,
    /// Which.
    pub adoption: AdoptionId,
    /// The version they read.
    pub version: i64,
    /// What they wrote; the unit is not looked at.
    pub form: AdoptionForm,
}

impl Act for EditAdoption {
    type Receipt = AdoptionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AdoptionChanged, ActError> {
        let Self { actor, adoption, version, form } = self;
        let mut begun = begin(write, (actor, adoption), (Step::Edit, version)).await?;
        let Written { covers, code, title, text } = Written::read(&form)?;
        let draft = &mut begun.adoption;
        if code != draft.code {
            let code = draft.code.clone();
            return Err(Refusal::from(AdoptionRefusal::OtherScheme { code }).into());
        }
        if (covers, &text) == (draft.covers, &draft.text) {
            return Err(Refusal::NothingChanged.into());
        }
        (draft.covers, draft.title, draft.text) = (covers, title, text);
        let earlier = Some(draft.latest_on);
        let doing = matter::alone(write, &begun.actor, &form.paper, earlier).await?;
        keep(write, begun, (Step::Edit, Part::Drafted), doing).await
    }
}
