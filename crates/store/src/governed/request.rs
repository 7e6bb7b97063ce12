//! Requests of attendance, outages of terminals, when people began to work.

use super::{Table, table};

/// A request.
pub(super) const REQUEST: &[Table] = &[table(
    "request",
    "id",
    "id",
    &[
        "answer",
        "asked_on",
        "begins_at",
        "daily_from",
        "daily_to",
        "decided_by",
        "decided_on",
        "ended_at",
        "ends_at",
        "id",
        "is_late",
        "kind",
        "person",
        "place",
        "reason",
        "stage",
        "subtype",
        "unit",
        "version",
        "weekdays",
    ],
)];

/// An outage.
pub(super) const OUTAGE: &[Table] = &[table(
    "outage",
    "id",
    "id",
    &["begins_at", "ends_at", "id", "reason", "taken_back", "terminal", "unit"],
)];

/// When somebody began to work.
pub(super) const WORK_START: &[Table] =
    &[table("work_start", "id", "id", &["id", "person", "since"])];
