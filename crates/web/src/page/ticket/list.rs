//! The list of tickets, on the screen and as a file: never with how to reach whoever sent one.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::wrong::refuse;
use crate::page::matter::{day_text, due_light, search};
use crate::page::person::either;
use crate::part::{FilterField, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::civil::Date;
use qz_acts::ticket::view::{Page, TicketFilter, TicketLine, TicketSort};
use qz_document::sheet::Cell;
use qz_domain::field::FieldError;
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use qz_domain::ticket::{Kind, Outcome, Stage};
use serde::Deserialize;

const COLUMNS: [&str; 7] =
    ["kind", "about", "submitted-on", "due", "handler", "outcome", "answered-on"];
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
    /// What is looked for, and what of it cannot be read.
    fn filter(&self) -> (TicketFilter, Vec<FieldError>) {
        let (days, faults) = search::span(&self.from, &self.to);
        let words = self.q.trim();
        let filter = TicketFilter {
            kind: Kind::from_code(&self.kind),
            stage: Stage::from_code(&self.stage),
            outcome: Outcome::from_code(&self.outcome),
            days,
            words: (!words.is_empty()).then(|| words.to_owned()),
        };
        (filter, faults)
    }

    fn order(&self) -> TicketSort {
        match self.sort.as_str() {
            "latest" => TicketSort::Latest,
            "number" => TicketSort::Number,
            _ => TicketSort::Due,
        }
    }

    fn is_filtered(&self) -> bool {
        let all = [&self.q, &self.kind, &self.stage, &self.outcome, &self.from, &self.to];
        all.iter().any(|field| !field.is_empty())
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
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
            list::orders(words, "ticket", &ORDERS, &self.sort),
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

/// `GET /desk/tickets`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let page = search::page(&asked.page);
    let part = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let (filter, faults) = asked.filter();
    let found = state.acts.tickets(granted.account(), &filter, asked.order(), part).await;
    let (lines, total) = found.map_err(|fault| refuse(&shell, "/desk", fault))?;
    let (words, today) = (shell.words, instant::day(state.acts.now()));
    let listing = Listing {
        family: "ticket",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().map(|line| row(words, line, today)).collect(),
        fields: asked.fields(words),
        faults,
        is_filtered: asked.is_filtered(),
        page,
        total: total.unsigned_abs(),
        ways: vec![],
    };
    list::show(shell, listing)
}

fn row(words: Words, line: &TicketLine, today: Date) -> Row {
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

/// `GET /desk/tickets/export.csv` and `.xlsx`
pub(super) async fn file(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (filter, faults) = asked.filter();
    search::readable(shell.words, &faults)?;
    let found = state.acts.tickets(granted.account(), &filter, asked.order(), Page::all()).await;
    let (lines, _) = found.map_err(|fault| refuse(&shell, HOME, fault))?;
    let words = shell.words;
    let rows = lines.iter().map(|line| {
        vec![
            Cell::Text(line.number.to_string()),
            Cell::Text(words.term(line.stage)),
            Cell::Text(words.term(line.kind)),
            Cell::Text(about(words, line)),
            list::day(&line.submitted_on),
            list::day(&line.due),
            Cell::Text(line.handler.clone()),
            Cell::Text(line.outcome.map(|outcome| words.term(outcome)).unwrap_or_default()),
            list::day(&line.answered_on),
        ]
    });
    list::export(&shell, ("ticket", "tickets"), &COLUMNS, rows.collect(), format)
}
