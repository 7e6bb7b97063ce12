//! Objections (异议) to entries of one's own record: raised and withdrawn by the person, answered by
//! the office that keeps the entry.

mod answer;
mod load;
mod raise;
pub mod view;
mod withdraw;

pub use answer::{AnswerForm, AnswerObjection};
pub use load::read_entry;
pub use raise::{ObjectionForm, ObjectionRaised, RaiseObjection};
pub use withdraw::WithdrawObjection;

use crate::ActError;
use crate::actor::Actor;
use qz_domain::objection::{Objection, Stage, Step};
use qz_domain::procedure::{Row, Stepped};
use qz_store::{Deed, Subject, Write};
use serde::{Deserialize, Serialize};

/// What every step on an existing objection gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionChanged {
    /// The version it made.
    pub version: i64,
    /// Where the objection stands now.
    pub stage: Stage,
}

/// Writes an objection as it stands after a step.
async fn keep(
    write: &mut Write,
    (mut row, transition): (Objection, &'static Row<Stage, Step>),
    actor: &Actor,
) -> Result<ObjectionChanged, ActError> {
    row.stage = transition.to;
    row.version += 1;
    qz_store::objection::update(write, &row).await?;
    write.record(deed(transition.step, &row, actor)).await?;
    Ok(ObjectionChanged { version: row.version, stage: row.stage })
}

fn deed(step: Step, row: &Objection, actor: &Actor) -> Deed {
    actor.deed(step.action(), row.id.object())
}
