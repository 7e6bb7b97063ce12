//! The steps of rectifications in a script: one is named by what it rests on and its place among those.

use super::{found, unknown};
use crate::ActError;
use crate::matter::PaperForm;
use crate::rectification::{
    AnswerExtension, AskExtension, CheckForm, CheckRectification, ClaimRectification, OrderForm,
    OrderRectification, PlanRectification, TakeUpPromise,
};
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::number::VisitNumber;
use qz_domain::rectification::Rectification;
use qz_store::{Act, Write, bulletin, rectification};

/// What a rectification rests on, and which of those, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScriptedBasis {
    /// A finding, named by its visit.
    Finding(VisitNumber, usize),
    /// A bulletin, named by its title.
    Promise(String, usize),
}

/// What somebody did about a rectification.
#[derive(Debug, Clone)]
pub enum ScriptedRectification {
    /// Ordered one, on a finding.
    Order(OrderForm),
    /// Took up a promise.
    TakeUp,
    /// Said how it is put right.
    Plan(String),
    /// Asked for more time: until when, and why.
    Ask(String, String),
    /// Answered that.
    Answer(bool),
    /// Said that it is put right.
    Claim(String),
    /// Re-checked it.
    Check(CheckForm),
    /// Looked again whether it lasts.
    Revisit(CheckForm),
}

/// Does it.
pub(super) async fn play(
    write: &mut Write,
    actor: AccountId,
    (basis, step): (ScriptedBasis, ScriptedRectification),
) -> Result<(), ActError> {
    match (step, &basis) {
        (ScriptedRectification::Order(form), ScriptedBasis::Finding(visit, _)) => {
            let finding = found(write, *visit).await?.id;
            OrderRectification { actor, finding, form }.perform(write).await.map(drop)
        }
        (ScriptedRectification::TakeUp, ScriptedBasis::Promise(title, place)) => {
            let (bulletin, paper) = (titled(write, title).await?, PaperForm::default());
            let place = i64::try_from(*place).unwrap_or_default();
            TakeUpPromise { actor, bulletin, place, paper }.perform(write).await.map(drop)
        }
        (step, basis) => {
            let Rectification { id, version, .. } = standing(write, basis).await?;
            go_on(write, actor, (id, version), step).await
        }
    }
}

async fn go_on(
    write: &mut Write,
    actor: AccountId,
    (rectification, version): (qz_domain::id::RectificationId, i64),
    step: ScriptedRectification,
) -> Result<(), ActError> {
    let paper = PaperForm::default();
    let done = match step {
        ScriptedRectification::Order(_) | ScriptedRectification::TakeUp => {
            return Err(unknown("a rectification that rests on something else"));
        }
        ScriptedRectification::Plan(plan) => {
            PlanRectification { actor, rectification, version, plan, paper }.perform(write).await
        }
        ScriptedRectification::Ask(until, reason) => {
            let act = AskExtension { actor, rectification, version, until, reason, paper };
            act.perform(write).await
        }
        ScriptedRectification::Answer(yes) => {
            let granted = if yes { "yes" } else { "no" }.to_owned();
            let act = AnswerExtension { actor, rectification, version, granted, paper };
            act.perform(write).await
        }
        ScriptedRectification::Claim(claim) => {
            ClaimRectification { actor, rectification, version, claim, paper }.perform(write).await
        }
        ScriptedRectification::Check(form) => {
            let is_revisit = false;
            let act = CheckRectification { actor, rectification, version, is_revisit, form };
            act.perform(write).await
        }
        ScriptedRectification::Revisit(form) => {
            let is_revisit = true;
            let act = CheckRectification { actor, rectification, version, is_revisit, form };
            act.perform(write).await
        }
    };
    done.map(drop)
}

async fn standing(write: &mut Write, basis: &ScriptedBasis) -> Result<Rectification, ActError> {
    let (on, place, name) = match basis {
        ScriptedBasis::Finding(visit, place) => {
            ((Some(found(write, *visit).await?.id), None), *place, visit.to_string())
        }
        ScriptedBasis::Promise(title, place) => {
            ((None, Some(titled(write, title).await?)), *place, title.clone())
        }
    };
    let all = rectification::resting_on(write.reads(), on).await?;
    let one = all.into_iter().nth(place.saturating_sub(1)).ok_or_else(|| unknown(&name))?;
    Ok(one.0)
}

async fn titled(write: &mut Write, title: &str) -> Result<BulletinId, ActError> {
    bulletin::titled(write.reads(), title).await?.ok_or_else(|| unknown(title))
}
