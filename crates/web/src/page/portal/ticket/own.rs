//! One's own ticket: found by the number and the code of its receipt, which are sent with every form and
//! stand in no address. What may be said about it is said here.

use super::{PATH, furniture};
use crate::address;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::{Wrong, field_faults};
use crate::page::once::once_for_anybody;
use crate::page::portal::furniture::Furniture;
use crate::page::sign_in::answer;
use crate::page::ticket::{message, running, stage_light, told};
use crate::part::{ErrorSummary, Field, Light, Link, RefusalBox, Step, StepState, Timeline};
use crate::refusal::refusal_box;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{FromRequest, Request, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::ticket::TicketError;
use qz_acts::ticket::public::{CitizenStep, OwnTicket};
use qz_domain::ticket::Stage;
use std::net::IpAddr;

#[derive(Template)]
#[template(path = "portal/tickets.html")]
struct FindPage {
    shell: Shell,
    furniture: Furniture,
    failure: Option<String>,
    fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "portal/ticket.html")]
struct OwnPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    light: Light,
    about: Link,
    term: Option<String>,
    timeline: Timeline,
    texts: Vec<(String, String)>,
    said: Vec<(String, String)>,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    number: String,
    code: String,
    request: String,
    reply: Option<Field>,
    judge: Option<Field>,
}

/// `GET /tickets`
pub(super) async fn blank(shell: Shell) -> Result<Response, WebError> {
    Ok(Html(find(shell, "", None).render()?).into_response())
}

fn find(shell: Shell, number: &str, failure: Option<String>) -> FindPage {
    let line = |name: &str, value: &str| {
        let label = shell.say(&format!("matter-field-receipt-{name}"));
        let hint = shell.say(&format!("ticket-hint-receipt-{name}"));
        Field::line(shell.words, name, label, value).hint(hint)
    };
    let fields = vec![line("number", number), line("code", "").autocomplete("off")];
    let above = vec![crate::page::portal::furniture::home_link(&shell)];
    let furniture = Furniture::below(&shell, above, &shell.say("nav-tickets"));
    FindPage { shell, furniture, failure, fields }
}

/// `POST /tickets`
pub(super) async fn look(
    State(state): State<WebState>,
    request: Request,
) -> Result<Response, WebError> {
    let (shell, from, sent) = read(&state, request).await?;
    let found = state.acts.own_ticket((sent.get("number"), sent.get("code")), from).await;
    settle(&state, shell, (&sent, from), found).await
}

/// `POST /tickets/reply`
pub(super) async fn reply(
    State(state): State<WebState>,
    request: Request,
) -> Result<Response, WebError> {
    does(&state, request, |sent| CitizenStep::Reply(sent.text("told"))).await
}

/// `POST /tickets/solved`
pub(super) async fn solved(
    State(state): State<WebState>,
    request: Request,
) -> Result<Response, WebError> {
    does(&state, request, |_| CitizenStep::Solved).await
}

/// `POST /tickets/unsolved`
pub(super) async fn unsolved(
    State(state): State<WebState>,
    request: Request,
) -> Result<Response, WebError> {
    does(&state, request, |sent| CitizenStep::NotSolved(sent.text("told"))).await
}

async fn does(
    state: &WebState,
    request: Request,
    step: impl FnOnce(&Sent) -> CitizenStep,
) -> Result<Response, WebError> {
    let (shell, from, sent) = read(state, request).await?;
    let name = once_for_anybody(state, &sent.request());
    let receipt = (sent.get("number"), sent.get("code"));
    let done = state.acts.step_of_sender((receipt, name), step(&sent), from).await;
    settle(state, shell, (&sent, from), done).await
}

/// The shell, the address of whoever asks, and the form.
async fn read(state: &WebState, request: Request) -> Result<(Shell, IpAddr, Sent), WebError> {
    let from = address::of(&request, &state.config.trusted_proxies);
    let shell = request.extensions().get::<Shell>().cloned().ok_or(WebError::Unreadable)?;
    let Form(sent) = Form::from_request(request, state).await.map_err(|_| WebError::Unreadable)?;
    Ok((shell, from, parted(sent)))
}

/// A whole receipt in the field of the number is its number, a dash or a space, and its code.
fn parted(sent: Sent) -> Sent {
    let whole = sent.get("number").trim();
    let at_space = whole.find(char::is_whitespace);
    let at = at_space.or_else(|| whole.match_indices('-').nth(1).map(|(at, _)| at));
    let Some((number, code)) = at.map(|at| whole.split_at(at)) else { return sent };
    if !sent.get("code").trim().is_empty() {
        return sent;
    }
    let code = code.trim_start_matches(|c: char| c == '-' || c.is_whitespace());
    let (number, code) = (number.to_owned(), code.to_owned());
    sent.put("number", number).put("code", code)
}

