//! The list of suspicions, on the screen and as a file.

use super::HOME;
use super::show::stage_light;
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::day_text;
use crate::page::matter::forms::any_of;
use crate::part::{FilterField, Link};
use qz_acts::ActError;
use qz_acts::suspicion::view::{SuspicionLine, SuspicionSort};
use qz_document::sheet::Cell;
use qz_domain::spelled::Spelled;
use qz_domain::suspicion::Stage;
use serde::Deserialize;

const ORDERS: [&str; 2] = ["latest", "finding"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    stage: String,
    sort: String,
    page: String,
}

impl Listed for Asked {
    type Line = SuspicionLine;

    const FAMILY: &'static str = "suspicion";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "suspicions";
    const COLUMNS: &'static [&'static str] = &["noted-on", "organ"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        !self.stage.is_empty()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let stages = any_of::<Stage>(words, &self.stage);
        let label = words.say("suspicion-column-stage");
        vec![
            FilterField::Choice { name: "stage", label, choices: stages },
            listing::orders(words, "suspicion", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<SuspicionLine>, i64), ActError> {
        let sort = match self.sort.as_str() {
            "finding" => SuspicionSort::Finding,
            _ => SuspicionSort::Latest,
        };
        let stage = Stage::from_code(&self.stage);
        at.state.acts.suspicions(at.account(), stage, sort, page).await
    }

    fn row(&self, at: &At, line: &SuspicionLine) -> Row {
        let words = at.shell.words;
        Row {
            name: Link::new(format!("{HOME}/{}", line.id), line.finding.to_string()),
            light: stage_light(words, line.stage),
            cells: vec![
                day_text(words, &line.noted_on),
                words.unit(&line.organ.name, &line.organ.name_en).to_owned(),
            ],
        }
    }

    fn cells(&self, at: &At, line: &SuspicionLine) -> Vec<Cell> {
        let words = at.shell.words;
        vec![
            Cell::Text(line.finding.to_string()),
            Cell::Text(words.term(line.stage)),
            listing::day(&line.noted_on),
            Cell::Text(words.unit(&line.organ.name, &line.organ.name_en).to_owned()),
        ]
    }
}
