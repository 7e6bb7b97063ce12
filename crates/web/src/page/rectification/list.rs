//! The list of rectifications, on the screen and as a file.

use super::{HOME, due_text};
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::part::{FilterField, Light, Link};
use crate::shell::Shell;
use qz_acts::ActError;
use qz_acts::rectification::view::{RectificationFilter, RectificationLine, RectificationSort};
use qz_document::sheet::Cell;
use qz_domain::rectification::{Lamp, Stage};
use qz_domain::spelled::Spelled;
use qz_domain::term::Due;
use serde::Deserialize;

const ORDERS: [&str; 3] = ["latest", "unit", "due"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    lamp: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> RectificationFilter {
        RectificationFilter {
            stage: Stage::from_code(&self.stage),
            lamp: Lamp::from_code(&self.lamp),
            words: self.q.trim().to_owned(),
        }
    }

    fn order(&self) -> RectificationSort {
        match self.sort.as_str() {
            "unit" => RectificationSort::Unit,
            "due" => RectificationSort::Due,
            _ => RectificationSort::Latest,
        }
    }
}

impl Listed for Asked {
    type Line = RectificationLine;

    const FAMILY: &'static str = "rectification";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "rectifications";
    const COLUMNS: &'static [&'static str] = &["where", "unit", "clock", "due", "organ"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        self.filter() != RectificationFilter::default()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let column = |name: &str| words.say(&format!("rectification-column-{name}"));
        let stages = any_of::<Stage>(words, &self.stage);
        let lamps = any_of::<Lamp>(words, &self.lamp);
        vec![
            FilterField::Word { name: "q", label: column("words"), value: self.q.clone() },
            FilterField::Choice { name: "stage", label: column("where"), choices: stages },
            FilterField::Choice { name: "lamp", label: column("stage"), choices: lamps },
            listing::orders(words, "rectification", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<RectificationLine>, i64), ActError> {
        let found =
            at.state.acts.rectifications(at.account(), &self.filter(), self.order()).await?;
        Ok(listing::cut(found, page))
    }

    fn row(&self, at: &At, line: &RectificationLine) -> Row {
        let shell = &at.shell;
        let (words, one) = (shell.words, &line.rectification);
        let mut cells = texts(shell, line).to_vec();
        let due = one.running().map_or_else(String::new, |(_, due)| due_text(words, due.due));
        cells.extend([due, shell.unit_name(&line.organ)]);
        Row {
            name: Link::new(format!("{HOME}/{}", one.id), one.item.clone()),
            light: Light::rectification(words, line.lamp),
            cells,
        }
    }

    fn cells(&self, at: &At, line: &RectificationLine) -> Vec<Cell> {
        let shell = &at.shell;
        let (words, one) = (shell.words, &line.rectification);
        let mut cells = vec![Cell::Text(one.item.clone()), Cell::Text(words.term(line.lamp))];
        cells.extend(texts(shell, line).map(Cell::Text));
        cells.push(match one.running().map(|(_, due)| due.due) {
            Some(Due::Fixed(day)) => Cell::Day(day),
            Some(due) => Cell::Text(due_text(words, due)),
            None => Cell::Empty,
        });
        cells.push(Cell::Text(shell.unit_name(&line.organ)));
        cells
    }
}

/// Where it stands, which unit, which term runs.
fn texts(shell: &Shell, line: &RectificationLine) -> [String; 3] {
    let one = &line.rectification;
    let clock = one.running().map_or_else(String::new, |(clock, _)| shell.words.term(clock));
    [shell.words.term(one.stage), shell.unit_name(&line.unit), clock]
}
