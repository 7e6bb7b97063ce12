//! The list of reviews, on the screen and as a file.

use super::HOME;
use super::show::stage_light;
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::day_text;
use crate::page::matter::forms::any_of;
use crate::part::{FilterField, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::review::view::{ReviewFilter, ReviewLine, ReviewSort};
use qz_document::sheet::Cell;
use qz_domain::review::{Outcome, Stage};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

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
}

impl Listed for Asked {
    type Line = ReviewLine;

    const FAMILY: &'static str = "review";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "reviews";
    const COLUMNS: &'static [&'static str] =
        &["number", "unit", "origin", "lodged-on", "due", "organ"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        let filter = self.filter();
        filter.stage.is_some() || filter.outcome.is_some() || filter.words.is_some()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let column = |name: &str| words.say(&format!("review-column-{name}"));
        let stages = any_of::<Stage>(words, &self.stage);
        let outcomes = any_of::<Outcome>(words, &self.outcome);
        vec![
            FilterField::Word { name: "q", label: column("words"), value: self.q.clone() },
            FilterField::Choice { name: "stage", label: column("stage"), choices: stages },
            FilterField::Choice { name: "outcome", label: column("outcome"), choices: outcomes },
            listing::orders(words, "review", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<ReviewLine>, i64), ActError> {
        at.state.acts.reviews(at.account(), &self.filter(), self.order(), page).await
    }

    fn row(&self, at: &At, line: &ReviewLine) -> Row {
        let words = at.shell.words;
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

    fn cells(&self, at: &At, line: &ReviewLine) -> Vec<Cell> {
        let words = at.shell.words;
        let stage = stage_light(words, (line.stage, line.outcome));
        vec![
            Cell::Text(name(words, line)),
            Cell::Text(stage.word),
            Cell::Text(decision(line)),
            Cell::Text(unit(words, line)),
            Cell::Text(words.term(line.origin)),
            listing::day(&line.lodged_on),
            listing::day(&line.due),
            Cell::Text(organ(words, line)),
        ]
    }
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
