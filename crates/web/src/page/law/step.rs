//! The page of a step of a change: confirm, refuse, withdraw.

use super::show::{facts, read, title};
use super::{CHANGES, HOME};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::law::public::ConfirmedLaw;
use qz_acts::law::view::LawChangeView;
use qz_acts::law::{ConfirmLawChange, LawChangeChanged, RefuseLawChange, WithdrawLawChange};
use qz_acts::{ActError, Done};
use qz_domain::calendar::Calendar;
use qz_domain::id::LawChangeId;
use qz_domain::law::change::Step;

/// The steps that have a page of their own here.
pub(super) const STEPS: [Step; 3] = [Step::Confirm, Step::Refuse, Step::Withdraw];

/// The path of a step.
pub(super) fn path(step: Step) -> &'static str {
    match step {
        Step::Propose | Step::Confirm => "/desk/law/changes/{id}/confirm",
        Step::Refuse => "/desk/law/changes/{id}/refuse",
        Step::Withdraw => "/desk/law/changes/{id}/withdraw",
    }
}

fn code(step: Step) -> &'static str {
    path(step).rsplit('/').next().unwrap_or_default()
}

/// The button that leads to a step's page.
pub(super) fn link(shell: &Shell, step: Step, home: &str) -> Link {
    let label = shell.say(&format!("law-{}-title", code(step)));
    Link::new(format!("{home}/{}", code(step)), label)
}

/// `GET /desk/law/changes/{id}/{step}`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<LawChangeId>,
    step: Step,
) -> Result<Response, WebError> {
    let (view, law, calendar) = read(&state, &granted, &shell, id).await?;
    let sent = Sent::new(state.acts.new_request(), view.change.version);
    step::first(&draw(shell, (step, &view), (&law, &calendar), &sent, (vec![], None)))
}

/// `POST /desk/law/changes/{id}/{step}`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<LawChangeId>,
    Form(sent): Form<Sent>,
    step: Step,
) -> Result<Response, WebError> {
    let home = format!("{CHANGES}/{id}");
    let outcome = perform(&state, &granted, (id, step, &sent)).await;
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let (view, law, calendar) = read(&state, &granted, &shell, id).await?;
            let sent = sent.at(view.change.version);
            step::again(&draw(shell, (step, &view), (&law, &calendar), &sent, wrong))
        }
    }
}

async fn perform(
    state: &WebState,
    granted: &Granted,
    (change, step, sent): (LawChangeId, Step, &Sent),
) -> Result<Done<LawChangeChanged>, ActError> {
    let (actor, version, paper) = (granted.account(), sent.version(), sent.paper());
    let request = once(state, granted, &sent.request());
    let (acts, reason) = (&state.acts, sent.text("reason"));
    match step {
        Step::Propose | Step::Confirm => {
            acts.perform(request, ConfirmLawChange { actor, change, version, paper }).await
        }
        Step::Refuse => {
            acts.perform(request, RefuseLawChange { actor, change, version, reason, paper }).await
        }
        Step::Withdraw => {
            let act = WithdrawLawChange { actor, change, version, reason, paper };
            acts.perform(request, act).await
        }
    }
}

fn draw(
    shell: Shell,
    (step, view): (Step, &LawChangeView),
    law: (&ConfirmedLaw, &Calendar),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let plan = plan(&shell, (step, view), law);
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| match step {
        Step::Propose | Step::Confirm => vec![],
        Step::Refuse => vec![forms.lines("reason", 3, "law-hint-refuse")],
        Step::Withdraw => vec![forms.lines("reason", 3, "law-hint-withdraw")],
    })
}

fn plan(
    shell: &Shell,
    (step, view): (Step, &LawChangeView),
    law: (&ConfirmedLaw, &Calendar),
) -> Plan {
    let (change, title) = (&view.change, title(shell, view));
    let home = format!("{CHANGES}/{}", change.id);
    Plan {
        key: format!("law-{}", code(step)),
        above: vec![
            Link::new(HOME, shell.say("law-title")),
            Link::new(home.clone(), title.clone()),
        ],
        action: format!("{home}/{}", code(step)),
        lead: vec![("title", title), ("day", shell.words.date(change.from))],
        texts: vec![(shell.say("matter-field-reason"), change.reason.clone())],
        facts: facts(shell, view, law),
        links: vec![],
        rules: match step {
            Step::Propose | Step::Confirm => {
                &["law-rule-apart", "law-rule-to-come", "law-rule-running"]
            }
            Step::Refuse => &["law-rule-apart"],
            Step::Withdraw => &["law-rule-gone"],
        },
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
    }
}
