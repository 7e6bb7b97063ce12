//! The record of a sanction on paper (处分登记单): what its document says, what the subject is under by all of theirs
//! together, where they may turn, and room for those who sign. Nothing is decided on it.

use super::show::{facts, title};
use super::{HOME, own};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::paper::{Paper, Row, draw, row};
use crate::page::matter::wrong::refuse;
use crate::part::Link;
use crate::shell::Shell;
use axum::extract::{Path, State};
use axum::response::Response;
use qz_acts::sanction::view::SanctionView;
use qz_domain::id::SanctionId;
use qz_domain::reading::Reading;

/// The button that leads to it.
pub(super) fn link(shell: &Shell, home: &str) -> Link {
    Link::new(format!("{home}/paper"), shell.say("paper-all"))
}

/// `GET /desk/sanctions/{id}/paper`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<SanctionId>,
) -> Result<Response, WebError> {
    let view = state.acts.sanction(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    state.acts.note_reads(granted.actor(), (Reading::Sanction, id.0), [view.subject.id]);
    let above = vec![
        Link::new(HOME, shell.say("sanction-list-title")),
        Link::new(format!("{HOME}/{id}"), title(&shell, &view)),
    ];
    let paper = paper(&shell, &view);
    draw(shell, above, vec![], paper)
}

fn paper(shell: &Shell, view: &SanctionView) -> Paper {
    let (words, sanctions) = (shell.words, view.combined.as_ref());
    let mut says = vec![shell.say("sanction-paper-opening"), own::sum(words, sanctions)];
    says.extend(own::lines(words, sanctions));
    says.extend(Some(own::remedy(words, &view.row)).filter(|remedy| !remedy.is_empty()));
    let said = facts(shell, view).into_iter().map(|(label, value)| Row::new(label, value, 1));
    let mut rows: Vec<_> = said.collect();
    if !view.row.corrected.is_empty() {
        let label = shell.say("matter-field-corrected");
        rows.push(Row::new(label, view.row.corrected.clone(), 1));
    }
    rows.extend(["subject-signature", "registered-by", "day"].map(|name| row(shell, name, "", 2)));
    Paper {
        organ: shell.office().to_owned(),
        number: format!("{} · {}", shell.office(), view.row.id),
        heading: shell.say("sanction-paper-title"),
        to: shell.say_with("paper-to", &[("name", view.subject.name.as_str().into())]),
        says,
        rows,
        foot: shell.say("sanction-paper-foot"),
        ..Paper::default()
    }
}
