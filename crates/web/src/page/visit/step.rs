//! The steps on a visit: write up, sign, reply, correct, call off. One form page serves them all.

use super::forms::{day, lines, position, report};
use super::record;
use super::wrong::{field_faults, refuse, refused};
use crate::app::WebState;
use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted};
use crate::error::WebError;
use crate::part::{Crumb, ErrorSummary, Field, FieldError, Link, RefusalBox};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::visit::view::VisitView;
use qz_acts::visit::{
    CallOffVisit, CorrectVisit, CorrectionForm, ReplyForm, ReplyVisit, ReportForm, ReportVisit,
    SignVisit,
};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, VisitId};
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use qz_domain::visit::Step;
use serde::Deserialize;

/// The doors of the steps.
pub(super) fn doors(doors: Doors) -> Doors {
    let path = |step: Step| match step {
        Step::Report => "/desk/visits/{id}/report",
        Step::Reply => "/desk/visits/{id}/reply",
        Step::Correct => "/desk/visits/{id}/correct",
        _ => "/desk/visits/{id}/call-off",
    };
    doors
        .door(Get, path(Step::Report), Action::VisitReport, record(Step::Report), report_form)
        .door(Post, path(Step::Report), Action::VisitReport, record(Step::Report), submit_report)
        .door(Post, "/desk/visits/{id}/sign", Action::VisitSign, record(Step::Sign), submit_sign)
        .door(Get, path(Step::Reply), Action::VisitReply, record(Step::Reply), reply_form)
        .door(Post, path(Step::Reply), Action::VisitReply, record(Step::Reply), submit_reply)
        .door(Get, path(Step::Correct), Action::VisitCorrect, record(Step::Correct), correct_form)
        .door(
            Post,
            path(Step::Correct),
            Action::VisitCorrect,
            record(Step::Correct),
            submit_correct,
        )
        .door(Get, path(Step::CallOff), Action::VisitCallOff, record(Step::CallOff), call_off_form)
        .door(
            Post,
            path(Step::CallOff),
            Action::VisitCallOff,
            record(Step::CallOff),
            submit_call_off,
        )
}

/// What a step's form sends; each step uses its own part.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Sent {
    #[serde(rename = "csrf")]
    _csrf: String,
    request: String,
    version: i64,
    visited_at: String,
    manner: String,
    observed: String,
    outcome: String,
    told: String,
    position: String,
    body: String,
    plan: String,
    plan_by: String,
    reason: String,
}

impl Sent {
    fn report(&self) -> ReportForm {
        ReportForm {
            visited_at: self.visited_at.clone(),
            manner: self.manner.clone(),
            observed: self.observed.clone(),
            outcome: self.outcome.clone(),
            told: self.told.clone(),
        }
    }

    /// A form filled with what the visit says now.
    fn of(view: &VisitView, request: String) -> Self {
        let visit = &view.visit;
        let time = visit.visited_at.map(instant::civil);
        Self {
            request,
            version: visit.version,
            visited_at: time
                .map(|at| at.strftime("%Y-%m-%d %H:%M").to_string())
                .unwrap_or_default(),
            manner: visit.manner.code().to_owned(),
            observed: visit.observed.clone(),
            outcome: visit.outcome.map_or("", Spelled::code).to_owned(),
            told: visit.told.clone(),
            ..Self::default()
        }
    }
}

/// The page of a step.
#[derive(Debug, Clone, Template)]
#[template(path = "visit/step.html")]
pub struct StepPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    lead: String,
    action: String,
    button: String,
    back: String,
    request: String,
    version: i64,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    fields: Vec<Field>,
}

/// What is wrong with what was sent.
type Wrong = (Vec<FieldError>, Option<RefusalBox>);

fn key(step: Step) -> &'static str {
    match step {
        Step::Report => "report",
        Step::Reply => "reply",
        Step::Correct => "correct",
        _ => "call-off",
    }
}

fn draw(shell: Shell, step: Step, view: &VisitView, sent: &Sent, wrong: Wrong) -> StepPage {
    let (faults, refusal) = wrong;
    let errors = ErrorSummary::new(shell.words, faults);
    let reason =
        |hint: &str| lines(&shell, &errors, "reason", &sent.reason, 2).hint(shell.say(hint));
    let fields = match step {
        Step::Report => report(&shell, &errors, &sent.report()),
        Step::Reply => vec![
            position(&shell, &errors, &sent.position),
            lines(&shell, &errors, "body", &sent.body, 4).hint(shell.say("visit-hint-body")),
            lines(&shell, &errors, "plan", &sent.plan, 2)
                .hint(shell.say("visit-hint-plan"))
                .optional(),
            day(&shell, &errors, "plan_by", &sent.plan_by)
                .hint(shell.say("visit-hint-plan-by"))
                .optional(),
        ],
        Step::Correct => {
            let mut fields = report(&shell, &errors, &sent.report());
            fields.push(reason("visit-hint-reason"));
            fields
        }
        _ => vec![reason("visit-hint-call-off")],
    };
    let say = |part: &str| shell.say(&format!("visit-{}-{part}", key(step)));
    let home = format!("/desk/visits/{}", view.visit.id);
    let number = view.visit.number.to_string();
    let above = vec![
        Link::new("/desk/visits", shell.say("visit-list-title")),
        Link::new(home.clone(), number.clone()),
    ];
    StepPage {
        crumb: Crumb::new(shell.words, above, say("title")),
        title: say("title"),
        lead: shell.say_with(
            &format!("visit-{}-lead", key(step)),
            &[("number", number.into()), ("unit", shell.unit_name(&view.unit).into())],
        ),
        action: format!("{home}/{}", key(step)),
        button: say("button"),
        back: home,
        request: sent.request.clone(),
        version: sent.version,
        errors,
        refusal,
        fields,
        shell,
    }
}

