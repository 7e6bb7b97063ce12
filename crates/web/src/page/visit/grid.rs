//! Thirty sheets at once: a grid for hands that know a spreadsheet. Each row is its own act with
//! its own receipt; a row that is refused stays with its fault, the others stand.

use super::forms::choices;
use super::wrong::{field_faults, refuse, refused_line};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::part::{Grid, GridCell, GridColumn, GridControl, GridRow, GridWidth, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::visit::{FilePaperVisit, PaperVisitForm};
use qz_domain::visit::{Manner, Outcome};
use std::collections::HashMap;

/// How many sheets the grid takes.
const SHEETS: usize = 30;
/// The eight fields of a sheet.
const FIELDS: [&str; 8] =
    ["number", "unit", "manner", "visited_at", "team", "observed", "outcome", "told"];

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "visit/grid.html")]
pub struct GridPage {
    shell: Shell,
    request: String,
    grid: Grid,
    filed: Vec<Link>,
    refused: usize,
}

type Cells = [String; FIELDS.len()];

/// `GET /desk/visits/grid`
pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let page = draw(shell, state.acts.new_request(), vec![], vec![]);
    Ok(Html(page.render()?).into_response())
}

/// `POST /desk/visits/grid`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<HashMap<String, String>>,
) -> Result<Response, WebError> {
    let base = sent.get("request").cloned().unwrap_or_default();
    let (mut filed, mut left) = (vec![], vec![]);
    for row in 1..=SHEETS {
        let cells = cells(&sent, row);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let act = FilePaperVisit { actor: granted.account(), form: sheet(&cells) };
        // The name follows from what is written, so a row sent twice is filed once.
        let request = format!("{base}:{}", cells.join("\u{1f}"));
        match state.acts.perform(request, act).await {
            Ok(done) => {
                let (visit, number) = (done.receipt.visit, done.receipt.number);
                filed.push(Link::new(format!("/desk/visits/{visit}"), number.to_string()));
            }
            Err(fault) => left.push(faulty(&shell, cells, fault)?),
        }
    }
    let status = if left.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let request = if left.is_empty() { state.acts.new_request() } else { base };
    Ok((status, Html(draw(shell, request, left, filed).render()?)).into_response())
}

fn cells(sent: &HashMap<String, String>, row: usize) -> Cells {
    FIELDS.map(|field| sent.get(&format!("{field}.{row}")).cloned().unwrap_or_default())
}

fn sheet(cells: &Cells) -> PaperVisitForm {
    let [number, unit, manner, visited_at, team, observed, outcome, told] = cells.clone();
    PaperVisitForm {
        number,
        unit,
        manner,
        visited_at,
        team: vec![team],
        observed,
        outcome,
        told,
        ..PaperVisitForm::default()
    }
}

/// A row with its fault at the cell it concerns, or at its first cell.
fn faulty(shell: &Shell, cells: Cells, fault: ActError) -> Result<GridRow, WebError> {
    let mut row: Vec<_> = cells.into_iter().map(|value| GridCell { value, error: None }).collect();
    match fault {
        ActError::Invalid(faults) => {
            for (told, fault) in field_faults(shell, &faults).into_iter().zip(&faults) {
                let at = FIELDS.iter().position(|field| *field == fault.field).unwrap_or(0);
                row[at].error = Some(told.message);
            }
        }
        ActError::Refused(refusal) => row[4].error = Some(refused_line(shell, &refusal)),
        other => return Err(refuse(shell, other)),
    }
    Ok(GridRow { cells: row })
}

fn draw(shell: Shell, request: String, rows: Vec<GridRow>, filed: Vec<Link>) -> GridPage {
    let refused = rows.len();
    let caption = shell.say("visit-grid-caption");
    let grid = Grid::new(shell.words, caption, columns(shell.words), rows, SHEETS);
    GridPage { shell, request, grid, filed, refused }
}

fn columns(words: Words) -> Vec<GridColumn> {
    let column = |name: &'static str, width, control| GridColumn {
        name,
        label: words.say(&format!("visit-field-{}", name.replace('_', "-"))),
        width,
        control,
    };
    let manners = choices::<Manner>(words, "", None);
    let outcomes = choices::<Outcome>(words, "", None);
    vec![
        column("number", GridWidth::Narrow, GridControl::Text),
        column("unit", GridWidth::Middle, GridControl::Text),
        column("manner", GridWidth::Narrow, GridControl::Choice(manners)),
        column("visited_at", GridWidth::Middle, GridControl::Text),
        column("team", GridWidth::Middle, GridControl::Text),
        column("observed", GridWidth::Wide, GridControl::Text),
        column("outcome", GridWidth::Narrow, GridControl::Choice(outcomes)),
        column("told", GridWidth::Middle, GridControl::Text),
    ]
}
