//! One's own account (我的账号): password, sessions, tokens of one's own programs.

mod token;

use super::sign_in::{answer, password_field, redirect, say, status, welcome};
use crate::address;
use crate::app::WebState;
use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::error::WebError;
use crate::format::TimeTag;
use crate::part::{ErrorSummary, Field, FieldError, Link};
use crate::refusal::act_error;
use crate::session;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{FromRequest, Path, Request, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::identity::{self, IdentityError, PasswordFault, sign_in};
use qz_domain::action::Action;
use qz_domain::id::SessionId;
use serde::Deserialize;

/// The page's path.
const HERE: &str = "/desk/me";

/// The doors to one's own account.
pub(crate) fn doors(doors: Doors) -> Doors {
    let own = Action::SelfService;
    let doors = doors
        .door(Get, HERE, own, Scope::Own, show)
        .door(Post, "/desk/me/password", own, Scope::Own, change_password)
        .door(Post, "/desk/me/sessions/{id}/end", own, Scope::Own, end_session);
    token::doors(doors).rail("rail-own", HERE, "rail-my-account", own)
}

/// A session as its owner sees it.
struct SessionLine {
    id: SessionId,
    started: TimeTag,
    used: TimeTag,
    this: bool,
}

/// A role as its holder sees it.
struct RoleLine {
    role: String,
    unit: String,
}

#[derive(Template)]
#[template(path = "my_account/show.html")]
struct MyAccountPage {
    shell: Shell,
    account: String,
    roles: Vec<RoleLine>,
    errors: ErrorSummary,
    fields: Vec<Field>,
    sessions: Vec<SessionLine>,
    tokens: token::TokenSection,
}

#[derive(Debug, Default, Deserialize)]
struct Passwords {
    #[serde(default)]
    present: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    again: String,
}

async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let page = page(&granted, &state, shell, vec![]).await?;
    Ok(Html(page.render()?).into_response())
}

async fn page(
    granted: &Granted,
    state: &WebState,
    shell: Shell,
    faults: Vec<FieldError>,
) -> Result<MyAccountPage, WebError> {
    let identity = granted.identity();
    let roles = identity
        .roles
        .iter()
        .map(|held| RoleLine { role: shell.words.term(held.grant.role), unit: held.unit.clone() });
    let sessions = identity::session::list(&state.acts, granted.account()).await;
    let sessions = sessions.map_err(WebError::internal)?.into_iter().map(|times| SessionLine {
        id: times.id,
        started: shell.words.instant(times.started_at),
        used: shell.words.instant(times.used_at),
        this: granted.session() == Some(times.id),
    });
    let errors = ErrorSummary::new(shell.words, faults);
    let tokens = token::section(granted, state, &shell, &errors).await?;
    Ok(MyAccountPage {
        account: identity.account_name.clone(),
        roles: roles.collect(),
        fields: password_fields(&shell, &errors),
        sessions: sessions.collect(),
        tokens,
        errors,
        shell,
    })
}

fn password_fields(shell: &Shell, errors: &ErrorSummary) -> Vec<Field> {
    let field = |name, label, auto| password_field(shell, name, label, auto).error(errors.of(name));
    vec![
        field("present", "my-password-present", "current-password"),
        field("password", "my-password-new", "new-password").hint(shell.say("password-hint")),
        field("again", "activate-again", "new-password"),
    ]
}

async fn change_password(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    request: Request,
) -> Result<Response, WebError> {
    let from = address::of(&request, &state.config.trusted_proxies);
    let form = Form::<Passwords>::from_request(request, &state).await;
    let Form(Passwords { present, password, again }) = form.map_err(|_| WebError::Unreadable)?;
    let outcome = if password == again {
        sign_in::change_password(&state.acts, granted.account(), &present, &password, from).await
    } else {
        Err(PasswordFault::Differs.into())
    };
    let error = match outcome {
        Ok(token) => return Ok(welcome(&state, &token, HERE)),
        Err(error) => error,
    };
    let field = match &error {
        IdentityError::Password(PasswordFault::Differs) => "again",
        IdentityError::Password(_) => "password",
        _ => "present",
    };
    let (status, wait) = status(&error)?;
    // Who is signed in is not in doubt: only the field is at fault.
    let status = match status {
        axum::http::StatusCode::UNAUTHORIZED => axum::http::StatusCode::UNPROCESSABLE_ENTITY,
        status => status,
    };
    let fault = FieldError::new(field, say(shell.words, &error));
    let page = page(&granted, &state, shell, vec![fault]).await?;
    Ok(answer(status, wait, page.render()?))
}

/// Why something about one's own account was not done.
fn refused(shell: &Shell, error: ActError) -> WebError {
    act_error(shell.words, error, Link::new(HERE, shell.say("my-title")))
}

async fn end_session(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<SessionId>,
) -> Result<Response, WebError> {
    let ended = identity::session::end(&state.acts, granted.account(), id).await;
    ended.map_err(|error| refused(&shell, error))?;
    if granted.session() == Some(id) {
        let mut response = redirect("/sign-in");
        session::forget(response.headers_mut(), &state.config);
        return Ok(response);
    }
    Ok(redirect(HERE))
}
