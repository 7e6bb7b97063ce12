//! Who read about oneself (谁看过我的档案): list, filter, files.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::search;
use crate::page::matter::wrong::refuse;
use crate::part::{FilterField, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::record::view::{Page, ReadFilter, ReadLine};
use qz_document::sheet::Cell;
use qz_domain::field::FieldError;
use qz_domain::instant;
use qz_domain::reading::Reading;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const HOME: &str = "/desk/me/reads";
const COLUMNS: [&str; 3] = ["role", "unit", "at"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    kind: String,
    from: String,
    to: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> (ReadFilter, Vec<FieldError>) {
        let (days, faults) = search::span(&self.from, &self.to);
        let kind = Reading::from_code(&self.kind).map(|kind| kind.code().to_owned());
        let words = self.q.trim();
        let words = (!words.is_empty()).then(|| words.to_owned());
        (ReadFilter { kind, days, words }, faults)
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let label = |name: &str| words.say(&format!("reads-filter-{name}"));
        let day = |name: &'static str, value: &str| FilterField::Day {
            name,
            label: label(name),
            value: value.to_owned(),
        };
        let choices = any_of::<Reading>(words, &self.kind);
        vec![
            FilterField::Word { name: "q", label: label("q"), value: self.q.clone() },
            FilterField::Choice { name: "kind", label: label("kind"), choices },
            day("from", &self.from),
            day("to", &self.to),
        ]
    }

    fn is_filtered(&self) -> bool {
        [&self.q, &self.kind, &self.from, &self.to].iter().any(|field| !field.is_empty())
    }
}

/// `GET /desk/me/reads`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (filter, faults) = asked.filter();
    let page = search::page(&asked.page);
    let part = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let found = state.acts.own_reads(granted.account(), &filter, part).await;
    let (lines, total) = found.map_err(|fault| refuse(&shell, "/desk", fault))?;
    let words = shell.words;
    let listing = Listing {
        family: "reads",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().map(|line| row(words, line)).collect(),
        fields: asked.fields(words),
        faults,
        is_filtered: asked.is_filtered(),
        page,
        total: total.unsigned_abs(),
        ways: vec![Link::new("/desk/me/record", words.say("record-title"))],
    };
    list::show(shell, listing)
}

/// What was read, as the person may open it themselves.
fn href(line: &ReadLine) -> String {
    match Reading::from_code(&line.kind) {
        Some(Reading::Accountability) => format!("/desk/accountabilities/{}", line.subject),
        _ => "/desk/me/record".to_owned(),
    }
}

fn role(words: Words, line: &ReadLine) -> String {
    if line.role.is_empty() { String::new() } else { words.term_of("role", &line.role) }
}

fn at(words: Words, line: &ReadLine) -> String {
    words.date_time(instant::civil(line.at))
}

fn row(words: Words, line: &ReadLine) -> Row {
    let what = words.term_of("reading", &line.kind);
    Row {
        name: Link::new(href(line), line.reader.clone()),
        light: Light::new(LightState::None, what),
        cells: vec![
            role(words, line),
            words.unit(&line.unit.0, &line.unit.1).to_owned(),
            at(words, line),
        ],
    }
}

/// `GET /desk/me/reads/export.csv` and `.xlsx`
pub(super) async fn file(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (filter, faults) = asked.filter();
    search::readable(shell.words, &faults)?;
    let found = state.acts.own_reads(granted.account(), &filter, Page::all()).await;
    let (lines, _) = found.map_err(|fault| refuse(&shell, HOME, fault))?;
    let words = shell.words;
    let rows = lines.iter().map(|line| {
        vec![
            Cell::Text(line.reader.clone()),
            Cell::Text(words.term_of("reading", &line.kind)),
            Cell::Text(role(words, line)),
            Cell::Text(words.unit(&line.unit.0, &line.unit.1).to_owned()),
            Cell::Text(at(words, line)),
        ]
    });
    list::export(&shell, ("reads", "reads"), &COLUMNS, rows.collect(), format)
}
