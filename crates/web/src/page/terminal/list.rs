//! The list of terminals, on the screen and as a file: those that wait first, then how long each was silent.

use super::{HOME, REGISTER};
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::part::{FilterField, Light, LightState, Link};
use crate::words::Words;
use jiff::Timestamp;
use qz_acts::ActError;
use qz_acts::terminal::view::{TerminalFilter, TerminalLine, TerminalSort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use qz_domain::terminal::Stage;
use serde::Deserialize;

const ORDERS: [&str; 3] = ["waiting", "name", "silent"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    sort: String,
    page: String,
}

impl Listed for Asked {
    type Line = TerminalLine;

    const FAMILY: &'static str = "terminal";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "terminals";
    const COLUMNS: &'static [&'static str] =
        &["serial", "comes-in", "unit", "place", "heard", "sent", "drift"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        !self.stage.is_empty() || !self.q.trim().is_empty()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        vec![
            FilterField::Word {
                name: "q",
                label: words.say("terminal-filter-q"),
                value: self.q.clone(),
            },
            FilterField::Choice {
                name: "stage",
                label: words.say("terminal-column-stage"),
                choices: any_of::<Stage>(words, &self.stage),
            },
            listing::orders(words, "terminal", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<TerminalLine>, i64), ActError> {
        let sort = match self.sort.as_str() {
            "name" => TerminalSort::Name,
            "silent" => TerminalSort::Silent,
            _ => TerminalSort::Waiting,
        };
        let filter = TerminalFilter { stage: Stage::from_code(&self.stage), text: self.q.clone() };
        at.state.acts.terminals(at.account(), &filter, (sort, page)).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        at.begin(Action::TerminalRegister, REGISTER, "terminal-register-title")
    }

    fn row(&self, at: &At, line: &TerminalLine) -> Row {
        Row {
            name: Link::new(format!("{HOME}/{}", line.id), line.name.clone()),
            light: stage_light(at.shell.words, line.stage),
            cells: texts(at.shell.words, line),
        }
    }

    fn cells(&self, at: &At, line: &TerminalLine) -> Vec<Cell> {
        let words = at.shell.words;
        let head = [line.name.clone(), words.term(line.stage)];
        head.into_iter().chain(texts(words, line)).map(Cell::Text).collect()
    }
}

fn texts(words: Words, line: &TerminalLine) -> Vec<String> {
    vec![
        line.serial.clone(),
        words.term(line.kind),
        words.unit(&line.unit.name, &line.unit.name_en).to_owned(),
        line.place.clone(),
        moment(words, line.heard_at),
        moment(words, line.sent_at),
        drift(words, line.drift),
    ]
}

/// When something was, to the minute; or that it never was.
pub(super) fn moment(words: Words, at: Option<Timestamp>) -> String {
    match at {
        Some(at) => instant::civil(at).strftime("%Y-%m-%d %H:%M").to_string(),
        None => words.say("terminal-never"),
    }
}

/// How far a clock was off when that was measured last.
pub(super) fn drift(words: Words, seconds: Option<i64>) -> String {
    match seconds {
        Some(seconds) => {
            words.say_with("terminal-drift", &[("seconds", format!("{seconds:+}").into())])
        }
        None => words.say("terminal-drift-unknown"),
    }
}

/// Where a terminal stands, as a light.
pub(super) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Pending => LightState::Warn,
        Stage::InService => LightState::Ok,
        Stage::Refused | Stage::Retired => LightState::None,
    };
    Light::new(light, words.term(stage))
}
