//! Acting for a leader (代为办理): who is away for whom one may act today, and the switch.

use crate::app::WebState;
use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::error::WebError;
use crate::page::matter::wrong::back;
use crate::page::person::either;
use crate::part::{Crumb, EmptyState, Link, RefusalBox};
use crate::refusal::{act_error, refusal_box};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::ActError;
use qz_acts::stand_in::Absent;
use qz_domain::action::Action;
use qz_domain::id::PersonId;
use serde::Deserialize;

/// Where the switch is.
pub(crate) const PATH: &str = "/desk/stand-in";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let own = Action::SelfService;
    doors.door(Get, PATH, own, Scope::Own, show).door(Post, PATH, own, Scope::Own, switch)
}

#[derive(Template)]
#[template(path = "desk/stand_in.html")]
struct StandInPage {
    shell: Shell,
    crumb: Crumb,
    refusal: Option<RefusalBox>,
    rows: Vec<Row>,
    empty: EmptyState,
    is_standing: bool,
}

/// A leader who is away.
struct Row {
    id: PersonId,
    name: String,
    post: String,
    until: String,
    is_chosen: bool,
}

/// For whom; empty for oneself.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Sent {
    #[serde(rename = "csrf")]
    _csrf: String,
    leader: String,
}

/// `GET /desk/stand-in`
async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    Ok(Html(page(&granted, &state, shell, None).await?.render()?).into_response())
}

/// `POST /desk/stand-in`
async fn switch(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let leader = match sent.leader.trim() {
        "" => None,
        id => Some(id.parse().map_err(|_| WebError::NotFound)?),
    };
    match state.acts.act_for(granted.account(), leader).await {
        Ok(()) => Ok(Redirect::to("/desk").into_response()),
        Err(ActError::Refused(refusal)) => {
            let said = refusal_box(shell.words, &refusal, back(&shell, "/desk"));
            let page = page(&granted, &state, shell, Some(said)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
        Err(fault) => Err(act_error(shell.words, fault, back(&shell, "/desk"))),
    }
}

async fn page(
    granted: &Granted,
    state: &WebState,
    shell: Shell,
    refusal: Option<RefusalBox>,
) -> Result<StandInPage, WebError> {
    let absent = match granted.person() {
        Some(me) => state.acts.absent(me).await.map_err(WebError::internal)?,
        None => vec![],
    };
    let identity = granted.identity();
    let stands_for = identity.actor.stands_for.as_ref().map(|one| one.leader);
    let is_taken = stands_for.is_some() || identity.stood_down.is_some();
    Ok(StandInPage {
        crumb: Crumb::new(
            shell.words,
            vec![Link::new("/desk", shell.say("shell-rail-today"))],
            shell.say("stand-title"),
        ),
        refusal,
        rows: absent.iter().map(|one| row(&shell, one, stands_for)).collect(),
        empty: EmptyState::new(shell.say("stand-none")),
        is_standing: is_taken,
        shell,
    })
}

fn row(shell: &Shell, one: &Absent, stands_for: Option<PersonId>) -> Row {
    let words = shell.words;
    let unit = either(words, &one.unit, &one.unit_en);
    Row {
        id: one.person,
        name: one.name.clone(),
        post: format!("{unit} {}", either(words, &one.post, &one.post_en)),
        until: words.date(one.until),
        is_chosen: stands_for == Some(one.person),
    }
}