/// Draws a step's form for the first time, filled with what the visit says.
async fn open(
    granted: Granted,
    state: WebState,
    shell: Shell,
    id: VisitId,
    step: Step,
) -> Result<Response, WebError> {
    let view =
        state.acts.visit(granted.account(), id).await.map_err(|fault| refuse(&shell, fault))?;
    let sent = Sent::of(&view, state.acts.new_request());
    let page = draw(shell, step, &view, &sent, (vec![], None));
    Ok(Html(page.render()?).into_response())
}

/// Leads back to the visit when the act was done, or shows the form again with what is wrong.
async fn settle<R>(
    (state, shell, account): (&WebState, Shell, AccountId),
    (id, step, sent): (VisitId, Step, &Sent),
    outcome: Result<Done<R>, ActError>,
) -> Result<Response, WebError> {
    let wrong = match outcome {
        Ok(_) => return Ok(Redirect::to(&format!("/desk/visits/{id}")).into_response()),
        Err(ActError::Invalid(faults)) => (field_faults(&shell, &faults), None),
        Err(ActError::Refused(refusal)) => {
            (vec![], Some(refused(&shell, &refusal, &format!("/desk/visits/{id}"))))
        }
        Err(other) => return Err(refuse(&shell, other)),
    };
    let view = state.acts.visit(account, id).await.map_err(|fault| refuse(&shell, fault))?;
    // What was typed stays. Whoever read the refusal may send it again on the record as it is now.
    let sent = Sent { version: view.visit.version, ..sent.clone() };
    let page = draw(shell, step, &view, &sent, wrong);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

/// `GET /desk/visits/{id}/report`
async fn report_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<VisitId>,
) -> Result<Response, WebError> {
    open(granted, state, shell, id, Step::Report).await
}

/// `POST /desk/visits/{id}/report`
async fn submit_report(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(visit): Path<VisitId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let actor = granted.account();
    let act = ReportVisit { actor, visit, version: sent.version, form: sent.report() };
    let outcome = state.acts.perform(sent.request.clone(), act).await;
    settle((&state, shell, actor), (visit, Step::Report, &sent), outcome).await
}

/// `POST /desk/visits/{id}/sign`
async fn submit_sign(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(visit): Path<VisitId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let act = SignVisit { actor: granted.account(), visit, version: sent.version };
    match state.acts.perform(sent.request, act).await {
        Ok(_) => Ok(Redirect::to(&format!("/desk/visits/{visit}")).into_response()),
        Err(fault) => Err(refuse(&shell, fault)),
    }
}

/// `GET /desk/visits/{id}/reply`
async fn reply_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<VisitId>,
) -> Result<Response, WebError> {
    open(granted, state, shell, id, Step::Reply).await
}

/// `POST /desk/visits/{id}/reply`
async fn submit_reply(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(visit): Path<VisitId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let actor = granted.account();
    let form = ReplyForm {
        position: sent.position.clone(),
        body: sent.body.clone(),
        plan: sent.plan.clone(),
        plan_by: sent.plan_by.clone(),
    };
    let act = ReplyVisit { actor, visit, version: sent.version, form };
    let outcome = state.acts.perform(sent.request.clone(), act).await;
    settle((&state, shell, actor), (visit, Step::Reply, &sent), outcome).await
}

/// `GET /desk/visits/{id}/correct`
async fn correct_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<VisitId>,
) -> Result<Response, WebError> {
    open(granted, state, shell, id, Step::Correct).await
}

/// `POST /desk/visits/{id}/correct`
async fn submit_correct(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(visit): Path<VisitId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let actor = granted.account();
    let form = CorrectionForm { report: sent.report(), reason: sent.reason.clone() };
    let act = CorrectVisit { actor, visit, version: sent.version, form };
    let outcome = state.acts.perform(sent.request.clone(), act).await;
    settle((&state, shell, actor), (visit, Step::Correct, &sent), outcome).await
}

/// `GET /desk/visits/{id}/call-off`
async fn call_off_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<VisitId>,
) -> Result<Response, WebError> {
    open(granted, state, shell, id, Step::CallOff).await
}

/// `POST /desk/visits/{id}/call-off`
async fn submit_call_off(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(visit): Path<VisitId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let actor = granted.account();
    let act = CallOffVisit { actor, visit, version: sent.version, reason: sent.reason.clone() };
    let outcome = state.acts.perform(sent.request.clone(), act).await;
    settle((&state, shell, actor), (visit, Step::CallOff, &sent), outcome).await
}
