//! The monthly reports of a scenario: `reports.toml`, who confirms for each member, and on which day of
//! which month; what was late, returned, added in words.

use super::super::scenario::Scenario;
use super::steps::{Dated, add};
use super::{day, maybe_day};
use anyhow::{Context, Result};
use jiff::civil::Date;
use qz_acts::script::{ScriptedReport, ScriptedStep};
use qz_domain::month::Month;
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use std::collections::BTreeMap;

/// The reports on one campaign.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reports {
    /// The campaign's title.
    pub campaign: String,
    /// Who returns a report for the lead.
    pub returner: String,
    /// Who confirms for each member, by the unit's code.
    pub reporters: BTreeMap<String, String>,
    #[serde(rename = "month")]
    pub months: Vec<OfMonth>,
}

/// A month: the day on which the members confirmed it, and those that did otherwise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfMonth {
    #[serde(deserialize_with = "month")]
    pub month: Month,
    #[serde(deserialize_with = "day")]
    pub confirmed: Date,
    #[serde(default)]
    pub apart: Vec<Apart>,
}

/// A member that confirmed on a day of its own, said something, was told to do it again, or did not.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    pub unit: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub confirmed: Option<Date>,
    #[serde(default)]
    pub words: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub returned: Option<Date>,
    #[serde(default)]
    pub reason: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub again: Option<Date>,
    /// Nothing was confirmed yet.
    #[serde(default)]
    pub open: bool,
}

/// The reports of a scenario.
pub(super) fn read(scenario: &Scenario) -> Result<Reports> {
    let (name, text) = scenario.reports;
    toml::from_str(text).with_context(|| name.to_owned())
}

impl Reports {
    /// Adds the steps of every member and month.
    pub(super) fn steps(&self, steps: &mut Vec<Dated>) {
        for of in &self.months {
            for (unit, reporter) in &self.reporters {
                let apart = of.apart.iter().find(|apart| apart.unit == *unit);
                if apart.is_none_or(|apart| !apart.open) {
                    self.confirmed(steps, of, (unit, reporter), apart);
                }
            }
        }
    }

    /// A report as it came about; what was added in words stands with its last confirmation.
    fn confirmed(
        &self,
        steps: &mut Vec<Dated>,
        of: &OfMonth,
        (unit, reporter): (&str, &str),
        apart: Option<&Apart>,
    ) {
        let (campaign, month) = (self.campaign.clone(), of.month);
        let which = ScriptedReport { campaign, unit: unit.to_owned(), month };
        let what = format!("{unit} {month}");
        let first = apart.and_then(|apart| apart.confirmed).unwrap_or(of.confirmed);
        let words = apart.map(|apart| apart.words.clone()).unwrap_or_default();
        let again = apart.and_then(|apart| apart.again);
        let (before, after) =
            if again.is_some() { (String::new(), words) } else { (words, String::new()) };
        let step = ScriptedStep::Report(which.clone(), before);
        add(steps, (first, 30), (reporter, &what), step);
        if let Some(day) = apart.and_then(|apart| apart.returned) {
            let reason = apart.map(|apart| apart.reason.clone()).unwrap_or_default();
            let step = ScriptedStep::SendBack(which.clone(), reason);
            add(steps, (day, 31), (&self.returner, &what), step);
        }
        if let Some(day) = again {
            add(steps, (day, 32), (reporter, &what), ScriptedStep::Report(which, after));
        }
    }
}

fn month<'de, D: Deserializer<'de>>(from: D) -> Result<Month, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}
