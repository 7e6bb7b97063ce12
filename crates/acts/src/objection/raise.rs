//! Raise an objection (提出异议): what is wrong in an entry of one's own record, and what would be right.

use super::load::{kept, read_entry};
use crate::matter::law;
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::id::{AccountId, ObjectionId};
use qz_domain::instant;
use qz_domain::objection::{Objection, PROOF_MOST, Stage, Step, TEXT_MOST};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, objection};
use serde::{Deserialize, Serialize};

/// What the person writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ObjectionForm {
    /// The entry: `training-12`.
    pub entry: String,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub rightly: String,
    /// Number of a paper that proves it; may be empty.
    pub proof: String,
}

/// Raises an objection.
#[derive(Debug, Clone)]
pub struct RaiseObjection {
    /// Whose record it is.
    pub actor: AccountId,
    /// What they write.
    pub form: ObjectionForm,
}

/// The objection that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionRaised {
    /// In the store.
    pub objection: ObjectionId,
}

impl Act for RaiseObjection {
    type Receipt = ObjectionRaised;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ObjectionRaised, ActError> {
        let Self { actor, form } = self;
        let forbidden = || ActError::Forbidden(Action::ObjectionRaise);
        let actor = power::actor(write.reads(), actor).await?.ok_or_else(forbidden)?;
        let person = actor.person.ok_or(ActError::NotFound)?;
        let concern = Concern { stage: "", people: vec![person], units: vec![] };
        if !power::may(&actor, Action::ObjectionRaise, &concern) {
            return Err(forbidden());
        }
        let entry = read_entry(&form.entry).ok_or(ActError::NotFound)?;
        let (wrong, rightly, proof) = read(&form)?;
        let organ = kept(write.reads(), person, entry).await?.organ;
        if objection::is_open(write.reads(), person, entry).await? {
            return Err(Refusal::ObjectionOpen.into());
        }
        let raised_on = instant::day(write.now());
        let due = law::deadline(write, raised_on, "objection_answer").await?;
        let row = Objection {
            id: ObjectionId(write.next_id()),
            person,
            entry,
            organ,
            stage: Stage::Raised,
            wrong,
            rightly,
            proof,
            raised_on,
            due,
            answer: String::new(),
            answered_by: None,
            answered_on: None,
            version: 1,
        };
        objection::insert(write, &row).await?;
        write.record(super::deed(Step::Raise, &row, &actor)).await?;
        Ok(ObjectionRaised { objection: row.id })
    }
}

fn read(form: &ObjectionForm) -> Result<(String, String, String), ActError> {
    let mut faults = Wrong::default();
    let wrong = faults.note(field::text("wrong", &form.wrong, TEXT_MOST));
    let rightly = faults.note(field::text("rightly", &form.rightly, TEXT_MOST));
    let proof = faults.note(field::optional_text("proof", &form.proof, PROOF_MOST));
    match (wrong, rightly, proof) {
        (Some(wrong), Some(rightly), Some(proof)) => Ok((wrong, rightly, proof)),
        _ => Err(faults.into()),
    }
}
