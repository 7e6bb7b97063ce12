//! Which stages are in work (在办), as statements ask for them: taken from the tables of transitions, so
//! that no statement lists stages of its own.

use qz_domain::procedure;
use qz_domain::spelled::Spelled;
use qz_domain::{accountability, bulletin, finding, visit};

/// Stages as a statement looks one up: `,planned,reported,`, in which
/// `replace($1, ',' || stage || ',', '') <> $1` says whether a stage is among them.
fn listed<S: Spelled>(stages: Vec<S>) -> String {
    let codes: Vec<_> = stages.into_iter().map(Spelled::code).collect();
    format!(",{},", codes.join(","))
}

/// Of visits.
pub(crate) fn visits() -> String {
    listed(procedure::open(visit::TRANSITIONS))
}

/// Of findings.
pub(crate) fn findings() -> String {
    listed(procedure::open(finding::TRANSITIONS))
}

/// Of accountabilities.
pub(crate) fn accountabilities() -> String {
    listed(accountability::in_work())
}

/// Of bulletins.
pub(crate) fn bulletins() -> String {
    listed(procedure::open(bulletin::TRANSITIONS))
}
