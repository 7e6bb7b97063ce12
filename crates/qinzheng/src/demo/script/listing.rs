//! The red and the black list of a scenario: `lists.toml`, who was nominated or proposed, and how far it came.

use super::super::scenario::Scenario;
use super::steps::{Dated, add};
use super::{COMMISSION, PUBLICITY, day, maybe_number};
use anyhow::{Context, Result, ensure};
use jiff::civil::Date;
use qz_acts::list_entry::{AnswerForm, NominationForm, NoticeForm, VerificationForm};
use qz_acts::script::{ScriptedListing, ScriptedStep, ScriptedSubject};
use qz_domain::number::VisitNumber;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    entry: Vec<Listing>,
}

/// An entry, as far as it came: steps without a day were not done.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// Which list.
    pub board: Board,
    /// The unit nominated; empty where it is a person, or a decision.
    #[serde(default)]
    pub unit: String,
    /// The person nominated.
    #[serde(default)]
    pub person: String,
    /// The number of their written consent.
    #[serde(default)]
    pub consent: String,
    /// The visit of the decision's finding, where it rests on one.
    #[serde(default, deserialize_with = "maybe_number")]
    pub visit: Option<VisitNumber>,
    /// Whom the decision is about: code of the unit or work number.
    #[serde(default)]
    pub who: String,
    pub reason: String,
    #[serde(deserialize_with = "day")]
    pub day: Date,
    pub by: String,
    #[serde(default, rename = "step")]
    pub steps: Vec<Step>,
}

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Board {
    Red,
    Black,
}

/// What was done about it afterwards.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    #[serde(deserialize_with = "day")]
    pub day: Date,
    pub by: String,
    pub kind: Kind,
    /// What was said.
    #[serde(default)]
    pub text: String,
    /// Whether it was verified, or the objection upheld.
    #[serde(default)]
    pub yes: bool,
    /// What was weighed before somebody was made known.
    #[serde(default)]
    pub weighed: Vec<String>,
}

/// The kinds of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    State,
    Verify,
    Notice,
    Object,
    Answer,
}

/// The entries of a scenario.
pub(super) fn read(scenario: &Scenario) -> Result<Vec<Listing>> {
    let (name, text) = scenario.lists;
    let file: ListFile = toml::from_str(text).with_context(|| name.to_owned())?;
    for one in &file.entry {
        let rests = one.board == Board::Black;
        ensure!(rests == one.visit.is_some(), "{name}: {} rests on no decision", one.reason);
    }
    Ok(file.entry)
}

impl Listing {
    /// Adds its steps, after those of matters and rectifications of the same day.
    pub(super) fn steps(&self, steps: &mut Vec<Dated>) {
        let step = |step| ScriptedStep::List(self.reason.clone(), step);
        let first = match self.visit {
            None => ScriptedListing::Nominate(self.nomination()),
            Some(visit) => {
                let who = self.who.clone();
                ScriptedListing::Propose(ScriptedSubject { visit, who }, self.reason.clone())
            }
        };
        add(steps, (self.day, 60), (&self.by, &self.reason), step(first));
        for (one, order) in self.steps.iter().zip(61..) {
            add(steps, (one.day, order), (&one.by, &self.reason), step(one.scripted()));
        }
    }

    fn nomination(&self) -> NominationForm {
        NominationForm {
            unit: self.unit.clone(),
            person: self.person.clone(),
            reason: self.reason.clone(),
            consent: self.consent.clone(),
            ..NominationForm::default()
        }
    }

    /// Who needs which role for which unit. Whoever nominates or objects does it as they are.
    pub(super) fn needs(&self) -> Vec<(String, &'static str, String)> {
        let mut needs = vec![];
        if self.board == Board::Black {
            needs.push((self.by.clone(), "discipline", COMMISSION.to_owned()));
        }
        for step in &self.steps {
            let need = match step.kind {
                Kind::State => ("head", self.who.clone()),
                Kind::Verify | Kind::Notice | Kind::Answer => ("publicity", PUBLICITY.to_owned()),
                Kind::Object => continue,
            };
            needs.push((step.by.clone(), need.0, need.1));
        }
        needs
    }
}

impl Step {
    fn scripted(&self) -> ScriptedListing {
        let text = self.text.clone();
        let chosen = |yes: &str, no: &str| if self.yes { yes } else { no }.to_owned();
        match self.kind {
            Kind::State => ScriptedListing::State(text),
            Kind::Verify => ScriptedListing::Verify(VerificationForm {
                passed: chosen("yes", "no"),
                verified: text,
                ..VerificationForm::default()
            }),
            Kind::Notice => ScriptedListing::Notice(self.weighed()),
            Kind::Object => ScriptedListing::Object(text),
            Kind::Answer => ScriptedListing::Answer(AnswerForm {
                outcome: chosen("upheld", "dismissed"),
                answer: text,
                ..AnswerForm::default()
            }),
        }
    }

    fn weighed(&self) -> NoticeForm {
        let answer = |at: usize| self.weighed.get(at).cloned().unwrap_or_default();
        NoticeForm {
            purpose: answer(0),
            effect: answer(1),
            safeguard: answer(2),
            ..NoticeForm::default()
        }
    }
}
