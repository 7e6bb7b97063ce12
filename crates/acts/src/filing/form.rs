//! Reads what was filled in, field by field, as the scheme types its fields. What is wrong names the field by its place.

use super::{Given, NOTE};
use crate::ActError;
use crate::wrong::Wrong;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::filing::{FIELD_MOST, FiledField};
use qz_mechanism::block::Block;
use qz_mechanism::grammar::{Key, Node};
use qz_store::{Conn, person, unit};
use rust_decimal::Decimal;

/// What a field is called in forms.
const FIELD: &str = "filed_field";
/// How large any number may be, either way.
const ANY: i64 = 1_000_000_000_000;

/// The fields of an element as they were filled in; what is empty and need not be filled in is left out.
pub(super) async fn read(
    conn: &mut Conn,
    element: &Block,
    given: &[Given],
) -> Result<Vec<FiledField>, ActError> {
    let lines: Vec<&Block> = element.lines(Node::Field).collect();
    let mut wrong = Wrong::default();
    let mut fields = vec![];
    if lines.is_empty() {
        let note = wrong.note(field::text(FIELD, of(given, NOTE), FIELD_MOST));
        fields.extend(note.map(|value| FiledField { title: NOTE.to_owned(), value }));
    }
    for (place, line) in lines.into_iter().enumerate() {
        let read = one(conn, line, of(given, line.title())).await;
        let value = wrong.look(read.map_err(|fault| in_row(fault, place + 1)))?;
        let value = value.filter(|value| !value.is_empty());
        fields.extend(value.map(|value| FiledField { title: line.title().to_owned(), value }));
    }
    wrong.none()?;
    Ok(fields)
}

fn of<'a>(given: &'a [Given], title: &str) -> &'a str {
    given.iter().find(|(name, _)| name == title).map_or("", |(_, value)| value)
}

fn in_row(fault: ActError, row: usize) -> ActError {
    match fault {
        ActError::Invalid(faults) => {
            ActError::Invalid(faults.into_iter().map(|fault| fault.in_row(row)).collect())
        }
        other => other,
    }
}

/// The value of one field; empty where it may be and is.
async fn one(conn: &mut Conn, line: &Block, given: &str) -> Result<String, ActError> {
    let value = field::optional_text(FIELD, given, FIELD_MOST)?;
    if value.is_empty() {
        let may_be_empty = line.is_not(Key::Needed);
        return if may_be_empty { Ok(value) } else { Err(fault(Fault::Missing)) };
    }
    match line.word(Key::Type) {
        Some("number" | "money" | "score") => Ok(number(line, &value)?),
        Some("date") => Ok(field::day(FIELD, &value)?.to_string()),
        Some("choice") => Ok(choice(line, value)?),
        Some("person") => named_person(conn, value).await,
        Some("unit") => named_unit(conn, value).await,
        _ => Ok(value),
    }
}

fn fault(fault: Fault) -> ActError {
    FieldError::new(FIELD, fault).into()
}

/// A number within the bounds of its field; a score is from 1 to 5 where nothing is said.
fn number(line: &Block, value: &str) -> Result<String, FieldError> {
    let is_score = line.word(Key::Type) == Some("score");
    let bound = |key, score: i64, any: i64| {
        line.number(key).unwrap_or_else(|| Decimal::from(if is_score { score } else { any }))
    };
    let (least, most) = (bound(Key::Least, 1, -ANY), bound(Key::Greatest, 5, ANY));
    let read = value.parse::<Decimal>().ok().filter(|read| (least..=most).contains(read));
    let whole = |bound: Decimal| bound.round().to_string().parse().unwrap_or(0);
    let wrong =
        || Fault::NotANumber { found: value.to_owned(), least: whole(least), most: whole(most) };
    let read = read.ok_or_else(|| FieldError::new(FIELD, wrong()))?;
    Ok(read.normalize().to_string())
}

/// One of the choices.
fn choice(line: &Block, value: String) -> Result<String, FieldError> {
    let allowed = line.text(Key::Choices).unwrap_or("");
    if allowed.is_empty() || allowed.split('、').any(|one| one.trim() == value) {
        return Ok(value);
    }
    let fault = Fault::NotOneOf { found: value, allowed: allowed.to_owned() };
    Err(FieldError::new(FIELD, fault))
}

/// A person as `work number name`.
async fn named_person(conn: &mut Conn, value: String) -> Result<String, ActError> {
    let number = value.split_whitespace().next().unwrap_or_default();
    let found = match person::find_by_number(conn, number).await? {
        Some(found) => Some(found),
        None => person::find_by_name(conn, &value).await?,
    };
    let found = found.ok_or_else(|| fault(Fault::Unknown(value)))?;
    Ok(format!("{} {}", found.number, found.name))
}

/// A unit as `code name`.
async fn named_unit(conn: &mut Conn, value: String) -> Result<String, ActError> {
    let code = value.split_whitespace().next().unwrap_or_default();
    let found = match unit::find_by_code(conn, code).await? {
        Some(found) => Some(found),
        None => unit::find_named(conn, &value).await?,
    };
    let found = found.ok_or_else(|| fault(Fault::Unknown(value)))?;
    Ok(format!("{} {}", found.code, found.name))
}
