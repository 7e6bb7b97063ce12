//! The list of rectifications, on the screen and as a file.

use super::{HOME, due_text};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::search;
use crate::page::matter::wrong::refuse;
use crate::part::{FilterField, Light, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::rectification::view::{RectificationFilter, RectificationLine, RectificationSort};
use qz_document::sheet::Cell;
use qz_domain::rectification::{Lamp, Stage};
use qz_domain::spelled::Spelled;
use qz_domain::term::Due;
use serde::Deserialize;

const COLUMNS: [&str; 5] = ["where", "unit", "clock", "due", "organ"];
const ORDERS: [&str; 3] = ["latest", "unit", "due"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    lamp: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> RectificationFilter {
        RectificationFilter {
            stage: Stage::from_code(&self.stage),
            lamp: Lamp::from_code(&self.lamp),
            words: self.q.trim().to_owned(),
        }
    }

    fn order(&self) -> RectificationSort {
        match self.sort.as_str() {
            "unit" => RectificationSort::Unit,
            "due" => RectificationSort::Due,
            _ => RectificationSort::Latest,
        }
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let column = |name: &str| words.say(&format!("rectification-column-{name}"));
        let stages = any_of::<Stage>(words, &self.stage);
        let lamps = any_of::<Lamp>(words, &self.lamp);
        vec![
            FilterField::Word { name: "q", label: column("words"), value: self.q.clone() },
            FilterField::Choice { name: "stage", label: column("where"), choices: stages },
            FilterField::Choice { name: "lamp", label: column("stage"), choices: lamps },
            list::orders(words, "rectification", &ORDERS, &self.sort),
        ]
    }
}

/// `GET /desk/rectifications`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let lines = read(&state, &granted, &shell, &asked).await?;
    let (page, words) = (search::page(&asked.page), shell.words);
    let most = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let first = usize::try_from((page - 1) * PER_PAGE).unwrap_or(usize::MAX);
    let listing = Listing {
        family: "rectification",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().skip(first).take(most).map(|line| row(&shell, line)).collect(),
        fields: asked.fields(words),
        faults: vec![],
        is_filtered: asked.filter() != RectificationFilter::default(),
        page,
        total: lines.len() as u64,
        ways: vec![],
    };
    list::show(shell, listing)
}

/// `GET /desk/rectifications/export.csv`, `export.xlsx`
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let lines = read(&state, &granted, &shell, &asked).await?;
    let rows = lines.iter().map(|line| cells(&shell, line)).collect();
    list::export(&shell, ("rectification", "rectifications"), &COLUMNS, rows, format)
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    asked: &Asked,
) -> Result<Vec<RectificationLine>, WebError> {
    let found = state.acts.rectifications(granted.account(), &asked.filter(), asked.order()).await;
    found.map_err(|fault| refuse(shell, HOME, fault))
}

/// Where it stands, which unit, which term runs.
fn texts(shell: &Shell, line: &RectificationLine) -> [String; 3] {
    let one = &line.rectification;
    let clock = one.running().map_or_else(String::new, |(clock, _)| shell.words.term(clock));
    [shell.words.term(one.stage), shell.unit_name(&line.unit), clock]
}

fn row(shell: &Shell, line: &RectificationLine) -> Row {
    let (words, one) = (shell.words, &line.rectification);
    let mut cells = texts(shell, line).to_vec();
    let due = one.running().map_or_else(String::new, |(_, due)| due_text(words, due.due));
    cells.extend([due, shell.unit_name(&line.organ)]);
    Row {
        name: Link::new(format!("{HOME}/{}", one.id), one.item.clone()),
        light: Light::rectification(words, line.lamp),
        cells,
    }
}

fn cells(shell: &Shell, line: &RectificationLine) -> Vec<Cell> {
    let (words, one) = (shell.words, &line.rectification);
    let mut cells = vec![Cell::Text(one.item.clone()), Cell::Text(words.term(line.lamp))];
    cells.extend(texts(shell, line).map(Cell::Text));
    cells.push(match one.running().map(|(_, due)| due.due) {
        Some(Due::Fixed(day)) => Cell::Day(day),
        Some(due) => Cell::Text(due_text(words, due)),
        None => Cell::Empty,
    });
    cells.push(Cell::Text(shell.unit_name(&line.organ)));
    cells
}
