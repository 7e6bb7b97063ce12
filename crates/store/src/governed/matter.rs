//! The columns of the three roots of a matter: finding, accountability, bulletin.

use super::{Table, table};

/// What belongs to a finding.
pub(super) const FINDING: &[Table] = &[
    table(
        "finding",
        "id",
        "id",
        &[
            "adjudicated_on",
            "established",
            "facts",
            "ground",
            "id",
            "in_favour",
            "organ",
            "reason",
            "registered_on",
            "screened_on",
            "screening",
            "serial",
            "stage",
            "unit",
            "verified_on",
            "version",
            "visit",
            "year",
        ],
    ),
    table(
        "finding_part",
        "finding",
        "part, person",
        &["absent", "finding", "keyed", "part", "person"],
    ),
];

/// What belongs to an accountability.
pub(super) const ACCOUNTABILITY: &[Table] = &[
    table(
        "accountability",
        "id",
        "id",
        &[
            "answer_due",
            "answer_length",
            "answer_waits",
            "answered_on",
            "because",
            "conduct",
            "decided_on",
            "finding",
            "footing",
            "ground",
            "id",
            "measure",
            "noticed_on",
            "organ",
            "person",
            "proposed",
            "rank",
            "remedy_due",
            "remedy_length",
            "remedy_waits",
            "response",
            "serial",
            "served_on",
            "stage",
            "statement",
            "unit",
            "version",
            "year",
        ],
    ),
    table(
        "accountability_part",
        "accountability",
        "part, person",
        &["absent", "accountability", "keyed", "part", "person"],
    ),
    table(
        "accountability_service",
        "accountability",
        "accountability",
        &["accountability", "manner", "witnesses"],
    ),
];

/// What belongs to a bulletin.
pub(super) const BULLETIN: &[Table] = &[
    table(
        "bulletin",
        "id",
        "id",
        &[
            "close",
            "drafted_on",
            "expires_on",
            "expiry_length",
            "expiry_waits",
            "id",
            "kind",
            "latest_on",
            "lead",
            "organ",
            "published_on",
            "requester",
            "scope",
            "serial",
            "signed_on",
            "stage",
            "title",
            "version",
            "year",
        ],
    ),
    table(
        "bulletin_assessment",
        "bulletin",
        "bulletin",
        &["bulletin", "effect", "purpose", "safeguard"],
    ),
    table("bulletin_fault", "bulletin", "place", &["body", "bulletin", "place"]),
    table("bulletin_item", "bulletin", "place", &["accountability", "bulletin", "naming", "place"]),
    table(
        "bulletin_part",
        "bulletin",
        "part, person",
        &["absent", "bulletin", "keyed", "part", "person"],
    ),
    table(
        "bulletin_promise",
        "bulletin",
        "place",
        &["bulletin", "due", "item", "place", "standard"],
    ),
];
