//! The columns of rectifications.

use super::{Table, table};

/// What belongs to one.
pub(super) const TABLES: &[Table] = &[
    table(
        "rectification",
        "id",
        "id",
        &[
            "bulletin",
            "claim",
            "claimed_on",
            "closed_on",
            "due_length",
            "due_on",
            "due_waits",
            "extended_to",
            "extension",
            "extension_reason",
            "finding",
            "id",
            "item",
            "latest_on",
            "ordered_on",
            "organ",
            "plan",
            "plan_due",
            "plan_length",
            "plan_waits",
            "promise",
            "recheck_due",
            "recheck_length",
            "recheck_waits",
            "returns",
            "revisit_due",
            "revisit_length",
            "revisit_waits",
            "stage",
            "standard",
            "unit",
            "version",
        ],
    ),
    table(
        "rectification_check",
        "rectification",
        "id",
        &["affected", "checked_on", "id", "outcome", "rectification", "result"],
    ),
    table(
        "rectification_part",
        "rectification",
        "part, person",
        &["absent", "keyed", "part", "person", "rectification"],
    ),
];
