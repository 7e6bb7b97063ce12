//! The steps of the red and the black list in a script: an entry is named by its list and its reason.

use super::{ScriptedSubject, subject, unknown};
use crate::ActError;
use crate::list_entry::{
    AnswerForm, AnswerListObjection, NominateForList, NominationForm, NoticeForm, NotifyList,
    ObjectToList, ObjectionForm, ProposalForm, ProposeForList, StateOnList, VerificationForm,
    VerifyForList,
};
use crate::matter::PaperForm;
use qz_domain::id::AccountId;
use qz_domain::list_entry::ListEntry;
use qz_store::{Act, Write, list_entry};

/// What somebody did about an entry.
#[derive(Debug, Clone)]
pub enum ScriptedListing {
    /// Nominated for the red list.
    Nominate(NominationForm),
    /// Proposed whom a decision is about for the black list.
    Propose(ScriptedSubject, String),
    /// Made a statement.
    State(String),
    /// Verified it.
    Verify(VerificationForm),
    /// Put it to notice.
    Notice(NoticeForm),
    /// Objected.
    Object(String),
    /// Answered the objection.
    Answer(AnswerForm),
}

/// Does it.
pub(super) async fn play(
    write: &mut Write,
    actor: AccountId,
    (reason, step): (&str, ScriptedListing),
) -> Result<(), ActError> {
    match step {
        ScriptedListing::Nominate(form) => {
            NominateForList { actor, form }.perform(write).await.map(drop)
        }
        ScriptedListing::Propose(who, reason) => {
            let decision = subject(write, &who).await?.id;
            let form = ProposalForm { reason, paper: PaperForm::default() };
            ProposeForList { actor, decision, form }.perform(write).await.map(drop)
        }
        step => go_on(write, actor, (reason, step)).await,
    }
}

async fn go_on(
    write: &mut Write,
    actor: AccountId,
    (named, step): (&str, ScriptedListing),
) -> Result<(), ActError> {
    let ListEntry { id: entry, version, .. } = standing(write, named).await?;
    let paper = PaperForm::default();
    let done = match step {
        ScriptedListing::Nominate(_) | ScriptedListing::Propose(..) => return Err(unknown(named)),
        ScriptedListing::State(statement) => {
            StateOnList { actor, entry, version, statement, paper }.perform(write).await
        }
        ScriptedListing::Verify(form) => {
            VerifyForList { actor, entry, version, form }.perform(write).await
        }
        ScriptedListing::Notice(form) => {
            NotifyList { actor, entry, version, form }.perform(write).await
        }
        ScriptedListing::Object(reason) => {
            let form = ObjectionForm { reason, paper };
            ObjectToList { actor, entry, version, form }.perform(write).await
        }
        ScriptedListing::Answer(form) => {
            AnswerListObjection { actor, entry, version, form }.perform(write).await
        }
    };
    done.map(drop)
}

async fn standing(write: &mut Write, reason: &str) -> Result<ListEntry, ActError> {
    let all = list_entry::all(write.reads()).await?.into_iter().map(|placed| placed.entry);
    all.into_iter().find(|entry| entry.reason == reason).ok_or_else(|| unknown(reason))
}
