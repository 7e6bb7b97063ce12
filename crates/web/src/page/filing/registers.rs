//! The registers that whoever is signed in may write: of each, the latest entries they may read and the way to write one.

use super::Item;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::part::{EmptyState, Link};
use crate::shell::Shell;
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::run::view::{EntryLine, RegisterView};

#[derive(Template)]
#[template(path = "scheme/registers.html")]
struct RegistersPage {
    shell: Shell,
    title: String,
    lead: String,
    registers: Vec<Register>,
    empty: Option<EmptyState>,
}

/// A register of a unit.
struct Register {
    title: String,
    about: String,
    note: String,
    write: Link,
    columns: Vec<String>,
    rows: Vec<Row>,
    count: String,
}

/// An entry.
struct Row {
    day: String,
    by: String,
    cells: Vec<String>,
}

/// `GET /desk/registers`
pub(super) async fn list(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let found = state.acts.registers(granted.account()).await.map_err(WebError::internal)?;
    let registers: Vec<_> = found.iter().map(|one| register(&shell, one)).collect();
    let page = RegistersPage {
        title: shell.say("register-title"),
        lead: shell.say("register-lead"),
        empty: registers.is_empty().then(|| EmptyState::new(shell.say("register-empty"))),
        registers,
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

fn register(shell: &Shell, view: &RegisterView) -> Register {
    let item = Item {
        adoption: view.adoption,
        element: view.element.clone(),
        cycle: view.cycle,
        unit: view.unit.code.clone(),
        answers: None,
    };
    let values =
        [("scheme", view.scheme.as_str().into()), ("unit", shell.unit_name(&view.unit).into())];
    let count = i64::try_from(view.entries.len()).unwrap_or(i64::MAX);
    let key = if view.is_sealed { "register-own-count" } else { "register-count" };
    Register {
        title: view.element.clone(),
        about: shell.say_with("register-about", &values),
        note: view.note.clone(),
        write: Link::new(item.at("/desk/registers/write"), shell.say("register-write-button")),
        columns: view.columns.clone(),
        rows: view.entries.iter().map(|one| row(shell, view, one)).collect(),
        count: shell.say_with(key, &[("count", count.into())]),
    }
}

fn row(shell: &Shell, view: &RegisterView, entry: &EntryLine) -> Row {
    let cell = |column: &String| {
        let found = entry.filing.fields.iter().find(|field| field.title == *column);
        found.map_or_else(String::new, |field| field.value.clone())
    };
    Row {
        day: shell.words.date(entry.filing.cycle),
        by: entry.by.clone(),
        cells: view.columns.iter().map(cell).collect(),
    }
}
