//! The notice (整改通知书) to print: what, by what it is known to be done, by when, and what the unit may do.

use super::HOME;
use super::show::{due_text, source, title};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::paper::{Paper, Row, draw};
use crate::page::matter::wrong::refuse;
use crate::part::Link;
use crate::shell::Shell;
use axum::extract::{Path, State};
use axum::response::Response;
use qz_acts::rectification::view::RectificationView;
use qz_domain::id::RectificationId;

/// `GET /desk/rectifications/{id}/notice`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<RectificationId>,
) -> Result<Response, WebError> {
    let view = state.acts.rectification(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let above = vec![
        Link::new(HOME, shell.say("rectification-list-title")),
        Link::new(format!("{HOME}/{id}"), title(&shell, &view.line)),
    ];
    let paper = notice(&shell, &view);
    draw(shell, above, vec![], paper)
}

/// What stands on it.
pub(in crate::page) fn notice(shell: &Shell, view: &RectificationView) -> Paper {
    let (words, one) = (shell.words, &view.line.rectification);
    let field = |name: &str| shell.say(&format!("matter-field-{name}"));
    let row = |label: String, value: String| Row::new(label, value, 1);
    let unit = shell.unit_name(&view.line.unit);
    let organ = shell.unit_name(&view.line.organ);
    Paper {
        number: format!("{organ} · {}", one.id),
        heading: shell.say("rectification-notice-title"),
        says: vec![shell.say_with("rectification-notice-opening", &[("unit", unit.into())])],
        rows: vec![
            row(shell.say("rectification-source"), source(shell, &view.source, false).label),
            row(field("item"), one.item.clone()),
            row(field("standard"), one.standard.clone()),
            row(shell.say("rectification-plan-until"), due_text(words, one.plan_due.due)),
            row(field("rectify-by"), due_text(words, one.due.due)),
        ],
        sign: Some((organ.clone(), words.date(one.ordered_on))),
        foot: format!(
            "{} {}",
            shell.say("rectification-notice-more"),
            shell.say("rectification-notice-remedy")
        ),
        organ,
        ..Paper::default()
    }
}
