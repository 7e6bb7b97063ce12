//! End a scheme (停止机制) after a day that is not past; what was owed until then stays owed.

use super::load::begin;
use super::{AdoptionChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::adoption::{AdoptionRefusal, REASON_MOST, Step};
use qz_domain::field;
use qz_domain::id::{AccountId, AdoptionId};
use qz_domain::matter::Part;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write};

/// Ends a scheme.
#[derive(Debug, Clone)]
pub struct EndAdoption {
    /// Who does.
    pub actor: AccountId,
    /// Which.
    pub adoption: AdoptionId,
    /// The version they read.
    pub version: i64,
    /// The last day.
    pub until: String,
    /// Why.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for EndAdoption {
    type Receipt = AdoptionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AdoptionChanged, ActError> {
        let Self { actor, adoption, version, until, reason, paper } = self;
        let mut begun = begin(write, (actor, adoption), (Step::End, version)).await?;
        let ended = &mut begun.adoption;
        ended.reason = field::text("reason", &reason, REASON_MOST)?;
        let until = field::day("until", &until)?;
        let doing = matter::alone(write, &begun.actor, &paper, Some(ended.latest_on)).await?;
        if until < doing.day {
            return Err(Refusal::from(AdoptionRefusal::DayPast { day: until }).into());
        }
        if let Some(day) = ended.since.filter(|since| until < *since) {
            return Err(Refusal::from(AdoptionRefusal::NotBegun { day }).into());
        }
        ended.until = Some(until);
        keep(write, begun, (Step::End, Part::CalledOff), doing).await
    }
}
