//! Signing in and out (登录、退出): by name and password, by a one-time code, in a demo by persona.

use crate::address;
use crate::app::WebState;
use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::error::WebError;
use crate::part::{Control, ErrorSummary, Field, FieldError, TextKind};
use crate::query;
use crate::refusal::told;
use crate::session;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{FromRequest, Query, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::identity::{self, IdentityError, PasswordFault, Secret, demo, sign_in};
use qz_domain::action::Action;
use qz_domain::refusal::Worded;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// Where whoever signed in goes when they came from nowhere.
const DESK: &str = "/desk";

/// The doors of signing in; those of personas only in a demo.
pub(crate) fn doors(doors: Doors, demo: bool) -> Doors {
    let doors = doors
        .public(Get, "/sign-in", show)
        .public(Post, "/sign-in", submit)
        .public(Get, "/sign-in/activate", show_activation)
        .public(Post, "/sign-in/activate", activate)
        .door(Post, "/sign-out", Action::SelfService, Scope::Own, sign_out);
    if demo { doors.public_for_programs("/demo/sign-in", take_persona) } else { doors }
}

/// The query of the form: where to go afterwards.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    back: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Given {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    back: String,
}

#[derive(Debug, Default, Deserialize)]
struct Activation {
    #[serde(default)]
    name: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    again: String,
}

#[derive(Debug, Default, Deserialize)]
struct Chosen {
    #[serde(default)]
    persona: String,
    #[serde(default)]
    back: String,
}

/// A persona's button.
struct PersonaButton {
    code: &'static str,
    label: String,
}

#[derive(Template)]
#[template(path = "sign_in/sign_in.html")]
struct SignInPage {
    shell: Shell,
    failure: Option<String>,
    fields: Vec<Field>,
    back: String,
    personas: Vec<PersonaButton>,
}

#[derive(Template)]
#[template(path = "sign_in/activate.html")]
struct ActivatePage {
    shell: Shell,
    errors: ErrorSummary,
    fields: Vec<Field>,
}

async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let page = sign_in_page(&state, shell, "", asked.back.as_deref(), None).await?;
    Ok(Html(page.render()?).into_response())
}

async fn sign_in_page(
    state: &WebState,
    shell: Shell,
    name: &str,
    back: Option<&str>,
    failure: Option<String>,
) -> Result<SignInPage, WebError> {
    let fields = vec![
        Field::line(shell.words, "name", shell.say("sign-in-name"), name).autocomplete("username"),
        password_field(&shell, "password", "sign-in-password", "current-password"),
    ];
    let mut personas = Vec::new();
    if state.config.demo.is_some() {
        let there = demo::personas(&state.acts).await.map_err(WebError::internal)?;
        let button =
            |role: Role| PersonaButton { code: role.code(), label: shell.words.term(role) };
        personas.extend(there.into_iter().map(button));
    }
    let back = destination(back.unwrap_or_default()).to_owned();
    Ok(SignInPage { shell, failure, fields, back, personas })
}

/// A field for a password: never filled in again.
pub(super) fn password_field(
    shell: &Shell,
    name: &str,
    label: &str,
    autocomplete: &'static str,
) -> Field {
    let control = Control::Line { kind: TextKind::Password, value: String::new() };
    Field::new(shell.words, name, shell.say(label), control).autocomplete(autocomplete)
}

/// A page of this site to go to after signing in; the desk when none was given.
fn destination(back: &str) -> &str {
    query::local(back).filter(|back| !back.starts_with("/sign-")).unwrap_or(DESK)
}

async fn submit(State(state): State<WebState>, request: Request) -> Result<Response, WebError> {
    let (shell, from, given) = read::<Given>(&state, request).await?;
    let outcome = sign_in::sign_in(&state.acts, &given.name, &given.password, from).await;
    count(&outcome);
    let error = match outcome {
        Ok(token) => return Ok(welcome(&state, &token, destination(&given.back))),
        Err(error) => error,
    };
    let (status, wait) = status(&error)?;
    let said = say(shell.words, &error);
    let page = sign_in_page(&state, shell, &given.name, Some(&given.back), Some(said)).await?;
    Ok(answer(status, wait, page.render()?))
}

/// Counts how sign-ins end; of whom is not kept.
fn count(outcome: &Result<Secret, IdentityError>) {
    let ended = outcome.as_ref().map_or_else(Worded::key, |_| "in");
    metrics::counter!("qinzheng_sign_ins_total", "outcome" => ended).increment(1);
}

async fn show_activation(shell: Shell) -> Result<Response, WebError> {
    Ok(Html(activation_page(shell, "", vec![]).render()?).into_response())
}

