//! Loads a meeting for a step: its organ, who takes part, what stands on its agenda.

use crate::actor::Actor;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, MeetingId, PersonId};
use qz_domain::instant;
use qz_domain::matter::MatterRefusal;
use qz_domain::meeting::{Meeting, Stage, Step, TRANSITIONS};
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::meeting::matter::Matter;
use qz_store::{Conn, Write, meeting};

/// A meeting that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub organ: Unit,
    pub meeting: Meeting,
    pub transition: &'static Row<Stage, Step>,
    /// Who did it, where it is not whoever keys it.
    pub by: Option<PersonId>,
}

pub(super) async fn load(conn: &mut Conn, id: MeetingId) -> Result<(Meeting, Unit), ActError> {
    meeting::find(conn, id).await?.ok_or(ActError::NotFound)
}

/// Whom a meeting concerns: its organ, and those who are called to it.
pub(super) fn concern(meeting: &Meeting, organ: &Unit) -> Concern {
    let people = meeting.attendees.iter().map(|one| one.person).collect();
    Concern { stage: meeting.stage.code(), people, units: vec![(organ.id, organ.line)] }
}

/// Whether an actor may read a meeting. Who is held to account in one of its matters does not, unless they are
/// called to it.
pub(super) fn may_read(
    actor: &Actor,
    (meeting, organ): (&Meeting, &Unit),
    matters: &[Matter],
) -> bool {
    let concern = concern(meeting, organ);
    let is_subject = matters.iter().any(|one| {
        let subject = one.around.row.person();
        subject.is_some() && subject == actor.person
    });
    let is_called = actor.person.is_some_and(|person| concern.people.contains(&person));
    power::may(actor, Action::MeetingRead, &concern) && (is_called || !is_subject)
}

/// Begins a step on a meeting whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: MeetingId,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let (meeting, organ) = load(write.reads(), id).await?;
    let concern = concern(&meeting, &organ);
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (meeting.stage, step),
        (read, meeting.version),
    )
    .await?;
    Ok(Begun { actor, organ, meeting, transition, by: None })
}

/// Refuses what can only be said of a meeting that was held, before its day.
pub(super) fn must_have_begun(write: &Write, meeting: &Meeting) -> Result<Date, Refusal> {
    let day = meeting.held_on;
    if day > instant::day(write.now()) {
        return Err(MatterRefusal::DayAhead { day }.into());
    }
    Ok(day)
}
