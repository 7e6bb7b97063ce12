//! The schemes of a scenario: `schemes.toml`, which units put which of those that ship into force, what was filed and what was
//! made of their prompts.

use super::super::scenario::Scenario;
use super::day;
use super::steps::{Dated, add};
use anyhow::{Context, Result, ensure};
use jiff::civil::Date;
use qz_acts::adoption::AdoptionForm;
use qz_acts::filing::{ExcuseForm, FilingForm};
use qz_acts::matter::PaperForm;
use qz_acts::prompt::TakingForm;
use qz_acts::script::{ScriptedScheme, ScriptedStep};
use qz_mechanism::shipped;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SchemeFile {
    #[serde(default)]
    scheme: Vec<Scheme>,
}

/// A scheme in a unit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// One that ships, by its code.
    pub code: String,
    pub unit: String,
    /// Which units it binds.
    pub covers: String,
    #[serde(deserialize_with = "day")]
    pub drafted: Date,
    pub drafter: String,
    #[serde(deserialize_with = "day")]
    pub approved: Date,
    pub approver: String,
    /// Why what is warned of is accepted; empty where nothing is.
    #[serde(default)]
    pub reason: String,
    #[serde(deserialize_with = "day")]
    pub since: Date,
    #[serde(default, rename = "step")]
    pub steps: Vec<Step>,
}

/// What was done in it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    #[serde(deserialize_with = "day")]
    pub day: Date,
    pub by: String,
    pub kind: Kind,
    pub element: String,
    #[serde(deserialize_with = "day")]
    pub cycle: Date,
    /// The unit an item is of; the scheme's own where it is empty.
    #[serde(default)]
    pub unit: String,
    /// Whom or what a prompt is about.
    #[serde(default)]
    pub subject: String,
    /// The register whose entry of the day an item answers; empty where its cycle asks for it.
    #[serde(default)]
    pub entry: String,
    /// The question that is put about a prompt, or answered.
    #[serde(default)]
    pub question: String,
    /// The fields, each a title and a value.
    #[serde(default)]
    pub fields: Vec<(String, String)>,
    /// Why; of a prompt taken up what was seen.
    #[serde(default)]
    pub text: String,
}

/// The kinds of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    File,
    Nothing,
    Excuse,
    Ask,
    Answer,
    Dismiss,
    TakeUp,
}

/// The schemes of a scenario.
pub(super) fn read(scenario: &Scenario) -> Result<Vec<Scheme>> {
    let (name, text) = scenario.schemes;
    let file: SchemeFile = toml::from_str(text).with_context(|| name.to_owned())?;
    for one in &file.scheme {
        ensure!(one.text().is_some(), "{name}: no scheme {} ships", one.code);
    }
    Ok(file.scheme)
}

impl Scheme {
    fn text(&self) -> Option<&'static str> {
        shipped::FILES.iter().find(|(code, _)| *code == self.code).map(|(_, text)| *text)
    }

    /// Adds its steps, after those of everything else of the same day.
    pub(super) fn steps(&self, steps: &mut Vec<Dated>) {
        let step = |step| ScriptedStep::Scheme((self.unit.clone(), self.code.clone()), step);
        let named = format!("{} {}", self.unit, self.code);
        let form = AdoptionForm {
            unit: self.unit.clone(),
            covers: self.covers.clone(),
            text: self.text().unwrap_or_default().to_owned(),
            paper: PaperForm::default(),
        };
        let draft = ScriptedScheme::Draft(form);
        add(steps, (self.drafted, 80), (&self.drafter, &named), step(draft));
        let approve = ScriptedScheme::Approve(self.since, self.reason.clone());
        add(steps, (self.approved, 81), (&self.approver, &named), step(approve));
        for one in &self.steps {
            let scripted = one.scripted(&self.unit);
            let what = format!("{named} {} {} {}", one.element, one.cycle, one.subject);
            add(steps, (one.day, 82), (&one.by, &what), step(scripted));
        }
    }

    /// Who needs which role for which unit.
    pub(super) fn needs(&self) -> Vec<(String, &'static str, String)> {
        let unit = || self.unit.clone();
        let mut needs = vec![
            (self.drafter.clone(), "liaison", unit()),
            (self.approver.clone(), "head", unit()),
        ];
        for step in &self.steps {
            let role = match step.kind {
                Kind::File | Kind::Nothing => "liaison",
                Kind::Ask | Kind::Dismiss | Kind::TakeUp => "head",
                // Whoever is asked in person answers as a cadre of their unit; the unit's liaison for the unit.
                Kind::Answer => "cadre",
                // Whoever excuses a unit stands outside it, and has the role anyhow.
                Kind::Excuse => continue,
            };
            needs.push((step.by.clone(), role, unit()));
        }
        needs
    }
}

impl Step {
    /// The entry an item answers: of which register, of which day.
    fn entry(&self) -> Option<(String, Date)> {
        (!self.entry.is_empty()).then(|| (self.entry.clone(), self.cycle))
    }

    fn scripted(&self, own: &str) -> ScriptedScheme {
        let unit = if self.unit.is_empty() { own } else { &self.unit }.to_owned();
        let (element, cycle) = (self.element.clone(), self.cycle.to_string());
        let prompt = || (self.element.clone(), self.cycle, self.subject.clone());
        match self.kind {
            Kind::File | Kind::Nothing => {
                let form = FilingForm {
                    element,
                    cycle,
                    unit,
                    is_nothing: self.kind == Kind::Nothing,
                    fields: self.fields.clone(),
                    ..FilingForm::default()
                };
                ScriptedScheme::File(form, self.entry())
            }
            Kind::Ask => ScriptedScheme::Ask(prompt(), self.question.clone()),
            Kind::Answer => {
                let (element, fields) = (self.question.clone(), self.fields.clone());
                let form = FilingForm { element, unit, fields, ..FilingForm::default() };
                ScriptedScheme::Answer(prompt(), form)
            }
            Kind::Excuse => {
                let reason = self.text.clone();
                let form = ExcuseForm { element, cycle, unit, reason, ..ExcuseForm::default() };
                ScriptedScheme::Excuse(form, self.entry())
            }
            Kind::Dismiss => ScriptedScheme::Dismiss(prompt(), self.text.clone()),
            Kind::TakeUp => ScriptedScheme::TakeUp(
                prompt(),
                TakingForm {
                    organ: own.to_owned(),
                    weight: "in_unit".to_owned(),
                    facts: self.text.clone(),
                    paper: PaperForm::default(),
                },
            ),
        }
    }
}
