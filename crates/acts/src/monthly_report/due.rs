//! The reports that are due these days (将到期): whoever speaks for the unit is told once.

use super::lines::{ReportLine, lines};
use super::view::around;
use crate::ActError;
use crate::message::{Details, message};
use jiff::civil::Date;
use qz_domain::id::{PersonId, UnitId};
use qz_domain::message::MessageKind;
use qz_domain::term::Due;
use qz_store::outbox::Message;
use qz_store::{Conn, account};

/// More than the months that are counted, so that unit and month make one number.
const MONTHS: i64 = 100_000;

/// The messages about reports that nobody confirmed and whose last day is one of these.
pub(crate) async fn due(
    conn: &mut Conn,
    (today, last): (Date, Date),
) -> Result<Vec<Message>, ActError> {
    let mut owed = lines(conn, around(today), today).await?;
    owed.retain(|line| {
        let is_due = matches!(line.due, Due::Fixed(day) if today <= day && day <= last);
        is_due && line.report.is_none()
    });
    if owed.is_empty() {
        return Ok(vec![]);
    }
    let speakers = account::speakers(conn, None).await?;
    let told = owed.iter().flat_map(|line| of_unit(line, &speakers));
    told.collect()
}

fn of_unit<'a>(
    line: &'a ReportLine,
    speakers: &'a [(UnitId, PersonId)],
) -> impl Iterator<Item = Result<Message, ActError>> + use<'a> {
    let unit = line.key.unit;
    let about = unit.0 * MONTHS + line.key.month.count();
    let people = speakers.iter().filter(move |(of, _)| *of == unit).map(|(_, person)| *person);
    people.map(move |person| {
        let details = Details::of_report(line.key, &line.due.earliest());
        message(person, (MessageKind::ReportDue, about), &details)
    })
}
