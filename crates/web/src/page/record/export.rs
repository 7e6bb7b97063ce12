//! One's own record as a file: every entry.

use super::mine;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::page::listing;
use crate::page::matter::wrong::refuse;
use crate::shell::Shell;
use axum::extract::State;
use axum::response::Response;
use qz_document::sheet::{Cell, Sheet};

/// `GET /desk/me/record/export.csv` and `.xlsx`
pub(super) async fn file(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
) -> Result<Response, WebError> {
    let id = granted.person().ok_or(WebError::NotFound)?;
    let view = state.acts.person(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, "/desk", fault))?;
    let own = mine::read(&state, &granted, &shell, &view).await?.ok_or(WebError::NotFound)?;
    let rows = own.entries().iter().map(|row| {
        vec![Cell::Text(row.kind.clone()), Cell::Text(row.says.clone()), listing::day(&row.day)]
    });
    let header = ["record-entry", "record-says", "record-day"].map(|key| shell.say(key));
    let now = shell.now_text().unwrap_or_default();
    let sheet = Sheet {
        title: shell.say("record-title"),
        header: header.to_vec(),
        rows: rows.collect(),
        notes: vec![shell.say_with("record-export-note", &[("now", now.into())])],
    };
    download::sheet(&sheet, "record", format)
}
