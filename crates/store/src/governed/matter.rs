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
            "asked",
            "established",
            "extension",
            "extension_reason",
            "facts",
            "ground",
            "handed_because",
            "handled_on",
            "id",
            "in_favour",
            "inquiry",
            "instead_of",
            "organ",
            "reason",
            "receipt_number",
            "receipt_on",
            "receipt_organ",
            "registered_on",
            "reply",
            "screened_on",
            "screening",
            "serial",
            "stage",
            "suspicion",
            "term_due",
            "term_from",
            "term_length",
            "term_waits",
            "unit",
            "verified_on",
            "version",
            "visit",
            "weight",
            "year",
        ],
    ),
    table(
        "finding_part",
        "finding",
        "part, person",
        &["absent", "finding", "keyed", "part", "person"],
    ),
    table(
        "finding_prompt",
        "finding",
        "finding",
        &["adoption", "cycle", "element", "finding", "last_day", "records", "subject", "trace"],
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
            "handed_because",
            "id",
            "instead_of",
            "lasts",
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
        "accountability_meeting",
        "accountability",
        "accountability",
        &["accountability", "item", "meeting"],
    ),
    table(
        "accountability_service",
        "accountability",
        "accountability",
        &["accountability", "manner", "witnesses"],
    ),
    table(
        "accountability_tolerance",
        "accountability",
        "place",
        &["accountability", "answer", "because", "place", "question"],
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
    table(
        "bulletin_correction",
        "bulletin",
        "id",
        &["bulletin", "corrected_on", "id", "kind", "reason"],
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

/// A sealed source.
pub(super) const SEALED_SOURCE: &[Table] =
    &[table("sealed_source", "id", "id", &["finding", "id", "sealed_by", "sealed_on", "words"])];

/// An opening of one.
pub(super) const SOURCE_OPENING: &[Table] = &[table(
    "source_opening",
    "id",
    "id",
    &[
        "answer",
        "asked_on",
        "asker",
        "id",
        "opened_at",
        "purpose",
        "reason",
        "second",
        "source",
        "stage",
        "version",
    ],
)];

/// The record of a sanction.
pub(super) const SANCTION: &[Table] = &[table(
    "sanction",
    "id",
    "id",
    &[
        "corrected",
        "decided_on",
        "ended_by",
        "ended_number",
        "ended_on",
        "hash",
        "heard_on",
        "id",
        "imposer",
        "kind",
        "number",
        "organ",
        "stage",
        "stated",
        "subject",
        "unit",
        "version",
    ],
)];

/// A suspicion of a false accusation.
pub(super) const SUSPICION: &[Table] = &[table(
    "suspicion",
    "id",
    "id",
    &["answer", "facts", "finding", "id", "intent", "noted_by", "noted_on", "stage", "version"],
)];
