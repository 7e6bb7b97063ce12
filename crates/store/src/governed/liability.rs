//! The columns of chains of responsibility.

use super::{Table, table};

/// What belongs to one.
pub(super) const TABLES: &[Table] = &[
    table(
        "chain",
        "id",
        "id",
        &["finding", "id", "keyed_by", "laid_by", "laid_for", "laid_on", "laying", "organ", "way"],
    ),
    table(
        "chain_link",
        "chain",
        "place",
        &[
            "chain",
            "duty",
            "duty_source",
            "exculpation",
            "facts",
            "fault",
            "footing",
            "instruction",
            "instruction_known",
            "person",
            "place",
            "position",
            "rank",
            "resources",
            "resources_known",
            "share",
            "share_because",
            "staffing",
            "staffing_known",
            "unit",
        ],
    ),
];
