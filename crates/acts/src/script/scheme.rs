//! The steps of schemes in a script: a scheme is named by its unit and its code.

use super::unknown;
use crate::ActError;
use crate::adoption::{AdoptionForm, ApproveAdoption, DraftAdoption};
use crate::filing::{ExcuseFiling, ExcuseForm, FilingForm, MakeFiling};
use crate::matter::PaperForm;
use crate::prompt::{DismissPrompt, PromptKey, TakeUpPrompt, TakingForm};
use jiff::civil::Date;
use qz_domain::adoption::Adoption;
use qz_domain::id::AccountId;
use qz_store::{Act, Write, adoption, unit};

/// A prompt: its element, the first day of its cycle, whom or what it is about.
pub type ScriptedPrompt = (String, Date, String);

/// What somebody did about a scheme.
#[derive(Debug, Clone)]
pub enum ScriptedScheme {
    /// Drafted it.
    Draft(AdoptionForm),
    /// Put it into force from a day on, with why what is warned of is accepted.
    Approve(Date, String),
    /// Filed for an item.
    File(FilingForm),
    /// Said why nothing is owed.
    Excuse(ExcuseForm),
    /// Dismissed a prompt.
    Dismiss(ScriptedPrompt, String),
    /// Took a prompt up.
    TakeUp(ScriptedPrompt, TakingForm),
}

/// Does it.
pub(super) async fn play(
    write: &mut Write,
    actor: AccountId,
    ((unit, code), step): (&(String, String), ScriptedScheme),
) -> Result<(), ActError> {
    if let ScriptedScheme::Draft(form) = step {
        return DraftAdoption { actor, form }.perform(write).await.map(drop);
    }
    let Adoption { id: adoption, version, .. } = latest(write, (unit, code)).await?;
    let key = |(element, cycle, subject)| PromptKey { adoption, element, cycle, subject };
    match step {
        ScriptedScheme::Draft(_) => Ok(()),
        ScriptedScheme::Approve(since, reason) => {
            let (since, paper) = (since.to_string(), PaperForm::default());
            let act = ApproveAdoption { actor, adoption, version, since, reason, paper };
            act.perform(write).await.map(drop)
        }
        ScriptedScheme::File(form) => {
            MakeFiling { actor, adoption, form }.perform(write).await.map(drop)
        }
        ScriptedScheme::Excuse(form) => {
            ExcuseFiling { actor, adoption, form }.perform(write).await.map(drop)
        }
        ScriptedScheme::Dismiss(prompt, reason) => {
            let (key, paper) = (key(prompt), PaperForm::default());
            DismissPrompt { actor, key, reason, paper }.perform(write).await.map(drop)
        }
        ScriptedScheme::TakeUp(prompt, form) => {
            TakeUpPrompt { actor, key: key(prompt), form }.perform(write).await.map(drop)
        }
    }
}

/// The version that was drafted last.
async fn latest(write: &mut Write, (unit, code): (&str, &str)) -> Result<Adoption, ActError> {
    let found = unit::find_by_code(write.reads(), unit).await?;
    let unit = found.ok_or_else(|| unknown(unit))?;
    let versions = adoption::versions(write.reads(), (unit.id, code)).await?;
    versions.into_iter().next_back().ok_or_else(|| unknown(code))
}
