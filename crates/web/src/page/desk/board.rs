//! The entries of the two lists that wait for a step of whoever is signed in, the most pressing first.

use super::{Row, Today};
use crate::error::WebError;
use crate::page::board::HOME;
use crate::page::matter::days_left;
use crate::page::person::either;
use crate::part::{Light, Link};
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::list_entry::ListLine;
use qz_domain::term::Due;

/// From how many days before its last day an entry wants attention.
const NEAR_DAYS: i64 = 1;

/// What waits for whoever is signed in.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    let found = today.state.acts.list_entries_waiting(today.granted.account()).await;
    let lines = found.map_err(WebError::internal)?;
    let rows = lines.iter().map(|line| row(today.words, today.day, line)).collect();
    today.waits("boards", rows, HOME);
    Ok(())
}

fn row(words: Words, day: Date, line: &ListLine) -> Row {
    let (one, unit) = (&line.entry, either(words, &line.unit.name, &line.unit.name_en));
    let running = line.running();
    let light = match running.map(|term| term.due) {
        Some(Due::Fixed(due)) => Light::due(words, days_left(due, day), NEAR_DAYS),
        _ => Light::standing(words, (one.board, line.standing)),
    };
    let said = [("board", words.term(one.board).into()), ("name", unit.into())];
    Row {
        light,
        act: None,
        title: Link::new(format!("{HOME}/{}", one.id), words.say_with("board-title", &said)),
        about: one.reason.clone(),
        place: words.term(one.stage),
        when: running.map(|term| words.short_day(term.due.earliest())),
    }
}
