//! Carry out what a meeting voted on one matter (执行会议决定): it is decided on or dropped by those who voted on it, under the
//! guards of every panel, on the day of the meeting; the signed minutes are its paper.

use super::decide::{decided, take};
use super::drop::dropped;
use super::load::{Begun, begin};
use super::{AccountabilityChanged, Step};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::id::{AccountId, AccountabilityId, MeetingId};
use qz_domain::meeting::{Meeting, MeetingRefusal, Proposal, Stage};
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, meeting};

/// Carries out what a meeting voted on one matter.
#[derive(Debug, Clone)]
pub struct CarryOut {
    /// One of those who voted on it, or who keys it from the minutes.
    pub actor: AccountId,
    /// Which accountability.
    pub accountability: AccountabilityId,
    /// The version they read.
    pub version: i64,
    /// Which meeting.
    pub meeting: MeetingId,
}

impl Act for CarryOut {
    type Receipt = AccountabilityChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountabilityChanged, ActError> {
        let Self { actor, accountability, version, meeting } = self;
        let found = meeting::find(write.reads(), meeting).await?;
        let (meeting, _) = found.ok_or(ActError::NotFound)?;
        let (place, item) = meeting.item(accountability).ok_or(ActError::NotFound)?;
        let step = match item.proposal {
            Some(Proposal::NoMeasure) => Step::Drop,
            _ => Step::Decide,
        };
        let mut begun = begin(write, actor, accountability, (step, version)).await?;
        must_be_held(&meeting)?;
        item.must_be_carried()?;
        let (measure, response) = (item.measure.as_str(), item.response.as_str());
        let Begun { actor, loaded, .. } = &mut begun;
        let earlier = take(loaded, (measure, response, &item.because))?;
        let minutes = minutes(&meeting);
        let doing = matter::sat(write, actor, &minutes, Some(earlier), item.panel()).await?;
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        meeting::insert_decided_at(write, accountability, (meeting.id, place)).await?;
        match step {
            Step::Drop => dropped(write, begun, doing).await,
            _ => decided(write, begun, (doing, "")).await,
        }
    }
}

fn must_be_held(meeting: &Meeting) -> Result<(), Refusal> {
    if meeting.stage == Stage::Held { Ok(()) } else { Err(MeetingRefusal::NotHeld.into()) }
}

/// The signed minutes as the paper of what they decide.
fn minutes(meeting: &Meeting) -> PaperForm {
    PaperForm {
        number: meeting.number.map_or_else(String::new, |number| number.to_string()),
        day: meeting.held_on.to_string(),
        ..PaperForm::default()
    }
}
