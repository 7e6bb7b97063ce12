//! What the rules of a scheme in force come to in a cycle: whom each one hits, with what it was worked out from.

use super::{Scheme, facts};
use crate::{ActError, calendar};
use jiff::civil::Date;
use qz_domain::fact::{FactRow, FactTable};
use qz_domain::id::{PersonId, UnitId};
use qz_engine::prompt::{Asked, Rule, subject};
use qz_engine::run::cycle_word;
use qz_mechanism::block::Block;
use qz_mechanism::cycle::{Stretch, before, window};
use qz_mechanism::example::Outcome;
use qz_mechanism::fact::Per;
use qz_mechanism::language::Language;
use qz_mechanism::rule::{self, Facts};
use qz_store::Conn;

/// Somebody or something a rule hits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The work number, the unit's code, or the number of the record.
    pub subject: String,
    /// The person, where it is one.
    pub person: Option<PersonId>,
    /// The unit.
    pub unit: Option<UnitId>,
    /// The condition with its values.
    pub trace: String,
    /// The records it was worked out from.
    pub records: Vec<String>,
}

/// What a rule came to in a cycle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Judged {
    /// Of how many subjects it was asked.
    pub asked: usize,
    /// How many of those cannot be told, for a fact is not known.
    pub unknown: usize,
    /// How many hits are excepted.
    pub excepted: usize,
    /// The hits.
    pub hits: Vec<Hit>,
}

/// A rule over facts, with where it reads them.
pub(super) fn rule<'a>(scheme: &'a Scheme, element: &Block) -> Option<(Rule, Facts<'a>)> {
    let (hit, unless, per, facts) = rule::of(&scheme.mechanism, element)?;
    Some((Rule { hit, unless, per }, facts))
}

/// What an element's rule came to in a cycle; none where it has none, or no record fills its source yet.
pub(crate) async fn judged(
    conn: &mut Conn,
    (scheme, element): (&Scheme, &Block),
    (cycle, today): (Stretch, Date),
    language: Language,
) -> Result<Option<Judged>, ActError> {
    let Some((rule, source)) = rule(scheme, element) else { return Ok(None) };
    let word = cycle_word(&scheme.mechanism, element);
    let mut cycles = before(word, cycle.0, rule.looks_back());
    let place = cycles.len();
    cycles.push(cycle);
    let reads = rule::reads(element);
    let windows: Vec<Stretch> = cycles.iter().map(|cycle| window(reads, *cycle)).collect();
    let Some(table) = facts::facts(conn, (scheme, source), (&windows, today)).await? else {
        return Ok(None);
    };
    let calendar = calendar::known(conn).await?;
    let ends: Vec<Date> = windows.iter().map(|window| window.1).collect();
    let verdicts = rule.judge(&table, Asked { calendar: &calendar, ends: &ends, language });
    let mut judged = Judged::default();
    for verdict in verdicts.into_iter().filter(|verdict| verdict.cycle == place) {
        judged.asked += 1;
        match verdict.outcome {
            Outcome::Clear => {}
            Outcome::Unknown => judged.unknown += 1,
            Outcome::Excepted => judged.excepted += 1,
            Outcome::Prompt => {
                let (person, unit) = about(&table, rule.per, &verdict.subject);
                let (subject, trace, records) = (verdict.subject, verdict.trace, verdict.records);
                judged.hits.push(Hit { subject, person, unit, trace, records });
            }
        }
    }
    Ok(Some(judged))
}

/// Whom and which unit a subject is about: the person only where the rule has one result a person.
fn about(table: &FactTable, per: Per, name: &str) -> (Option<PersonId>, Option<UnitId>) {
    let is_it = |row: &&FactRow| subject(row, per) == Some(name);
    let Some(row) = table.rows.iter().rfind(is_it) else { return (None, None) };
    let person = if per == Per::Unit { None } else { row.person.as_ref().map(|one| one.0) };
    (person, row.unit.as_ref().map(|one| one.0))
}
