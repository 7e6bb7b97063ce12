//! The facts of attendance, out of the days as they are judged now. Nothing speaks against somebody before they were
//! heard or let the days to explain go by.

use super::judged::DayResult;
use super::month::{Said, said};
use crate::ActError;
use jiff::civil::Date;
use qz_domain::attendance::Code;
use qz_domain::attendance::exception::{Outcome, asks};
use qz_domain::fact::{Fact, FactRow};
use qz_mechanism::fact::Source;
use qz_store::attendance::Who;
use qz_store::{Conn, law_change};

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

/// A row for everybody with a day in the stretch that is over, by work number.
pub(crate) async fn facts(
    conn: &mut Conn,
    source: &Source,
    ((from, to), today): ((Date, Date), Date),
) -> Result<Vec<FactRow>, ActError> {
    let last = to.min(today.yesterday().unwrap_or(today));
    if last < from {
        return Ok(vec![]);
    }
    let county = law_change::county_law(conn).await?;
    let said = said(conn, (Who::County, county), ((from, last), today)).await?;
    let mut rows: Vec<FactRow> = vec![];
    for day in &said.judged.days {
        let Some(holder) = said.judged.people.get(day.person) else { continue };
        if rows.last().is_none_or(|row| row.person != holder.person) {
            let facts = source.fields.iter().map(|_| Some(Fact::Count(0))).collect();
            rows.push(FactRow { person: holder.person, number: holder.number.clone(), facts });
        }
        let how = (standing(&said, day), said.found(day));
        let facts = rows.last_mut().into_iter().flat_map(|row| &mut row.facts);
        for (field, fact) in source.fields.iter().zip(facts) {
            if let Some(Fact::Count(sum)) = fact {
                *sum += count(field.names.0, day, how);
            }
        }
    }
    Ok(rows)
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
fn count(field: &str, day: &DayResult, (standing, found): (Standing, Option<Outcome>)) -> u64 {
    let row = day.row;
    let is = |code| row.codes.has(code);
    let held = matches!(standing, Standing::Found | Standing::Overdue);
    let against = |amount: u64| if held { amount } else { 0 };
    match field {
        "days" => 1,
        "obliged" => u64::from(is(Code::Normal) || asks(row.codes)),
        "in_order" => {
            let is_obliged = is(Code::Normal) || asks(row.codes);
            u64::from(is_obliged && standing == Standing::InOrder)
        }
        "late" => against(u64::from(is(Code::Late) || is(Code::VeryLate))),
        "left_early" => against(u64::from(is(Code::LeftEarly))),
        "missing" => against(u64::from(row.missing.count())),
        "absent" => against(u64::from(row.halves)),
        "awol" if found == Some(Outcome::Awol) => u64::from(row.halves),
        "leave" => u64::from(is(Code::Leave)),
        "trip" => u64::from(is(Code::Trip)),
        "worked" => u64::from(row.worked),
        "asking" => u64::from(standing == Standing::Asking),
        "overdue" => u64::from(standing == Standing::Overdue),
        _ => 0,
    }
}
