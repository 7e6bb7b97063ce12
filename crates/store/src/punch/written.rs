//! The leaf of an upload from its rows as they were written: a thousand lines are not read again to be hashed. Where a line
//! was there before, the upload is read back like any other object.

use super::{Batch, Placed};
use crate::error::StoreError;
use crate::governed::{push_maybe, push_number, push_text};
use crate::writer::{Deed, Write};
use qz_domain::id::ActId;
use qz_domain::punch::Aside;
use qz_domain::spelled::Spelled;

/// Records the act on an upload; `taken` of its punches were new.
pub async fn record(
    write: &mut Write,
    deed: Deed,
    (batch, punches, asides, taken): (&Batch, &[Placed], &[Aside], u64),
) -> Result<ActId, StoreError> {
    if usize::try_from(taken) != Ok(punches.len()) {
        return write.record(deed).await;
    }
    let texts = [batch_text(batch), punch_text(batch, punches), aside_text(batch, asides)];
    write.record_written(deed, &texts.each_ref().map(String::as_str))
}

fn batch_text(batch: &Batch) -> String {
    let mut out = String::with_capacity(256);
    push_maybe(&mut out, batch.drift.map(|drift| drift.seconds));
    push_maybe(&mut out, batch.drift.map(|drift| drift.measured_at.as_millisecond()));
    push_text(&mut out, &batch.hash);
    push_number(&mut out, batch.id.0);
    push_number(&mut out, batch.line_count);
    push_number(&mut out, batch.received_at.as_millisecond());
    push_text(&mut out, batch.source);
    push_text(&mut out, &batch.stamp);
    push_number(&mut out, batch.terminal.0);
    out
}

fn punch_text(batch: &Batch, punches: &[Placed]) -> String {
    let mut order: Vec<_> = punches.iter().collect();
    order.sort_by_key(|one| one.line.number);
    let mut out = String::with_capacity(punches.len() * 112);
    for one in order {
        push_number(&mut out, one.at.as_millisecond());
        push_number(&mut out, batch.id.0);
        push_text(&mut out, one.clock.code());
        push_number(&mut out, one.line.number);
        push_text(&mut out, one.line.pin.as_str());
        push_text(&mut out, &one.line.shown.to_string());
        push_number(&mut out, one.line.status);
        push_number(&mut out, batch.terminal.0);
        push_number(&mut out, one.line.verify);
    }
    out
}

fn aside_text(batch: &Batch, asides: &[Aside]) -> String {
    let mut order: Vec<_> = asides.iter().collect();
    order.sort_by_key(|one| one.number);
    let mut out = String::new();
    for one in order {
        push_number(&mut out, batch.id.0);
        push_text(&mut out, &one.text);
        push_number(&mut out, one.number);
        push_text(&mut out, one.reason.code());
    }
    out
}
