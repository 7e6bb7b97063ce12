//! The page of a step of a scheme: put it into force, take the draft back, end it.

use super::show::facts;
use super::{HOME, one};
use crate::door::Scope;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::Plan;
use crate::part::{Field, Link};
use jiff::ToSpan;
use qz_acts::adoption::view::AdoptionView;
use qz_acts::adoption::{AdoptionChanged, ApproveAdoption, DropAdoption, EndAdoption};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::adoption::Step;
use qz_domain::id::AdoptionId;

/// The steps of schemes.
pub(super) struct Schemes;

impl Family for Schemes {
    type Id = AdoptionId;
    type Step = Step;
    type View = AdoptionView;
    type Changed = AdoptionChanged;

    const NAME: &'static str = "scheme";
    const HOME: &'static str = HOME;
    const READ: Action = Action::AdoptionRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Approve, "/desk/schemes/{id}/approve"),
        (Step::Drop, "/desk/schemes/{id}/drop"),
        (Step::End, "/desk/schemes/{id}/end"),
    ];
    const APART: &'static [(Step, &'static str)] = &[(Step::Edit, "/desk/schemes/{id}/edit")];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: AdoptionId) -> Result<AdoptionView, ActError> {
        at.state.acts.adoption(at.account(), id).await
    }

    fn version(view: &AdoptionView) -> i64 {
        view.adoption.version
    }

    async fn begun(
        at: &At,
        (step, _): (Step, &AdoptionView),
        blank: Sent,
    ) -> Result<Sent, WebError> {
        // A scheme begins with a month, so that its first cycle is a whole one.
        let next = at.today().last_of_month().saturating_add(1.day());
        Ok(match step {
            Step::Approve => blank.put("since", next.to_string()),
            Step::End => blank.put("until", at.today().last_of_month().to_string()),
            _ => blank,
        })
    }

    async fn perform(
        at: &At,
        request: String,
        (adoption, step, sent): (AdoptionId, Step, &Sent),
    ) -> Result<Done<AdoptionChanged>, ActError> {
        let (actor, version, paper) = (at.account(), sent.version(), sent.paper());
        let (acts, reason) = (&at.state.acts, sent.text("reason"));
        match step {
            Step::Drop => {
                let act = DropAdoption { actor, adoption, version, reason, paper };
                acts.perform(request, act).await
            }
            Step::End => {
                let until = sent.text("until");
                let act = EndAdoption { actor, adoption, version, until, reason, paper };
                acts.perform(request, act).await
            }
            _ => {
                let since = sent.text("since");
                let act = ApproveAdoption { actor, adoption, version, since, reason, paper };
                acts.perform(request, act).await
            }
        }
    }

    fn plan(at: &At, step: Step, view: &AdoptionView) -> Plan {
        let (shell, adoption) = (&at.shell, &view.adoption);
        let home = format!("{HOME}/{}", adoption.id);
        Plan {
            facts: facts(shell, view),
            links: vec![
                Link::new(home.clone(), shell.say("scheme-read-whole")),
                Link::new(format!("{home}/dry-run"), shell.say("scheme-dry-run-title")),
            ],
            rules: match step {
                Step::Drop => &["scheme-rule-gone"],
                Step::End => &["scheme-rule-owed"],
                _ => &[
                    "scheme-rule-hand",
                    "scheme-rule-fixed",
                    "scheme-rule-begun",
                    "scheme-rule-warned",
                ],
            },
            ..plan::<Self>(shell, step, (adoption.id, &adoption.title))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, _: &AdoptionView) -> Vec<Field> {
        match step {
            Step::Drop => vec![forms.lines("reason", 3, "scheme-hint-reason")],
            Step::End => {
                vec![forms.day("until"), forms.lines("reason", 3, "scheme-hint-reason")]
            }
            _ => {
                let warned = forms.lines("reason", 3, "scheme-hint-warned").optional();
                vec![forms.day("since"), warned]
            }
        }
    }
}
