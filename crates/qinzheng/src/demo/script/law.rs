//! Changes of the county's own law in the script: proposed by the clerk, confirmed by a leader, or
//! still waiting.

use super::steps::{Dated, add};
use super::{day, maybe_day};
use jiff::civil::Date;
use qz_acts::law::ProposalForm;
use qz_acts::matter::PaperForm;
use qz_acts::script::ScriptedStep;
use serde::Deserialize;

/// A file of changes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LawFile {
    pub change: Vec<Change>,
}

/// A change, as far as it came.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub term: String,
    pub length: String,
    #[serde(deserialize_with = "day")]
    pub from: Date,
    pub document: String,
    pub reason: String,
    #[serde(deserialize_with = "day")]
    pub proposed: Date,
    pub proposer: String,
    #[serde(default, deserialize_with = "maybe_day")]
    pub confirmed: Option<Date>,
    #[serde(default)]
    pub confirmer: String,
}

/// The steps of a change.
pub(super) fn of_change(steps: &mut Vec<Dated>, change: &Change) {
    let form = ProposalForm {
        term: change.term.clone(),
        length: change.length.clone(),
        from: change.from.to_string(),
        document: change.document.clone(),
        reason: change.reason.clone(),
        paper: PaperForm::default(),
    };
    let named = change.document.as_str();
    let step = ScriptedStep::Propose(form);
    add(steps, (change.proposed, 30), (&change.proposer, named), step);
    if let Some(day) = change.confirmed {
        let step = ScriptedStep::Confirm(change.document.clone());
        add(steps, (day, 31), (&change.confirmer, named), step);
    }
}
