//! The list of openings, on the screen and as a file: never with who told.

use super::HOME;
use super::show::{stage_light, until};
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::day_text;
use crate::page::matter::forms::any_of;
use crate::part::{FilterField, Link};
use qz_acts::ActError;
use qz_acts::sealed::view::{OpeningFilter, OpeningLine, OpeningSort};
use qz_document::sheet::Cell;
use qz_domain::sealed::{OPEN, Stage};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const ORDERS: [&str; 2] = ["latest", "finding"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> OpeningFilter {
        OpeningFilter { stage: Stage::from_code(&self.stage), finding: self.q.trim().parse().ok() }
    }

    fn order(&self) -> OpeningSort {
        match self.sort.as_str() {
            "finding" => OpeningSort::Finding,
            _ => OpeningSort::Latest,
        }
    }
}

impl Listed for Asked {
    type Line = OpeningLine;

    const FAMILY: &'static str = "opening";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "openings";
    const COLUMNS: &'static [&'static str] =
        &["purpose", "asker", "asked-on", "second", "until", "organ"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        self.filter() != OpeningFilter::default()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let column = |name: &str| words.say(&format!("opening-column-{name}"));
        let stages = any_of::<Stage>(words, &self.stage);
        vec![
            FilterField::Word { name: "q", label: column("name"), value: self.q.clone() },
            FilterField::Choice { name: "stage", label: column("stage"), choices: stages },
            listing::orders(words, "opening", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<OpeningLine>, i64), ActError> {
        at.state.acts.openings(at.account(), &self.filter(), self.order(), page).await
    }

    fn row(&self, at: &At, line: &OpeningLine) -> Row {
        let words = at.shell.words;
        Row {
            name: Link::new(format!("{HOME}/{}", line.id), line.finding.to_string()),
            light: stage_light(words, line.stage),
            cells: vec![
                words.term(line.purpose),
                line.asker.clone(),
                day_text(words, &line.asked_on),
                line.second.clone(),
                until(words, line.opened_at.and_then(|at| at.checked_add(OPEN).ok())),
                words.unit(&line.organ.name, &line.organ.name_en).to_owned(),
            ],
        }
    }

    fn cells(&self, at: &At, line: &OpeningLine) -> Vec<Cell> {
        let words = at.shell.words;
        let until = until(words, line.opened_at.and_then(|at| at.checked_add(OPEN).ok()));
        vec![
            Cell::Text(line.finding.to_string()),
            Cell::Text(words.term(line.stage)),
            Cell::Text(words.term(line.purpose)),
            Cell::Text(line.asker.clone()),
            listing::day(&line.asked_on),
            Cell::Text(line.second.clone()),
            Cell::Text(until),
            Cell::Text(words.unit(&line.organ.name, &line.organ.name_en).to_owned()),
        ]
    }
}
