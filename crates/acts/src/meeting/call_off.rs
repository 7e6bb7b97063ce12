//! Call off a meeting (取消会议) whose minutes are not signed; its matters may stand on another agenda.

use super::load::begin;
use super::{MeetingChanged, keep};
use crate::ActError;
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, MeetingId};
use qz_domain::meeting::Step;
use qz_store::{Act, Write};

/// Calls off a meeting.
#[derive(Debug, Clone)]
pub struct CallOffMeeting {
    /// Who calls it off.
    pub actor: AccountId,
    /// Which meeting.
    pub meeting: MeetingId,
    /// The version they read.
    pub version: i64,
    /// Why.
    pub reason: String,
}

impl Act for CallOffMeeting {
    type Receipt = MeetingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<MeetingChanged, ActError> {
        let Self { actor, meeting, version, reason } = self;
        let mut begun = begin(write, actor, meeting, (Step::CallOff, version)).await?;
        begun.meeting.reason = field::text("reason", &reason, REASON_MOST)?;
        keep(write, begun, Step::CallOff, None).await
    }
}
