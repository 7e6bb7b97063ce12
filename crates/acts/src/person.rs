//! People (人员): naming one, and whom a record of one concerns.

mod named;
pub mod view;

pub(crate) use named::{named_at_most, named_people, split};

use crate::ActError;
use jiff::civil::Date;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::PersonId;
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::unit::Unit;
use qz_store::accountability::NamedStanding;
use qz_store::{Conn, Write, accountability, person, unit};

/// The person somebody named: by work number, or by name when only one has it.
pub(crate) async fn named_person(
    conn: &mut Conn,
    field: &'static str,
    given: &str,
) -> Result<Person, ActError> {
    let given = given.trim();
    if given.is_empty() {
        return Err(FieldError::new(field, Fault::Missing).into());
    }
    if let Some(person) = person::find_by_number(conn, given).await? {
        return Ok(person);
    }
    // A datalist offers `number name`: the first word is enough.
    if let Some((number, _)) = given.split_once(char::is_whitespace)
        && let Some(person) = person::find_by_number(conn, number).await?
    {
        return Ok(person);
    }
    person::find_by_name(conn, given)
        .await?
        .ok_or_else(|| FieldError::new(field, Fault::Unknown(given.to_owned())).into())
}

/// Whom a person's record concerns: the person, and the units they hold a post in.
pub(crate) async fn concern_of(conn: &mut Conn, id: PersonId) -> Result<Concern, ActError> {
    let mut units = vec![];
    for appointment in person::appointments(conn, id).await? {
        if appointment.until.is_none()
            && let Some(unit) = unit::find(conn, appointment.unit).await?
        {
            units.push((unit.id, unit.line));
        }
    }
    Ok(Concern { stage: "", people: vec![id], units })
}

/// What somebody named by work number, by name, or by both as lists offer them, was on a day, and in which unit.
///
/// # Errors
/// There is no such person, or they had no post on that day.
pub(crate) async fn named_standing(
    write: &mut Write,
    (field, given): (&'static str, &str),
    day: Date,
) -> Result<(NamedStanding, Unit), ActError> {
    let given = given.trim();
    // Of `number name`, as lists offer it, the number is enough.
    let number = given.split_whitespace().next().unwrap_or_default();
    if let Some(found) = accountability::standing_of(write.reads(), number, day).await? {
        return Ok(found);
    }
    let person = named_person(write.reads(), field, given).await?.name;
    Err(Refusal::NoPost { person, day }.into())
}