/// The ticket as it stands now, or why there is none, or what was wrong with what was said.
async fn settle(
    state: &WebState,
    shell: Shell,
    (sent, from): (&Sent, IpAddr),
    outcome: Result<OwnTicket, TicketError>,
) -> Result<Response, WebError> {
    let fresh = Sent::new(state.acts.new_request(), 0);
    let held = |blank: Sent| blank.put("number", sent.get("number")).put("code", sent.get("code"));
    let wrong: Wrong = match outcome {
        Ok(own) => {
            let page = draw(shell, &own, &held(fresh), (vec![], None));
            return Ok(Html(page.render()?).into_response());
        }
        Err(TicketError::Act(ActError::Invalid(faults))) => (field_faults(&shell, &faults), None),
        Err(TicketError::Act(ActError::Refused(refusal))) => {
            let back = Link::new(PATH, shell.say("matter-back"));
            (vec![], Some(refusal_box(shell.words, &refusal, back)))
        }
        Err(other) => return not_found(shell, sent.get("number"), other),
    };
    let own = state.acts.own_ticket((sent.get("number"), sent.get("code")), from).await;
    match own {
        Ok(own) => {
            let typed = held(fresh).put("told", sent.get("told"));
            let page = draw(shell, &own, &typed, wrong);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
        Err(other) => not_found(shell, sent.get("number"), other),
    }
}

/// The same for a number that there is not as for a wrong code.
fn not_found(shell: Shell, number: &str, fault: TicketError) -> Result<Response, WebError> {
    let (status, wait, said) = match fault {
        TicketError::Wrong | TicketError::Act(ActError::NotFound) => {
            (StatusCode::UNPROCESSABLE_ENTITY, None, shell.say("ticket-receipt-wrong"))
        }
        TicketError::TooSoon { seconds } => {
            let said = shell.say_with("identity-too-soon", &[("seconds", seconds.into())]);
            (StatusCode::TOO_MANY_REQUESTS, Some(seconds), said)
        }
        TicketError::Act(fault) => return Err(WebError::internal(fault)),
    };
    Ok(answer(status, wait, find(shell, number, Some(said)).render()?))
}

fn draw(shell: Shell, own: &OwnTicket, sent: &Sent, (faults, refusal): Wrong) -> OwnPage {
    let (row, words) = (&own.ticket, shell.words);
    let errors = ErrorSummary::new(words, faults);
    let forms = Forms { shell: &shell, errors: &errors, sent };
    let title = crate::page::ticket::title(words, row);
    let about = match &own.unit {
        Some(unit) => Link::new(super::super::unit_link(&unit.code), shell.unit_name(unit)),
        None => Link::new(&row.page, &row.page),
    };
    let may_judge = own.may_judge() && !row.is_reopened;
    OwnPage {
        furniture: furniture(&shell, &title),
        light: stage_light(words, row.stage),
        about,
        term: running(words, &own.county, row),
        timeline: timeline(&shell, own),
        texts: told(&shell, row),
        said: row.messages.iter().map(|said| message(words, said)).collect(),
        refusal,
        number: sent.text("number"),
        code: sent.text("code"),
        request: sent.request(),
        reply: own.may_reply().then(|| forms.lines("told", 3, "ticket-hint-reply")),
        judge: may_judge.then(|| forms.lines("told", 3, "ticket-hint-unsolved")),
        title,
        errors,
        shell,
    }
}

/// What happened, each with its day and the day until which it was due, and what comes next.
fn timeline(shell: &Shell, own: &OwnTicket) -> Timeline {
    let (row, words) = (&own.ticket, shell.words);
    let mut steps = vec![];
    let mut done = |day: Option<Date>, title: String, due: Option<Date>| {
        let Some(day) = day else { return };
        let mut step = Step::new(StepState::Done, Some(words.day(day)), Link::new("", title));
        step.term = due.map(|due| words.day(due));
        steps.push(step);
    };
    let say = |name: &str| shell.say(&format!("ticket-own-{name}"));
    let answer = row.answer_due.as_ref().map(|term| term.due.earliest());
    done(Some(row.submitted_on), say("submitted"), None);
    done(row.accepted_on, say("accepted"), Some(row.accept_due.due.earliest()));
    done(row.handed_on, say("handed"), None);
    let outcome = row.outcome.map(|outcome| words.term(outcome)).unwrap_or_default();
    done(row.answered_on, format!("{} · {outcome}", say("answered")), answer);
    done(row.closed_on, say("closed"), None);
    if let Some(term) = row.running() {
        let next = match row.stage {
            Stage::Submitted | Stage::Reopened => "accept",
            Stage::Answered => "judge",
            _ => "answer",
        };
        let mut step = Step::new(StepState::Next, None, Link::new("", say(next)));
        step.term = Some(words.day(term.due.earliest()));
        steps.push(step);
    }
    Timeline::new(words, steps)
}
