//! Opening an account and resetting its password: both end with a one-time code to hand over.

use super::{faults as faults_of, refused};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::part::{ErrorSummary, Field};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::account::{self, AccountForm, Invited};
use qz_domain::id::AccountId;
use serde::Deserialize;

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Given {
    #[serde(default)]
    name: String,
    #[serde(default)]
    person: String,
    #[serde(default)]
    request: String,
}

/// A form of one button: the name of the request, so that a second click does nothing twice.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Pressed {
    #[serde(default)]
    pub request: String,
}

#[derive(Template)]
#[template(path = "account/new.html")]
struct NewPage {
    shell: Shell,
    errors: ErrorSummary,
    fields: Vec<Field>,
    request: String,
}

#[derive(Template)]
#[template(path = "account/invited.html")]
struct InvitedPage {
    shell: Shell,
    name: String,
    account: AccountId,
    code: Option<String>,
}

pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let errors = ErrorSummary::new(shell.words, vec![]);
    let request = state.acts.new_request();
    Ok(Html(new_page(shell, errors, &Given { request, ..Given::default() }).render()?)
        .into_response())
}

fn new_page(shell: Shell, errors: ErrorSummary, given: &Given) -> NewPage {
    let fields = vec![
        Field::line(shell.words, "name", shell.say("account-name"), given.name.as_str())
            .hint(shell.say("account-name-hint"))
            .error(errors.of("name")),
        Field::line(shell.words, "person", shell.say("account-person"), given.person.as_str())
            .hint(shell.say("account-person-hint"))
            .optional()
            .error(errors.of("person")),
    ];
    NewPage { shell, errors, fields, request: given.request.clone() }
}

pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(given): Form<Given>,
) -> Result<Response, WebError> {
    let form = AccountForm { name: given.name.clone(), person: given.person.clone() };
    let request = request(&state, &granted, &given.request);
    match account::open(&state.acts, request, granted.account(), form).await {
        Ok(invited) => invited_page(&state, shell, invited).await,
        Err(ActError::Invalid(faults)) => {
            let errors = ErrorSummary::new(shell.words, faults_of(&shell, &faults));
            let page = new_page(shell, errors, &given).render()?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
        }
        Err(error) => Err(refused(&shell, error)),
    }
}

pub(super) async fn reset(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AccountId>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, WebError> {
    let request = request(&state, &granted, &pressed.request);
    match account::reset(&state.acts, request, granted.account(), id).await {
        Ok(invited) => invited_page(&state, shell, invited).await,
        Err(error) => Err(refused(&shell, error)),
    }
}

async fn invited_page(
    state: &WebState,
    shell: Shell,
    invited: Invited,
) -> Result<Response, WebError> {
    let found = state.acts.account(invited.account).await.map_err(WebError::internal)?;
    let name = found.ok_or(WebError::NotFound)?.account.name;
    let code = invited.code.map(|code| code.reveal().to_owned());
    let page = InvitedPage { shell, name, account: invited.account, code };
    Ok(Html(page.render()?).into_response())
}

/// The name of a request: the form's own, kept apart from other accounts' requests.
pub(super) fn request(state: &WebState, granted: &Granted, given: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if given.is_empty() || given.len() > 64 || !given.chars().all(plain) {
        return state.acts.new_request();
    }
    format!("{} {given}", granted.account())
}
