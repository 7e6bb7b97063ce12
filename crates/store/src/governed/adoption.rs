//! The tables of schemes that units put into force, of what was filed and of prompts that were dealt with.

use super::{Table, table};

/// An adoption: the row, who drafted it and who put it into force.
pub(super) const ADOPTION: &[Table] = &[
    table(
        "adoption",
        "id",
        "id",
        &[
            "code",
            "covers",
            "drafted_on",
            "id",
            "latest_on",
            "reason",
            "since",
            "stage",
            "text",
            "title",
            "unit",
            "until",
            "version",
        ],
    ),
    table(
        "adoption_part",
        "adoption",
        "part, person",
        &["absent", "adoption", "keyed", "part", "person"],
    ),
];

/// A filing: the row and its fields.
pub(super) const FILING: &[Table] = &[
    table(
        "filing",
        "id",
        "id",
        &[
            "adoption", "answers", "asked", "corrects", "cycle", "element", "filed_on", "id",
            "kind", "person", "reason", "unit",
        ],
    ),
    table("filing_field", "filing", "seq", &["filing", "seq", "title", "value"]),
];

/// A prompt somebody dismissed.
pub(super) const PROMPT: &[Table] = &[table(
    "prompt",
    "id",
    "id",
    &[
        "adoption", "cycle", "dealt_by", "dealt_on", "element", "id", "last_day", "person",
        "reason", "records", "subject", "trace", "unit",
    ],
)];
