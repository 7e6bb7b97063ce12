//! Targets of the meetings' family: a meeting of QX50 on one of its own matters.

use super::matter;
use super::staff::Staff;
use super::target::Target;
use qz_acts::matter::PaperForm;
use qz_acts::meeting::{
    AttendanceForm, BallotForm, CallForm, CallMeeting, CallOffMeeting, MinutesForm, RecordVote,
    SignMinutes, VoteForm,
};
use qz_domain::id::{AccountId, AccountabilityId, MeetingId};

/// The stages of meetings.
pub const STAGES: &[&str] = &["called", "held", "called_off"];

fn text(text: &str) -> String {
    text.to_owned()
}

/// A meeting in a stage: its one matter is voted on unless it is called off.
pub async fn meeting(staff: &Staff, stage: &str) -> Target {
    let actor = staff.county.account_named("head.unit").await;
    let item = matter::upheld(staff).await;
    let attendance =
        AttendanceForm { chair: text("G11"), invited: vec![text("G12、G14")], absent: vec![] };
    let (organ, held_on) = (text("QX50"), text("2016-02-16"));
    let form = CallForm { organ, held_on, attendance, items: vec![item] };
    let meeting = staff.county.done(CallMeeting { actor, form }).await.meeting;
    let mut version = 1;
    if stage == "called_off" {
        let act = CallOffMeeting { actor, meeting, version, reason: text("改期。") };
        version = staff.county.done(act).await.version;
    }
    if stage == "held" {
        version = held(staff, actor, (meeting, item)).await;
    }
    let params =
        vec![("id", meeting.to_string()), ("item", item.to_string()), ("kind", text("agenda"))];
    Target { params, fields: vec![("version", version.to_string())] }
}

/// Everybody votes for it, and the chair signs on paper.
async fn held(
    staff: &Staff,
    actor: AccountId,
    (meeting, accountability): (MeetingId, AccountabilityId),
) -> i64 {
    let people = staff.county.acts.meeting(actor, meeting).await.unwrap().people;
    let ballot = |person| BallotForm { person, vote: text("for"), words: String::new() };
    let form = VoteForm {
        proposal: text("no_measure"),
        because: text("轻微。"),
        ballots: people.iter().map(|one| ballot(one.person)).collect(),
        ..VoteForm::default()
    };
    let act = RecordVote { actor, meeting, version: 1, accountability, form };
    let version = staff.county.done(act).await.version;
    let (number, day, by) = (text("会1"), text("2016-02-16"), text("G11"));
    let paper = PaperForm { number, day, by, ..PaperForm::default() };
    let form = MinutesForm { minutes: text("逐项表决。"), paper };
    staff.county.done(SignMinutes { actor, meeting, version, form }).await.version
}
