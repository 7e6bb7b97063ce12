//! The page of a step of a draw: what it does, its form.

use super::show::{facts, title};
use super::{HOME, one};
use crate::door::Scope;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{PaperPart, Plan};
use crate::part::Field;
use qz_acts::draw::view::DrawView;
use qz_acts::draw::{CallOffDraw, DrawChanged, EnterDraw, MakeDraw};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::draw::Step;
use qz_domain::id::DrawId;

/// The steps of draws.
pub(super) struct Draws;

impl Family for Draws {
    type Id = DrawId;
    type Step = Step;
    type View = DrawView;
    type Changed = DrawChanged;

    const NAME: &'static str = "draw";
    const HOME: &'static str = HOME;
    const READ: Action = Action::DrawRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Enter, "/desk/draws/{id}/enter"),
        (Step::Make, "/desk/draws/{id}/make"),
        (Step::CallOff, "/desk/draws/{id}/call-off"),
    ];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: DrawId) -> Result<DrawView, ActError> {
        at.state.acts.draw(at.account(), id).await
    }

    fn version(view: &DrawView) -> i64 {
        view.draw.version
    }

    async fn perform(
        at: &At,
        request: String,
        (draw, step, sent): (DrawId, Step, &Sent),
    ) -> Result<Done<DrawChanged>, ActError> {
        let (actor, version, acts) = (at.account(), sent.version(), &at.state.acts);
        match step {
            Step::Announce | Step::Enter => {
                let text = sent.text("entry");
                acts.perform(request, EnterDraw { actor, draw, version, text }).await
            }
            Step::Make => acts.perform(request, MakeDraw { actor, draw, version }).await,
            Step::CallOff => {
                let reason = sent.text("reason");
                acts.perform(request, CallOffDraw { actor, draw, version, reason }).await
            }
        }
    }

    fn plan(at: &At, step: Step, view: &DrawView) -> Plan {
        let title = title(&at.shell, view);
        Plan {
            facts: facts(&at.shell, view),
            rules: match step {
                Step::Announce | Step::Enter => &["draw-rule-parties", "draw-rule-checkpoint"],
                Step::Make => &["draw-rule-checkpoint", "draw-rule-final"],
                Step::CallOff => &["draw-rule-counted"],
            },
            paper: PaperPart::None,
            ..plan::<Self>(&at.shell, step, (view.draw.id, &title))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, _: &DrawView) -> Vec<Field> {
        match step {
            Step::Announce | Step::Enter => {
                vec![forms.line("entry").wide().hint(forms.shell.say("draw-hint-entry"))]
            }
            Step::Make => vec![],
            Step::CallOff => vec![forms.lines("reason", 3, "draw-hint-reason")],
        }
    }
}
