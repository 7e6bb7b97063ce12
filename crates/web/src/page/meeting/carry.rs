//! Carry out what a meeting voted: one act for each matter; one that is refused is listed with the reason, the rest stand.

use super::HOME;
use super::choose::subject;
use super::show::{draw, to_carry};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::{field_faults, refuse};
use crate::page::once::once;
use crate::part::Link;
use crate::refusal::refusal_box;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::accountability::CarryOut;
use qz_acts::meeting::view::{ItemView, MeetingView};
use qz_domain::id::MeetingId;

/// What came of it: how many were decided, and which were not.
pub(super) struct Carried {
    pub done: String,
    pub left: String,
    pub refused: Vec<String>,
}

/// `POST /desk/meetings/{id}/carry`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<MeetingId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let at = At { state, granted, shell };
    let view = read(&at, id).await?;
    let (mut done, mut refused) = (0, vec![]);
    for (item, _) in to_carry(&view) {
        match carry(&at, (id, item), &sent).await {
            Ok(()) => done += 1,
            Err(fault) => refused.push(line(&at.shell, item, fault)?),
        }
    }
    let carried = Carried {
        done: at.shell.say_with("meeting-carried", &[("count", done.into())]),
        left: at.shell.say_with("meeting-refused", &[("count", refused.len().into())]),
        refused,
    };
    let is_whole = carried.refused.is_empty();
    let status = if is_whole { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = read(&at, id).await?;
    Ok((status, Html(draw(at, &view, Some(carried)).render()?)).into_response())
}

async fn read(at: &At, id: MeetingId) -> Result<MeetingView, WebError> {
    let found = at.state.acts.meeting(at.account(), id).await;
    found.map_err(|fault| refuse(&at.shell, HOME, fault))
}

/// One matter, on the version that was read; sent twice it is done once.
async fn carry(
    at: &At,
    (meeting, item): (MeetingId, &ItemView),
    sent: &Sent,
) -> Result<(), ActError> {
    let (actor, accountability) = (at.account(), item.item.accountability);
    let read = sent.get(&format!("version.{accountability}"));
    let version = read.parse().unwrap_or_default();
    let name = format!("{}-{accountability}", sent.request());
    let request = once(&at.state, &at.granted, &name);
    let act = CarryOut { actor, accountability, version, meeting };
    at.state.acts.perform(request, act).await.map(drop)
}

/// Which matter was not decided, and why.
fn line(shell: &Shell, item: &ItemView, fault: ActError) -> Result<String, WebError> {
    let why = match fault {
        ActError::Refused(refusal) => {
            let said = refusal_box(shell.words, &refusal, Link::new("", ""));
            format!("{} {}", said.title, shell.words.tell(&refusal).replace('\n', " "))
        }
        ActError::Invalid(faults) => {
            let told = field_faults(shell, &faults);
            told.into_iter().map(|fault| fault.message).collect::<Vec<_>>().join(" ")
        }
        other => return Err(refuse(shell, HOME, other)),
    };
    let who = item.matter.as_ref().map_or_else(String::new, |matter| subject(shell, matter));
    let values = [("place", item.place.into()), ("name", who.into()), ("why", why.into())];
    Ok(shell.say_with("meeting-not-carried", &values))
}
