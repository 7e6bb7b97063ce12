//! The facts of attendance, out of the days as they are judged now. Nothing speaks against somebody before they were
//! heard or let the days to explain go by.

use super::judged::DayResult;
use super::month::{Said, said};
use crate::{ActError, fact};
use jiff::civil::Date;
use qz_domain::attendance::Code;
use qz_domain::attendance::exception::{Outcome, asks};
use qz_domain::fact::{Fact, FactRow, FactTable};
use qz_domain::id::UnitId;
use qz_mechanism::fact::AttendanceField as Field;
use qz_store::attendance::Who;
use qz_store::attendance::post::Holder;
use qz_store::fact::Asked;
use qz_store::{Conn, law_change, unit};
use std::collections::BTreeMap;

/// How a day stands towards its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It asks for nothing, or was found to be in order.
    InOrder,
    /// It asks for words or an answer.
    Asking,
    /// The person was asked and let the days to explain go by.
    Overdue,
    /// People found it to stand, and it can no longer be contested.
    Found,
}

/// Of every period a row for everybody with a day in it that is over, by work number. The whole stretch is judged once.
pub(crate) async fn facts(conn: &mut Conn, asked: &Asked) -> Result<FactTable, ActError> {
    let columns = fact::columns(Field::FIELDS);
    let mut table = FactTable { columns, rows: vec![], known_on: asked.today };
    let Some((from, to)) = stretch(asked) else { return Ok(table) };
    let county = law_change::county_law(conn).await?;
    let codes: BTreeMap<UnitId, String> =
        unit::all(conn).await?.into_iter().map(|unit| (unit.id, unit.code)).collect();
    let said = said(conn, (Who::County, county), ((from, to), asked.today)).await?;
    let mut sums: BTreeMap<(usize, usize), (UnitId, Vec<i64>)> = BTreeMap::new();
    for day in &said.judged.days {
        let how = (standing(&said, day), said.found(day));
        let holds = |(_, (from, to)): &(usize, (Date, Date))| *from <= day.day && day.day <= *to;
        for (period, _) in asked.begun().filter(holds) {
            let empty = || (day.unit, vec![0; Field::ALL.len()]);
            let (unit, sums) = sums.entry((period, day.person)).or_insert_with(empty);
            *unit = day.unit;
            for (sum, field) in sums.iter_mut().zip(Field::ALL) {
                *sum += amount(*field, day, how);
            }
        }
    }
    table.rows.extend(sums.into_iter().filter_map(|((period, person), (unit, sums))| {
        let holder = said.judged.people.get(person)?;
        Some(row((holder, period), (unit, codes.get(&unit)?), sums))
    }));
    Ok(table)
}

/// From the first day asked for to the last that is over.
fn stretch(asked: &Asked) -> Option<(Date, Date)> {
    let from = asked.begun().map(|(_, (from, _))| from).min()?;
    let last = asked.begun().map(|(_, (_, to))| to).max()?;
    let to = last.min(asked.today.yesterday().ok()?);
    (from <= to).then_some((from, to))
}

fn row(
    (holder, period): (&Holder, usize),
    (unit, code): (UnitId, &str),
    sums: Vec<i64>,
) -> FactRow {
    FactRow {
        record: holder.number.clone(),
        person: Some((holder.person, holder.number.clone())),
        unit: Some((unit, code.to_owned())),
        period,
        facts: sums.into_iter().map(|sum| Some(Fact::Whole(sum))).collect(),
    }
}

fn standing(said: &Said, day: &DayResult) -> Standing {
    let codes = day.row.codes;
    if !asks(codes) {
        return Standing::InOrder;
    }
    match said.found(day) {
        Some(found) if found.clears() => Standing::InOrder,
        Some(_) => Standing::Found,
        None => {
            let spoken = said.of(day).filter(|one| one.speaks_of(&codes.to_string()));
            let is_over = spoken.is_some_and(|one| said.terms.is_overdue(one));
            if is_over { Standing::Overdue } else { Standing::Asking }
        }
    }
}

/// What a day adds to a field.
fn amount(field: Field, day: &DayResult, (standing, found): (Standing, Option<Outcome>)) -> i64 {
    let row = day.row;
    let is = |code| row.codes.has(code);
    let held = matches!(standing, Standing::Found | Standing::Overdue);
    let against = |amount: i64| if held { amount } else { 0 };
    let is_obliged = is(Code::Normal) || asks(row.codes);
    let is_awol = found == Some(Outcome::Awol);
    match field {
        Field::Days => 1,
        Field::Obliged => i64::from(is_obliged),
        Field::InOrder => i64::from(is_obliged && standing == Standing::InOrder),
        Field::Late => against(i64::from(is(Code::Late) || is(Code::VeryLate))),
        Field::LeftEarly => against(i64::from(is(Code::LeftEarly))),
        Field::Missing => against(i64::from(row.missing.count())),
        Field::Absent => against(i64::from(row.halves)),
        Field::Awol => i64::from(row.halves) * i64::from(is_awol),
        Field::Leave => i64::from(is(Code::Leave)),
        Field::Trip => i64::from(is(Code::Trip)),
        Field::Worked => i64::from(row.worked),
        Field::Asking => i64::from(standing == Standing::Asking),
        Field::Overdue => i64::from(standing == Standing::Overdue),
    }
}
