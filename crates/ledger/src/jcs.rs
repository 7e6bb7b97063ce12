//! Canonical JSON (规范化 JSON), RFC 8785: one object, one text, one hash.

use serde_json::{Number, Value};

/// How deep arrays and objects may lie inside one another; a scalar alone has depth 0.
pub const MAX_DEPTH: usize = 8;

/// The largest integer every JSON reader keeps exactly: 2⁵³ − 1.
pub const MAX_INTEGER: i64 = (1 << 53) - 1;

/// Why a value has no canonical text here.
#[derive(Debug, thiserror::Error)]
pub enum JcsError {
    /// The number has a fraction, an exponent, or is too large to be exact everywhere.
    #[error(
        "{0} is not a whole number between -9007199254740991 and 9007199254740991: \
         write it as a string"
    )]
    Number(Number),
    /// Arrays and objects lie too deep.
    #[error("the value is nested more than {MAX_DEPTH} levels deep")]
    TooDeep,
    /// The canonical writer failed.
    #[error("the value could not be written as canonical JSON")]
    Write(#[source] serde_json::Error),
}

/// The canonical text of what may enter the ledger: strings, whole numbers, true, false, null,
/// arrays and objects, at most [`MAX_DEPTH`] deep.
///
/// Fractions are refused because readers disagree about them; write them as strings or in a
/// smaller unit.
pub fn canonical(value: &Value) -> Result<String, JcsError> {
    check(value, 0)?;
    canonical_any(value)
}

/// The canonical text of any JSON value, fractions included, as RFC 8785 has it.
pub fn canonical_any(value: &Value) -> Result<String, JcsError> {
    serde_json_canonicalizer::to_string(value).map_err(JcsError::Write)
}

fn check(value: &Value, depth: usize) -> Result<(), JcsError> {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
        Value::Number(number) if is_exact(number) => Ok(()),
        Value::Number(number) => Err(JcsError::Number(number.clone())),
        Value::Array(_) | Value::Object(_) if depth == MAX_DEPTH => Err(JcsError::TooDeep),
        Value::Array(items) => items.iter().try_for_each(|item| check(item, depth + 1)),
        Value::Object(fields) => fields.values().try_for_each(|field| check(field, depth + 1)),
    }
}

fn is_exact(number: &Number) -> bool {
    number.as_i64().is_some_and(|n| (-MAX_INTEGER..=MAX_INTEGER).contains(&n))
}
