//! What the fields of the registry say of findings: a table by source and field, in the English names.

use super::{Class, Taint};
use crate::fact::{self, Source};

/// Sources with some of their fields.
type Rows = &'static [(&'static str, &'static [&'static str])];

const FOUND: Rows = &[
    ("findings", &["findings", "upheld", "partly", "decided", "final"]),
    ("decisions", &["decisions", "on_unit", "on_person", "final", "told"]),
    (
        "bulletins",
        &["bulletins", "in_unit", "in_county", "in_public", "decisions", "named", "on_show"],
    ),
    ("visits", &["borne_out"]),
    (
        "process_alerts",
        &["alerts", "skipped_step", "out_of_order", "over_time", "same_hand", "over_minutes"],
    ),
    ("rectifications", &["rectifications"]),
    ("lists", &["black"]),
];

const FOLLOWED: Rows = &[
    ("findings", &["under_review", "changed", "put_right", "to_put_right"]),
    ("decisions", &["in_meeting", "under_review", "varied", "confirmed"]),
    ("bulletins", &["under_review", "corrected"]),
    ("process_alerts", &["explained", "overdue"]),
];

const CLOSED: Rows = &[(
    "rectifications",
    &[
        "due",
        "overdue",
        "plan_overdue",
        "unsettled",
        "returned",
        "escalated",
        "closed",
        "closed_in_time",
        "closed_late",
        "revisited",
        "reopened",
        "extended",
        "promised",
    ],
)];

const OWN: Rows = &[("findings", &["self_seen"]), ("bulletins", &["self_requested"])];

const FAULT: Rows = &[
    ("attendance", &["late", "left_early", "missing", "absent", "awol", "overdue"]),
    ("tickets", &["complaints", "overdue", "reopened"]),
    ("tasks", &["overdue_own", "returned"]),
    ("ratings", &["dissatisfied"]),
    ("letters", &["overdue", "sent_back"]),
    ("registers", &["late", "missing", "incomplete"]),
    ("reports", &["late", "missing", "returned"]),
];

const TABLE: [(Class, Rows); 5] = [
    (Class::Found, FOUND),
    (Class::Followed, FOLLOWED),
    (Class::Closed, CLOSED),
    (Class::Own, OWN),
    (Class::Fault, FAULT),
];

/// Sources each row of which is something found, decided or published.
const ROWS: [&str; 4] = ["findings", "decisions", "bulletins", "process_alerts"];

/// What is declared: that it says something of findings, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::refuse) struct Declared(pub Option<Taint>);

/// Whether the rows of a source are findings themselves.
pub(in crate::refuse) fn are_rows_found(source: &str) -> bool {
    let english = fact::source(source).map_or(source, |source| source.names.en);
    ROWS.contains(&english)
}

/// What a field of a declared source says of findings; none where the source or the field is not declared.
pub(in crate::refuse) fn of_field(source: &str, field: &str) -> Option<Declared> {
    let source = fact::source(source)?;
    let declared = source.fields.get(source.field(field)?)?;
    Some(Declared(of_declared(source, declared.names.en)))
}

fn of_declared(source: &Source, field: &str) -> Option<Taint> {
    if source.names.en == "registers" && field == "zero_reports" {
        return Some(Taint { class: Class::Found, is_inverse: true });
    }
    let has = |rows: Rows| {
        rows.iter().any(|(name, fields)| *name == source.names.en && fields.contains(&field))
    };
    TABLE.iter().find(|(_, rows)| has(rows)).map(|(class, _)| Taint::of(*class))
}

#[cfg(test)]
mod tests {
    use super::{Declared, TABLE, of_field};
    use crate::fact;

    #[test]
    fn every_field_of_the_table_is_declared() {
        for (source, fields) in TABLE.iter().flat_map(|(_, rows)| *rows) {
            let declared = fact::source(source).unwrap();
            for field in *fields {
                assert!(declared.field(field).is_some(), "{source}.{field}");
            }
        }
        assert!(of_field("查实问题", "查实数").is_some_and(|one| one.0.is_some()));
        assert_eq!(of_field("查访", "走访次数"), Some(Declared(None)));
        assert_eq!(of_field("查访", "胡说"), None);
    }
}
