//! The columns of reviews.

use super::{Table, table};

/// What belongs to one.
pub(super) const TABLES: &[Table] = &[
    table(
        "review",
        "id",
        "id",
        &[
            "accept_due",
            "accept_length",
            "accept_waits",
            "accountability",
            "answer",
            "because",
            "decide_due",
            "decide_length",
            "decide_waits",
            "decided_on",
            "grounds",
            "handed_because",
            "id",
            "instead_of",
            "late_reason",
            "latest_on",
            "lodged_on",
            "measure",
            "next_due",
            "next_length",
            "next_waits",
            "organ",
            "origin",
            "outcome",
            "serial",
            "served_on",
            "stage",
            "taken_on",
            "version",
            "year",
        ],
    ),
    table(
        "review_part",
        "review",
        "part, person",
        &["absent", "keyed", "part", "person", "review"],
    ),
];
