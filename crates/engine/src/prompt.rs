//! Checks over facts (核查): which subjects a rule hits in which cycle. A hit is a prompt for people to look at, with what
//! it was worked out from; it decides nothing.

mod rows;
mod subjects;

pub use rows::subject;
pub use subjects::Subjects;

use jiff::civil::Date;
use qz_domain::calendar::Calendar;
use qz_domain::fact::FactTable;
use qz_mechanism::example::Outcome;
use qz_mechanism::expression::{Context, Expression, Subject, Value};
use qz_mechanism::fact::Per;
use qz_mechanism::language::Language;

/// A rule as it is asked.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The condition of a hit.
    pub hit: Expression,
    /// What excepts a hit.
    pub unless: Option<Expression>,
    /// What has one result each.
    pub per: Per,
}

/// What a rule came to for one subject in one cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The work number, the unit's code, or the number of the record.
    pub subject: String,
    /// The place of the cycle.
    pub cycle: usize,
    /// What it came to.
    pub outcome: Outcome,
    /// The condition with its values; empty where nothing was hit.
    pub trace: String,
    /// The records it was worked out from, by their numbers; empty where nothing was hit.
    pub records: Vec<String>,
}

/// When and in which language a rule is asked.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Which days are worked.
    pub calendar: &'a Calendar,
    /// The last day of each cycle.
    pub ends: &'a [Date],
    /// The language of traces.
    pub language: Language,
}

impl Rule {
    /// How many cycles before the one at hand it looks at.
    pub fn looks_back(&self) -> usize {
        let unless = self.unless.as_ref().map_or(0, Expression::looks_back);
        self.hit.looks_back().max(unless)
    }

    /// Asks it of every subject of a table whose periods are the cycles, in order; the subjects by their names.
    pub fn judge(&self, table: &FactTable, asked: Asked<'_>) -> Vec<Verdict> {
        let subjects = Subjects::of(table, self.per, asked.ends.len());
        self.verdicts(&subjects, asked).collect()
    }

    /// Asks it of subjects that were sorted before, one after the other: theirs are what it has one result each for.
    pub fn verdicts(
        &self,
        subjects: &Subjects<'_>,
        asked: Asked<'_>,
    ) -> impl Iterator<Item = Verdict> {
        subjects.all.iter().flat_map(move |one| self.of_subject(one, subjects, asked))
    }

    fn of_subject(
        &self,
        (name, cycles): &(&str, Vec<Vec<usize>>),
        subjects: &Subjects<'_>,
        asked: Asked<'_>,
    ) -> Vec<Verdict> {
        let row = |at: &usize| subjects.values.get(*at).map(Vec::as_slice);
        let windows: Vec<Vec<&[Value]>> =
            cycles.iter().map(|rows| rows.iter().filter_map(row).collect()).collect();
        let back = self.looks_back();
        let mut verdicts = vec![];
        for (cycle, rows) in windows.iter().enumerate() {
            // Of whom nothing is said in a cycle nothing is asked in it.
            if rows.is_empty() {
                continue;
            }
            let earlier: Vec<_> =
                windows[cycle.saturating_sub(back)..cycle].iter().rev().cloned().collect();
            let subject = Subject { rows, earlier: &earlier };
            let context = Context { calendar: asked.calendar, today: asked.ends[cycle] };
            let outcome = self.outcome(&subject, &context);
            let is_hit = matches!(outcome, Outcome::Prompt | Outcome::Excepted);
            let trace = || self.hit.trace(&subject, &context).say(asked.language);
            verdicts.push(Verdict {
                subject: (*name).to_owned(),
                cycle,
                outcome,
                trace: if is_hit { trace() } else { String::new() },
                records: if is_hit { subjects.records(&cycles[cycle]) } else { vec![] },
            });
        }
        verdicts
    }

    fn outcome(&self, subject: &Subject<'_>, context: &Context<'_>) -> Outcome {
        let hit = self.hit.holds(subject, context);
        let excepted = match (&self.unless, hit) {
            (Some(unless), Some(true) | None) => unless.holds(subject, context),
            _ => Some(false),
        };
        Outcome::of(hit, excepted)
    }
}

#[cfg(test)]
mod tests;
