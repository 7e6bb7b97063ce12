//! What a page says of itself before it is shown: that it is kept from the public while it is checked, or
//! for good; what was corrected on it.

use crate::app::WebState;
use crate::error::WebError;
use crate::page::matter::day_text;
use crate::shell::Shell;
use askama::Template;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ticket::public::{PageNote, PageState};

#[derive(Template)]
#[template(path = "portal/hidden.html")]
struct HiddenPage {
    shell: Shell,
    said: String,
}

/// Puts the corrections of a page into its shell; of a hidden one, the notice in its place.
pub(super) async fn look(
    state: &WebState,
    request: &mut Request,
) -> Result<Option<Response>, WebError> {
    let path = request.uri().path().to_owned();
    let found = state.acts.page_state(&path).await.map_err(WebError::internal)?;
    let Some(shell) = request.extensions_mut().get_mut::<Shell>() else { return Ok(None) };
    if found.hidden_since.is_empty() {
        let said = |note: &PageNote| corrected(shell, note);
        let said = found.notes.iter().map(said).collect();
        shell.corrections = said;
        return Ok(None);
    }
    notice(shell.clone(), &found).map(Some)
}

fn corrected(shell: &Shell, note: &PageNote) -> String {
    let values = [
        ("day", day_text(shell.words, &note.day).into()),
        ("was", note.was.as_str().into()),
        ("became", note.became.as_str().into()),
    ];
    shell.say_with("ticket-page-corrected", &values)
}

/// That a page is not shown, and since when.
pub(crate) fn text(shell: &Shell, found: &PageState) -> String {
    let key = if found.is_removed { "ticket-page-removed" } else { "ticket-page-hidden" };
    let day = day_text(shell.words, &found.hidden_since);
    shell.say_with(key, &[("day", day.into())])
}

/// Refuses to say in another form what a page does not show.
///
/// # Errors
/// The page is hidden.
pub(crate) async fn must_be_shown(state: &WebState, path: &str) -> Result<(), WebError> {
    let found = state.acts.page_state(path).await.map_err(WebError::internal)?;
    if found.hidden_since.is_empty() { Ok(()) } else { Err(WebError::Withheld(found)) }
}

fn notice(shell: Shell, found: &PageState) -> Result<Response, WebError> {
    let said = text(&shell, found);
    let page = HiddenPage { shell, said }.render()?;
    Ok((StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS, Html(page)).into_response())
}
