//! Which stages are in work (在办), as statements ask for them: taken from the tables of transitions, so
//! that no statement lists stages of its own.

use qz_domain::procedure::{self, Row};
use qz_domain::spelled::Spelled;
use qz_domain::{accountability, bulletin, finding, visit};

/// The stages of one table as a statement looks one up: `,planned,reported,`, in which
/// `replace($1, ',' || stage || ',', '') <> $1` says whether a stage is among them.
fn listed<S: Spelled, T>(table: &'static [Row<S, T>]) -> String {
    let codes: Vec<_> = procedure::open(table).into_iter().map(Spelled::code).collect();
    format!(",{},", codes.join(","))
}

/// Of visits.
pub(crate) fn visits() -> String {
    listed(visit::TRANSITIONS)
}

/// Of findings.
pub(crate) fn findings() -> String {
    listed(finding::TRANSITIONS)
}

/// Of accountabilities.
pub(crate) fn accountabilities() -> String {
    listed(accountability::TRANSITIONS)
}

/// Of bulletins.
pub(crate) fn bulletins() -> String {
    listed(bulletin::TRANSITIONS)
}
