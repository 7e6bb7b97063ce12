//! The page of a file: what is in it, in order, and what it lacks.

use super::bundle::refusal;
use super::piece::pieces;
use super::place;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Link, RefusalBox};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::finding::dossier::Dossier;
use qz_domain::id::FindingId;
use qz_domain::reading::Reading;

#[derive(Template)]
#[template(path = "dossier/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    archive: String,
    refusal: Option<RefusalBox>,
    defects: Vec<(String, Link)>,
    pieces: Vec<(String, String)>,
    bulletins: Vec<String>,
}

/// `GET /desk/findings/{id}/dossier`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
) -> Result<Response, WebError> {
    let dossier = read(&state, &granted, &shell, id).await?;
    noted(&state, &granted, &dossier);
    let has_log = state.config.log.is_some();
    Ok(Html(draw(shell, &dossier, has_log).render()?).into_response())
}

/// The file, if the account may read its finding.
pub(super) async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: FindingId,
) -> Result<Dossier, WebError> {
    let found = state.acts.dossier(granted.account(), id).await;
    found.map_err(|fault| refuse(shell, "/desk/findings", fault))
}

/// Notes that whoever opened it read of the people in it.
pub(super) fn noted(state: &WebState, granted: &Granted, dossier: &Dossier) {
    let finding = &dossier.finding;
    let named = finding.subjects.iter().filter_map(|line| line.person.as_ref());
    let reading = (Reading::Finding, finding.finding.id.0);
    state.acts.note_reads(granted.actor(), reading, named.map(|person| person.id));
}

/// The numbers of the bulletins that tell of it.
pub(super) fn bulletins(dossier: &Dossier) -> Vec<String> {
    let number = |one: &qz_acts::finding::dossier::Bulletin| {
        let number = one.number.map_or_else(String::new, |number| number.to_string());
        format!("{number}《{}》", one.title)
    };
    dossier.bulletins.iter().map(number).collect()
}

fn draw(shell: Shell, dossier: &Dossier, has_log: bool) -> ShowPage {
    let finding = &dossier.finding.finding;
    let home = format!("/desk/findings/{}", finding.id);
    let number = finding.number.to_string();
    let above = vec![
        Link::new("/desk/findings", shell.say("finding-list-title")),
        Link::new(home.clone(), number.clone()),
    ];
    let defects = dossier.defects.iter();
    let pieces = pieces(&shell, dossier, has_log).into_iter();
    ShowPage {
        crumb: Crumb::new(shell.words, above, shell.say("dossier-title")),
        title: shell.say_with("dossier-of", &[("number", number.into())]),
        archive: format!("{home}/dossier.zip"),
        refusal: refusal(&shell, dossier),
        defects: defects
            .map(|(defect, at)| (shell.words.term(*defect), place(&shell, Some(dossier), *at)))
            .collect(),
        pieces: pieces.map(|piece| (piece.title, shell.words.date(piece.on))).collect(),
        bulletins: bulletins(dossier),
        shell,
    }
}
