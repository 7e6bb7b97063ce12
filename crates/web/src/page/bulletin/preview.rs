//! What readers will see of a bulletin, before it is published.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::wrong::refuse;
use crate::page::portal::{BulletinDocument, bulletin_document, bulletin_facts};
use crate::part::{Crumb, Link};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::bulletin::preview::Eyes;
use qz_acts::bulletin::public::PublicBulletin;
use qz_domain::id::BulletinId;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// Through whose eyes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    r#as: String,
}

#[derive(Template)]
#[template(path = "bulletin/preview.html")]
struct PreviewPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    lead: String,
    eyes: Vec<(Link, bool)>,
    document: BulletinDocument,
    facts: Vec<(String, String)>,
}

/// Where the preview of a bulletin is.
pub(super) fn link(shell: &Shell, home: &str) -> Link {
    Link::new(format!("{home}/preview"), shell.say("bulletin-preview-title"))
}

/// `GET /desk/bulletins/{id}/preview`, `?as=anybody`, `staff` or `after`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<BulletinId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let eyes = Eyes::from_code(&asked.r#as).unwrap_or(Eyes::Anybody);
    let shown = state.acts.bulletin_preview(granted.account(), id, eyes).await;
    let shown = shown.map_err(|fault| refuse(&shell, HOME, fault))?;
    Ok(Html(draw(shell, &shown, eyes).render()?).into_response())
}

fn draw(shell: Shell, shown: &PublicBulletin, eyes: Eyes) -> PreviewPage {
    let words = shell.words;
    let home = format!("{HOME}/{}", shown.id);
    let at = format!("{home}/preview");
    let above = vec![
        Link::new(HOME, shell.say("bulletin-list-title")),
        Link::new(home, shown.title.clone()),
    ];
    let choice = |one: &Eyes| {
        (Link::new(query::with(&at, "as", one.code()), words.term(*one)), *one == eyes)
    };
    let document = bulletin_document(&shell, shown);
    PreviewPage {
        crumb: Crumb::new(words, above, shell.say("bulletin-preview-title")),
        title: shell.say("bulletin-preview-title"),
        lead: shell.say(&format!("bulletin-preview-{}", eyes.code())),
        eyes: Eyes::ALL.iter().map(choice).collect(),
        facts: bulletin_facts(words, shown),
        document,
        shell,
    }
}
