//! The list of punches, on the screen and as a file: what was said, what it is taken to be, and whose it is.

use super::{HOME, IMPORT, PUNCHES};
use crate::page::at::At;
use crate::page::listing::{Listed, Page, Row};
use crate::part::{Choice, FilterField, Light, LightState, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::terminal::view::{PunchFilter, PunchLine};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::instant;
use qz_domain::punch::Clock;
use serde::Deserialize;

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct AskedPunches {
    terminal: String,
    whose: String,
    page: String,
}

impl Listed for AskedPunches {
    type Line = PunchLine;

    const FAMILY: &'static str = "punch";
    const HOME: &'static str = PUNCHES;
    const STEM: &'static str = "punches";
    const COLUMNS: &'static [&'static str] = &["person", "pin", "shown", "terminal"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        !self.whose.is_empty() || !self.terminal.is_empty()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let whose = |code: &str, key: &str| Choice::new(code, words.say(key), self.whose.as_str());
        vec![
            FilterField::Choice {
                name: "whose",
                label: words.say("punch-filter-whose"),
                choices: vec![whose("", "matter-all"), whose("nobody", "punch-whose-nobody")],
            },
            FilterField::Word {
                name: "terminal",
                label: words.say("punch-filter-terminal"),
                value: self.terminal.clone(),
            },
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<PunchLine>, i64), ActError> {
        let terminal = match self.terminal.trim() {
            "" => None,
            given => match given.parse() {
                Ok(terminal) => Some(terminal),
                // What names no terminal finds nothing.
                Err(_) => return Ok((vec![], 0)),
            },
        };
        let filter = PunchFilter { terminal, is_unmatched: self.whose == "nobody" };
        at.state.acts.punches(at.account(), &filter, page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        at.begin(Action::PunchImport, IMPORT, "punch-import-title")
    }

    fn row(&self, at: &At, line: &PunchLine) -> Row {
        Row {
            name: Link::new(format!("{HOME}/{}", line.terminal.0), taken(line)),
            light: clock_light(at.shell.words, line.clock),
            cells: texts(at.shell.words, line),
        }
    }

    fn cells(&self, at: &At, line: &PunchLine) -> Vec<Cell> {
        let words = at.shell.words;
        let head = [taken(line), words.term(line.clock)];
        head.into_iter().chain(texts(words, line)).map(Cell::Text).collect()
    }
}

fn texts(words: Words, line: &PunchLine) -> Vec<String> {
    vec![person(words, line), line.pin.clone(), line.shown.clone(), line.terminal.1.clone()]
}

/// The instant it is taken to be of, to the second.
pub(super) fn taken(line: &PunchLine) -> String {
    instant::civil(line.at).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// Whose it is.
pub(super) fn person(words: Words, line: &PunchLine) -> String {
    match &line.person {
        Some((number, name)) => format!("{name} {number}"),
        None => words.say("punch-whose-nobody"),
    }
}

/// What is known of the clock, as a light.
pub(super) fn clock_light(words: Words, clock: Clock) -> Light {
    let is_sure = matches!(clock, Clock::Measured | Clock::Platform);
    let state = if is_sure { LightState::Ok } else { LightState::Warn };
    Light::new(state, words.term(clock))
}
