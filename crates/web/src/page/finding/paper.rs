//! The papers of a finding: registration, record of questions and answers, determination, clearing of the unit.

use super::show::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::paper::{Paper, boxes, chosen, day, draw, row, taken};
use crate::page::matter::wrong::refuse;
use crate::part::Link;
use crate::shell::Shell;
use axum::extract::{Path, State};
use axum::response::Response;
use qz_acts::finding::view::FindingView;
use qz_domain::finding::{Adjudication, PaperKind, Screening, Stage};
use qz_domain::id::FindingId;
use qz_domain::matter::Part;
use qz_domain::reading::Reading;
use qz_domain::spelled::Spelled;

/// The button that leads to them.
pub(super) fn link(shell: &Shell, home: &str) -> Link {
    Link::new(format!("{home}/paper/lead"), shell.say("paper-all"))
}

/// `GET /desk/findings/{id}/paper/{kind}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path((id, kind)): Path<(FindingId, String)>,
) -> Result<Response, WebError> {
    let view = state.acts.finding(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let home = format!("{HOME}/{id}");
    let (kind, papers) = chosen(&shell, (&home, &kind), &PaperKind::of(view.finding.stage))?;
    let named = view.subjects.iter().filter_map(|line| line.person.as_ref());
    state.acts.note_reads(granted.actor(), (Reading::Finding, id.0), named.map(|one| one.id));
    let above = vec![
        Link::new(HOME, shell.say("finding-list-title")),
        Link::new(home, view.finding.number.to_string()),
    ];
    let paper = paper(&shell, &view, kind);
    draw(shell, above, papers, paper)
}

/// What stands on one of them.
pub(in crate::page) fn paper(shell: &Shell, view: &FindingView, kind: PaperKind) -> Paper {
    let blank = Paper {
        organ: shell.unit_name(&view.organ),
        number: view.finding.number.to_string(),
        heading: shell.words.term(kind),
        foot: shell.say(&format!("paper-foot-{}", kind.code())),
        ..Paper::default()
    };
    match kind {
        PaperKind::Lead => lead(shell, view, blank),
        PaperKind::Record => record(shell, view, blank),
        PaperKind::Determination => determination(shell, view, blank),
        PaperKind::Clearing => clearing(shell, view, blank),
    }
}

fn lead(shell: &Shell, view: &FindingView, blank: Paper) -> Paper {
    let it = &view.finding;
    let screening = match it.stage {
        Stage::Registered => None,
        Stage::PutRight => Some(Screening::PutRight),
        Stage::Closed => Some(Screening::Close),
        _ => Some(Screening::Pursue),
    };
    let visit = view.visit.as_ref().map(|visit| visit.number.to_string());
    let visit = visit.unwrap_or_else(|| shell.say("finding-without-visit"));
    let rows = vec![
        row(shell, "unit", shell.unit_name(&view.unit), 1),
        row(shell, "visit", visit, 1),
        row(shell, "day", shell.words.date(it.registered_on), 1),
        row(shell, "facts", it.facts.clone(), 8),
        row(shell, "registered-by", taken(&view.hands, Part::Registered), 2),
        row(shell, "screening", boxes(shell, screening), 1),
        row(shell, "because", it.screening.clone(), 4),
        row(shell, "screened-by", taken(&view.hands, Part::Screened), 2),
        row(shell, "screened-on", day(shell, it.screened_on), 1),
    ];
    Paper { rows, ..blank }
}

fn record(shell: &Shell, view: &FindingView, blank: Paper) -> Paper {
    let it = &view.finding;
    let matter = format!("{} · {}", it.number, shell.unit_name(&view.unit));
    let rows = vec![
        row(shell, "matter", matter, 1),
        row(shell, "when-where", day(shell, it.verified_on), 1),
        row(shell, "asked-by", taken(&view.hands, Part::Verified), 2),
        row(shell, "taken-by", "", 1),
        row(shell, "asked", "", 2),
        row(shell, "told-rights", "", 2),
        row(shell, "questions", "", 14),
        row(shell, "established", it.established.clone(), 5),
        row(shell, "in-favour", it.in_favour.clone(), 3),
        row(shell, "read-back", "", 2),
        row(shell, "each-page", "", 2),
        row(shell, "signatures", "", 2),
    ];
    Paper { rows, ..blank }
}

fn determination(shell: &Shell, view: &FindingView, blank: Paper) -> Paper {
    let it = &view.finding;
    let outcome = match it.stage {
        Stage::Upheld => Some(Adjudication::Upheld),
        Stage::Partly => Some(Adjudication::Partly),
        Stage::Unfounded => Some(Adjudication::Unfounded),
        _ => None,
    };
    let on = it.adjudicated_on.filter(|_| !it.ground.is_empty());
    let ground = on.map_or_else(String::new, |on| shell.words.ground(&it.ground, on));
    let rows = vec![
        row(shell, "unit", shell.unit_name(&view.unit), 1),
        row(shell, "established", it.established.clone(), 6),
        row(shell, "in-favour", it.in_favour.clone(), 3),
        row(shell, "determination", boxes(shell, outcome), 1),
        row(shell, "ground", ground, 2),
        row(shell, "because", it.reason.clone(), 6),
        row(shell, "determined-by", taken(&view.hands, Part::Adjudicated), 2),
        row(shell, "day", day(shell, it.adjudicated_on), 1),
    ];
    Paper { rows, ..blank }
}

fn clearing(shell: &Shell, view: &FindingView, blank: Paper) -> Paper {
    let it = &view.finding;
    let unit = shell.unit_name(&view.unit);
    let said = [
        ("number", it.number.to_string().into()),
        ("day", shell.words.date(it.registered_on).into()),
    ];
    let sign = it.adjudicated_on.map(|on| (shell.unit_name(&view.organ), shell.words.date(on)));
    Paper {
        to: shell.say_with("paper-to", &[("name", unit.into())]),
        says: vec![shell.say_with("paper-clearing-unit", &said), it.reason.clone()],
        rows: vec![row(shell, "receiver-signature", "", 2)],
        sign,
        ..blank
    }
}
