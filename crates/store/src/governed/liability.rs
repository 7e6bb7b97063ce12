//! The columns of chains of responsibility.

use super::{Table, table};

/// What belongs to one.
pub(super) const TABLES: &[Table] = &[
    table("chain", "id", "id", &["finding", "id", "organ", "stage", "version"]),
    table(
        "chain_asked",
        "chain",
        "laying, place, provision",
        &["chain", "given", "known", "laying", "place", "provision"],
    ),
    table("chain_laying", "chain", "laying", &["chain", "laid_on", "laying", "way"]),
    table(
        "chain_link",
        "chain",
        "laying, place",
        &[
            "chain",
            "duty",
            "duty_source",
            "exculpation",
            "facts",
            "fault",
            "footing",
            "laying",
            "person",
            "place",
            "position",
            "rank",
            "share",
            "share_because",
            "unit",
        ],
    ),
    table("chain_part", "chain", "part, person", &["absent", "chain", "keyed", "part", "person"]),
];
