//! Dismiss a prompt (疑点不成立) with a reason: it leaves everybody's view at once, and is erased in ninety days.

use super::PromptDismissed;
use super::load::standing;
use crate::ActError;
use crate::matter::PaperForm;
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::id::{AccountId, AdoptionId, PromptId};
use qz_domain::prompt::{Prompt, PromptOutcome, REASON_MOST};
use qz_store::{Act, Subject, Write, prompt};

/// Which prompt: of which scheme, element, cycle and subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromptKey {
    /// The version of the scheme.
    pub adoption: AdoptionId,
    /// The element, by its title.
    pub element: String,
    /// The first day of the cycle.
    pub cycle: Date,
    /// The work number, the unit's code, or the number of the record.
    pub subject: String,
}

/// Dismisses a prompt.
#[derive(Debug, Clone)]
pub struct DismissPrompt {
    /// Who does.
    pub actor: AccountId,
    /// Which.
    pub key: PromptKey,
    /// Why.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for DismissPrompt {
    type Receipt = PromptDismissed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<PromptDismissed, ActError> {
        let Self { actor, key, reason, paper } = self;
        let action = Action::PromptDismiss;
        let standing = standing(write, (actor, action), (&key, &paper)).await?;
        let reason = field::text("reason", &reason, REASON_MOST)?;
        let id = PromptId(write.next_id());
        let deed = standing.doing.act(action, id.object(), &standing.actor);
        let dealt = standing.dealt(id, (PromptOutcome::Dismissed, reason));
        prompt::insert(write, &Prompt { element: key.element, ..dealt }).await?;
        write.record(deed).await?;
        Ok(PromptDismissed { prompt: id })
    }
}
