//! Meetings (会议): called on an agenda of matters, each voted on by itself; the chair signs the minutes. What was carried
//! is done to each matter by [`crate::accountability::CarryOut`].

mod agenda;
mod attend;
mod bar;
mod call;
mod call_off;
mod load;
mod sign;
pub mod view;
mod vote;

pub use agenda::ChangeAgenda;
pub use attend::{AttendanceForm, ChangeAttendance};
pub use call::{CallForm, CallMeeting, MeetingCalled};
pub use call_off::CallOffMeeting;
pub use sign::{MinutesForm, SignMinutes};
pub use vote::{BallotForm, RecordVote, VoteForm};

use crate::ActError;
use load::Begun;
use qz_domain::meeting::{Stage, Step};
use qz_domain::number::DocumentNumber;
use qz_domain::paper::Paper;
use qz_domain::procedure::Stepped;
use qz_domain::spelled::Spelled;
use qz_store::{Deed, Subject, Write, meeting};
use serde::{Deserialize, Serialize};

/// What every step on an existing meeting gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingChanged {
    /// The version it made.
    pub version: i64,
    /// Where it stands now.
    pub stage: Stage,
    /// The number of its minutes, once they are signed.
    pub number: Option<DocumentNumber>,
}

/// Writes the meeting as a step leaves it.
async fn keep(
    write: &mut Write,
    begun: Begun,
    step: Step,
    paper: Option<Paper>,
) -> Result<MeetingChanged, ActError> {
    let Begun { actor, meeting: mut changed, transition, by, .. } = begun;
    changed.stage = transition.to;
    changed.version += 1;
    meeting::update(write, &changed).await?;
    let deed = Deed {
        kind: step.action().code(),
        object: changed.id.object(),
        by: by.or(actor.person),
        recorded_by: Some(actor.account),
        paper,
        remark: String::new(),
    };
    write.record(deed).await?;
    let (version, stage, number) = (changed.version, changed.stage, changed.number);
    Ok(MeetingChanged { version, stage, number })
}
