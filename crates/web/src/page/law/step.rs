//! The page of a step of a change: confirm, refuse, withdraw.

use super::show::{facts, title};
use super::{CHANGES, one};
use crate::door::Scope;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::Plan;
use crate::part::Field;
use qz_acts::law::public::ConfirmedLaw;
use qz_acts::law::view::LawChangeView;
use qz_acts::law::{ConfirmLawChange, LawChangeChanged, RefuseLawChange, WithdrawLawChange};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::calendar::Calendar;
use qz_domain::id::LawChangeId;
use qz_domain::law::change::Step;

/// The steps of the county's changes of its law.
pub(super) struct LawChanges;

impl Family for LawChanges {
    type Id = LawChangeId;
    type Step = Step;
    type View = (LawChangeView, ConfirmedLaw, Calendar);
    type Changed = LawChangeChanged;

    const NAME: &'static str = "law";
    const HOME: &'static str = CHANGES;
    const READ: Action = Action::LawRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Confirm, "/desk/law/changes/{id}/confirm"),
        (Step::Refuse, "/desk/law/changes/{id}/refuse"),
        (Step::Withdraw, "/desk/law/changes/{id}/withdraw"),
    ];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: LawChangeId) -> Result<Self::View, ActError> {
        let acts = &at.state.acts;
        let view = acts.law_change(at.account(), id).await?;
        Ok((view, acts.confirmed_law().await?, acts.calendar().await?))
    }

    fn version((view, ..): &Self::View) -> i64 {
        view.change.version
    }

    async fn perform(
        at: &At,
        request: String,
        (change, step, sent): (LawChangeId, Step, &Sent),
    ) -> Result<Done<LawChangeChanged>, ActError> {
        let (actor, version, paper) = (at.account(), sent.version(), sent.paper());
        let (acts, reason) = (&at.state.acts, sent.text("reason"));
        match step {
            Step::Propose | Step::Confirm => {
                acts.perform(request, ConfirmLawChange { actor, change, version, paper }).await
            }
            Step::Refuse => {
                let act = RefuseLawChange { actor, change, version, reason, paper };
                acts.perform(request, act).await
            }
            Step::Withdraw => {
                let act = WithdrawLawChange { actor, change, version, reason, paper };
                acts.perform(request, act).await
            }
        }
    }

    fn plan(at: &At, step: Step, (view, law, calendar): &Self::View) -> Plan {
        let (shell, change) = (&at.shell, &view.change);
        let title = title(shell, view);
        Plan {
            lead: vec![("title", title.clone()), ("day", shell.words.date(change.from))],
            texts: vec![(shell.say("matter-field-reason"), change.reason.clone())],
            facts: facts(shell, view, (law, calendar)),
            rules: match step {
                Step::Propose | Step::Confirm => {
                    &["law-rule-apart", "law-rule-to-come", "law-rule-running"]
                }
                Step::Refuse => &["law-rule-apart"],
                Step::Withdraw => &["law-rule-gone"],
            },
            ..plan::<Self>(shell, step, (change.id, &title))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, _: &Self::View) -> Vec<Field> {
        match step {
            Step::Propose | Step::Confirm => vec![],
            Step::Refuse => vec![forms.lines("reason", 3, "law-hint-refuse")],
            Step::Withdraw => vec![forms.lines("reason", 3, "law-hint-withdraw")],
        }
    }
}
