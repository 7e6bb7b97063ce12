//! The papers of an accountability: notice, record of the statement, minutes, decision, receipt, clearing.

use super::show::subject;
use super::{HOME, length};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::chain;
use crate::page::matter::paper::{Paper, boxes, chosen, day, draw, row};
use crate::page::matter::term_text;
use crate::page::matter::tolerance;
use crate::page::matter::wrong::refuse;
use crate::part::Link;
use crate::shell::Shell;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::civil::Date;
use qz_acts::accountability::view::AccountabilityView;
use qz_domain::accountability::PaperKind;
use qz_domain::id::AccountabilityId;
use qz_domain::reading::Reading;
use qz_domain::spelled::Spelled;

/// The button that leads to them.
pub(super) fn link(shell: &Shell, home: &str) -> Link {
    Link::new(format!("{home}/paper/notice"), shell.say("paper-all"))
}

/// `GET /desk/accountabilities/{id}/paper/{kind}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path((id, kind)): Path<(AccountabilityId, String)>,
) -> Result<Response, WebError> {
    let view = state.acts.accountability(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let all = PaperKind::of(&view.row, view.unfounded_on.is_some());
    let home = format!("{HOME}/{id}");
    let (kind, papers) = chosen(&shell, (&home, &kind), &all)?;
    state.acts.note_reads(granted.actor(), (Reading::Accountability, id.0), view.row.person());
    let above = vec![
        Link::new(HOME, shell.say("accountability-list-title")),
        Link::new(home.clone(), subject(&shell, &view)),
    ];
    let paper = paper(&shell, &view, kind);
    draw(shell, above, papers, paper)
}

/// What stands on one of them.
pub(in crate::page) fn paper(shell: &Shell, view: &AccountabilityView, kind: PaperKind) -> Paper {
    let blank = Paper {
        organ: shell.unit_name(&view.organ),
        heading: shell.words.term(kind),
        foot: shell.say(&format!("paper-foot-{}", kind.code())),
        ..Paper::default()
    };
    match kind {
        PaperKind::Notice => notice(shell, view, blank),
        PaperKind::Statement => statement(shell, view, blank),
        PaperKind::Minutes => minutes(shell, view, blank),
        PaperKind::Decision => decision(shell, view, blank),
        PaperKind::Receipt => receipt(shell, view, blank),
        PaperKind::Clearing => clearing(shell, view, blank),
    }
}

fn signed(shell: &Shell, view: &AccountabilityView, day: Option<Date>) -> Option<(String, String)> {
    day.map(|day| (shell.unit_name(&view.organ), shell.words.date(day)))
}

fn to(shell: &Shell, view: &AccountabilityView) -> String {
    shell.say_with("paper-to", &[("name", subject(shell, view).into())])
}

fn notice(shell: &Shell, view: &AccountabilityView, blank: Paper) -> Paper {
    let (it, words) = (&view.row, shell.words);
    let unit = shell.unit_name(&view.unit);
    let mut says = vec![shell.say_with(
        "paper-notice-found",
        &[("unit", unit.into()), ("facts", view.finding.established.as_str().into())],
    )];
    if !view.finding.in_favour.is_empty() {
        let facts = [("facts", view.finding.in_favour.as_str().into())];
        says.push(shell.say_with("paper-notice-in-favour", &facts));
    }
    says.push(shell.say_with("paper-notice-conduct", &[("conduct", it.conduct.as_str().into())]));
    let proposed = [
        ("ground", words.ground(&it.ground, it.noticed_on).into()),
        ("measure", words.measure(&it.proposed, it.noticed_on).into()),
    ];
    says.push(shell.say_with("paper-notice-proposed", &proposed));
    let answered = tolerance::said(shell, &view.tolerance, it.noticed_on);
    if !answered.is_empty() {
        says.push(shell.say("paper-notice-tolerance"));
        says.extend(answered.into_iter().map(|(asked, said)| format!("{asked} —— {said}")));
    }
    let own = chain::said(shell, view.link.as_ref());
    says.extend(own.into_iter().map(|(what, said)| format!("{what} —— {said}")));
    let due = words.date(it.answer_due.due.earliest());
    says.push(shell.say_with("paper-notice-right", &[("day", due.into())]));
    let rows = vec![row(shell, "signature", "", 2), row(shell, "day", "", 1)];
    let sign = signed(shell, view, Some(it.noticed_on));
    Paper { to: to(shell, view), says, rows, sign, ..blank }
}

fn statement(shell: &Shell, view: &AccountabilityView, blank: Paper) -> Paper {
    let rows = vec![
        row(shell, "speaker", subject(shell, view), 1),
        row(shell, "when-where", day(shell, view.row.answered_on), 1),
        row(shell, "taken-by", "", 1),
        row(shell, "statement", view.row.statement.clone(), 12),
        row(shell, "read-back", "", 2),
        row(shell, "signature", "", 2),
    ];
    Paper { rows, ..blank }
}

fn minutes(shell: &Shell, view: &AccountabilityView, blank: Paper) -> Paper {
    let it = &view.row;
    let rows = vec![
        row(shell, "matter", format!("{} · {}", view.finding.number, subject(shell, view)), 1),
        row(shell, "when-where", day(shell, it.decided_on), 1),
        row(shell, "chair", "", 1),
        row(shell, "present", "", 3),
        row(shell, "proposed", shell.words.measure(&it.proposed, it.noticed_on), 1),
        row(shell, "response", it.response.clone(), 4),
        row(shell, "views", "", 8),
        row(shell, "conclusion", it.because.clone(), 4),
        row(shell, "signatures", "", 3),
    ];
    Paper { rows, ..blank }
}

fn decision(shell: &Shell, view: &AccountabilityView, blank: Paper) -> Paper {
    let (it, words) = (&view.row, shell.words);
    let day = it.decided_on.unwrap_or(it.noticed_on);
    let mut says =
        vec![shell.say_with("paper-decision-conduct", &[("conduct", it.conduct.as_str().into())])];
    if !it.response.is_empty() {
        let response = [("response", it.response.as_str().into())];
        says.push(shell.say_with("paper-decision-response", &response));
    }
    let decided = [
        ("ground", words.ground(&it.ground, it.noticed_on).into()),
        ("measure", words.measure(&it.measure, day).into()),
        ("because", it.because.as_str().into()),
    ];
    says.push(shell.say_with("paper-decision-decided", &decided));
    says.extend(length::decided(shell, view));
    says.push(remedy(shell, view));
    Paper {
        number: number(shell, view),
        to: to(shell, view),
        says,
        sign: signed(shell, view, it.decided_on),
        ..blank
    }
}

/// The way to a review, with its last day once the decision is served.
fn remedy(shell: &Shell, view: &AccountabilityView) -> String {
    let organ = shell.unit_name(&view.organ);
    match &view.row.remedy_due {
        None => shell.say_with("paper-decision-remedy", &[("organ", organ.into())]),
        Some(due) => {
            let term = term_text(shell.words, &view.county, ("remedy_ask", due));
            let said = [("organ", organ.into()), ("term", term.into())];
            shell.say_with("paper-decision-remedy-until", &said)
        }
    }
}

fn number(shell: &Shell, view: &AccountabilityView) -> String {
    let organ = shell.unit_name(&view.organ);
    view.row.number.map_or_else(String::new, |number| format!("{organ}{number}"))
}

fn receipt(shell: &Shell, view: &AccountabilityView, blank: Paper) -> Paper {
    let document = format!("{} {}", shell.words.term(PaperKind::Decision), number(shell, view));
    let manner = view.service.as_ref().map(|service| service.manner);
    let witnesses = view.service.as_ref().map_or(&[][..], |service| &service.witnesses);
    let rows = vec![
        row(shell, "document", document, 1),
        row(shell, "receiver", subject(shell, view), 1),
        row(shell, "when-where", day(shell, view.row.served_on), 1),
        row(shell, "manner", boxes(shell, manner), 1),
        row(shell, "receiver-signature", "", 2),
        row(shell, "refused-because", "", 2),
        row(shell, "witnesses", witnesses.join("、"), 2),
        row(shell, "server-signature", "", 2),
    ];
    Paper { rows, ..blank }
}

fn clearing(shell: &Shell, view: &AccountabilityView, blank: Paper) -> Paper {
    let says = vec![view.row.response.clone()];
    Paper { to: to(shell, view), says, sign: signed(shell, view, view.row.served_on), ..blank }
}
