//! Ask many people of a unit at once what happened on their days: those that are ticked. Whoever cannot be asked is
//! named, the others are.

use super::UNIT;
use super::unit::{Said, again};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::settle;
use crate::query;
use crate::shell::Shell;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::attendance::AskDay;
use qz_domain::attendance::PersonDay;
use qz_domain::id::UnitId;
use qz_domain::month::Month;

/// `POST /desk/attendance/unit/ask`
pub(super) async fn ask_many(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let unit: UnitId = sent.get("unit").parse().map_err(|_| WebError::NotFound)?;
    let month: Month = sent.get("month").parse().map_err(|_| WebError::NotFound)?;
    let ticked = sent.names().filter_map(|name| name.strip_prefix("ask.")?.parse().ok());
    let mut days: Vec<PersonDay> = ticked.collect();
    days.sort_unstable();
    let mut failed = vec![];
    for day in days {
        let act = AskDay { actor: granted.account(), day };
        let request = format!("{} ask {} {day}", granted.account(), sent.request());
        if let Err((_, refusal)) = settle(&shell, UNIT, state.acts.perform(request, act).await)? {
            let why = refusal.map(|one| one.title).unwrap_or_default();
            failed.push((shell.words.date(day.day), why));
        }
    }
    let units = state.acts.units().await.map_err(WebError::internal)?;
    let code = units.into_iter().find(|one| one.id == unit).map(|one| one.code);
    let code = code.ok_or(WebError::NotFound)?;
    if failed.is_empty() {
        let home = query::with(&query::with(UNIT, "unit", &code), "month", &month.to_string());
        return Ok(Redirect::to(&home).into_response());
    }
    again((&state, &granted, shell), (code, month), Said { failed, ..Said::default() }).await
}
