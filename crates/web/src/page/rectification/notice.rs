//! The notice (整改通知书) to print: what, by what it is known to be done, by when, and what the unit may do.

use super::HOME;
use super::show::{due_text, source};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::wrong::refuse;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::rectification::view::RectificationView;
use qz_domain::id::RectificationId;

#[derive(Template)]
#[template(path = "rectification/notice.html")]
struct NoticePage {
    shell: Shell,
    organ: String,
    unit: String,
    number: String,
    day: String,
    rows: Vec<(String, String)>,
    back: String,
}

/// `GET /desk/rectifications/{id}/notice`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<RectificationId>,
) -> Result<Response, WebError> {
    let view = state.acts.rectification(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    Ok(Html(draw(shell, &view).render()?).into_response())
}

fn draw(shell: Shell, view: &RectificationView) -> NoticePage {
    let (words, one) = (shell.words, &view.line.rectification);
    let field = |name: &str| shell.say(&format!("matter-field-{name}"));
    let rows = vec![
        (shell.say("rectification-source"), source(&shell, &view.source, false).label),
        (field("item"), one.item.clone()),
        (field("standard"), one.standard.clone()),
        (shell.say("rectification-plan-until"), due_text(words, one.plan_due.due)),
        (field("rectify-by"), due_text(words, one.due.due)),
    ];
    NoticePage {
        organ: shell.unit_name(&view.line.organ),
        unit: shell.unit_name(&view.line.unit),
        number: one.id.to_string(),
        day: words.date(one.ordered_on),
        rows,
        back: format!("{HOME}/{}", one.id),
        shell,
    }
}
