//! Register a finding of its own (另行登记): by somebody who took no part in adjudicating the earlier one. It goes back
//! to that one, is of the organ itself as no unit is known yet, and names nobody.

use super::load::{begin, must_be_another};
use crate::ActError;
use crate::finding::FindingRegistered;
use crate::finding::{Seen, made};
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::finding::{FACTS_MOST, Finding, Step as Registering};
use qz_domain::id::{AccountId, SuspicionId};
use qz_domain::matter::{Hand, Part};
use qz_domain::suspicion::Step;
use qz_domain::weight::Weight;
use qz_store::{Act, Subject, Write, finding, hand};

/// What is registered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakeUpForm {
    /// What calls for a look.
    pub facts: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Registers a finding from a suspicion.
#[derive(Debug, Clone)]
pub struct TakeUpSuspicion {
    /// Who registers it.
    pub actor: AccountId,
    /// From which suspicion.
    pub suspicion: SuspicionId,
    /// The version they read.
    pub version: i64,
    /// What is registered.
    pub form: TakeUpForm,
}

impl Act for TakeUpSuspicion {
    type Receipt = FindingRegistered;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<FindingRegistered, ActError> {
        let Self { actor, suspicion: id, version, form } = self;
        let (actor, loaded) = begin(write, (actor, id), (Step::TakeUp, version)).await?;
        let facts = field::text("facts", &form.facts, FACTS_MOST)?;
        let doing = matter::alone(write, &actor, &form.paper, Some(loaded.row.noted_on)).await?;
        must_be_another(write, &loaded, (&actor, &doing)).await?;
        let (row, around) = (loaded.row, loaded.around);
        let seen = Seen {
            visit: around.finding.visit,
            on: None,
            organ: around.organ.clone(),
            unit: around.organ,
            weight: Weight::County,
        };
        let new = made(write, &seen, facts, doing.day).await?;
        let new = Finding { root: Some(id), ..new };
        finding::insert(write, &new).await?;
        // Whoever noted it found it: they neither verify nor adjudicate nor decide.
        let found = row.noted_by.map(|person| Hand {
            person,
            part: Part::Found,
            is_keyed: false,
            is_absent: false,
        });
        let hands: Vec<_> = doing.hands(Part::Registered).into_iter().chain(found).collect();
        hand::add_to_finding(write, new.id, &hands).await?;
        write.record(doing.deed(Registering::Register, new.id.object(), &actor)).await?;
        Ok(FindingRegistered { finding: new.id, number: new.number })
    }
}
