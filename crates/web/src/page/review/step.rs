//! The steps of a review: take in or not, take back, decide, serve.

use super::show::{facts, said, subject};
use super::{HOME, one};
use crate::door::Scope;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::hand_over;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{PaperPart, Plan};
use crate::page::person::as_named;
use crate::part::Field;
use qz_acts::review::view::ReviewView;
use qz_acts::review::{
    DecideReview, HandOverReview, IntakeForm, ReviewChanged, ReviewForm, ServeReview, TakeReview,
    WithdrawReview,
};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::id::ReviewId;
use qz_domain::review::{Outcome, Step};

/// The steps of reviews.
pub(super) struct Reviews;

impl Family for Reviews {
    type Id = ReviewId;
    type Step = Step;
    type View = ReviewView;
    type Changed = ReviewChanged;

    const NAME: &'static str = "review";
    const HOME: &'static str = HOME;
    const READ: Action = Action::ReviewRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Accept, "/desk/reviews/{id}/accept"),
        (Step::Refuse, "/desk/reviews/{id}/refuse"),
        (Step::Withdraw, "/desk/reviews/{id}/withdraw"),
        (Step::Decide, "/desk/reviews/{id}/decide"),
        (Step::Serve, "/desk/reviews/{id}/serve"),
        (Step::HandOver, "/desk/reviews/{id}/hand-over"),
    ];

    fn one(step: Step) -> Scope {
        one(Some(step))
    }

    async fn read(at: &At, id: ReviewId) -> Result<ReviewView, ActError> {
        at.state.acts.review(at.account(), id).await
    }

    fn version(view: &ReviewView) -> i64 {
        view.row.version
    }

    async fn begun(at: &At, (step, _): (Step, &ReviewView), blank: Sent) -> Result<Sent, WebError> {
        Ok(match step {
            Step::Decide => blank.put("panel", as_named(&at.state, &at.granted).await?),
            _ => blank,
        })
    }

    async fn perform(
        at: &At,
        request: String,
        (review, step, sent): (ReviewId, Step, &Sent),
    ) -> Result<Done<ReviewChanged>, ActError> {
        let (actor, version, paper) = (at.account(), sent.version(), sent.paper());
        let acts = &at.state.acts;
        match step {
            Step::Decide => {
                let form = ReviewForm {
                    panel: sent.people("panel"),
                    outcome: sent.text("review_outcome"),
                    measure: sent.text("measure"),
                    because: sent.text("because"),
                    paper,
                };
                acts.perform(request, DecideReview { actor, review, version, form }).await
            }
            Step::Serve => {
                acts.perform(request, ServeReview { actor, review, version, paper }).await
            }
            Step::HandOver => {
                let form = hand_over::form(sent);
                acts.perform(request, HandOverReview { actor, review, version, form }).await
            }
            Step::Withdraw => {
                acts.perform(request, WithdrawReview { actor, review, version }).await
            }
            Step::Ask | Step::Record | Step::Open | Step::Accept | Step::Refuse => {
                let form = IntakeForm { answer: sent.text("review_answer"), paper };
                let is_taken = step == Step::Accept;
                acts.perform(request, TakeReview { actor, review, version, is_taken, form }).await
            }
        }
    }

    fn plan(at: &At, step: Step, view: &ReviewView) -> Plan {
        let shell = &at.shell;
        let name = subject(shell, view);
        Plan {
            lead: vec![("name", name.clone())],
            facts: facts(shell, view),
            texts: said(shell, view),
            rules: match step {
                Step::Decide => {
                    &["review-rule-panel", "review-rule-heavier", "review-rule-measure"]
                }
                Step::Serve => &["review-rule-falls", "review-rule-next"],
                Step::Refuse => &["review-rule-next"],
                Step::Withdraw => &["review-rule-once"],
                Step::HandOver => &["matter-rule-hand-over", "review-rule-handed"],
                Step::Ask | Step::Record | Step::Open | Step::Accept => &["review-rule-apart"],
            },
            paper: if step == Step::Withdraw { PaperPart::None } else { PaperPart::Folded },
            ..plan::<Self>(shell, step, (view.row.id, &name))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, view: &ReviewView) -> Vec<Field> {
        match step {
            Step::Decide => {
                let day = view.decision.decided_on.unwrap_or(view.row.lodged_on);
                let measure = forms.measure(day, Some(view.person.is_none()));
                vec![
                    forms.people("panel", "review-hint-panel"),
                    forms.radios::<Outcome>("review_outcome"),
                    measure.hint(forms.shell.say("review-hint-measure")).optional(),
                    forms.lines("because", 4, "review-hint-because"),
                ]
            }
            Step::HandOver => hand_over::fields(forms),
            Step::Refuse => vec![forms.lines("review_answer", 3, "review-hint-refused")],
            Step::Accept => {
                vec![forms.lines("review_answer", 3, "review-hint-accepted").optional()]
            }
            _ => vec![],
        }
    }
}
