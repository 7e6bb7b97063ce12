//! The rows of the red and the black list: what is listed or in notice on the day, and nothing that came down.

use super::rows::Table;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::fault;
use jiff::civil::Date;
use qz_acts::list_entry::public::PublicEntry;
use qz_document::sheet::Cell;
use qz_domain::list_entry::Board;
use qz_domain::spelled::Spelled;

/// The columns of a list, with the keys of what they mean.
pub(super) const LIST: &[(&str, &str)] = &[
    ("standing", "board-column-stage"),
    ("unit_code", "portal-unit-code"),
    ("unit", "board-column-unit"),
    ("name", "board-column-person"),
    ("reason", "board-said-reason"),
    ("since", "board-column-since"),
    ("until", "board-column-due"),
    ("office", "board-column-office"),
    ("decision", "board-decision"),
    ("contested", "board-column-objection"),
];

/// The rows of a list on a day.
pub(super) async fn read(state: &WebState, board: Board, day: Date) -> Result<Table, WebError> {
    let list = state.acts.public_list(board, ("", day)).await.map_err(fault)?;
    Ok(list.listed.iter().chain(&list.noticed).map(row).collect())
}

fn row(entry: &PublicEntry) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(text.to_owned());
    vec![
        text(entry.standing.code()),
        text(&entry.unit.code),
        text(&entry.unit.name),
        entry.person.as_deref().map_or(Cell::Empty, text),
        text(&entry.reason),
        Cell::Day(entry.since),
        entry.until.map_or(Cell::Empty, Cell::Day),
        text(&entry.office.name),
        entry.decision.map_or(Cell::Empty, |number| text(&number.to_string())),
        Cell::Number(i64::from(entry.is_contested)),
    ]
}
