//! Change who takes part in a meeting (调整参会人): who is called, who chairs it, who did not come.

use super::load::{Begun, begin};
use super::{MeetingChanged, keep};
use crate::person::named_at_most;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, MeetingId, PersonId};
use qz_domain::meeting::{ATTENDEES_MOST, Attendee, Meeting, MeetingRefusal, PANEL_LEAST, Step};
use qz_domain::person::Person;
use qz_domain::refusal::Refusal;
use qz_domain::role::Role;
use qz_domain::unit::Unit;
use qz_store::{Act, Write, meeting};

/// Who takes part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AttendanceForm {
    /// Who chairs it, by work number or name.
    pub chair: String,
    /// Who else is called.
    pub invited: Vec<String>,
    /// Who of them did not come; may be empty.
    pub absent: Vec<String>,
}

/// Changes who takes part in a meeting.
#[derive(Debug, Clone)]
pub struct ChangeAttendance {
    /// Who changes it.
    pub actor: AccountId,
    /// Which meeting.
    pub meeting: MeetingId,
    /// The version they read.
    pub version: i64,
    /// Who takes part now.
    pub form: AttendanceForm,
}

impl Act for ChangeAttendance {
    type Receipt = MeetingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<MeetingChanged, ActError> {
        let Self { actor, meeting, version, form } = self;
        let mut begun = begin(write, actor, meeting, (Step::Attend, version)).await?;
        let Begun { meeting, organ, .. } = &mut begun;
        let (attendees, names) = read(write, (organ, meeting.held_on), &form).await?;
        if attendees == meeting.attendees {
            return Err(Refusal::NothingChanged.into());
        }
        must_keep_voters(write, meeting, (&attendees, &names)).await?;
        meeting.attendees = attendees;
        meeting::replace_attendees(write, meeting).await?;
        keep(write, begun, Step::Attend, None).await
    }
}

/// Those who are called to a meeting of an organ, whoever chairs it first; and who they are.
pub(super) async fn read(
    write: &mut Write,
    (organ, day): (&Unit, Date),
    form: &AttendanceForm,
) -> Result<(Vec<Attendee>, Vec<Person>), ActError> {
    if form.chair.trim().is_empty() {
        return Err(FieldError::new("chair", Fault::Missing).into());
    }
    let given: Vec<_> = [form.chair.clone()].into_iter().chain(form.invited.clone()).collect();
    let mut people = named_at_most(write, "invited", (&given, ATTENDEES_MOST)).await?;
    // Whoever chairs it may be named among the others too.
    let mut seen = vec![];
    people.retain(|one| {
        !seen.contains(&one.id) && {
            seen.push(one.id);
            true
        }
    });
    must_be_free_to_come(write, (organ, day), &people).await?;
    let absent = absent(&people, &form.absent)?;
    let attendee =
        |one: &Person| Attendee { person: one.id, is_present: !absent.contains(&one.id) };
    let attendees: Vec<_> = people.iter().map(attendee).collect();
    match attendees.iter().filter(|one| one.is_present).count() {
        found @ 0..PANEL_LEAST => Err(Refusal::from(MeetingRefusal::TooFewCalled { found }).into()),
        _ => Ok((attendees, people)),
    }
}

/// Who of those called did not come.
fn absent(people: &[Person], given: &[String]) -> Result<Vec<PersonId>, FieldError> {
    let parts = given.iter().flat_map(|text| text.split(['、', ',', '，', ';', '；', '\n', ' ']));
    let names = parts.map(str::trim).filter(|name| !name.is_empty());
    let find = |name: &str| {
        let found = people.iter().find(|one| one.number == name || one.name == name);
        found
            .map(|one| one.id)
            .ok_or_else(|| FieldError::new("absent", Fault::Unknown(name.to_owned())))
    };
    names.map(find).collect()
}

/// Refuses whoever neither holds a post in the organ nor has the power to decide its matters.
async fn must_be_free_to_come(
    write: &mut Write,
    (organ, day): (&Unit, Date),
    people: &[Person],
) -> Result<(), ActError> {
    let known = meeting::may_be_called(write.reads(), organ.id, day).await?;
    let decides = |role: Role| {
        let mut rows = power::POWERS.iter();
        rows.any(|row| row.role == role && row.action == Action::MeasureDecide)
    };
    let may_come = |one: &&Person| {
        let mut roles = known.iter().filter(|(person, _)| *person == one.id);
        roles.any(|(_, role)| role.is_none_or(decides))
    };
    match people.iter().find(|one| !may_come(one)) {
        None => Ok(()),
        Some(one) => {
            let (person, organ) = (one.name.clone(), organ.name.clone());
            Err(Refusal::from(MeetingRefusal::NotInvited { person, organ }).into())
        }
    }
}

/// Whoever voted was there, and stays.
async fn must_keep_voters(
    write: &mut Write,
    meeting: &Meeting,
    (attendees, people): (&[Attendee], &[Person]),
) -> Result<(), ActError> {
    let stays = |person| attendees.iter().any(|one| one.person == person && one.is_present);
    let mut voters = meeting.items.iter().flat_map(|item| &item.ballots);
    let Some(gone) = voters.find(|ballot| !stays(ballot.person)) else { return Ok(()) };
    let what = if let Some(one) = people.iter().find(|one| one.id == gone.person) {
        one.name.clone()
    } else {
        let found = qz_store::person::find(write.reads(), gone.person).await?;
        found.map(|one| one.name).unwrap_or_default()
    };
    Err(Refusal::from(MeetingRefusal::VotedOn { what }).into())
}
