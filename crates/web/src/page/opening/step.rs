//! The steps of an opening that have a page before them: yes, no, end.

use super::show::{facts, said, title};
use super::{HOME, one};
use crate::door::Scope;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{PaperPart, Plan};
use crate::part::Field;
use qz_acts::sealed::view::OpeningView;
use qz_acts::sealed::{AnswerOpening, EndOpening, OpeningChanged, Verdict};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::id::OpeningId;
use qz_domain::sealed::Step;

/// The steps of openings.
pub(super) struct Openings;

impl Family for Openings {
    type Id = OpeningId;
    type Step = Step;
    type View = OpeningView;
    type Changed = OpeningChanged;

    const NAME: &'static str = "opening";
    const HOME: &'static str = HOME;
    const READ: Action = Action::OpeningRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Approve, "/desk/openings/{id}/approve"),
        (Step::Deny, "/desk/openings/{id}/deny"),
        (Step::End, "/desk/openings/{id}/end"),
    ];

    fn one(step: Step) -> Scope {
        one(Some(step))
    }

    async fn read(at: &At, id: OpeningId) -> Result<OpeningView, ActError> {
        at.state.acts.opening(at.account(), id).await
    }

    fn version(view: &OpeningView) -> i64 {
        view.opening.version
    }

    async fn perform(
        at: &At,
        request: String,
        (opening, step, sent): (OpeningId, Step, &Sent),
    ) -> Result<Done<OpeningChanged>, ActError> {
        let (acts, actor, version) = (&at.state.acts, at.account(), sent.version());
        let answer = sent.text("answer");
        let verdict = match step {
            Step::Approve => Verdict::Approve,
            Step::Deny => Verdict::Deny,
            _ => return acts.perform(request, EndOpening { actor, opening, version }).await,
        };
        acts.perform(request, AnswerOpening { actor, opening, version, verdict, answer }).await
    }

    fn plan(at: &At, step: Step, view: &OpeningView) -> Plan {
        let shell = &at.shell;
        Plan {
            texts: said(shell, view),
            facts: facts(shell, view),
            rules: match step {
                Step::End => &["opening-rule-again"],
                _ => &["opening-rule-second", "opening-rule-hours", "opening-rule-log"],
            },
            by: None,
            paper: PaperPart::None,
            ..plan::<Self>(shell, step, (view.opening.id, &title(shell, view)))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, _: &OpeningView) -> Vec<Field> {
        match step {
            Step::Approve => vec![forms.lines("answer", 2, "opening-hint-approve").optional()],
            Step::Deny => vec![forms.lines("answer", 2, "opening-hint-deny")],
            _ => vec![],
        }
    }
}
