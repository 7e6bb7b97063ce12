//! Rows of facts as expressions take them.

use qz_domain::fact::{Fact, FactRow, FactTable};
use qz_mechanism::expression::Value;
use qz_mechanism::fact::Per;

/// The values of every row, in the order of the columns.
pub(super) fn values(table: &FactTable) -> Vec<Vec<Value>> {
    let of = |row: &FactRow| {
        row.facts.iter().map(|fact| fact.as_ref().map_or(Value::Missing, value)).collect()
    };
    table.rows.iter().map(of).collect()
}

fn value(fact: &Fact) -> Value {
    match fact {
        Fact::Truth(truth) => Value::Bool(*truth),
        Fact::Whole(whole) => Value::Int(*whole),
        Fact::Decimal(decimal) => Value::Decimal(*decimal),
        Fact::Text(text) => Value::Text(text.as_str().into()),
        Fact::Day(day) => Value::Date(*day),
        Fact::Instant(at) => Value::Instant(*at),
    }
}

/// What a row counts for: a person by the work number, a unit by its code, else the record itself.
pub fn subject(row: &FactRow, per: Per) -> Option<&str> {
    match per {
        Per::Person => row.person.as_ref().map(|(_, number)| number.as_str()),
        Per::Unit => row.unit.as_ref().map(|(_, code)| code.as_str()),
        _ => Some(&row.record),
    }
}
