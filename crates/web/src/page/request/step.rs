//! The steps on a request: answered, taken back, ended early, revoked.

use super::show::{facts, title};
use super::{HOME, one};
use crate::door::Scope;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{PaperPart, Plan};
use crate::part::Field;
use qz_acts::request::view::RequestView;
use qz_acts::request::{
    ApproveRequest, EndRequest, RefuseRequest, RequestChanged, RevokeRequest, WithdrawRequest,
};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::id::RequestId;
use qz_domain::request::Step;

/// The steps that lead back to the request.
pub(super) struct Requests;

impl Family for Requests {
    type Id = RequestId;
    type Step = Step;
    type View = RequestView;
    type Changed = RequestChanged;

    const NAME: &'static str = "request";
    const HOME: &'static str = HOME;
    const READ: Action = Action::RequestRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Approve, "/desk/requests/{id}/approve"),
        (Step::Refuse, "/desk/requests/{id}/refuse"),
        (Step::Withdraw, "/desk/requests/{id}/withdraw"),
        (Step::End, "/desk/requests/{id}/end"),
        (Step::Revoke, "/desk/requests/{id}/revoke"),
    ];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: RequestId) -> Result<RequestView, ActError> {
        at.state.acts.request(at.account(), id).await
    }

    fn version(view: &RequestView) -> i64 {
        view.row.version
    }

    async fn perform(
        at: &At,
        name: String,
        (request, step, sent): (RequestId, Step, &Sent),
    ) -> Result<Done<RequestChanged>, ActError> {
        let (acts, actor, version) = (&at.state.acts, at.account(), sent.version());
        let answer = sent.text("because");
        match step {
            Step::Approve => acts.perform(name, ApproveRequest { actor, request, version }).await,
            Step::Refuse => {
                acts.perform(name, RefuseRequest { actor, request, version, answer }).await
            }
            Step::Revoke => {
                acts.perform(name, RevokeRequest { actor, request, version, answer }).await
            }
            Step::End => {
                let back_at = sent.text("back_at");
                acts.perform(name, EndRequest { actor, request, version, back_at }).await
            }
            Step::Withdraw | Step::Ask | Step::Record => {
                acts.perform(name, WithdrawRequest { actor, request, version }).await
            }
        }
    }

    fn plan(at: &At, step: Step, view: &RequestView) -> Plan {
        let shell = &at.shell;
        Plan {
            facts: facts(shell, view),
            rules: match step {
                Step::Approve | Step::Refuse => &["request-rule-decider", "request-rule-answer"],
                Step::End => &["request-rule-back"],
                Step::Revoke => &["request-rule-revoke", "request-rule-answer"],
                Step::Withdraw | Step::Ask | Step::Record => &["request-rule-withdraw"],
            },
            by: None,
            paper: PaperPart::None,
            ..plan::<Self>(shell, step, (view.row.id, &title(shell, view)))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, _: &RequestView) -> Vec<Field> {
        match step {
            Step::Refuse | Step::Revoke => vec![forms.line("because").wide()],
            Step::End => {
                let back = forms.line("back_at").hint(forms.shell.say("request-hint-back"));
                vec![back.optional()]
            }
            Step::Approve | Step::Withdraw | Step::Ask | Step::Record => vec![],
        }
    }
}
