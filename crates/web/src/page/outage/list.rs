//! The list of outages, on the screen and as a file.

use super::{BACK, HOME, RECORD};
use crate::page::at::At;
use crate::page::listing::{Listed, Page, Row};
use crate::page::request::span;
use crate::part::{FilterField, Light, LightState, Link};
use crate::query;
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::outage::view::OutageLine;
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::instant;
use serde::Deserialize;

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    page: String,
}

impl Listed for Asked {
    type Line = OutageLine;

    const FAMILY: &'static str = "outage";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "outages";
    const COLUMNS: &'static [&'static str] = &["when", "terminal", "reason", "taken-back"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        !self.q.is_empty()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let label = at.shell.say("outage-filter-q");
        vec![FilterField::Word { name: "q", label, value: self.q.clone() }]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<OutageLine>, i64), ActError> {
        let words = self.q.trim();
        let words = (!words.is_empty()).then(|| words.to_owned());
        at.state.acts.outages(at.account(), words, page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        at.begin(Action::OutageRecord, RECORD, "outage-record-title")
    }

    /// A row leads to where its record is taken back, for whoever may, while it stands.
    fn row(&self, at: &At, line: &OutageLine) -> Row {
        let words = at.shell.words;
        let may = at.granted.may_somewhere(Action::OutageTakeBack) && line.outage.stands();
        let back = || query::with(BACK, "outage", &line.outage.id.to_string());
        let href = if may { back() } else { query::with(HOME, "q", &line.unit.code) };
        Row {
            name: Link::new(href, words.unit(&line.unit.name, &line.unit.name_en)),
            light: light(words, line),
            cells: texts(words, line),
        }
    }

    fn cells(&self, at: &At, line: &OutageLine) -> Vec<Cell> {
        let words = at.shell.words;
        let first =
            [words.unit(&line.unit.name, &line.unit.name_en).to_owned(), light(words, line).word];
        first.into_iter().chain(texts(words, line)).map(Cell::Text).collect()
    }
}

fn light(words: Words, line: &OutageLine) -> Light {
    if line.outage.stands() {
        Light::new(LightState::Ok, words.say("outage-stands"))
    } else {
        Light::new(LightState::None, words.say("outage-taken-back"))
    }
}

fn texts(words: Words, line: &OutageLine) -> Vec<String> {
    let one = &line.outage;
    let all = || words.say("outage-all-terminals");
    let terminal = if line.terminal.is_empty() { all() } else { line.terminal.clone() };
    let when = (instant::civil(one.from), instant::civil(one.to));
    vec![span(words, when), terminal, one.reason.clone(), one.taken_back.clone()]
}
