//! The entries of both lists, on the screen and as a file.

use super::show::subject;
use super::{HOME, NOMINATE};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::search;
use crate::page::matter::wrong::refuse;
use crate::page::report::due_text;
use crate::part::{FilterField, Light, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::list_entry::view::{ListFilter, ListLine, ListSort};
use qz_document::sheet::Cell;
use qz_domain::list_entry::{Board, Standing};
use qz_domain::spelled::Spelled;
use qz_domain::term::Due;
use serde::Deserialize;

const COLUMNS: [&str; 4] = ["board", "unit", "where", "due"];
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

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let column = |name: &str| words.say(&format!("board-column-{name}"));
        let boards = any_of::<Board>(words, &self.board);
        let standings = any_of::<Standing>(words, &self.standing);
        vec![
            FilterField::Word { name: "q", label: column("words"), value: self.q.clone() },
            FilterField::Choice { name: "board", label: column("board"), choices: boards },
            FilterField::Choice { name: "standing", label: column("stage"), choices: standings },
            list::orders(words, "board", &ORDERS, &self.sort),
        ]
    }
}

/// `GET /desk/lists`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let lines = read(&state, &granted, &shell, &asked).await?;
    let (page, words) = (search::page(&asked.page), shell.words);
    let most = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let first = usize::try_from((page - 1) * PER_PAGE).unwrap_or(usize::MAX);
    let listing = Listing {
        family: "board",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().skip(first).take(most).map(|line| row(&shell, line)).collect(),
        fields: asked.fields(words),
        faults: vec![],
        is_filtered: asked.filter() != ListFilter::default(),
        page,
        total: lines.len() as u64,
        ways: vec![Link::new(NOMINATE, words.say("board-nominate-title"))],
    };
    list::show(shell, listing)
}

/// `GET /desk/lists/export.csv`, `export.xlsx`
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let lines = read(&state, &granted, &shell, &asked).await?;
    let rows = lines.iter().map(|line| cells(&shell, line)).collect();
    list::export(&shell, ("board", "lists"), &COLUMNS, rows, format)
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    asked: &Asked,
) -> Result<Vec<ListLine>, WebError> {
    let found = state.acts.list_entries(granted.account(), &asked.filter(), asked.order()).await;
    found.map_err(|fault| refuse(shell, HOME, fault))
}

/// Which list, which unit, which step.
fn texts(shell: &Shell, line: &ListLine) -> [String; 3] {
    let one = &line.entry;
    [shell.words.term(one.board), shell.unit_name(&line.unit), shell.words.term(one.stage)]
}

fn row(shell: &Shell, line: &ListLine) -> Row {
    let mut cells = texts(shell, line).to_vec();
    let due = line.running().map(|term| due_text(shell.words, term.due));
    cells.push(due.unwrap_or_default());
    Row {
        name: Link::new(format!("{HOME}/{}", line.entry.id), subject(shell, line)),
        light: Light::standing(shell.words, (line.entry.board, line.standing)),
        cells,
    }
}

fn cells(shell: &Shell, line: &ListLine) -> Vec<Cell> {
    let words = shell.words;
    let mut cells = vec![Cell::Text(subject(shell, line)), Cell::Text(words.term(line.standing))];
    cells.extend(texts(shell, line).map(Cell::Text));
    cells.push(match line.running().map(|term| term.due) {
        Some(Due::Fixed(day)) => Cell::Day(day),
        Some(due) => Cell::Text(due_text(words, due)),
        None => Cell::Empty,
    });
    cells
}
