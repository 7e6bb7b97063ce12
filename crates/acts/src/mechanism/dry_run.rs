//! The dry run (试运行): what a scheme would have prompted, asked and shown over past days. Nothing is written. Facts are
//! those known now, and it says so.

use crate::fact::{Feeding, Source};
use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::fact::FactTable;
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_engine::prompt::{Asked, Rule, Verdict};
use qz_mechanism::Mechanism;
use qz_mechanism::block::{Block, Setting, Value};
use qz_mechanism::cycle::{Stretch, cycles, window};
use qz_mechanism::example::Outcome;
use qz_mechanism::fact::Per;
use qz_mechanism::grammar::{Key, Kind};
use qz_mechanism::language::Language;
use qz_mechanism::rule::Facts;
use qz_mechanism::term::Window;

/// What a scheme would have done (试运行结果).
#[derive(Debug, Clone)]
pub struct DryRun {
    /// The day on which the facts were asked: rows say what is known then, of earlier days too.
    pub known_on: Date,
    /// What each rule over facts came to, in the order of the file.
    pub rules: Vec<RuleRun>,
    /// What every other element would have opened.
    pub opened: Vec<Opened>,
}

/// What a rule came to.
#[derive(Debug, Clone)]
pub struct RuleRun {
    /// The title of its element.
    pub element: String,
    /// Its cycles.
    pub cycles: Vec<Stretch>,
    /// Why it could not be asked, where no record fills its source yet: in Chinese, in English.
    pub waits: Option<(&'static str, &'static str)>,
    /// Of how many subjects it was asked, over all cycles.
    pub asked: usize,
    /// How many of those cannot be told, for a fact is not known.
    pub unknown: usize,
    /// How many hits are excepted.
    pub excepted: usize,
    /// The hits.
    pub prompts: Vec<Found>,
}

/// A hit.
#[derive(Debug, Clone)]
pub struct Found {
    /// Its cycle.
    pub cycle: Stretch,
    /// The work number, the unit's code, or the number of the record.
    pub subject: String,
    /// The condition with its values.
    pub trace: String,
    /// The records it was worked out from.
    pub records: Vec<String>,
}

/// What an element without a rule would have opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub element: String,
    /// How often; of one that waits for an event none can be told.
    pub times: Option<usize>,
}

impl Acts {
    /// What a scheme would have done over some days, as far as the account may list the facts it reads.
    ///
    /// # Errors
    /// Forbidden where a rule reads what the account may not list.
    pub async fn dry_run(
        &self,
        account: AccountId,
        (mechanism, stretch): (&Mechanism, Stretch),
        language: Language,
    ) -> Result<DryRun, ActError> {
        let mut rules = vec![];
        for element in mechanism.elements() {
            rules.extend(self.rule_run(account, (mechanism, element), (stretch, language)).await?);
        }
        let known_on = instant::day(self.now());
        Ok(DryRun { known_on, rules, opened: opened(mechanism, stretch) })
    }

    /// What a rule came to; none where an element is none, or its condition is at fault.
    async fn rule_run(
        &self,
        account: AccountId,
        (mechanism, element): (&Mechanism, &Block),
        (stretch, language): (Stretch, Language),
    ) -> Result<Option<RuleRun>, ActError> {
        let Some((rule, source)) = rule(mechanism, element) else { return Ok(None) };
        let cycles = cycles(word(mechanism, element), stretch);
        let mut run = RuleRun {
            element: element.title().to_owned(),
            waits: None,
            asked: 0,
            unknown: 0,
            excepted: 0,
            prompts: vec![],
            cycles,
        };
        if let Feeding::Later((en, zh)) = source.feeding {
            run.waits = Some((zh, en));
            return Ok(Some(run));
        }
        let reads = match element.setting(Key::Within) {
            Some(Setting { value: Value::Window(window), .. }) => *window,
            _ => Window::Cycle,
        };
        for verdict in
            self.verdicts(account, (&rule, source), (&run.cycles, reads), language).await?
        {
            count(&mut run, verdict);
        }
        Ok(Some(run))
    }

    /// Asks a rule in every cycle. Where it reads the cycle itself one reading of the facts serves all.
    async fn verdicts(
        &self,
        account: AccountId,
        (rule, source): (&Rule, &Source),
        (cycles, reads): (&[Stretch], Window),
        language: Language,
    ) -> Result<Vec<Verdict>, ActError> {
        let calendar = self.calendar().await?;
        let name = source.names.0;
        if reads == Window::Cycle {
            let table = self.facts(account, (name, cycles)).await?;
            let ends: Vec<Date> = cycles.iter().map(|cycle| cycle.1).collect();
            return Ok(rule.judge(&table, Asked { calendar: &calendar, ends: &ends, language }));
        }
        let mut verdicts = vec![];
        for (place, cycle) in cycles.iter().enumerate() {
            let table: FactTable = self.facts(account, (name, &[window(reads, *cycle)])).await?;
            let asked = Asked { calendar: &calendar, ends: &[cycle.1], language };
            let found = rule.judge(&table, asked).into_iter();
            verdicts.extend(found.map(|verdict| Verdict { cycle: place, ..verdict }));
        }
        Ok(verdicts)
    }
}

fn count(run: &mut RuleRun, verdict: Verdict) {
    run.asked += 1;
    match verdict.outcome {
        Outcome::Clear => {}
        Outcome::Unknown => run.unknown += 1,
        Outcome::Excepted => run.excepted += 1,
        Outcome::Prompt => {
            let Some(cycle) = run.cycles.get(verdict.cycle).copied() else { return };
            let Verdict { subject, trace, records, .. } = verdict;
            run.prompts.push(Found { cycle, subject, trace, records });
        }
    }
}

/// An element's rule over a source of the registry.
fn rule(mechanism: &Mechanism, element: &Block) -> Option<(Rule, &'static Source)> {
    let facts = Facts::of(mechanism, element)?;
    let Facts::Source(source) = facts else { return None };
    let hit = facts.condition(element.text(Key::When)?).ok()?;
    let unless = element.text(Key::Unless).and_then(|text| facts.condition(text).ok());
    let per = element.word(Key::Per)?;
    let per = *Per::ALL.iter().find(|one| one.names().has(per))?;
    Some((Rule { hit, unless, per }, source))
}

/// How often an element's cycle comes round: as it says, else as the scheme says.
fn word(mechanism: &Mechanism, element: &Block) -> Option<&'static str> {
    element.word(Key::Cycle).or_else(|| mechanism.cycle())
}

/// What the elements without a rule would have opened: one item a cycle.
fn opened(mechanism: &Mechanism, stretch: Stretch) -> Vec<Opened> {
    let others = mechanism.elements().filter(|element| element.setting(Key::When).is_none());
    others
        .filter_map(|element| {
            let waits = element.setting(Key::Event).is_some();
            let times = (!waits).then(|| cycles(word(mechanism, element), stretch).len());
            Some(Opened { kind: element.kind()?, element: element.title().to_owned(), times })
        })
        .collect()
}
