//! The reviews of a scenario: `reviews.toml`, who asked for one, and how far it came.

use super::super::scenario::Scenario;
use super::steps::{Dated, add};
use super::{COMMISSION, day, maybe_day, number};
use anyhow::{Context, Result};
use jiff::civil::Date;
use qz_acts::matter::PaperForm;
use qz_acts::review::{IntakeForm, RequestForm, ReviewForm};
use qz_acts::script::{ScriptedReview, ScriptedStep, ScriptedSubject};
use qz_domain::number::VisitNumber;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReviewFile {
    review: Vec<Review>,
}

/// A review of a decision on a person, as far as it came: steps without a day were not done.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The visit of the decision's finding.
    #[serde(deserialize_with = "number")]
    pub visit: VisitNumber,
    /// Work number of whoever asks.
    pub person: String,
    /// Code of their unit.
    pub unit: String,
    #[serde(deserialize_with = "day")]
    pub asked: Date,
    pub grounds: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub taken: Option<Date>,
    #[serde(default)]
    pub taker: String,
    #[serde(default)]
    pub answer: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub decided: Option<Date>,
    #[serde(default)]
    pub panel: Vec<String>,
    #[serde(default)]
    pub outcome: String,
    #[serde(default)]
    pub measure: String,
    #[serde(default)]
    pub because: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub served: Option<Date>,
    #[serde(default)]
    pub server: String,
}

/// The reviews of a scenario.
pub(super) fn read(scenario: &Scenario) -> Result<Vec<Review>> {
    let (name, text) = scenario.reviews;
    let file: ReviewFile = toml::from_str(text).with_context(|| name.to_owned())?;
    Ok(file.review)
}

impl Review {
    /// Adds its steps, after those of matters and bulletins of the same day.
    pub(super) fn steps(&self, steps: &mut Vec<Dated>) {
        let what = format!("{} {} review", self.visit, self.person);
        let step = |step| {
            let who = ScriptedSubject { visit: self.visit, who: self.person.clone() };
            ScriptedStep::LookAgain(who, step)
        };
        let ask = RequestForm { grounds: self.grounds.clone(), ..RequestForm::default() };
        add(steps, (self.asked, 50), (&self.person, &what), step(ScriptedReview::Ask(ask)));
        if let Some(day) = self.taken {
            let form = IntakeForm { answer: self.answer.clone(), paper: PaperForm::default() };
            add(steps, (day, 51), (&self.taker, &what), step(ScriptedReview::Take(form)));
        }
        if let Some(day) = self.decided {
            let chair = self.panel.first().map_or("", String::as_str);
            add(steps, (day, 52), (chair, &what), step(ScriptedReview::Decide(self.form())));
        }
        if let Some(day) = self.served {
            add(steps, (day, 53), (&self.server, &what), step(ScriptedReview::Serve));
        }
    }

    fn form(&self) -> ReviewForm {
        ReviewForm {
            panel: self.panel.clone(),
            outcome: self.outcome.clone(),
            measure: self.measure.clone(),
            because: self.because.clone(),
            paper: PaperForm::default(),
        }
    }

    /// Who needs which role for which unit.
    pub(super) fn needs(&self) -> Vec<(String, &'static str, String)> {
        let commission = || COMMISSION.to_owned();
        let mut needs = vec![(self.person.clone(), "cadre", self.unit.clone())];
        needs.push((self.taker.clone(), "discipline", commission()));
        needs.push((self.server.clone(), "discipline", commission()));
        let chair = self.panel.first();
        needs.extend(chair.map(|chair| (chair.clone(), "adjudicator", commission())));
        needs
    }
}
