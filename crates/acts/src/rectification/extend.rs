//! More time (延期): asked for once by the unit before its term is over, granted or not by the organ that
//! ordered it.

use super::load::begin;
use super::{RectificationChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm, law};
use crate::wrong::yes_or_no;
use jiff::civil::Date;
use qz_domain::campaign::within;
use qz_domain::field;
use qz_domain::id::{AccountId, RectificationId};
use qz_domain::matter::Part;
use qz_domain::rectification::{Extension, Rectification, RectificationRefusal, Step, TEXT_MOST};
use qz_domain::refusal::Refusal;
use qz_domain::term::{Deadline, Due};
use qz_store::{Act, Write};

/// Asks for more time.
#[derive(Debug, Clone)]
pub struct AskExtension {
    /// Who asks.
    pub actor: AccountId,
    /// Which rectification.
    pub rectification: RectificationId,
    /// The version they read.
    pub version: i64,
    /// Until when.
    pub until: String,
    /// Why.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Answers whether there is more time.
#[derive(Debug, Clone)]
pub struct AnswerExtension {
    /// Who answers.
    pub actor: AccountId,
    /// Which rectification.
    pub rectification: RectificationId,
    /// The version they read.
    pub version: i64,
    /// Whether it is granted: `yes` or `no`.
    pub granted: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for AskExtension {
    type Receipt = RectificationChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RectificationChanged, ActError> {
        let Self { actor, rectification, version, until, reason, paper } = self;
        let mut begun = begin(write, actor, rectification, (Step::Ask, version)).await?;
        let one = &mut begun.loaded.rectification;
        let doing = matter::alone(write, &begun.actor, &paper, Some(one.latest_on)).await?;
        may_be_asked(one, doing.day)?;
        let reason = field::text("reason", &reason, TEXT_MOST)?;
        let until = field::day("until", &until)?;
        let from = one.due.due.earliest();
        let last = law::deadline(write, from, "rectification_extension").await?.due.earliest();
        one.extended_to = Some(within("until", (from, last), until)?);
        (one.extension, one.extension_reason) = (Extension::Asked, reason);
        keep(write, begun, (Step::Ask, Part::Planned), doing).await
    }
}

/// Once, and while the term runs.
fn may_be_asked(one: &Rectification, day: Date) -> Result<(), Refusal> {
    if one.extension != Extension::None {
        return Err(RectificationRefusal::ExtensionUsed.into());
    }
    match one.due.due {
        Due::Fixed(due) if day > due => Err(RectificationRefusal::ExtensionLate { due }.into()),
        _ => Ok(()),
    }
}

impl Act for AnswerExtension {
    type Receipt = RectificationChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RectificationChanged, ActError> {
        let Self { actor, rectification, version, granted, paper } = self;
        let granted = yes_or_no("granted", &granted)?;
        let step = if granted { Step::Grant } else { Step::Deny };
        let mut begun = begin(write, actor, rectification, (step, version)).await?;
        let one = &mut begun.loaded.rectification;
        let (Extension::Asked, Some(until)) = (one.extension, one.extended_to) else {
            return Err(Refusal::from(RectificationRefusal::NothingAsked).into());
        };
        let doing = matter::alone(write, &begun.actor, &paper, Some(one.latest_on)).await?;
        one.extension = if granted { Extension::Granted } else { Extension::Denied };
        if granted {
            one.due = Deadline { due: Due::Fixed(until), ..one.due };
        }
        keep(write, begun, (step, Part::Extended), doing).await
    }
}
