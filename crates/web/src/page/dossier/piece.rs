//! What is in a file, in its order: the visit's sheet, the papers of every step, evidence, entries of the log.

use crate::page::matter::paper::Paper;
use crate::page::{accountability, chain, finding, rectification, visit};
use crate::shell::Shell;
use jiff::civil::Date;
use qz_acts::accountability::view::AccountabilityView;
use qz_acts::finding::dossier::Dossier;
use qz_acts::log::ActEntry;
use qz_acts::rectification::view::RectificationView;
use qz_acts::visit::view::VisitView;
use qz_domain::accountability::PaperKind;
use qz_domain::evidence::{Evidence, MediaType};
use qz_domain::id::{EvidenceId, VisitId};
use qz_domain::spelled::Spelled;
use qz_domain::{finding as case, instant};

/// One piece of a file.
pub(super) struct Piece {
    /// What it is called.
    pub title: String,
    /// Of which day.
    pub on: Date,
    /// Its name in the archive, without number.
    pub name: String,
    pub body: Body,
}

/// What it is made of.
pub(super) enum Body {
    /// A print page, with the address of its record.
    Paper(Box<Paper>, String),
    /// Bytes as they were kept.
    Evidence(VisitId, EvidenceId),
    /// An entry of the log with its proof.
    Entry(u64),
}

/// Every piece, in order. Where there is no log there are no entries.
pub(super) fn pieces(shell: &Shell, dossier: &Dossier, has_log: bool) -> Vec<Piece> {
    let mut all: Vec<_> = dossier.visit.iter().map(|view| sheet(shell, view)).collect();
    all.extend(of_finding(shell, dossier));
    all.extend(of_chain(shell, dossier));
    all.extend(dossier.subjects.iter().flat_map(|view| of_subject(shell, view)));
    all.extend(notices(shell, dossier));
    all.extend(dossier.visit.iter().flat_map(evidence));
    if has_log {
        all.extend(dossier.acts().into_iter().map(|act| entry(shell, act)));
    }
    all
}

fn printed(name: &str, on: Date, paper: Paper, address: String) -> Piece {
    let title = paper.heading.clone();
    Piece { title, on, name: format!("{name}.html"), body: Body::Paper(Box::new(paper), address) }
}

fn sheet(shell: &Shell, view: &VisitView) -> Piece {
    let visit = &view.visit;
    let on = visit.visited_at.map_or(visit.planned_from, instant::day);
    let address = format!("/desk/visits/{}", visit.id);
    printed("visit", on, visit::sheet(shell, view), address)
}

fn of_finding(shell: &Shell, dossier: &Dossier) -> Vec<Piece> {
    let view = &dossier.finding;
    let paper = |kind: case::PaperKind| {
        let on = kind.written_on(&view.finding)?;
        let address = format!("/desk/findings/{}", view.finding.id);
        let name = format!("finding-{}", kind.code());
        Some(printed(&name, on, finding::paper(shell, view, kind), address))
    };
    case::PaperKind::of(view.finding.stage).into_iter().filter_map(paper).collect()
}

/// Who answers for what, once that was said and where it may be read.
fn of_chain(shell: &Shell, dossier: &Dossier) -> Option<Piece> {
    let view = &dossier.finding;
    let on = view.chain.as_ref()?.current.laid_on;
    let address = format!("/desk/findings/{}", view.finding.id);
    Some(printed("chain", on, chain::paper(shell, view), address))
}

fn of_subject(shell: &Shell, view: &AccountabilityView) -> Vec<Piece> {
    let row = &view.row;
    let paper = |kind: PaperKind| {
        let on = kind.written_on(row)?;
        let address = format!("/desk/accountabilities/{}", row.id);
        let name = format!("accountability-{}-{}", row.id, kind.code());
        let mut piece = printed(&name, on, accountability::paper(shell, view, kind), address);
        piece.title = format!("{} · {}", piece.title, accountability::subject(shell, view));
        Some(piece)
    };
    let all = PaperKind::of(row, view.unfounded_on.is_some());
    all.into_iter().filter_map(paper).collect()
}

fn notices(shell: &Shell, dossier: &Dossier) -> Vec<Piece> {
    let notice = |view: &RectificationView| {
        let one = &view.line.rectification;
        let address = format!("/desk/rectifications/{}", one.id);
        let name = format!("rectification-{}-notice", one.id);
        printed(&name, one.ordered_on, rectification::notice(shell, view), address)
    };
    dossier.rectifications.iter().map(notice).collect()
}

fn evidence(view: &VisitView) -> Vec<Piece> {
    let file = |one: &Evidence| Piece {
        title: one.name.clone(),
        on: instant::day(one.added_at),
        name: format!("evidence-{}.{}", one.id, ending(one.media_type)),
        body: Body::Evidence(view.visit.id, one.id),
    };
    view.evidence.iter().map(file).collect()
}

fn ending(kind: MediaType) -> &'static str {
    match kind {
        MediaType::Png => "png",
        MediaType::Jpeg => "jpg",
        MediaType::Webp => "webp",
        MediaType::Pdf => "pdf",
    }
}

fn entry(shell: &Shell, act: &ActEntry) -> Piece {
    let kind = crate::page::log::act_name(shell, &act.kind);
    let title =
        shell.say_with("dossier-entry", &[("leaf", act.leaf.into()), ("kind", kind.into())]);
    let name = format!("entry-{}", act.leaf);
    Piece { title, on: instant::day(act.at), name, body: Body::Entry(act.leaf) }
}
