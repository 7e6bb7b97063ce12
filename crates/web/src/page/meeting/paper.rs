//! The papers of a meeting: the agenda that is handed out, and the minutes, matter by matter.

use super::HOME;
use super::choose::{due, subject};
use super::show::{by, minutes_number, names, note_reads, proposal, result, tally, title};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::paper::{Paper, Row, chosen, draw, row};
use crate::page::matter::wrong::refuse;
use crate::part::Link;
use crate::shell::Shell;
use axum::extract::{Path, State};
use axum::response::Response;
use qz_acts::meeting::view::{ItemView, Matter, MeetingView};
use qz_domain::id::MeetingId;
use qz_domain::meeting::{PaperKind, Vote};
use qz_domain::spelled::Spelled;

/// The buttons that lead to them.
pub(super) fn links(shell: &Shell, view: &MeetingView, home: &str) -> Vec<Link> {
    let link = |kind: PaperKind| {
        Link::new(format!("{home}/paper/{}", kind.code()), shell.words.term(kind))
    };
    all(view).iter().map(|kind| link(*kind)).collect()
}

/// The agenda always; the minutes once there is something to write down.
fn all(view: &MeetingView) -> Vec<PaperKind> {
    let has_ballots = view.row.items.iter().any(|item| item.proposal.is_some());
    let minutes = has_ballots.then_some(PaperKind::Minutes);
    [PaperKind::Agenda].into_iter().chain(minutes).collect()
}

/// `GET /desk/meetings/{id}/paper/{kind}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path((id, kind)): Path<(MeetingId, String)>,
) -> Result<Response, WebError> {
    let view = state.acts.meeting(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let at = At { state, granted, shell };
    note_reads(&at, &view);
    let home = format!("{HOME}/{id}");
    let (kind, papers) = chosen(&at.shell, (&home, &kind), &all(&view))?;
    let shell = at.shell;
    let above = vec![
        Link::new(HOME, shell.say("meeting-list-title")),
        Link::new(home, title(&shell, &view)),
    ];
    let paper = match kind {
        PaperKind::Agenda => agenda(&shell, &view),
        PaperKind::Minutes => minutes(&shell, &view),
    };
    draw(shell, above, papers, paper)
}

fn head(shell: &Shell, view: &MeetingView) -> Vec<Row> {
    let chair = view.people.iter().find(|one| Some(one.person) == view.row.chair());
    let mut rows = vec![
        row(shell, "when-where", shell.words.date(view.row.held_on), 1),
        row(shell, "chair", chair.map_or("", |one| one.name.as_str()), 1),
        row(shell, "present", names(view, true), 2),
    ];
    let absent = names(view, false);
    if !absent.is_empty() {
        rows.push(Row::new(shell.say("meeting-column-absent"), absent, 1));
    }
    rows
}

fn label(shell: &Shell, item: &ItemView) -> String {
    shell.say_with("meeting-paper-item", &[("place", item.place.into())])
}

/// Finding, subject and unit of a matter.
fn about(shell: &Shell, matter: &Matter) -> String {
    let unit = shell.unit_name(&matter.around.unit);
    let subject = subject(shell, matter);
    let of = if subject == unit { unit } else { format!("{subject} · {unit}") };
    format!("{} · {of}", matter.finding)
}

fn agenda(shell: &Shell, view: &MeetingView) -> Paper {
    let mut rows = head(shell, view);
    for item in &view.items {
        let said = item.matter.as_ref().map_or_else(
            || shell.say("meeting-kept"),
            |matter| {
                let row = &matter.around.row;
                let values = [
                    ("about", about(shell, matter).into()),
                    ("measure", shell.words.measure(&row.proposed, row.noticed_on).into()),
                    ("day", due(shell, item.due).into()),
                ];
                shell.say_with("meeting-paper-agenda", &values)
            },
        );
        rows.push(Row::new(label(shell, item), said, 1));
    }
    Paper {
        organ: shell.unit_name(&view.organ),
        heading: shell.words.term(PaperKind::Agenda),
        rows,
        foot: shell.say("meeting-paper-foot-agenda"),
        ..Paper::default()
    }
}

fn minutes(shell: &Shell, view: &MeetingView) -> Paper {
    let mut rows = head(shell, view);
    for item in &view.items {
        rows.extend(minuted(shell, view, item));
    }
    rows.push(row(shell, "signatures", "", 3));
    let says = Some(view.row.minutes.clone()).filter(|text| !text.is_empty());
    let organ = shell.unit_name(&view.organ);
    Paper {
        number: minutes_number(view.row.number),
        heading: shell.words.term(PaperKind::Minutes),
        says: says.into_iter().collect(),
        rows,
        sign: view.row.signed_on.map(|day| (organ.clone(), shell.words.date(day))),
        foot: shell.say("meeting-paper-foot-minutes"),
        organ,
        ..Paper::default()
    }
}

/// One matter: what was put to the vote, who voted how, who took no part, who was against and why, the result.
fn minuted(shell: &Shell, view: &MeetingView, item: &ItemView) -> Vec<Row> {
    let Some(matter) = &item.matter else {
        return vec![Row::new(label(shell, item), shell.say("meeting-kept"), 1)];
    };
    let mut rows = vec![Row::new(label(shell, item), about(shell, matter), 1)];
    let said =
        |name: &str, value: String| Row::new(shell.say(&format!("meeting-paper-{name}")), value, 2);
    rows.push(said("proposal", proposal(shell, view, item).unwrap_or_default()));
    if !item.item.response.is_empty() {
        rows.push(said("response", item.item.response.clone()));
    }
    for vote in Vote::ALL {
        let voters = item.item.ballots.iter().filter(|one| one.vote == *vote);
        let names: Vec<_> = voters.map(|one| by(shell, (view, one.person), &one.words)).collect();
        if !names.is_empty() {
            rows.push(Row::new(shell.words.term(*vote), names.join("；"), 1));
        }
    }
    let outcome = result(shell, view, (item, matter)).word;
    let counted = tally(shell, item.item.tally());
    let result =
        if item.item.ballots.is_empty() { outcome } else { format!("{counted} {outcome}") };
    rows.push(said("result", result));
    rows
}
