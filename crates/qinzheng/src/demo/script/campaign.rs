//! The campaigns of a scenario: `campaign.toml`, a plan with its phases and duties, who drafted it and who
//! issued it.

use super::super::scenario::Scenario;
use super::steps::{Dated, add};
use super::{day, maybe_day};
use anyhow::{Context, Result};
use jiff::civil::Date;
use qz_acts::campaign::{CampaignForm, DutyForm, PhaseForm};
use qz_acts::matter::PaperForm;
use qz_acts::script::ScriptedStep;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CampaignFile {
    campaign: Vec<Campaign>,
}

/// A plan that was drafted and issued.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    pub title: String,
    pub organ: String,
    pub doc_number: String,
    pub purpose: String,
    pub body: String,
    #[serde(deserialize_with = "day")]
    pub starts: Date,
    #[serde(deserialize_with = "day")]
    pub ends: Date,
    pub report_days: i64,
    #[serde(deserialize_with = "day")]
    pub drafted: Date,
    pub drafter: String,
    #[serde(deserialize_with = "day")]
    pub issued: Date,
    pub signer: String,
    pub phases: Vec<Phase>,
    pub duties: Vec<Duty>,
}

/// A phase.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    pub title: String,
    #[serde(deserialize_with = "day")]
    pub starts: Date,
    #[serde(deserialize_with = "day")]
    pub ends: Date,
}

/// What a unit answers for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    pub unit: String,
    pub text: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub due: Option<Date>,
}

/// The campaigns of a scenario.
pub(super) fn read(scenario: &Scenario) -> Result<Vec<Campaign>> {
    let (name, text) = scenario.campaign;
    let file: CampaignFile = toml::from_str(text).with_context(|| name.to_owned())?;
    Ok(file.campaign)
}

impl Campaign {
    /// Adds its steps: drafted by the lead, issued by the county committee.
    pub(super) fn steps(&self, steps: &mut Vec<Dated>) {
        let title = self.title.as_str();
        let draft = ScriptedStep::Plan(self.form());
        add(steps, (self.drafted, 14), (&self.drafter, title), draft);
        let issue = ScriptedStep::IssuePlan(title.to_owned());
        add(steps, (self.issued, 15), (&self.signer, title), issue);
    }

    fn form(&self) -> CampaignForm {
        let phase = |phase: &Phase| PhaseForm {
            title: phase.title.clone(),
            starts: phase.starts.to_string(),
            ends: phase.ends.to_string(),
        };
        let duty = |duty: &Duty| DutyForm {
            unit: duty.unit.clone(),
            text: duty.text.clone(),
            due: duty.due.map_or_else(String::new, |day| day.to_string()),
        };
        CampaignForm {
            organ: self.organ.clone(),
            title: self.title.clone(),
            doc_number: self.doc_number.clone(),
            purpose: self.purpose.clone(),
            body: self.body.clone(),
            starts: self.starts.to_string(),
            ends: self.ends.to_string(),
            report_days: self.report_days.to_string(),
            replaces: String::new(),
            phases: self.phases.iter().map(phase).collect(),
            duties: self.duties.iter().map(duty).collect(),
            paper: PaperForm::default(),
        }
    }
}
