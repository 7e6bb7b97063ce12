//! The page where anybody checks an entry (查验), and the two files that prove it without us.

use super::{Facts, act_name, log_of};
use crate::app::WebState;
use crate::error::WebError;
use crate::format::TimeTag;
use crate::page::download;
use crate::part::{Crumb, ErrorSummary, Field, FieldError, Light, LightState, Link};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::log::{LogFault, Proved, PublicLog, Sought};
use qz_domain::id::ActId;
use serde::Deserialize;

/// What a visitor may ask.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    leaf: String,
    #[serde(default)]
    act: String,
}

/// An entry that was found and proven.
struct Shown {
    title: String,
    kind: String,
    at: TimeTag,
    light: Light,
    sentence: String,
    entry: String,
    hash: String,
    proof_href: String,
    entry_href: String,
}

/// What came of the question.
enum Answer {
    /// Nothing was asked, or not so that it can be answered.
    None,
    /// No such entry.
    NotThere,
    /// It is there, and the next checkpoint will cover it.
    NotYet,
    /// It is there and proven.
    Proven(Box<Shown>),
}

#[derive(Template)]
#[template(path = "log/verify.html")]
struct VerifyPage {
    shell: Shell,
    crumb: Crumb,
    facts: Facts,
    errors: ErrorSummary,
    fields: Vec<Field>,
    answer: Answer,
    origin: String,
    address: String,
}

/// `GET /verify`
pub(super) async fn show(
    State(state): State<WebState>,
    mut shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let log = log_of(&state)?;
    let facts = Facts::read(&state, &mut shell).await?;
    let (sought, faults) = sought(&shell, &asked);
    let answer = match sought {
        Some(sought) => answer(&shell, log, sought).await?,
        None => Answer::None,
    };
    let status = match &answer {
        _ if !faults.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
        Answer::NotThere => StatusCode::NOT_FOUND,
        _ => StatusCode::OK,
    };
    let errors = ErrorSummary::new(shell.words, faults);
    let public_url = shell.site.public_url.as_ref();
    let page = VerifyPage {
        crumb: Crumb::new(
            shell.words,
            vec![Link::new("/", shell.say("nav-home"))],
            shell.say("nav-verify"),
        ),
        fields: fields(&shell, &errors, &asked),
        origin: log.origin().to_owned(),
        address: public_url.map_or_else(String::new, |url| format!("{}/log", url.origin())),
        facts,
        errors,
        answer,
        shell,
    };
    Ok((status, Html(page.render()?)).into_response())
}

/// `GET /verify/{leaf}/entry`: the entry, word for word as it was hashed.
pub(super) async fn entry(
    State(state): State<WebState>,
    Path(leaf): Path<u64>,
) -> Result<Response, WebError> {
    let proved = proved(&state, leaf).await?;
    let bytes = proved.leaf.entry.into_bytes();
    download::file(bytes, &format!("entry-{leaf}.json"), "application/json")
}

/// `GET /verify/{leaf}/proof`: the proof of the entry under the newest checkpoint.
pub(super) async fn proof(
    State(state): State<WebState>,
    Path(leaf): Path<u64>,
) -> Result<Response, WebError> {
    let proved = proved(&state, leaf).await?;
    let name = format!("entry-{leaf}.tlog-proof");
    download::file(proved.proof.into_bytes(), &name, "text/plain; charset=utf-8")
}

async fn proved(state: &WebState, leaf: u64) -> Result<Proved, WebError> {
    match log_of(state)?.prove(Sought::Leaf(leaf)).await {
        Ok(found) => found.ok_or(WebError::NotFound),
        Err(LogFault::NotSignedYet { .. } | LogFault::NoCheckpoint) => Err(WebError::NotFound),
        Err(fault) => Err(WebError::internal(fault)),
    }
}

/// What is sought, or which field is at fault. Of both fields the entry's number counts.
fn sought(shell: &Shell, asked: &Asked) -> (Option<Sought>, Vec<FieldError>) {
    let (leaf, act) = (asked.leaf.trim(), asked.act.trim());
    let fault = |field: &str| vec![FieldError::new(field, shell.say("log-verify-number"))];
    if !leaf.is_empty() {
        return match leaf.parse() {
            Ok(index) => (Some(Sought::Leaf(index)), vec![]),
            Err(_) => (None, fault("leaf")),
        };
    }
    match act.parse() {
        Ok(id) => (Some(Sought::Act(ActId(id))), vec![]),
        Err(_) if act.is_empty() => (None, vec![]),
        Err(_) => (None, fault("act")),
    }
}

fn fields(shell: &Shell, errors: &ErrorSummary, asked: &Asked) -> Vec<Field> {
    let field = |name: &'static str, label: &str, hint: &str, value: &str| {
        Field::line(shell.words, name, shell.say(label), value)
            .hint(shell.say(hint))
            .error(errors.of(name))
            .optional()
    };
    vec![
        field("leaf", "log-verify-leaf", "log-verify-leaf-hint", &asked.leaf),
        field("act", "log-verify-act", "log-verify-act-hint", &asked.act),
    ]
}

async fn answer(shell: &Shell, log: &PublicLog, sought: Sought) -> Result<Answer, WebError> {
    match log.prove(sought).await {
        Ok(None) => Ok(Answer::NotThere),
        Ok(Some(proved)) => Ok(Answer::Proven(Box::new(shown(shell, proved)))),
        Err(LogFault::NotSignedYet { .. } | LogFault::NoCheckpoint) => Ok(Answer::NotYet),
        Err(fault) => Err(WebError::internal(fault)),
    }
}

fn shown(shell: &Shell, proved: Proved) -> Shown {
    let leaf = proved.leaf;
    let index = leaf.index;
    Shown {
        title: shell.say_with("log-proven-title", &[("leaf", index.into())]),
        kind: act_name(shell, &proved.kind),
        at: shell.words.instant(proved.at),
        light: Light::new(LightState::Ok, shell.say("log-proven")),
        sentence: shell.say_with("log-proven-text", &[("size", proved.size.into())]),
        entry: leaf.entry,
        hash: leaf.hash.to_hex(),
        proof_href: format!("/verify/{index}/proof"),
        entry_href: format!("/verify/{index}/entry"),
    }
}
