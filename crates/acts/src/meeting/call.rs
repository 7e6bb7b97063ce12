//! Call a meeting (召集会议): on a day, with whoever chairs it, those called, and the matters to be decided.

use super::attend::AttendanceForm;
use super::{agenda, attend};
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, AccountabilityId, MeetingId};
use qz_domain::instant;
use qz_domain::meeting::{Item, Meeting, Stage};
use qz_domain::power::Concern;
use qz_domain::unit::Unit;
use qz_store::{Act, Conn, Subject, Write, meeting, unit};
use serde::{Deserialize, Serialize};

/// What a meeting is called with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallForm {
    /// The organ, by code or name.
    pub organ: String,
    /// The day.
    pub held_on: String,
    /// Who takes part.
    pub attendance: AttendanceForm,
    /// The matters, in order.
    pub items: Vec<AccountabilityId>,
}

/// Calls a meeting.
#[derive(Debug, Clone)]
pub struct CallMeeting {
    /// Who calls it.
    pub actor: AccountId,
    /// What it is called with.
    pub form: CallForm,
}

/// The meeting's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingCalled {
    /// In the store.
    pub meeting: MeetingId,
}

impl Act for CallMeeting {
    type Receipt = MeetingCalled;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<MeetingCalled, ActError> {
        let Self { actor, form } = self;
        let organ = organ(write.reads(), &form.organ).await?;
        let concern = Concern::of_unit(organ.id, organ.line);
        let actor = power::require(write, actor, Action::MeetingCall, &concern).await?;
        let held_on = field::day("held_on", &form.held_on)?;
        let items = agenda::distinct(form.items)?;
        let (attendees, _) = attend::read(write, (&organ, held_on), &form.attendance).await?;
        agenda::must_be_ready(write, organ.id, &items).await?;
        let made = Meeting {
            id: MeetingId(write.next_id()),
            organ: organ.id,
            stage: Stage::Called,
            held_on,
            called_on: instant::day(write.now()),
            minutes: String::new(),
            signed_on: None,
            number: None,
            reason: String::new(),
            attendees,
            items: items.into_iter().map(Item::new).collect(),
            version: 1,
        };
        meeting::insert(write, &made).await?;
        write.record(actor.deed(Action::MeetingCall, made.id.object())).await?;
        Ok(MeetingCalled { meeting: made.id })
    }
}

async fn organ(conn: &mut Conn, given: &str) -> Result<Unit, ActError> {
    let given = given.trim();
    let fault = |fault| ActError::from(FieldError::new("organ", fault));
    if given.is_empty() {
        return Err(fault(Fault::Missing));
    }
    let found = unit::find_named(conn, given).await?;
    found.ok_or_else(|| fault(Fault::Unknown(given.to_owned())))
}
