//! What a unit made known within itself (本单位通报): for its people, and nowhere else.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::portal::{BulletinDocument, bulletin_document};
use crate::part::{Crumb, Link};
use crate::shell::Shell;
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use qz_domain::instant;

/// Where it is.
pub(super) const HOME: &str = "/desk/unit-bulletins";

#[derive(Template)]
#[template(path = "bulletin/in_unit.html")]
struct InUnitPage {
    shell: Shell,
    crumb: Crumb,
    told: Vec<BulletinDocument>,
}

/// `GET /desk/unit-bulletins`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let today = instant::day(state.acts.now());
    let told = state.acts.unit_bulletins(granted.account(), today).await;
    let told = told.map_err(WebError::internal)?;
    let told = told.iter().map(|one| bulletin_document(&shell, one)).collect();
    let above: Vec<Link> = vec![];
    let crumb = Crumb::new(shell.words, above, shell.say("unit-bulletin-title"));
    Ok(Html(InUnitPage { shell, crumb, told }.render()?).into_response())
}
