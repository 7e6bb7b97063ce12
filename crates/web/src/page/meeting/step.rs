//! The steps of a meeting that have a page of their own: who takes part, sign the minutes, call it off.

use super::call::attendance;
use super::show::{facts, title};
use super::{HOME, one};
use crate::door::Scope;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{PaperPart, Plan};
use crate::part::Field;
use qz_acts::meeting::view::{MeetingView, NamedAttendee};
use qz_acts::meeting::{
    CallOffMeeting, ChangeAttendance, MeetingChanged, MinutesForm, SignMinutes,
};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::id::MeetingId;
use qz_domain::meeting::Step;

/// The steps of meetings.
pub(super) struct Meetings;

impl Family for Meetings {
    type Id = MeetingId;
    type Step = Step;
    type View = MeetingView;
    type Changed = MeetingChanged;

    const NAME: &'static str = "meeting";
    const HOME: &'static str = HOME;
    const READ: Action = Action::MeetingRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Attend, "/desk/meetings/{id}/attend"),
        (Step::Sign, "/desk/meetings/{id}/sign"),
        (Step::CallOff, "/desk/meetings/{id}/call-off"),
    ];
    const APART: &'static [(Step, &'static str)] = &[(Step::Agenda, super::agenda::PATH)];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: MeetingId) -> Result<MeetingView, ActError> {
        at.state.acts.meeting(at.account(), id).await
    }

    fn version(view: &MeetingView) -> i64 {
        view.row.version
    }

    async fn begun(
        _: &At,
        (step, view): (Step, &MeetingView),
        blank: Sent,
    ) -> Result<Sent, WebError> {
        if step != Step::Attend {
            return Ok(blank);
        }
        let named = |one: &NamedAttendee| format!("{} {}", one.number, one.name);
        let (chair, others) = match view.people.split_first() {
            Some((chair, others)) => (named(chair), others),
            None => (String::new(), &[][..]),
        };
        let invited: Vec<_> = others.iter().map(named).collect();
        let absent = view.people.iter().filter(|one| !one.is_present);
        let absent: Vec<_> = absent.map(|one| one.number.clone()).collect();
        Ok(blank
            .put("chair", chair)
            .put("invited", invited.join("、"))
            .put("absent", absent.join("、")))
    }

    async fn perform(
        at: &At,
        request: String,
        (meeting, step, sent): (MeetingId, Step, &Sent),
    ) -> Result<Done<MeetingChanged>, ActError> {
        let (actor, version, acts) = (at.account(), sent.version(), &at.state.acts);
        match step {
            Step::Sign => {
                let form = MinutesForm { minutes: sent.text("minutes"), paper: sent.paper() };
                acts.perform(request, SignMinutes { actor, meeting, version, form }).await
            }
            Step::CallOff => {
                let reason = sent.text("reason");
                acts.perform(request, CallOffMeeting { actor, meeting, version, reason }).await
            }
            Step::Call | Step::Attend | Step::Agenda | Step::Vote => {
                let form = attendance(sent);
                acts.perform(request, ChangeAttendance { actor, meeting, version, form }).await
            }
        }
    }

    fn plan(at: &At, step: Step, view: &MeetingView) -> Plan {
        let title = title(&at.shell, view);
        Plan {
            facts: facts(&at.shell, view),
            rules: match step {
                Step::Sign => &["meeting-rule-settled", "meeting-rule-chair", "meeting-rule-final"],
                Step::CallOff => &["meeting-rule-freed"],
                _ => &["meeting-rule-invited", "meeting-rule-three", "meeting-rule-voters"],
            },
            paper: if step == Step::Sign { PaperPart::Folded } else { PaperPart::None },
            ..plan::<Self>(&at.shell, step, (view.row.id, &title))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, _: &MeetingView) -> Vec<Field> {
        match step {
            Step::Sign => vec![forms.lines("minutes", 10, "meeting-hint-minutes")],
            Step::CallOff => vec![forms.lines("reason", 3, "meeting-hint-reason")],
            _ => vec![
                forms.people("chair", "meeting-hint-chair"),
                forms.people("invited", "meeting-hint-invited"),
                forms.people("absent", "meeting-hint-absent").optional(),
            ],
        }
    }
}
