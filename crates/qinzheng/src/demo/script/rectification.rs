//! The rectifications of a scenario: `rectifications.toml`, what was ordered on a finding or taken up of a
//! promise, and how far it came.

use super::super::scenario::Scenario;
use super::steps::{Dated, add};
use super::{COMMISSION, day, maybe_day};
use anyhow::{Context, Result, bail};
use jiff::civil::Date;
use qz_acts::rectification::{CheckForm, OrderForm};
use qz_acts::script::{ScriptedBasis, ScriptedRectification, ScriptedStep};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RectificationFile {
    rectification: Vec<Rectification>,
}

/// A rectification, as far as it came: steps without a day were not done.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rectification {
    /// The number of the finding's visit, where it rests on a finding.
    pub visit: Option<String>,
    /// The title of the bulletin, where it rests on a promise.
    pub bulletin: Option<String>,
    /// Which of those that rest on the same, from 1.
    pub place: usize,
    /// The unit that puts it right.
    pub unit: String,
    #[serde(deserialize_with = "day")]
    pub ordered: Date,
    pub orderer: String,
    #[serde(default)]
    pub item: String,
    #[serde(default)]
    pub standard: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub due: Option<Date>,
    #[serde(default, rename = "step")]
    pub steps: Vec<Step>,
}

/// What was done about it afterwards.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    #[serde(deserialize_with = "day")]
    pub day: Date,
    pub by: String,
    pub kind: Kind,
    /// What was said: the plan, why more time was asked for, what was done, what was seen.
    #[serde(default)]
    pub text: String,
    /// Until when more time was asked for.
    #[serde(default, deserialize_with = "maybe_day")]
    pub until: Option<Date>,
    /// Whether the answer was yes.
    #[serde(default)]
    pub yes: bool,
    /// What whoever was affected said.
    #[serde(default)]
    pub affected: String,
}

/// The kinds of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Plan,
    Ask,
    Answer,
    Claim,
    Check,
    Revisit,
}

/// The rectifications of a scenario.
pub(super) fn read(scenario: &Scenario) -> Result<Vec<Rectification>> {
    let (name, text) = scenario.rectifications;
    let file: RectificationFile = toml::from_str(text).with_context(|| name.to_owned())?;
    for one in &file.rectification {
        if one.basis().is_none() {
            bail!("{name}: one of {} rests on nothing", one.unit);
        }
    }
    Ok(file.rectification)
}

impl Rectification {
    fn basis(&self) -> Option<ScriptedBasis> {
        match (&self.visit, &self.bulletin) {
            (Some(visit), None) => Some(ScriptedBasis::Finding(visit.parse().ok()?, self.place)),
            (None, Some(title)) => Some(ScriptedBasis::Promise(title.clone(), self.place)),
            _ => None,
        }
    }

    /// Adds its steps, after those of matters and bulletins of the same day.
    pub(super) fn steps(&self, steps: &mut Vec<Dated>) {
        let Some(basis) = self.basis() else { return };
        let what = format!("{} {} {}", self.name(), self.place, self.ordered);
        let step = |step| ScriptedStep::Rectify(basis.clone(), step);
        let first = match basis {
            ScriptedBasis::Finding(..) => ScriptedRectification::Order(self.order()),
            ScriptedBasis::Promise(..) => ScriptedRectification::TakeUp,
        };
        add(steps, (self.ordered, 40), (&self.orderer, &what), step(first));
        for (one, order) in self.steps.iter().zip(41..) {
            add(steps, (one.day, order), (&one.by, &what), step(one.scripted()));
        }
    }

    fn name(&self) -> &str {
        self.visit.as_deref().or(self.bulletin.as_deref()).unwrap_or_default()
    }

    fn order(&self) -> OrderForm {
        OrderForm {
            item: self.item.clone(),
            standard: self.standard.clone(),
            due: self.due.map_or_else(String::new, |day| day.to_string()),
            ..OrderForm::default()
        }
    }

    /// Who needs which role for which unit.
    pub(super) fn needs(&self) -> Vec<(String, &'static str, String)> {
        let commission = || COMMISSION.to_owned();
        let taken = self.bulletin.is_some();
        let role = if taken { "discipline" } else { "adjudicator" };
        let mut needs = vec![(self.orderer.clone(), role, commission())];
        for step in &self.steps {
            match step.kind {
                // The first secretary puts right what they promised themselves, in the role they have.
                Kind::Plan | Kind::Ask | Kind::Claim if !taken => {
                    needs.push((step.by.clone(), "head", self.unit.clone()));
                }
                Kind::Answer => needs.push((step.by.clone(), "discipline", commission())),
                _ => {}
            }
        }
        needs
    }
}

impl Step {
    fn scripted(&self) -> ScriptedRectification {
        let text = self.text.clone();
        match self.kind {
            Kind::Plan => ScriptedRectification::Plan(text),
            Kind::Ask => {
                let until = self.until.map_or_else(String::new, |day| day.to_string());
                ScriptedRectification::Ask(until, text)
            }
            Kind::Answer => ScriptedRectification::Answer(self.yes),
            Kind::Claim => ScriptedRectification::Claim(text),
            Kind::Check => ScriptedRectification::Check(self.checked()),
            Kind::Revisit => ScriptedRectification::Revisit(self.checked()),
        }
    }

    fn checked(&self) -> CheckForm {
        CheckForm {
            passed: if self.yes { "yes" } else { "no" }.to_owned(),
            result: self.text.clone(),
            affected: self.affected.clone(),
            ..CheckForm::default()
        }
    }
}
