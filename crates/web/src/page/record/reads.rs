//! Who read about oneself (谁看过我的档案): list, filter, files.

use crate::page::at::At;
use crate::page::attendance;
use crate::page::listing::{Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::matter::search;
use crate::part::{FilterField, Light, LightState, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::record::view::{ReadFilter, ReadLine};
use qz_document::sheet::Cell;
use qz_domain::field::FieldError;
use qz_domain::instant;
use qz_domain::reading::Reading;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const HOME: &str = "/desk/me/reads";

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
    fn filter(&self) -> ReadFilter {
        let (days, _) = search::span(&self.from, &self.to);
        let kind = Reading::from_code(&self.kind).map(|kind| kind.code().to_owned());
        let words = self.q.trim();
        let words = (!words.is_empty()).then(|| words.to_owned());
        ReadFilter { kind, days, words }
    }
}

impl Listed for Asked {
    type Line = ReadLine;

    const FAMILY: &'static str = "reads";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "reads";
    const COLUMNS: &'static [&'static str] = &["role", "unit", "at"];

    fn page(&self) -> &str {
        &self.page
    }

    fn faults(&self) -> Vec<FieldError> {
        search::span(&self.from, &self.to).1
    }

    fn is_filtered(&self) -> bool {
        [&self.q, &self.kind, &self.from, &self.to].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
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

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<ReadLine>, i64), ActError> {
        let filter = self.filter();
        at.state.acts.own_reads(at.account(), &filter, page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        vec![Link::new("/desk/me/record", at.shell.say("record-title"))]
    }

    fn row(&self, at: &At, line: &ReadLine) -> Row {
        let words = at.shell.words;
        let what = words.term_of("reading", &line.kind);
        Row {
            name: Link::new(href(line), line.reader.clone()),
            light: Light::new(LightState::None, what),
            cells: vec![
                role(words, line),
                words.unit(&line.unit.0, &line.unit.1).to_owned(),
                when(words, line),
            ],
        }
    }

    fn cells(&self, at: &At, line: &ReadLine) -> Vec<Cell> {
        let words = at.shell.words;
        vec![
            Cell::Text(line.reader.clone()),
            Cell::Text(words.term_of("reading", &line.kind)),
            Cell::Text(role(words, line)),
            Cell::Text(words.unit(&line.unit.0, &line.unit.1).to_owned()),
            Cell::Text(when(words, line)),
        ]
    }
}

/// What was read, as the person may open it themselves.
fn href(line: &ReadLine) -> String {
    match Reading::from_code(&line.kind) {
        Some(Reading::Accountability) => format!("/desk/accountabilities/{}", line.subject),
        Some(Reading::Attendance) => attendance::of_month(line.subject),
        _ => "/desk/me/record".to_owned(),
    }
}

fn role(words: Words, line: &ReadLine) -> String {
    if line.role.is_empty() { String::new() } else { words.term_of("role", &line.role) }
}

fn when(words: Words, line: &ReadLine) -> String {
    words.date_time(instant::civil(line.at))
}
