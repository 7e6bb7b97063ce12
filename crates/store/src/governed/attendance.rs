//! Rules of attendance, whom each binds, what people said of a day, and the months of units.

use super::{Table, table};

/// A version of a rule.
pub(super) const RULE: &[Table] =
    &[table("attendance_rule", "id", "id", &["body", "code", "document", "id", "since"])];

/// Whom a rule binds.
pub(super) const ASSIGNMENT: &[Table] = &[table(
    "attendance_assignment",
    "id",
    "id",
    &["code", "document", "id", "person", "reason", "since", "unit", "until"],
)];

/// What people said of a day.
pub(super) const EXCEPTION: &[Table] = &[table(
    "attendance_exception",
    "id",
    "id",
    &[
        "asked_on",
        "because",
        "contested",
        "day",
        "halves",
        "id",
        "judged",
        "outcome",
        "person",
        "said",
        "settled_by",
        "settled_on",
        "stage",
        "unit",
        "version",
    ],
)];

/// The month of a unit with its kept copies.
pub(super) const SHEET: &[Table] = &[
    table(
        "attendance_sheet",
        "id",
        "id",
        &["agreed_by", "copies", "digest", "id", "month", "returned", "stage", "unit", "version"],
    ),
    table(
        "attendance_copy",
        "sheet",
        "number",
        &["because", "body", "digest", "figures", "number", "sheet"],
    ),
];
