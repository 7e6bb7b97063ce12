//! The facts of monthly reports: those that are owed and those that were made, as they stand today.

use super::lines::{ReportLine, lines};
use crate::{ActError, fact};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_domain::fact::{Fact, FactRow, FactTable};
use qz_domain::month::Month;
use qz_domain::monthly_report::Lamp;
use qz_domain::spelled::Spelled;
use qz_mechanism::fact::ReportField as Field;
use qz_store::Conn;
use qz_store::fact::Asked;

/// How many months before the one in which it is due a report may be of, at most.
const BEFORE: i32 = 3;

/// The reports that are due in a period, the first due first.
pub(crate) async fn facts(conn: &mut Conn, asked: &Asked) -> Result<FactTable, ActError> {
    let mut rows = vec![];
    for (period, (from, to)) in asked.begun() {
        let months = (Month::of(from.saturating_sub(BEFORE.months())), Month::of(to));
        let mut found = lines(conn, months, asked.today).await?;
        let due = |line: &ReportLine| line.due.earliest();
        found.retain(|line| from <= due(line) && due(line) <= to);
        found.retain(|line| asked.sees(&[line.unit.id, line.lead.id]));
        found.sort_by_key(due);
        rows.extend(found.iter().map(|line| FactRow {
            record: line.key.to_string(),
            person: None,
            unit: Some((line.unit.id, line.unit.code.clone())),
            period,
            facts: Field::ALL.iter().map(|field| said(*field, line, due(line))).collect(),
        }));
    }
    Ok(FactTable { columns: fact::columns(Field::FIELDS), rows, known_on: asked.today })
}

fn said(field: Field, line: &ReportLine, due: Date) -> Option<Fact> {
    let whether = |is: bool| Some(Fact::Whole(i64::from(is)));
    let is = |lamp| whether(line.lamp == lamp);
    match field {
        Field::Owed => whether(true),
        Field::Made => whether(line.report.is_some()),
        Field::InTime => is(Lamp::InTime),
        Field::Late => is(Lamp::Late),
        Field::Missing => is(Lamp::Overdue),
        Field::Returned => is(Lamp::Returned),
        Field::Lamp => Some(Fact::Text(line.lamp.code().to_owned())),
        Field::Month => Some(Fact::Text(line.key.month.to_string())),
        Field::DueOn => Some(Fact::Day(due)),
        Field::FirstOn => line.report.as_ref().map(|report| Fact::Day(report.first_on)),
    }
}
