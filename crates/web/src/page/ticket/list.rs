//! The list of tickets, on the screen and as a file: never with how to reach whoever sent one.

use super::HOME;
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::matter::{day_text, due_light, search};
use crate::page::person::either;
use crate::part::{FilterField, Light, LightState, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::ticket::view::{TicketFilter, TicketLine, TicketSort};
use qz_document::sheet::Cell;
use qz_domain::field::FieldError;
use qz_domain::spelled::Spelled;
use qz_domain::ticket::{Kind, Outcome, Stage};
use serde::Deserialize;

const ORDERS: [&str; 3] = ["due", "latest", "number"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    kind: String,
    stage: String,
    outcome: String,
    from: String,
    to: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> TicketFilter {
        let (days, _) = search::span(&self.from, &self.to);
        let words = self.q.trim();
        TicketFilter {
            kind: Kind::from_code(&self.kind),
            stage: Stage::from_code(&self.stage),
            outcome: Outcome::from_code(&self.outcome),
            days,
            words: (!words.is_empty()).then(|| words.to_owned()),
        }
    }

    fn order(&self) -> TicketSort {
        match self.sort.as_str() {
            "latest" => TicketSort::Latest,
            "number" => TicketSort::Number,
            _ => TicketSort::Due,
        }
    }
}

impl Listed for Asked {
    type Line = TicketLine;

    const FAMILY: &'static str = "ticket";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "tickets";
    const COLUMNS: &'static [&'static str] =
        &["kind", "about", "submitted-on", "due", "handler", "outcome", "answered-on"];

    fn page(&self) -> &str {
        &self.page
    }

    fn faults(&self) -> Vec<FieldError> {
        search::span(&self.from, &self.to).1
    }

    fn is_filtered(&self) -> bool {
        let all = [&self.q, &self.kind, &self.stage, &self.outcome, &self.from, &self.to];
        all.iter().any(|field| !field.is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let label = |name: &str| words.say(&format!("ticket-filter-{name}"));
        let (kinds, stages) =
            (any_of::<Kind>(words, &self.kind), any_of::<Stage>(words, &self.stage));
        let outcomes = any_of::<Outcome>(words, &self.outcome);
        let day = |name: &'static str, value: &str| FilterField::Day {
            name,
            label: label(name),
            value: value.to_owned(),
        };
        vec![
            FilterField::Word { name: "q", label: label("q"), value: self.q.clone() },
            FilterField::Choice { name: "kind", label: label("kind"), choices: kinds },
            FilterField::Choice { name: "stage", label: label("stage"), choices: stages },
            FilterField::Choice { name: "outcome", label: label("outcome"), choices: outcomes },
            day("from", &self.from),
            day("to", &self.to),
            listing::orders(words, "ticket", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<TicketLine>, i64), ActError> {
        at.state.acts.tickets(at.account(), &self.filter(), self.order(), page).await
    }

    fn row(&self, at: &At, line: &TicketLine) -> Row {
        let (words, today) = (at.shell.words, at.today());
        let stage = stage_light(words, line.stage);
        let runs = !matches!(line.stage, Stage::Answered | Stage::Closed);
        let due = due_light(words, &line.due, today).filter(|_| runs);
        let light = due.map_or(stage.clone(), |due| {
            Light::new(due.state, format!("{} · {}", stage.word, due.word))
        });
        Row {
            name: Link::new(format!("{HOME}/{}", line.id), line.number.to_string()),
            light,
            cells: vec![
                words.term(line.kind),
                about(words, line),
                day_text(words, &line.submitted_on),
                day_text(words, &line.due),
                line.handler.clone(),
                line.outcome.map(|outcome| words.term(outcome)).unwrap_or_default(),
                day_text(words, &line.answered_on),
            ],
        }
    }

    fn cells(&self, at: &At, line: &TicketLine) -> Vec<Cell> {
        let words = at.shell.words;
        vec![
            Cell::Text(line.number.to_string()),
            Cell::Text(words.term(line.stage)),
            Cell::Text(words.term(line.kind)),
            Cell::Text(about(words, line)),
            listing::day(&line.submitted_on),
            listing::day(&line.due),
            Cell::Text(line.handler.clone()),
            Cell::Text(line.outcome.map(|outcome| words.term(outcome)).unwrap_or_default()),
            listing::day(&line.answered_on),
        ]
    }
}

/// Where a ticket stands, as a light.
pub(in crate::page) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Reopened => LightState::Stop,
        Stage::Submitted | Stage::Accepted | Stage::HandedOver | Stage::Reported => {
            LightState::Warn
        }
        Stage::Answered => LightState::Ok,
        Stage::Closed => LightState::None,
    };
    Light::new(light, words.term(stage))
}

/// What a line is about: the page, or the unit with its service.
pub(in crate::page) fn about(words: Words, line: &TicketLine) -> String {
    let unit = line.unit.as_ref().map(|unit| either(words, &unit.name, &unit.name_en));
    match unit {
        Some(unit) if line.service.is_empty() => unit,
        Some(unit) => format!("{unit} · {}", line.service),
        None => line.page.clone(),
    }
}
