//! Facts out of a scheme's own questions and registers: what was filed, as it was corrected last.

use super::Scheme;
use crate::ActError;
use jiff::civil::Date;
use qz_domain::fact::{Fact, FactRow, FactTable};
use qz_domain::filing::{Filing, FilingKind};
use qz_domain::id::FilingId;
use qz_mechanism::block::Block;
use qz_mechanism::cycle::Stretch;
use qz_mechanism::grammar::{Key, Node};
use qz_store::{Conn, filing, person, unit};
use std::collections::HashSet;

/// The rows of an element: one a filing that says something, in each stretch that its day lies in.
pub(super) async fn table(
    conn: &mut Conn,
    (scheme, block): (&Scheme, &Block),
    (windows, today): (&[Stretch], Date),
) -> Result<FactTable, ActError> {
    let mut table = FactTable { columns: vec![], rows: vec![], known_on: today };
    let first = windows.iter().map(|window| window.0).min();
    let last = windows.iter().map(|window| window.1).max();
    let (Some(first), Some(last)) = (first, last) else { return Ok(table) };
    let filings = filing::of_adoption(conn, scheme.adoption.id, (first, last)).await?;
    for one in latest(filings) {
        if one.element != block.title() || one.kind != FilingKind::Filled {
            continue;
        }
        let row = row(conn, block, &one).await?;
        for (period, window) in windows.iter().enumerate() {
            if (window.0..=window.1).contains(&one.cycle) {
                table.rows.push(FactRow { period, ..row.clone() });
            }
        }
    }
    Ok(table)
}

/// Those that no other one corrects.
pub(super) fn latest(filings: Vec<Filing>) -> Vec<Filing> {
    let corrected: HashSet<FilingId> = filings.iter().filter_map(|one| one.corrects).collect();
    filings.into_iter().filter(|one| !corrected.contains(&one.id)).collect()
}

async fn row(conn: &mut Conn, block: &Block, filing: &Filing) -> Result<FactRow, ActError> {
    let mut person = None;
    let mut facts = vec![];
    for line in block.lines(Node::Field) {
        let value = filing.fields.iter().find(|field| field.title == line.title());
        let value = value.map_or("", |field| field.value.as_str());
        if line.word(Key::Type) == Some("person") && person.is_none() {
            let number = value.split_whitespace().next().unwrap_or_default();
            let found = person::find_by_number(conn, number).await?;
            person = found.map(|found| (found.id, found.number));
        }
        facts.push(fact(line, value));
    }
    let of = unit::find(conn, filing.unit).await?;
    let unit = of.map(|of| (of.id, of.code));
    Ok(FactRow { record: filing.id.to_string(), person, unit, period: 0, facts })
}

/// What was filled in, as expressions take it.
fn fact(line: &Block, value: &str) -> Option<Fact> {
    if value.is_empty() {
        return None;
    }
    match line.word(Key::Type) {
        Some("number" | "money" | "score") => value.parse().ok().map(Fact::Decimal),
        Some("date") => value.parse().ok().map(Fact::Day),
        _ => Some(Fact::Text(value.to_owned())),
    }
}
