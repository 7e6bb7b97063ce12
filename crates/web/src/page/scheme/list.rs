//! The list of schemes, on the screen and as a file.

use super::HOME;
use crate::app::WebState;
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::matter::{day_text, search};
use crate::page::person::either;
use crate::part::{FilterField, Light, LightState, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::adoption::view::{AdoptionFilter, AdoptionLine, AdoptionSort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::adoption::Stage;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const ORDERS: [&str; 3] = ["latest", "title", "unit"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    unit: String,
    sort: String,
    page: String,
}

impl Asked {
    async fn filter(&self, state: &WebState) -> Result<AdoptionFilter, ActError> {
        let words = self.q.trim();
        Ok(AdoptionFilter {
            stage: Stage::from_code(&self.stage),
            unit: search::unit(state, &self.unit).await?,
            words: (!words.is_empty()).then(|| words.to_owned()),
            ..AdoptionFilter::default()
        })
    }

    fn order(&self) -> AdoptionSort {
        match self.sort.as_str() {
            "title" => AdoptionSort::Title,
            "unit" => AdoptionSort::Unit,
            _ => AdoptionSort::Latest,
        }
    }
}

impl Listed for Asked {
    type Line = AdoptionLine;

    const FAMILY: &'static str = "scheme";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "schemes";
    const COLUMNS: &'static [&'static str] = &["unit", "covers", "code", "since", "until"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        Stage::from_code(&self.stage).is_some()
            || [&self.q, &self.unit].iter().any(|asked| !asked.trim().is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let column = |name: &str| words.say(&format!("scheme-column-{name}"));
        let choices = any_of::<Stage>(words, &self.stage);
        let word = |name, label: String, value: &str| FilterField::Word {
            name,
            label,
            value: value.to_owned(),
        };
        vec![
            word("q", words.say("scheme-words"), &self.q),
            FilterField::Choice { name: "stage", label: column("stage"), choices },
            word("unit", column("unit"), &self.unit),
            listing::orders(words, "scheme", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<AdoptionLine>, i64), ActError> {
        let filter = self.filter(&at.state).await?;
        at.state.acts.adoptions(at.account(), &filter, (self.order(), page)).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        at.begin(Action::AdoptionDraft, &format!("{HOME}/draft"), "scheme-draft-title")
    }

    fn row(&self, at: &At, line: &AdoptionLine) -> Row {
        let words = at.shell.words;
        Row {
            name: Link::new(format!("{HOME}/{}", line.id), line.title.clone()),
            light: stage_light(words, line.stage),
            cells: vec![
                either(words, &line.unit.name, &line.unit.name_en),
                words.term(line.covers),
                line.code.clone(),
                day_text(words, &line.since),
                day_text(words, &line.until),
            ],
        }
    }

    fn cells(&self, at: &At, line: &AdoptionLine) -> Vec<Cell> {
        let words = at.shell.words;
        let text = |text: String| Cell::Text(text);
        vec![
            text(line.title.clone()),
            text(words.term(line.stage)),
            text(either(words, &line.unit.name, &line.unit.name_en)),
            text(words.term(line.covers)),
            text(line.code.clone()),
            listing::day(&line.since),
            listing::day(&line.until),
        ]
    }
}

/// Where a scheme stands, as a light.
pub(in crate::page) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::InForce => LightState::Ok,
        Stage::Drafted => LightState::Warn,
        Stage::Ended | Stage::Dropped => LightState::None,
    };
    Light::new(light, words.term(stage))
}
