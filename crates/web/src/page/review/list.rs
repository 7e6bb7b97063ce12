//! The list of reviews, on the screen and as a file.

use super::HOME;
use super::show::stage_light;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::wrong::refuse;
use crate::page::matter::{day_text, search};
use crate::part::{FilterField, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::review::view::{Page, ReviewFilter, ReviewLine, ReviewSort};
use qz_document::sheet::Cell;
use qz_domain::review::{Outcome, Stage};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const COLUMNS: [&str; 6] = ["number", "unit", "origin", "lodged-on", "due", "organ"];
const ORDERS: [&str; 3] = ["latest", "due", "unit"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    outcome: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> ReviewFilter {
        ReviewFilter {
            stage: Stage::from_code(&self.stage),
            outcome: Outcome::from_code(&self.outcome),
            words: Some(self.q.trim().to_owned()).filter(|words| !words.is_empty()),
        }
    }

    fn order(&self) -> ReviewSort {
        match self.sort.as_str() {
            "due" => ReviewSort::Due,
            "unit" => ReviewSort::Unit,
            _ => ReviewSort::Latest,
        }
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let column = |name: &str| words.say(&format!("review-column-{name}"));
        let stages = any_of::<Stage>(words, &self.stage);
        let outcomes = any_of::<Outcome>(words, &self.outcome);
        vec![
            FilterField::Word { name: "q", label: column("words"), value: self.q.clone() },
            FilterField::Choice { name: "stage", label: column("stage"), choices: stages },
            FilterField::Choice { name: "outcome", label: column("outcome"), choices: outcomes },
            list::orders(words, "review", &ORDERS, &self.sort),
        ]
    }

    fn is_filtered(&self) -> bool {
        let filter = self.filter();
        filter.stage.is_some() || filter.outcome.is_some() || filter.words.is_some()
    }
}

/// `GET /desk/reviews`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let page = search::page(&asked.page);
    let part = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let (lines, total) = read(&state, &granted, &shell, (&asked, part)).await?;
    let listing = Listing {
        family: "review",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().map(|line| row(&shell, line)).collect(),
        fields: asked.fields(shell.words),
        faults: vec![],
        is_filtered: asked.is_filtered(),
        page,
        total: total.unsigned_abs(),
        ways: vec![],
    };
    list::show(shell, listing)
}

/// `GET /desk/reviews/export.csv`, `export.xlsx`
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (lines, _) = read(&state, &granted, &shell, (&asked, Page::all())).await?;
    let rows = lines.iter().map(|line| cells(&shell, line)).collect();
    list::export(&shell, ("review", "reviews"), &COLUMNS, rows, format)
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    (asked, page): (&Asked, Page),
) -> Result<(Vec<ReviewLine>, i64), WebError> {
    let found = state.acts.reviews(granted.account(), &asked.filter(), asked.order(), page).await;
    found.map_err(|fault| refuse(shell, HOME, fault))
}

fn name(words: Words, line: &ReviewLine) -> String {
    line.person.clone().unwrap_or_else(|| unit(words, line))
}

fn unit(words: Words, line: &ReviewLine) -> String {
    words.unit(&line.unit.name, &line.unit.name_en).to_owned()
}

fn organ(words: Words, line: &ReviewLine) -> String {
    words.unit(&line.organ.name, &line.organ.name_en).to_owned()
}

fn decision(line: &ReviewLine) -> String {
    line.decision.map_or_else(String::new, |number| number.to_string())
}

fn row(shell: &Shell, line: &ReviewLine) -> Row {
    let words = shell.words;
    Row {
        name: Link::new(format!("{HOME}/{}", line.id), name(words, line)),
        light: stage_light(words, (line.stage, line.outcome)),
        cells: vec![
            decision(line),
            unit(words, line),
            words.term(line.origin),
            day_text(words, &line.lodged_on),
            day_text(words, &line.due),
            organ(words, line),
        ],
    }
}

fn cells(shell: &Shell, line: &ReviewLine) -> Vec<Cell> {
    let words = shell.words;
    let stage = stage_light(words, (line.stage, line.outcome));
    vec![
        Cell::Text(name(words, line)),
        Cell::Text(stage.word),
        Cell::Text(decision(line)),
        Cell::Text(unit(words, line)),
        Cell::Text(words.term(line.origin)),
        list::day(&line.lodged_on),
        list::day(&line.due),
        Cell::Text(organ(words, line)),
    ]
}
