//! Attendance terminals, whose their numbers are, what they sent, what is ordered of them.

use super::{Table, table};

/// A terminal.
pub(super) const TERMINAL: &[Table] = &[table(
    "terminal",
    "id",
    "id",
    &["id", "kind", "name", "numbering", "place", "serial", "stage", "unit", "version", "zone"],
)];

/// Whose a number is.
pub(super) const PIN: &[Table] =
    &[table("terminal_pin", "id", "id", &["id", "numbering", "person", "pin", "since", "until"])];

/// An upload with its punches.
pub(super) const BATCH: &[Table] = &[
    table(
        "terminal_batch",
        "id",
        "id",
        &[
            "drift",
            "drift_at",
            "hash",
            "id",
            "line_count",
            "received_at",
            "source",
            "stamp",
            "terminal",
        ],
    ),
    table(
        "punch",
        "batch",
        "line",
        &["at", "batch", "clock", "line", "pin", "shown", "status", "terminal", "verify"],
    ),
    table("punch_aside", "batch", "line", &["batch", "body", "line", "reason"]),
];

/// An order.
pub(super) const ORDER: &[Table] =
    &[table("terminal_order", "id", "id", &["body", "id", "ordered_at", "terminal"])];
