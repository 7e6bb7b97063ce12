//! The papers of a bulletin: the draft with its checks, and the sheet that is signed.

use super::HOME;
use super::show::{item_row, weighed};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::paper::{Paper, Row, chosen, day, draw, row, taken};
use crate::page::matter::wrong::refuse;
use crate::part::Link;
use crate::shell::Shell;
use axum::extract::{Path, State};
use axum::response::Response;
use qz_acts::bulletin::view::BulletinView;
use qz_domain::bulletin::{PaperKind, Scope, Stage};
use qz_domain::id::BulletinId;
use qz_domain::matter::Part;
use qz_domain::spelled::Spelled;

/// The button that leads to them.
pub(super) fn link(shell: &Shell, home: &str) -> Link {
    Link::new(format!("{home}/paper/draft"), shell.say("paper-all"))
}

/// `GET /desk/bulletins/{id}/paper/{kind}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path((id, kind)): Path<(BulletinId, String)>,
) -> Result<Response, WebError> {
    let view = state.acts.bulletin(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let home = format!("{HOME}/{id}");
    let (kind, papers) = chosen(&shell, (&home, &kind), PaperKind::ALL)?;
    let above = vec![
        Link::new(HOME, shell.say("bulletin-list-title")),
        Link::new(home, view.bulletin.title.clone()),
    ];
    let paper = paper(&shell, &view, kind);
    draw(shell, above, papers, paper)
}

fn paper(shell: &Shell, view: &BulletinView, kind: PaperKind) -> Paper {
    let number = view.bulletin.number;
    Paper {
        organ: shell.unit_name(&view.organ),
        number: number.map_or_else(String::new, |number| number.to_string()),
        heading: shell.words.term(kind),
        rows: match kind {
            PaperKind::Draft => drafted(shell, view),
            PaperKind::Signing => signing(shell, view),
        },
        foot: shell.say(&format!("paper-foot-{}", kind.code())),
        ..Paper::default()
    }
}

/// What both say of it first.
fn heading(shell: &Shell, view: &BulletinView) -> Vec<Row> {
    let it = &view.bulletin;
    let scope = match it.scope {
        Scope::Public => "bulletin-scope-public",
        Scope::County => "bulletin-scope-county",
        Scope::Unit => "bulletin-scope-unit",
    };
    let kind = format!("{} · {}", shell.words.term(it.kind), shell.say(scope));
    vec![row(shell, "title", it.title.clone(), 1), row(shell, "kind", kind, 1)]
}

fn drafted(shell: &Shell, view: &BulletinView) -> Vec<Row> {
    let it = &view.bulletin;
    let mut rows = heading(shell, view);
    rows.push(row(shell, "lead", it.lead.clone(), 4));
    rows.push(row(shell, "items", told(shell, view), 4));
    rows.push(row(shell, "close", it.close.clone(), 3));
    rows.push(row(shell, "drafted-by", taken(&view.hands, Part::Drafted), 2));
    rows.push(row(shell, "day", shell.words.date(it.drafted_on), 1));
    let is_checked = !matches!(it.stage, Stage::Drafted | Stage::CalledOff);
    let sign = if is_checked { "☑" } else { "☐" };
    let check = |name: &str| format!("{sign} {}", shell.say(&format!("paper-check-{name}")));
    let checks = ["text", "decisions", "ground", "names"].map(check);
    rows.push(row(shell, "checks", checks.join("　"), 1));
    rows.push(row(shell, "checked-by", taken(&view.hands, Part::Checked), 2));
    let weighed = weighed(shell, it.assessment.as_ref()).into_iter();
    rows.extend(weighed.map(|(label, text)| Row::new(label, text, 2)));
    rows.push(row(shell, "reviewed-by", taken(&view.hands, Part::Reviewed), 2));
    rows
}

fn signing(shell: &Shell, view: &BulletinView) -> Vec<Row> {
    let it = &view.bulletin;
    let mut rows = heading(shell, view);
    rows.push(row(shell, "items", told(shell, view), 4));
    rows.push(row(shell, "drafted-by", taken(&view.hands, Part::Drafted), 2));
    rows.push(row(shell, "checked-by", taken(&view.hands, Part::Checked), 2));
    rows.push(row(shell, "reviewed-by", taken(&view.hands, Part::Reviewed), 2));
    if it.on.is_some() {
        let by = taken(&view.hands, Part::Countersigned);
        rows.push(row(shell, "countersigned-by", by, 2));
    }
    rows.push(row(shell, "views", "", 4));
    rows.push(row(shell, "signed-by", taken(&view.hands, Part::Signed), 2));
    rows.push(row(shell, "day", day(shell, it.signed_on), 1));
    rows.push(row(shell, "names-until", day(shell, it.expiry.map(|term| term.due.earliest())), 1));
    rows
}

/// What it makes known, as its readers will see it: decisions, or the faults of whoever asked for it.
fn told(shell: &Shell, view: &BulletinView) -> String {
    let it = &view.bulletin;
    let items = it.items.iter().zip(&view.told).zip(&view.decisions);
    let items = items.map(|((item, line), decision)| {
        let one = item_row(shell, (item, line), decision);
        format!("{}：{}", one.who, one.measure)
    });
    items.chain(it.faults.iter().cloned()).collect::<Vec<_>>().join("；")
}
