//! Put a scheme into force (施行机制): by somebody who wrote none of it, from a day on that is not past. Its text has no error;
//! what is warned of is accepted with a reason.

use super::load::begin;
use super::written::remarked;
use super::{AdoptionChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use jiff::civil::Date;
use qz_domain::adoption::{Adoption, AdoptionRefusal, REASON_MOST, Step};
use qz_domain::field;
use qz_domain::id::{AccountId, AdoptionId};
use qz_domain::matter::Part;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, adoption};

/// Puts a scheme into force.
#[derive(Debug, Clone)]
pub struct ApproveAdoption {
    /// Who does.
    pub actor: AccountId,
    /// Which.
    pub adoption: AdoptionId,
    /// The version they read.
    pub version: i64,
    /// The first day.
    pub since: String,
    /// Why what is warned of is accepted; empty where nothing is.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for ApproveAdoption {
    type Receipt = AdoptionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AdoptionChanged, ActError> {
        let Self { actor, adoption, version, since, reason, paper } = self;
        let mut begun = begin(write, (actor, adoption), (Step::Approve, version)).await?;
        let draft = &mut begun.adoption;
        let is_warned = remarked(&draft.text).map_err(Refusal::from)?;
        let read = if is_warned { field::text } else { field::optional_text };
        draft.reason = read("reason", &reason, REASON_MOST)?;
        let since = field::day("since", &since)?;
        let doing = matter::alone(write, &begun.actor, &paper, Some(draft.latest_on)).await?;
        if since < doing.day {
            return Err(Refusal::from(AdoptionRefusal::DayPast { day: since }).into());
        }
        must_be_latest(write, draft, since).await?;
        draft.since = Some(since);
        keep(write, begun, (Step::Approve, Part::Signed), doing).await
    }
}

/// Refuses a first day before that of a version that is in force or will be.
async fn must_be_latest(write: &mut Write, draft: &Adoption, since: Date) -> Result<(), ActError> {
    let versions = adoption::versions(write.reads(), (draft.unit, &draft.code)).await?;
    match versions.iter().filter_map(|one| one.since).max() {
        Some(day) if day > since => Err(Refusal::from(AdoptionRefusal::LaterBegins { day }).into()),
        _ => Ok(()),
    }
}
