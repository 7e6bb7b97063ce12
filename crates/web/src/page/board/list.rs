//! The entries of both lists, on the screen and as a file.

use super::show::subject;
use super::{HOME, NOMINATE};
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::report::due_text;
use crate::part::{FilterField, Light, Link};
use crate::shell::Shell;
use qz_acts::ActError;
use qz_acts::list_entry::view::{ListFilter, ListLine, ListSort};
use qz_document::sheet::Cell;
use qz_domain::list_entry::{Board, Standing};
use qz_domain::spelled::Spelled;
use qz_domain::term::Due;
use serde::Deserialize;

const ORDERS: [&str; 3] = ["latest", "unit", "due"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    board: String,
    standing: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> ListFilter {
        ListFilter {
            board: Board::from_code(&self.board),
            standing: Standing::from_code(&self.standing),
            words: self.q.trim().to_owned(),
        }
    }

    fn order(&self) -> ListSort {
        match self.sort.as_str() {
            "unit" => ListSort::Unit,
            "due" => ListSort::Due,
            _ => ListSort::Latest,
        }
    }
}

impl Listed for Asked {
    type Line = ListLine;

    const FAMILY: &'static str = "board";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "lists";
    const COLUMNS: &'static [&'static str] = &["board", "unit", "where", "due"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        self.filter() != ListFilter::default()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let column = |name: &str| words.say(&format!("board-column-{name}"));
        let boards = any_of::<Board>(words, &self.board);
        let standings = any_of::<Standing>(words, &self.standing);
        vec![
            FilterField::Word { name: "q", label: column("words"), value: self.q.clone() },
            FilterField::Choice { name: "board", label: column("board"), choices: boards },
            FilterField::Choice { name: "standing", label: column("stage"), choices: standings },
            listing::orders(words, "board", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<ListLine>, i64), ActError> {
        let found = at.state.acts.list_entries(at.account(), &self.filter(), self.order()).await?;
        Ok(listing::cut(found, page))
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        vec![Link::new(NOMINATE, at.shell.say("board-nominate-title"))]
    }

    fn row(&self, at: &At, line: &ListLine) -> Row {
        let shell = &at.shell;
        let mut cells = texts(shell, line).to_vec();
        let due = line.running().map(|term| due_text(shell.words, term.due));
        cells.push(due.unwrap_or_default());
        Row {
            name: Link::new(format!("{HOME}/{}", line.entry.id), subject(shell, line)),
            light: Light::standing(shell.words, (line.entry.board, line.standing)),
            cells,
        }
    }

    fn cells(&self, at: &At, line: &ListLine) -> Vec<Cell> {
        let shell = &at.shell;
        let words = shell.words;
        let mut cells =
            vec![Cell::Text(subject(shell, line)), Cell::Text(words.term(line.standing))];
        cells.extend(texts(shell, line).map(Cell::Text));
        cells.push(match line.running().map(|term| term.due) {
            Some(Due::Fixed(day)) => Cell::Day(day),
            Some(due) => Cell::Text(due_text(words, due)),
            None => Cell::Empty,
        });
        cells
    }
}

/// Which list, which unit, which step.
fn texts(shell: &Shell, line: &ListLine) -> [String; 3] {
    let one = &line.entry;
    [shell.words.term(one.board), shell.unit_name(&line.unit), shell.words.term(one.stage)]
}