fn activation_page(shell: Shell, name: &str, faults: Vec<FieldError>) -> ActivatePage {
    let errors = ErrorSummary::new(shell.words, faults);
    let new = "new-password";
    let fields = vec![
        Field::line(shell.words, "name", shell.say("sign-in-name"), name)
            .autocomplete("username")
            .error(errors.of("name")),
        Field::line(shell.words, "code", shell.say("activate-code"), "")
            .hint(shell.say("activate-code-hint"))
            .autocomplete("one-time-code")
            .error(errors.of("code")),
        password_field(&shell, "password", "activate-password", new)
            .hint(shell.say("password-hint"))
            .error(errors.of("password")),
        password_field(&shell, "again", "activate-again", new).error(errors.of("again")),
    ];
    ActivatePage { shell, errors, fields }
}

async fn activate(State(state): State<WebState>, request: Request) -> Result<Response, WebError> {
    let (shell, from, given) = read::<Activation>(&state, request).await?;
    let Activation { name, code, password, again } = given;
    let outcome = if password == again {
        sign_in::activate(&state.acts, &name, &code, &password, from).await
    } else {
        Err(PasswordFault::Differs.into())
    };
    count(&outcome);
    let error = match outcome {
        Ok(token) => return Ok(welcome(&state, &token, DESK)),
        Err(error) => error,
    };
    let (status, wait) = status(&error)?;
    let field = match &error {
        IdentityError::Password(PasswordFault::Differs) => "again",
        IdentityError::Password(_) => "password",
        _ => "code",
    };
    let fault = FieldError::new(field, say(shell.words, &error));
    Ok(answer(status, wait, activation_page(shell, &name, vec![fault]).render()?))
}

async fn take_persona(
    State(state): State<WebState>,
    request: Request,
) -> Result<Response, WebError> {
    let (shell, _, chosen) = read::<Chosen>(&state, request).await?;
    match demo::sign_in(&state.acts, &chosen.persona).await {
        Ok(token) => Ok(welcome(&state, &token, destination(&chosen.back))),
        Err(error) => {
            let (status, wait) = status(&error)?;
            let said = say(shell.words, &error);
            let page = sign_in_page(&state, shell, "", Some(&chosen.back), Some(said)).await?;
            Ok(answer(status, wait, page.render()?))
        }
    }
}

async fn sign_out(granted: Granted, State(state): State<WebState>) -> Result<Response, WebError> {
    if let Some(id) = granted.session() {
        // A session that has just ended elsewhere is as good as ended here.
        match identity::session::end(&state.acts, granted.account(), id).await {
            Ok(()) | Err(qz_acts::ActError::NotFound) => {}
            Err(fault) => return Err(WebError::internal(fault)),
        }
    }
    let mut response = redirect("/sign-in");
    session::forget(response.headers_mut(), &state.config);
    Ok(response)
}

/// The shell, the address of whoever asks, and the form.
async fn read<T: for<'de> Deserialize<'de>>(
    state: &WebState,
    request: Request,
) -> Result<(Shell, std::net::IpAddr, T), WebError> {
    let from = address::of(&request, &state.config.trusted_proxies);
    let shell = request.extensions().get::<Shell>().cloned().ok_or(WebError::Unreadable)?;
    let Form(form) = Form::from_request(request, state).await.map_err(|_| WebError::Unreadable)?;
    Ok((shell, from, form))
}

/// Gives the browser its session and sends it on.
pub(super) fn welcome(state: &WebState, token: &Secret, to: &str) -> Response {
    let mut response = redirect(to);
    session::keep(response.headers_mut(), &state.config, token);
    response
}

/// Sends the browser to another page, which it reads with GET.
pub(super) fn redirect(to: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}

/// Why somebody is not let in, in words.
pub(super) fn say(words: Words, error: &IdentityError) -> String {
    match error {
        IdentityError::TooSoon { seconds } => {
            words.say_with("identity-too-soon", &[("seconds", seconds.into())])
        }
        error => told(words, error.key(), &error.args()),
    }
}

/// The status of a refusal, and after how many seconds to try again.
pub(super) fn status(error: &IdentityError) -> Result<(StatusCode, Option<u32>), WebError> {
    Ok(match error {
        IdentityError::Wrong | IdentityError::WrongCode => (StatusCode::UNAUTHORIZED, None),
        IdentityError::TooSoon { seconds } => (StatusCode::TOO_MANY_REQUESTS, Some(*seconds)),
        IdentityError::Suspended => (StatusCode::FORBIDDEN, None),
        IdentityError::NoPersona | IdentityError::Password(_) => {
            (StatusCode::UNPROCESSABLE_ENTITY, None)
        }
        IdentityError::Act(fault) => return Err(WebError::internal(fault.to_string())),
    })
}

/// A page that says why not.
pub(super) fn answer(status: StatusCode, wait: Option<u32>, page: String) -> Response {
    let mut response = (status, Html(page)).into_response();
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}
