//! Tokens of one's own programs (访问令牌).

use super::{HERE, redirect, refused};
use crate::app::WebState;
use crate::door::Method::Post;
use crate::door::{Doors, Granted, Scope};
use crate::error::WebError;
use crate::format::TimeTag;
use crate::part::{Choice, Control, ErrorSummary, Field};
use crate::refusal::field_errors;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::identity::token::{self, TokenForm};
use qz_domain::action::Action;
use qz_domain::spelled::Spelled;

pub(super) fn doors(doors: Doors) -> Doors {
    let own = Action::SelfService;
    doors.door(Post, "/desk/me/tokens", own, Scope::Own, make).door(
        Post,
        "/desk/me/tokens/{id}/end",
        own,
        Scope::Own,
        end,
    )
}

/// A token as its owner sees it.
pub(super) struct TokenLine {
    pub id: i64,
    pub label: String,
    pub actions: String,
    pub until: TimeTag,
}

/// The part of the page about tokens; the form has no fields where no token may be made.
pub(super) struct TokenSection {
    pub lines: Vec<TokenLine>,
    pub fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "my_account/token.html")]
struct TokenPage {
    shell: Shell,
    token: String,
}

pub(super) async fn section(
    granted: &Granted,
    state: &WebState,
    shell: &Shell,
    errors: &ErrorSummary,
) -> Result<TokenSection, WebError> {
    let words = shell.words;
    let found = token::list(&state.acts, granted.account()).await.map_err(WebError::internal)?;
    let joint = shell.say("refusal-joint");
    let lines = found.into_iter().map(|token| {
        let actions: Vec<_> = token.actions.iter().map(|action| words.term(*action)).collect();
        let until = words.instant(token.expires_at);
        TokenLine { id: token.id, label: token.label, actions: actions.join(&joint), until }
    });
    let choices = token::choices(&state.acts, granted.account()).await;
    let choices = choices.map_err(WebError::internal)?;
    let mut fields = Vec::new();
    if !choices.is_empty() {
        let choice = |action: &Action| Choice::new(action.code(), words.term(*action), "");
        let checks = Control::Checks(choices.iter().map(choice).collect());
        fields.push(
            Field::line(words, "label", shell.say("token-label"), "").error(errors.of("label")),
        );
        fields.push(
            Field::new(words, "actions", shell.say("token-actions"), checks)
                .error(errors.of("actions")),
        );
        fields.push(
            Field::line(words, "days", shell.say("token-days"), "30")
                .hint(shell.say("token-days-hint"))
                .error(errors.of("days")),
        );
    }
    Ok(TokenSection { lines: lines.collect(), fields })
}

async fn make(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(given): Form<Vec<(String, String)>>,
) -> Result<Response, WebError> {
    match token::make(&state.acts, granted.account(), &read(given)).await {
        Ok(secret) => {
            let page = TokenPage { shell, token: secret.reveal().to_owned() };
            Ok(Html(page.render()?).into_response())
        }
        Err(ActError::Invalid(faults)) => {
            let faults = field_errors(shell.words, &faults, |name| label(&shell, name));
            let page = super::page(&granted, &state, shell, faults).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
        Err(error) => Err(refused(&shell, error)),
    }
}

/// What a field of the form is called.
fn label(shell: &Shell, name: &str) -> String {
    shell.say(match name {
        "label" => "token-label",
        "days" => "token-days",
        _ => "token-actions",
    })
}

/// Reads a form in which `actions` may stand several times.
fn read(given: Vec<(String, String)>) -> TokenForm {
    let mut read = TokenForm::default();
    for (name, value) in given {
        match name.as_str() {
            "label" => read.label = value,
            "days" => read.days = value,
            "actions" => read.actions.push(value),
            _ => {}
        }
    }
    read
}

async fn end(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<i64>,
) -> Result<Response, WebError> {
    let ended = token::end(&state.acts, granted.account(), id).await;
    ended.map_err(|error| refused(&shell, error))?;
    Ok(redirect(HERE))
}
