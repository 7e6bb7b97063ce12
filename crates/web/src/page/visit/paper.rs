//! The paper twin (纸面同式): the same fields in the same order, with a number and a code that
//! leads back to the record.

use super::show::{Signature, manners, replied, signatures};
use super::wrong::refuse;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::paper::code;
use crate::part::Choice;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::visit::view::VisitView;
use qz_domain::id::VisitId;
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use qz_domain::visit::Outcome;

/// The page of one sheet.
#[derive(Debug, Clone, Template)]
#[template(path = "visit/paper.html")]
pub struct PaperPage {
    shell: Shell,
    twin: Twin,
    back: String,
}

/// The sheet.
#[derive(Debug, Clone, Template)]
#[template(path = "visit/_paper.html")]
pub(in crate::page) struct Twin {
    shell: Shell,
    number: String,
    qr: String,
    organ: String,
    unit: String,
    when: String,
    manners: Vec<Choice>,
    reply: String,
    team: Vec<(String, String)>,
    observed: String,
    outcomes: Vec<Choice>,
    told: String,
}

impl askama::filters::HtmlSafe for Twin {}

/// `GET /desk/visits/paper`: a blank sheet; its number is written when it is keyed.
pub(super) async fn blank(_: Granted, shell: Shell) -> Result<Response, WebError> {
    let twin = Twin {
        number: String::new(),
        qr: code(&shell, "/desk/visits/grid")?,
        organ: String::new(),
        unit: String::new(),
        when: String::new(),
        manners: manners(&shell),
        reply: String::new(),
        team: signing(&shell, vec![String::new(), String::new()]),
        observed: String::new(),
        outcomes: outcomes(&shell, ""),
        told: String::new(),
        shell: shell.clone(),
    };
    page(shell, twin, "/desk/visits".to_owned())
}

/// `GET /desk/visits/{id}/paper`
pub(super) async fn of_visit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<VisitId>,
) -> Result<Response, WebError> {
    let view =
        state.acts.visit(granted.account(), id).await.map_err(|fault| refuse(&shell, fault))?;
    let twin = twin(&shell, &view)?;
    page(shell, twin, format!("/desk/visits/{id}"))
}

fn page(shell: Shell, twin: Twin, back: String) -> Result<Response, WebError> {
    Ok(Html(PaperPage { shell, twin, back }.render()?).into_response())
}

/// The sheet of a visit, with what the record says of it so far.
pub(in crate::page) fn twin(shell: &Shell, view: &VisitView) -> Result<Twin, WebError> {
    let visit = &view.visit;
    let names = signatures(shell, view).into_iter().map(|one| signature(shell, one)).collect();
    let mut manners = manners(shell);
    for choice in &mut manners {
        choice.chosen = choice.value == visit.manner.code();
    }
    Ok(Twin {
        number: visit.number.to_string(),
        qr: code(shell, &format!("/desk/visits/numbered/{}", visit.number))?,
        organ: shell.unit_name(&view.organ),
        unit: shell.unit_name(&view.unit),
        when: visit
            .visited_at
            .map_or_else(String::new, |at| shell.words.date_time(instant::civil(at))),
        manners,
        reply: view.reply.as_ref().map(|reply| replied(shell, reply)).unwrap_or_default(),
        team: signing(shell, names),
        observed: visit.observed.clone(),
        outcomes: outcomes(shell, visit.outcome.map_or("", Spelled::code)),
        told: visit.told.clone(),
        shell: shell.clone(),
    })
}

/// A name, and that it is signed where it is.
fn signature(shell: &Shell, one: Signature) -> String {
    match one.signed {
        Some(when) => {
            let signed = shell.say_with("visit-signed", &[("when", when.into())]);
            format!("{}（{signed}）", one.name)
        }
        None => one.name,
    }
}

/// A row for each signature, with its place.
fn signing(shell: &Shell, names: Vec<String>) -> Vec<(String, String)> {
    let place = |at: usize| shell.say_with("visit-paper-signature", &[("place", at.into())]);
    names.into_iter().zip(1..).map(|(name, at)| (place(at), name)).collect()
}

fn outcomes(shell: &Shell, chosen: &str) -> Vec<Choice> {
    super::forms::choices::<Outcome>(shell.words, chosen, None)
}
