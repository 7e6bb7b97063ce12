//! The steps of a rectification: plan, more time, claim, re-check, revisit.

use super::show::{facts, said, title};
use super::{HOME, one};
use crate::door::Scope;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::Plan;
use crate::page::visit::offered;
use crate::part::{Choice, Field};
use qz_acts::rectification::view::RectificationView;
use qz_acts::rectification::{
    AnswerExtension, AskExtension, CheckForm, CheckRectification, ClaimRectification,
    PlanRectification, RectificationChanged, Side,
};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::id::RectificationId;
use qz_domain::rectification::Step;

/// The steps of rectifications.
pub(super) struct Rectifications;

impl Family for Rectifications {
    type Id = RectificationId;
    type Step = Step;
    type View = RectificationView;
    type Changed = RectificationChanged;

    const NAME: &'static str = "rectification";
    const HOME: &'static str = HOME;
    const READ: Action = Action::RectificationRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Plan, "/desk/rectifications/{id}/plan"),
        (Step::Ask, "/desk/rectifications/{id}/ask"),
        (Step::Grant, "/desk/rectifications/{id}/extend"),
        (Step::Claim, "/desk/rectifications/{id}/claim"),
        (Step::Close, "/desk/rectifications/{id}/check"),
        (Step::Sustain, "/desk/rectifications/{id}/revisit"),
    ];

    fn one(step: Step) -> Scope {
        one(Side::of(step))
    }

    async fn read(at: &At, id: RectificationId) -> Result<RectificationView, ActError> {
        at.state.acts.rectification(at.account(), id).await
    }

    fn version(view: &RectificationView) -> i64 {
        view.line.rectification.version
    }

    async fn begun(
        at: &At,
        (step, view): (Step, &RectificationView),
        blank: Sent,
    ) -> Result<Sent, WebError> {
        Ok(match step {
            Step::Claim => blank.put("claim", &view.line.rectification.claim),
            Step::Plan => match &view.offered {
                Some(plan) => blank.put("plan", offered(&at.shell, plan)),
                None => blank.put("plan", &view.line.rectification.plan),
            },
            _ => blank,
        })
    }

    async fn perform(
        at: &At,
        request: String,
        (rectification, step, sent): (RectificationId, Step, &Sent),
    ) -> Result<Done<RectificationChanged>, ActError> {
        let (actor, version, paper) = (at.account(), sent.version(), sent.paper());
        let acts = &at.state.acts;
        match step {
            Step::Ask => {
                let (until, reason) = (sent.text("until"), sent.text("reason"));
                let act = AskExtension { actor, rectification, version, until, reason, paper };
                acts.perform(request, act).await
            }
            Step::Grant | Step::Deny => {
                let granted = sent.text("granted");
                let act = AnswerExtension { actor, rectification, version, granted, paper };
                acts.perform(request, act).await
            }
            Step::Claim => {
                let claim = sent.text("claim");
                let act = ClaimRectification { actor, rectification, version, claim, paper };
                acts.perform(request, act).await
            }
            Step::Close | Step::Return | Step::Escalate | Step::Sustain | Step::Reopen => {
                let is_revisit = matches!(step, Step::Sustain | Step::Reopen);
                let form = checked(sent);
                let act = CheckRectification { actor, rectification, version, is_revisit, form };
                acts.perform(request, act).await
            }
            Step::Order | Step::TakeUp | Step::Plan => {
                let plan = sent.text("plan");
                let act = PlanRectification { actor, rectification, version, plan, paper };
                acts.perform(request, act).await
            }
        }
    }

    fn plan(at: &At, step: Step, view: &RectificationView) -> Plan {
        let shell = &at.shell;
        let title = title(shell, &view.line);
        Plan {
            facts: facts(shell, view),
            texts: said(shell, view).into_iter().map(|one| (one.title, one.text)).collect(),
            rules: rules(step),
            ..plan::<Self>(shell, step, (view.line.rectification.id, &title))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, view: &RectificationView) -> Vec<Field> {
        let lines = |name: &str| forms.lines(name, 4, &format!("rectification-hint-{name}"));
        match step {
            Step::Ask => vec![forms.day("until"), lines("reason")],
            Step::Grant | Step::Deny => vec![answer(forms, "granted")],
            Step::Claim => vec![lines("claim")],
            Step::Close | Step::Return | Step::Escalate | Step::Sustain | Step::Reopen => {
                vec![answer(forms, "passed"), lines("result"), lines("affected")]
            }
            Step::Order | Step::TakeUp | Step::Plan if view.offered.is_some() => {
                vec![forms.lines("plan", 4, "rectification-hint-plan-offered")]
            }
            Step::Order | Step::TakeUp | Step::Plan => vec![lines("plan")],
        }
    }
}

fn checked(sent: &Sent) -> CheckForm {
    CheckForm {
        passed: sent.text("passed"),
        result: sent.text("result"),
        affected: sent.text("affected"),
        paper: sent.paper(),
    }
}

/// Yes or no; neither is chosen before.
pub(in crate::page) fn answer(forms: &Forms<'_>, name: &str) -> Field {
    let (chosen, say) = (forms.sent.get(name), |key: &str| forms.shell.say(key));
    let yes = Choice::new("yes", say(&format!("rectification-{name}-yes")), chosen);
    let no = Choice::new("no", say(&format!("rectification-{name}-no")), chosen);
    forms.select(name, vec![Choice::new("", say("matter-choose"), chosen), yes, no])
}

/// What whoever takes a step must know.
fn rules(step: Step) -> &'static [&'static str] {
    match step {
        Step::Ask => &["rectification-rule-once", "rectification-rule-fifteen"],
        Step::Grant | Step::Deny => &["rectification-rule-once", "rectification-rule-answer"],
        Step::Claim => &["rectification-rule-leader", "rectification-rule-third"],
        Step::Close | Step::Return | Step::Escalate => {
            &["rectification-rule-third", "rectification-rule-escalated", "rectification-rule-word"]
        }
        Step::Sustain | Step::Reopen => &["rectification-rule-third", "rectification-rule-reopen"],
        Step::Order | Step::TakeUp | Step::Plan => &["rectification-rule-plan"],
    }
}
