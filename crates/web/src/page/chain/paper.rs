//! The paper of a chain: to be filled in by hand before it is laid, and as it was laid after.

use super::table::{answered, who};
use super::{FINDINGS, duty, share, verdict};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::paper::{Paper, Row, draw, row, taken};
use crate::page::matter::wrong::refuse;
use crate::part::Link;
use crate::shell::Shell;
use axum::extract::{Path, State};
use axum::response::Response;
use qz_acts::finding::view::FindingView;
use qz_acts::liability::view::ChainView;
use qz_domain::id::FindingId;
use qz_domain::liability::{Laying, Position};
use qz_domain::matter::Part;
use qz_domain::reading::Reading;
use qz_domain::spelled::Spelled;

/// `GET /desk/findings/{id}/chain/paper`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
) -> Result<Response, WebError> {
    let view = state.acts.finding(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, FINDINGS, fault))?;
    if view.is_chain_withheld {
        return Err(WebError::NotFound);
    }
    let named = view.subjects.iter().filter_map(|line| line.person.as_ref());
    state.acts.note_reads(granted.actor(), (Reading::Finding, id.0), named.map(|one| one.id));
    let home = format!("{FINDINGS}/{id}");
    let above = vec![
        Link::new(FINDINGS, shell.say("finding-list-title")),
        Link::new(home, view.finding.number.to_string()),
    ];
    let paper = paper(&shell, &view);
    draw(shell, above, vec![], paper)
}

/// What stands on it.
pub(in crate::page) fn paper(shell: &Shell, view: &FindingView) -> Paper {
    let matter = format!("{} · {}", view.finding.number, shell.unit_name(&view.unit));
    let mut rows = vec![row(shell, "matter", matter, 1)];
    match &view.chain {
        Some(chain) => rows.extend(laid(shell, chain)),
        None => rows.extend(blank(shell)),
    }
    Paper {
        organ: shell.unit_name(&view.organ),
        number: view.finding.number.to_string(),
        heading: shell.say("chain-paper-title"),
        rows,
        foot: shell.say("chain-paper-foot"),
        ..Paper::default()
    }
}

fn laid(shell: &Shell, view: &ChainView) -> Vec<Row> {
    let laying = &view.current;
    let mut rows = vec![
        Row::new(shell.say("matter-field-chain-way"), shell.words.term(laying.way), 1),
        row(shell, "day", shell.words.date(laying.laid_on), 1),
    ];
    for link in &laying.links {
        let said = [duty(shell, link), verdict(shell, link), share(shell, link)];
        let label = format!("{} · {}", shell.words.term(link.position), who(shell, view, link));
        rows.push(Row::new(label, said.join(" "), 1));
        let asked = link.asked.iter().map(|one| answered(shell, one));
        let asked = asked.collect::<Vec<_>>().join(" ");
        if !asked.is_empty() {
            rows.push(Row::new(shell.say("chain-asked"), asked, 1));
        }
    }
    let layings = &view.chain.layings;
    let replaced = layings.iter().filter(|one| one.version != laying.version);
    rows.extend(replaced.map(|one| before(shell, one)));
    rows.push(Row::new(shell.words.term(Part::Laid), taken(&view.hands, Part::Laid), 2));
    rows
}

/// A laying that was replaced, in short.
fn before(shell: &Shell, laying: &Laying) -> Row {
    let link = |one: &qz_domain::liability::Link| {
        format!("{}（{}）：{}", one.name, shell.words.term(one.position), share(shell, one))
    };
    let day = shell.words.date(laying.laid_on);
    let label = shell.say_with("chain-replaced", &[("day", day.into())]);
    Row::new(label, laying.links.iter().map(link).collect::<Vec<_>>().join("；"), 1)
}

/// Room for every position.
fn blank(shell: &Shell) -> Vec<Row> {
    let mut rows = vec![Row::new(shell.say("matter-field-chain-way"), "", 1)];
    for position in Position::ALL {
        rows.push(Row::new(shell.words.term(*position), "", 4));
        if position.is_leader() {
            rows.push(Row::new(shell.say("chain-asked"), "", 3));
        }
    }
    rows.push(row(shell, "signatures", "", 2));
    rows.push(row(shell, "day", "", 1));
    rows
}
