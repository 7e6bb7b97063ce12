//! The sheet of a visit (情况单) for the file of a case: what the record says, as a print page.

use super::show::{replied, signatures};
use crate::page::matter::paper::{Paper, boxes, row};
use crate::shell::Shell;
use qz_acts::visit::view::VisitView;
use qz_domain::instant;

/// What stands on it.
pub(in crate::page) fn sheet(shell: &Shell, view: &VisitView) -> Paper {
    let visit = &view.visit;
    let when = visit.visited_at.map(|at| shell.words.date_time(instant::civil(at)));
    let reply = view.reply.as_ref().map_or_else(String::new, |reply| replied(shell, reply));
    let team = signatures(shell, view).into_iter().map(|one| match one.signed {
        Some(signed) => format!("{}（{signed}）", one.name),
        None => one.name,
    });
    Paper {
        organ: shell.unit_name(&view.organ),
        number: visit.number.to_string(),
        heading: shell.say("visit-paper-heading"),
        rows: vec![
            row(shell, "unit", shell.unit_name(&view.unit), 1),
            row(shell, "when-where", when.unwrap_or_default(), 1),
            row(shell, "manner-of-visit", boxes(shell, Some(visit.manner)), 1),
            row(shell, "observed", visit.observed.clone(), 7),
            row(shell, "outcome", boxes(shell, visit.outcome), 1),
            row(shell, "told", visit.told.clone(), 1),
            row(shell, "reply", reply, 3),
            row(shell, "signatures", team.collect::<Vec<_>>().join("、"), 2),
        ],
        foot: shell.say("visit-paper-foot"),
        ..Paper::default()
    }
}
