//! Begin a review from the page of a decision: the subject asks, the organ keys a request from its paper, or the
//! organ opens one itself.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::term_text;
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::accountability::view::AccountabilityView;
use qz_acts::review::{AskReview, OpenReview, RequestForm, ReviewBegun};
use qz_acts::{ActError, Done};
use qz_domain::id::AccountabilityId;
use qz_domain::review::Step;

const DECISIONS: &str = "/desk/accountabilities";

/// Where the subject asks.
pub(super) const ASK: &str = "/desk/accountabilities/{id}/ask-review";
/// Where a request is keyed from its paper.
pub(super) const RECORD: &str = "/desk/accountabilities/{id}/record-review";
/// Where the organ opens one itself.
pub(super) const OPEN: &str = "/desk/accountabilities/{id}/open-review";

/// The last part of a step's path, which is its key too.
pub(super) fn code(step: Step) -> &'static str {
    let path = match step {
        Step::Record => RECORD,
        Step::Open => OPEN,
        _ => ASK,
    };
    path.rsplit('/').next().unwrap_or_default()
}

macro_rules! pages {
    ($($form:ident, $submit:ident, $step:ident, $path:literal;)+) => {$(
        #[doc = concat!("`GET /desk/accountabilities/{id}/", $path, "`")]
        pub(super) async fn $form(
            granted: Granted,
            State(state): State<WebState>,
            shell: Shell,
            Path(id): Path<AccountabilityId>,
        ) -> Result<Response, WebError> {
            form(At { state, granted, shell }, id, Step::$step).await
        }

        #[doc = concat!("`POST /desk/accountabilities/{id}/", $path, "`")]
        pub(super) async fn $submit(
            granted: Granted,
            State(state): State<WebState>,
            shell: Shell,
            Path(id): Path<AccountabilityId>,
            Form(sent): Form<Sent>,
        ) -> Result<Response, WebError> {
            submit(At { state, granted, shell }, id, (Step::$step, sent)).await
        }
    )+};
}

pages! {
    ask, asked, Ask, "ask-review";
    record, recorded, Record, "record-review";
    open, opened, Open, "open-review";
}

async fn form(at: At, id: AccountabilityId, step: Step) -> Result<Response, WebError> {
    let view = read(&at, id).await?;
    let sent = Sent::new(at.state.acts.new_request(), view.row.version);
    step::first(&draw(at.shell, &view, step, &sent, (vec![], None)))
}

async fn submit(
    at: At,
    id: AccountabilityId,
    (step, sent): (Step, Sent),
) -> Result<Response, WebError> {
    let home = format!("{DECISIONS}/{id}");
    let outcome = perform(&at, id, (step, &sent)).await;
    match settle(&at.shell, &home, outcome)? {
        Ok(begun) => Ok(Redirect::to(&format!("{HOME}/{}", begun.review)).into_response()),
        Err(wrong) => {
            let view = read(&at, id).await?;
            step::again(&draw(at.shell, &view, step, &sent, wrong))
        }
    }
}

async fn perform(
    at: &At,
    accountability: AccountabilityId,
    (step, sent): (Step, &Sent),
) -> Result<Done<ReviewBegun>, ActError> {
    let request = once(&at.state, &at.granted, &sent.request());
    let (actor, paper, acts) = (at.account(), sent.paper(), &at.state.acts);
    let grounds = sent.text("grounds");
    if step == Step::Open {
        let act = OpenReview { actor, accountability, grounds, paper };
        return acts.perform(request, act).await;
    }
    let form = RequestForm { grounds, late_reason: sent.text("late_reason"), paper };
    let is_recorded = step == Step::Record;
    acts.perform(request, AskReview { actor, accountability, is_recorded, form }).await
}

async fn read(at: &At, id: AccountabilityId) -> Result<AccountabilityView, WebError> {
    let view = at.state.acts.accountability(at.account(), id).await;
    view.map_err(|fault| refuse(&at.shell, DECISIONS, fault))
}

fn draw(
    shell: Shell,
    view: &AccountabilityView,
    step: Step,
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let code = code(step);
    let home = format!("{DECISIONS}/{}", view.row.id);
    let name = match &view.person {
        Some(person) => person.name.clone(),
        None => shell.unit_name(&view.unit),
    };
    let number = view.row.number.map_or_else(String::new, |number| number.to_string());
    let due = view.row.remedy_due.as_ref();
    let due = due.map(|due| term_text(shell.words, &view.county, ("remedy_ask", due)));
    let plan = Plan {
        key: format!("review-{code}"),
        above: vec![
            Link::new(DECISIONS, shell.say("accountability-list-title")),
            Link::new(home.clone(), name.clone()),
        ],
        action: format!("{home}/{code}"),
        lead: vec![("name", name), ("number", number), ("due", due.unwrap_or_default())],
        rules: match step {
            Step::Open => &["review-rule-panel", "review-rule-heavier"],
            _ => &[
                "review-rule-named",
                "review-rule-panel",
                "review-rule-heavier",
                "review-rule-once",
            ],
        },
        by: match (step, view.person.is_some()) {
            (Step::Open, _) => Some("matter-hint-by"),
            (_, true) => Some("matter-hint-represented"),
            (_, false) => Some("matter-hint-spoke"),
        },
        paper: match step {
            Step::Ask => PaperPart::None,
            Step::Record => PaperPart::Always,
            _ => PaperPart::Folded,
        },
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| fields(forms, step))
}

fn fields(forms: &Forms<'_>, step: Step) -> Vec<Field> {
    if step == Step::Open {
        return vec![forms.lines("grounds", 4, "review-hint-grounds-office")];
    }
    vec![
        forms.lines("grounds", 6, "review-hint-grounds"),
        forms.lines("late_reason", 2, "review-hint-late-reason").optional(),
    ]
}
