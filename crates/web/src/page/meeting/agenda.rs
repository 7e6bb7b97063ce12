//! Change the agenda of a meeting: the same table, what stands on it ticked.

use super::HOME;
use super::call::ChoosePage;
use super::choose::{chosen, rows};
use super::show::title;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Crumb, ErrorSummary, Link};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::meeting::ChangeAgenda;
use qz_acts::meeting::view::MeetingView;
use qz_domain::id::MeetingId;

/// Where the form is.
pub(super) const PATH: &str = "/desk/meetings/{id}/agenda";

/// `GET /desk/meetings/{id}/agenda`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<MeetingId>,
) -> Result<Response, WebError> {
    let at = At { state, granted, shell };
    let view = read(&at, id).await?;
    let blank = Sent::new(at.state.acts.new_request(), view.row.version);
    let items = (1..).zip(&view.row.items);
    let sent = items.fold(blank, |sent, (place, item): (i64, _)| {
        sent.put(&format!("item.{}", item.accountability), place.to_string())
    });
    let page = draw(at, &view, &sent, (vec![], None)).await?;
    Ok(Html(page.render()?).into_response())
}

/// `POST /desk/meetings/{id}/agenda`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(meeting): Path<MeetingId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let (actor, version, items) = (granted.account(), sent.version(), chosen(&sent));
    let act = ChangeAgenda { actor, meeting, version, items };
    let request = once(&state, &granted, &sent.request());
    let home = format!("{HOME}/{meeting}");
    match settle(&shell, &home, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let at = At { state, granted, shell };
            let view = read(&at, meeting).await?;
            let sent = sent.at(view.row.version);
            let page = draw(at, &view, &sent, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
    }
}

async fn read(at: &At, id: MeetingId) -> Result<MeetingView, WebError> {
    let found = at.state.acts.meeting(at.account(), id).await;
    found.map_err(|fault| refuse(&at.shell, HOME, fault))
}

async fn draw(
    at: At,
    view: &MeetingView,
    sent: &Sent,
    (faults, refusal): Wrong,
) -> Result<ChoosePage, WebError> {
    let rows = rows(&at, Some(view), sent).await?;
    let shell = at.shell;
    let home = format!("{HOME}/{}", view.row.id);
    let errors = ErrorSummary::new(shell.words, faults);
    let above = vec![
        Link::new(HOME, shell.say("meeting-list-title")),
        Link::new(home.clone(), title(&shell, view)),
    ];
    let title = shell.say("meeting-agenda-title");
    Ok(ChoosePage {
        crumb: Crumb::new(shell.words, above, title.clone()),
        title,
        lead: shell.say("meeting-agenda-lead"),
        action: format!("{home}/agenda"),
        button: shell.say("meeting-agenda-button"),
        back: home,
        request: sent.request(),
        version: sent.version(),
        fault: errors.of("agenda"),
        errors,
        refusal,
        fields: vec![],
        units: vec![],
        rows,
        shell,
    })
}
