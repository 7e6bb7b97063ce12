//! A draw as the rule takes it, and as it is published.

use qz_domain::action::Action;
use qz_domain::draw::Draw;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_engine::draw::{Entry, Published, Terms, Ticket, pick, seed};
use qz_ledger::{Checkpoint, Hash, Note};
use qz_store::ledger::ActEntry;

/// The version of the published form.
const VERSION: u8 = 1;

/// The terms that the commitment binds.
pub(super) fn terms(draw: &Draw, organ: &Unit) -> Terms {
    let ticket =
        |one: &qz_domain::draw::Pooled| Ticket { code: one.code.clone(), name: one.name.clone() };
    Terms {
        draw: draw.number.to_string(),
        organ: organ.name.clone(),
        purpose: draw.purpose.clone(),
        pool: draw.pool.iter().map(ticket).collect(),
        take: draw.take,
    }
}

fn entries(draw: &Draw) -> Vec<Entry> {
    let entry =
        |one: &qz_domain::draw::DrawEntry| Entry { by: one.by.clone(), text: one.text.clone() };
    draw.entries.iter().map(entry).collect()
}

/// Seed and places that follow from a draw and a checkpoint; `None` where a note or a hash that was
/// written before cannot be read.
pub(super) fn outcome(draw: &Draw, note: &str) -> Option<(Hash, Vec<usize>)> {
    let commitment = Hash::from_hex(&draw.commitment).ok()?;
    let checkpoint: Checkpoint = note.parse::<Note>().ok()?.text().parse().ok()?;
    let seed = seed(&commitment, &entries(draw), &checkpoint)?;
    Some((seed, pick(&seed, draw.pool.len(), draw.take)))
}

/// The file of a drawn draw, with the places of its leaves; `None` where the ledger has them not.
pub(super) fn published(draw: &Draw, organ: &Unit, acts: &[ActEntry]) -> Option<Published> {
    let leaf = |action: Action| {
        let mut of_kind = acts.iter().rev().filter(move |act| act.kind == action.code());
        of_kind.next().map(|act| act.leaf)
    };
    Some(Published {
        v: VERSION,
        terms: terms(draw, organ),
        salt: draw.salt.clone(),
        commitment: draw.commitment.clone(),
        announced: leaf(Action::DrawAnnounce)?,
        entries: entries(draw),
        entered: leaf(Action::DrawEnter)?,
        checkpoint: draw.checkpoint.clone(),
        seed: draw.seed.clone(),
        drawn: draw.drawn_units().map(|one| one.code.clone()).collect(),
        called_off: u32::try_from(draw.called_off).unwrap_or(u32::MAX),
    })
}
