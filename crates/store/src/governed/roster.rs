//! Duty posts, rosters with their lines and changes, turns that were handed over.

use super::{Table, table};

/// A duty post.
pub(super) const POST: &[Table] = &[table(
    "duty_post",
    "id",
    "id",
    &["closed_on", "id", "kind", "name", "needed", "rule", "unit"],
)];

/// The roster of a unit's month.
pub(super) const ROSTER: &[Table] = &[
    table(
        "roster",
        "id",
        "id",
        &["changes", "id", "month", "published_on", "stage", "unit", "version"],
    ),
    table("roster_line", "roster", "post", &["post", "roster", "turns"]),
    table(
        "roster_change",
        "roster",
        "number",
        &["changed_on", "number", "reason", "roster", "turns"],
    ),
];

/// A turn that was handed over.
pub(super) const SWAP: &[Table] = &[table(
    "duty_swap",
    "id",
    "id",
    &[
        "answer",
        "asked_on",
        "day",
        "decided_by",
        "decided_on",
        "giver",
        "id",
        "is_late",
        "post",
        "reason",
        "roster",
        "stage",
        "taker",
        "version",
    ],
)];
