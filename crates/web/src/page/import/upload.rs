//! An upload on its way: sent, rehearsed, confirmed, imported, or stopped.

use super::preview::{self, is_under_way};
use super::{Room, faults, home};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::part::{FieldError, Link};
use crate::refusal::{act_error, at, field_errors};
use crate::shell::Shell;
use askama::Template;
use axum::Json;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::ActError;
use qz_acts::import::ImportKind;
use qz_acts::import::upload::Upload;
use qz_domain::spelled::Spelled;
use serde::Serialize;

/// What the form sends.
#[derive(Default)]
struct Sent {
    kind: String,
    name: String,
    bytes: Vec<u8>,
}

/// `POST /desk/import`
pub(super) async fn organisation(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    form: Multipart,
) -> Result<Response, WebError> {
    let sent = read(form).await?;
    take(&state, &granted, shell, Room::Organisation, sent).await
}

/// `POST /desk/import/visits`
pub(super) async fn visits(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    form: Multipart,
) -> Result<Response, WebError> {
    let sent = Sent { kind: ImportKind::Visits.code().to_owned(), ..read(form).await? };
    take(&state, &granted, shell, Room::Visits, sent).await
}

async fn read(mut form: Multipart) -> Result<Sent, WebError> {
    let mut sent = Sent::default();
    while let Some(part) = form.next_field().await.map_err(|_| WebError::Unreadable)? {
        match part.name() {
            Some("kind") => {
                sent.kind = part.text().await.map_err(|_| WebError::Unreadable)?;
            }
            Some("file") => {
                sent.name = last_name(part.file_name().unwrap_or_default());
                let bytes = part.bytes().await.map_err(|_| WebError::Unreadable)?;
                sent.bytes = bytes.to_vec();
            }
            _ => {}
        }
    }
    Ok(sent)
}

/// The file's own name: some browsers send the path.
fn last_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

async fn take(
    state: &WebState,
    granted: &Granted,
    shell: Shell,
    room: Room,
    sent: Sent,
) -> Result<Response, WebError> {
    let words = shell.words;
    let Some(kind) = room.kinds().find(|kind| kind.code() == sent.kind) else {
        let fault = FieldError::new("kind", words.say("import-kind-missing"));
        return again(state, granted, shell, room, (&sent.kind, fault)).await;
    };
    let file = |what: &str| FieldError::new("file", at(words, &words.say("import-file"), what));
    let taken = state.acts.take_upload(granted.account(), kind, &sent.name, sent.bytes).await;
    let fault = match taken {
        Ok(Ok(id)) => return Ok(Redirect::to(&href(id)).into_response()),
        Ok(Err(fault)) => file(&faults::header(words, kind, &fault)),
        Err(ActError::Invalid(_)) if sent.name.is_empty() => file(&words.say("import-no-file")),
        Err(ActError::Invalid(wrong)) => {
            let mut told = field_errors(words, &wrong, |_| words.say("import-file-name"));
            told.pop().unwrap_or_else(|| file(""))
        }
        Err(error) => return Err(act_error(words, error, back(&shell, room))),
    };
    again(state, granted, shell, room, (&sent.kind, fault)).await
}

fn href(id: i64) -> String {
    format!("/desk/import/uploads/{id}")
}

fn back(shell: &Shell, room: Room) -> Link {
    Link::new(room.href(), shell.say(room.title()))
}

async fn again(
    state: &WebState,
    granted: &Granted,
    shell: Shell,
    room: Room,
    (kind, fault): (&str, FieldError),
) -> Result<Response, WebError> {
    let page = home::page(state, granted, shell, room, (kind, Some(fault))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

async fn find(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: i64,
) -> Result<Upload, WebError> {
    let found = state.acts.upload(granted.account(), id).await;
    found.map_err(|error| act_error(shell.words, error, back(shell, Room::Organisation)))
}

/// `GET /desk/import/uploads/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<i64>,
) -> Result<Response, WebError> {
    let upload = find(&state, &granted, &shell, id).await?;
    let page = preview::page(&state, granted.account(), shell, upload).await?;
    Ok(Html(page.render()?).into_response())
}

/// How far an upload is, for the script of the page.
#[derive(Serialize)]
struct HowFar {
    done: u64,
    total: u64,
    label: String,
}

/// `GET /desk/import/uploads/{id}/progress`: 202 while it goes on, 200 when there is news.
pub(super) async fn progress(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<i64>,
) -> Result<Response, WebError> {
    let upload = find(&state, &granted, &shell, id).await?;
    let status = if is_under_way(&upload) { StatusCode::ACCEPTED } else { StatusCode::OK };
    let (label, done, total) = preview::progress(shell.words, &upload);
    Ok((status, Json(HowFar { done, total, label })).into_response())
}

/// `POST /desk/import/uploads/{id}/confirm`: imports what was rehearsed without a fault.
pub(super) async fn confirm(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<i64>,
) -> Result<Response, WebError> {
    let upload = find(&state, &granted, &shell, id).await?;
    let kind = ImportKind::from_code(&upload.kind).ok_or(WebError::NotFound)?;
    if !kind.is_open_to(granted.actor()) {
        return Err(crate::refusal::forbidden(shell.words, kind.action()));
    }
    if upload.state == "rehearsed" && !faults::report(&upload).refused.is_empty() {
        return Err(WebError::Conflict);
    }
    let moved = state.acts.confirm_upload(granted.account(), id).await;
    let room = Room::of(kind);
    moved.map_err(|error| act_error(shell.words, error, back(&shell, room)))?;
    Ok(Redirect::to(&href(id)).into_response())
}

/// `POST /desk/import/uploads/{id}/stop`: nothing of it is kept.
pub(super) async fn stop(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<i64>,
) -> Result<Response, WebError> {
    let stopped = state.acts.stop_upload(granted.account(), id).await;
    let back = back(&shell, Room::Organisation);
    stopped.map_err(|error| act_error(shell.words, error, back))?;
    Ok(Redirect::to(&href(id)).into_response())
}
