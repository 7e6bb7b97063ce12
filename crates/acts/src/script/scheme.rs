//! The steps of schemes in a script: a scheme is named by its unit and its code.

use super::unknown;
use crate::ActError;
use crate::adoption::{AdoptionForm, ApproveAdoption, DraftAdoption};
use crate::filing::{ExcuseFiling, ExcuseForm, FilingForm, MakeFiling};
use crate::matter::PaperForm;
use crate::prompt::{AskAboutPrompt, DismissPrompt, PromptKey, TakeUpPrompt, TakingForm, is_about};
use jiff::civil::Date;
use qz_domain::adoption::Adoption;
use qz_domain::id::{AccountId, AdoptionId, FilingId};
use qz_store::{Act, Write, adoption, filing, unit};

/// A prompt: its element, the first day of its cycle, whom or what it is about.
pub type ScriptedPrompt = (String, Date, String);

/// An entry that an item answers: its register, its day.
pub type ScriptedEntry = (String, Date);

/// What somebody did about a scheme.
#[derive(Debug, Clone)]
pub enum ScriptedScheme {
    /// Drafted it.
    Draft(AdoptionForm),
    /// Put it into force from a day on, with why what is warned of is accepted.
    Approve(Date, String),
    /// Filed for an item, or in answer to an entry.
    File(FilingForm, Option<ScriptedEntry>),
    /// Said why nothing is owed.
    Excuse(ExcuseForm, Option<ScriptedEntry>),
    /// Asked about a prompt, with a question of the scheme.
    Ask(ScriptedPrompt, String),
    /// Answered what was asked about a prompt.
    Answer(ScriptedPrompt, FilingForm),
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
        ScriptedScheme::File(form, entry) => {
            let answers = entered(write, adoption, entry).await?;
            let form = FilingForm { answers, ..form };
            MakeFiling { actor, adoption, form }.perform(write).await.map(drop)
        }
        ScriptedScheme::Excuse(form, entry) => {
            let answers = entered(write, adoption, entry).await?;
            let form = ExcuseForm { answers, ..form };
            ExcuseFiling { actor, adoption, form }.perform(write).await.map(drop)
        }
        ScriptedScheme::Ask(prompt, question) => {
            let (key, paper) = (key(prompt), PaperForm::default());
            AskAboutPrompt { actor, key, question, paper }.perform(write).await.map(drop)
        }
        ScriptedScheme::Answer(prompt, form) => {
            let answers = asked(write, adoption, prompt).await?.to_string();
            let form = FilingForm { answers, ..form };
            MakeFiling { actor, adoption, form }.perform(write).await.map(drop)
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

/// The number of an entry; empty for none.
async fn entered(
    write: &mut Write,
    adoption: AdoptionId,
    entry: Option<ScriptedEntry>,
) -> Result<String, ActError> {
    let Some((register, day)) = entry else { return Ok(String::new()) };
    let all = filing::of_adoption(write.reads(), adoption, (day, day)).await?;
    let found = all.iter().find(|one| one.element == register && one.answers.is_none());
    found.map(|one| one.id.to_string()).ok_or_else(|| unknown(&register))
}

/// The question about a prompt.
async fn asked(
    write: &mut Write,
    adoption: AdoptionId,
    (rule, cycle, subject): ScriptedPrompt,
) -> Result<FilingId, ActError> {
    let all = filing::of_adoption(write.reads(), adoption, (cycle, cycle)).await?;
    let found = all.iter().find(|one| is_about(one, (&rule, &subject)));
    found.map(|one| one.id).ok_or_else(|| unknown(&subject))
}

/// The version that was drafted last.
async fn latest(write: &mut Write, (unit, code): (&str, &str)) -> Result<Adoption, ActError> {
    let found = unit::find_by_code(write.reads(), unit).await?;
    let unit = found.ok_or_else(|| unknown(unit))?;
    let versions = adoption::versions(write.reads(), (unit.id, code)).await?;
    versions.into_iter().next_back().ok_or_else(|| unknown(code))
}
