//! The list of draws, on the screen and as a file.

use super::HOME;
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::person::either;
use crate::part::{FilterField, Light, LightState, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::draw::view::{DrawFilter, DrawLine, DrawSort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::draw::Stage;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const ORDERS: [&str; 3] = ["latest", "earliest", "number"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    stage: String,
    year: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> DrawFilter {
        DrawFilter { stage: Stage::from_code(&self.stage), year: self.year.trim().parse().ok() }
    }

    fn order(&self) -> DrawSort {
        match self.sort.as_str() {
            "earliest" => DrawSort::Earliest,
            "number" => DrawSort::Number,
            _ => DrawSort::Latest,
        }
    }
}

impl Listed for Asked {
    type Line = DrawLine;

    const FAMILY: &'static str = "draw";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "draws";
    const COLUMNS: &'static [&'static str] =
        &["organ", "purpose", "drawn", "announced-on", "latest-on", "reason"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        self.filter() != DrawFilter::default()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let choices = any_of::<Stage>(words, &self.stage);
        let column = |name: &str| words.say(&format!("draw-column-{name}"));
        vec![
            FilterField::Choice { name: "stage", label: column("stage"), choices },
            FilterField::Word { name: "year", label: column("year"), value: self.year.clone() },
            listing::orders(words, "draw", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<DrawLine>, i64), ActError> {
        at.state.acts.draws(at.account(), &self.filter(), self.order(), page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        at.begin(Action::DrawAnnounce, &format!("{HOME}/announce"), "draw-announce-title")
    }

    fn row(&self, at: &At, line: &DrawLine) -> Row {
        let words = at.shell.words;
        let day = |text: &str| crate::page::matter::day_text(words, text);
        Row {
            name: Link::new(format!("{HOME}/{}", line.id), line.number.to_string()),
            light: stage_light(words, line.stage),
            cells: vec![
                either(words, &line.organ.name, &line.organ.name_en),
                purpose(words, line),
                of(words, line),
                day(&line.announced_on),
                day(&line.latest_on),
                line.reason.clone(),
            ],
        }
    }

    fn cells(&self, at: &At, line: &DrawLine) -> Vec<Cell> {
        let words = at.shell.words;
        let text = |text: String| Cell::Text(text);
        vec![
            text(line.number.to_string()),
            text(words.term(line.stage)),
            text(either(words, &line.organ.name, &line.organ.name_en)),
            text(purpose(words, line)),
            text(of(words, line)),
            listing::day(&line.announced_on),
            listing::day(&line.latest_on),
            text(line.reason.clone()),
        ]
    }
}

/// Where a draw stands, as a light.
pub(in crate::page) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Drawn => LightState::Ok,
        Stage::CalledOff => LightState::None,
        Stage::Announced | Stage::EnteredOnce | Stage::Entered => LightState::Warn,
    };
    Light::new(light, words.term(stage))
}

/// What a draw is for; of a sealed one that it is.
pub(in crate::page) fn purpose(words: Words, line: &DrawLine) -> String {
    match &line.told {
        Some(told) => told.purpose.clone(),
        None => words.say("draw-sealed"),
    }
}

/// How many of how many; of a sealed draw nothing.
pub(in crate::page) fn of(words: Words, line: &DrawLine) -> String {
    line.told.as_ref().map_or_else(String::new, |told| {
        let said = [("take", told.take.into()), ("pool", told.pool.into())];
        words.say_with("draw-of", &said)
    })
}
