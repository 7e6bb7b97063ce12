//! The list of meetings, on the screen and as a file.

use super::show::{minutes_number, stage_light};
use super::{HOME, call};
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::matter::{day_text, search};
use crate::part::{FilterField, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::meeting::view::{MeetingFilter, MeetingLine, MeetingSort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::field::FieldError;
use qz_domain::meeting::Stage;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const ORDERS: [&str; 3] = ["latest", "organ", "open"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    from: String,
    to: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> MeetingFilter {
        MeetingFilter {
            stage: Stage::from_code(&self.stage),
            days: search::span(&self.from, &self.to).0,
            words: Some(self.q.trim().to_owned()).filter(|words| !words.is_empty()),
        }
    }

    fn order(&self) -> MeetingSort {
        match self.sort.as_str() {
            "organ" => MeetingSort::Organ,
            "open" => MeetingSort::Open,
            _ => MeetingSort::Latest,
        }
    }
}

impl Listed for Asked {
    type Line = MeetingLine;

    const FAMILY: &'static str = "meeting";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "meetings";
    const COLUMNS: &'static [&'static str] =
        &["number", "organ", "chair", "items", "open", "put-off", "carried"];

    fn page(&self) -> &str {
        &self.page
    }

    fn faults(&self) -> Vec<FieldError> {
        search::span(&self.from, &self.to).1
    }

    fn is_filtered(&self) -> bool {
        let Self { q, stage, from, to, .. } = self;
        [q, stage, from, to].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let column = |name: &str| words.say(&format!("meeting-column-{name}"));
        let stages = any_of::<Stage>(words, &self.stage);
        vec![
            FilterField::Word { name: "q", label: column("words"), value: self.q.clone() },
            FilterField::Choice { name: "stage", label: column("stage"), choices: stages },
            FilterField::Day { name: "from", label: column("from"), value: self.from.clone() },
            FilterField::Day { name: "to", label: column("to"), value: self.to.clone() },
            listing::orders(words, "meeting", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<MeetingLine>, i64), ActError> {
        at.state.acts.meetings(at.account(), &self.filter(), self.order(), page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        at.begin(Action::MeetingCall, call::PATH, "meeting-call-title")
    }

    fn row(&self, at: &At, line: &MeetingLine) -> Row {
        let words = at.shell.words;
        Row {
            name: Link::new(format!("{HOME}/{}", line.id), day_text(words, &line.held_on)),
            light: stage_light(words, line.stage),
            cells: vec![
                minutes_number(line.number),
                organ(words, line),
                line.chair.clone(),
                line.items.to_string(),
                line.open.to_string(),
                line.put_off.to_string(),
                line.carried.to_string(),
            ],
        }
    }

    fn cells(&self, at: &At, line: &MeetingLine) -> Vec<Cell> {
        let words = at.shell.words;
        let mut cells = vec![
            listing::day(&line.held_on),
            Cell::Text(words.term(line.stage)),
            Cell::Text(minutes_number(line.number)),
            Cell::Text(organ(words, line)),
            Cell::Text(line.chair.clone()),
        ];
        cells.extend([line.items, line.open, line.put_off, line.carried].map(Cell::Number));
        cells
    }
}

fn organ(words: Words, line: &MeetingLine) -> String {
    words.unit(&line.organ.name, &line.organ.name_en).to_owned()
}
