//! The dry run (试运行): what a scheme would have prompted, asked and shown over past days. Nothing is written. Facts are
//! those known now, and it says so.

use crate::fact::{Feeding, Source};
use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_engine::prompt::{Asked, Rule, Verdict};
use qz_engine::run::cycle_word;
use qz_mechanism::Mechanism;
use qz_mechanism::block::Block;
use qz_mechanism::cycle::{Stretch, before, cycles, window};
use qz_mechanism::example::Outcome;
use qz_mechanism::grammar::{Key, Kind};
use qz_mechanism::language::{Language, Names};
use qz_mechanism::rule::{self, Facts};

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
    /// What has to be there first, where no record fills its source yet.
    pub waits: Option<Names<'static>>,
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
    /// What it would have shown, where it discloses something.
    pub shows: Option<String>,
    /// How often; of one that waits for an event or a condition none can be told.
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
        let Some((rule, source)) = rule_over(mechanism, element) else { return Ok(None) };
        let word = cycle_word(mechanism, element);
        let mut run = RuleRun::of(element, cycles(word, stretch));
        if let Feeding::Later(first) = source.feeding {
            run.waits = Some(first);
            return Ok(Some(run));
        }
        // What looks at the cycles before needs their facts too; they are not asked about themselves.
        let mut all = before(word, stretch.0, rule.looks_back());
        let earlier = all.len();
        all.extend(&run.cycles);
        let reads = rule::reads(element);
        let windows: Vec<Stretch> = all.iter().map(|cycle| window(reads, *cycle)).collect();
        let table = self.facts(account, (source.names.en, &windows)).await?;
        let (calendar, ends) = (self.calendar().await?, windows.iter().map(|one| one.1));
        let ends: Vec<Date> = ends.collect();
        let verdicts = rule.judge(&table, Asked { calendar: &calendar, ends: &ends, language });
        for verdict in verdicts {
            if let Some(cycle) = verdict.cycle.checked_sub(earlier) {
                run.count(Verdict { cycle, ..verdict });
            }
        }
        Ok(Some(run))
    }
}

impl RuleRun {
    fn of(element: &Block, cycles: Vec<Stretch>) -> Self {
        let element = element.title().to_owned();
        Self { element, cycles, waits: None, asked: 0, unknown: 0, excepted: 0, prompts: vec![] }
    }

    fn count(&mut self, verdict: Verdict) {
        self.asked += 1;
        match verdict.outcome {
            Outcome::Clear => {}
            Outcome::Unknown => self.unknown += 1,
            Outcome::Excepted => self.excepted += 1,
            Outcome::Prompt => {
                let Some(cycle) = self.cycles.get(verdict.cycle).copied() else { return };
                let Verdict { subject, trace, records, .. } = verdict;
                self.prompts.push(Found { cycle, subject, trace, records });
            }
        }
    }
}

/// An element's rule over a source of the registry.
fn rule_over(mechanism: &Mechanism, element: &Block) -> Option<(Rule, &'static Source)> {
    let (hit, unless, per, facts) = rule::of(mechanism, element)?;
    let Facts::Source(source) = facts else { return None };
    Some((Rule { hit, unless, per }, source))
}

/// What every other element would have opened: one item a cycle.
fn opened(mechanism: &Mechanism, stretch: Stretch) -> Vec<Opened> {
    let others = mechanism.elements().filter(|element| rule_over(mechanism, element).is_none());
    others
        .filter_map(|element| {
            let waits = [Key::Event, Key::When].iter().any(|key| element.setting(*key).is_some());
            let times = (!waits).then(|| cycles(cycle_word(mechanism, element), stretch).len());
            let shows = element.text(Key::Content).map(str::to_owned);
            Some(Opened {
                kind: element.kind()?,
                element: element.title().to_owned(),
                shows,
                times,
            })
        })
        .collect()
}
