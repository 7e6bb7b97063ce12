//! Accountability (问责): one subject of a finding, from the notice to the served decision.

mod carry;
mod clear;
mod decide;
mod drop;
mod hand_over;
mod load;
mod notify;
mod serve;
mod statement;
pub mod view;

pub use carry::CarryOut;
pub use clear::{ClearSubject, ClearingForm};
pub use decide::{DecideMeasure, DecisionForm};
pub(crate) use decide::{deciding, must_be_lawful, take};
pub use drop::{DropAccountability, DropForm};
pub use hand_over::HandOverAccountability;
pub(crate) use load::{Loaded, load};
pub use notify::{GiveNotice, NoticeForm, NoticeGiven};
pub use serve::{ServeDecision, ServiceForm};
pub use statement::{GiveStatement, RecordStatement, StatementForm, WaiveStatement};

use crate::ActError;
use crate::matter::{self, Doing, Setting};
use load::Begun;
use qz_domain::accountability::{Accountability, Stage, Step};
use qz_domain::matter::Part;
use qz_domain::number::DocumentNumber;
use qz_store::{Conn, Subject, Write, hand, person, unit};
use serde::{Deserialize, Serialize};

/// What every step on an existing accountability gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountabilityChanged {
    /// The version it made.
    pub version: i64,
    /// Where it stands now.
    pub stage: Stage,
    /// The number of the decision, once there is one.
    pub number: Option<DocumentNumber>,
}

/// The name of whoever is held to account, for a refusal.
pub(crate) async fn subject_name(
    conn: &mut Conn,
    row: &Accountability,
) -> Result<String, ActError> {
    let name = match row.person() {
        Some(id) => person::find(conn, id).await?.map(|person| person.name),
        None => unit::find(conn, row.unit).await?.map(|unit| unit.name),
    };
    name.ok_or(ActError::NotFound)
}

/// Passes a step's hands through its guards, then writes the record as it now stands.
async fn keep(
    write: &mut Write,
    begun: Begun,
    (step, part): (Step, Part),
    doing: Doing,
) -> Result<AccountabilityChanged, ActError> {
    take_part(write, &begun, part, &doing).await?;
    write_step(write, begun, step, doing).await
}

/// As [`keep`], for what the subject says: only who keys it is a hand of the matter.
async fn keep_words(
    write: &mut Write,
    begun: Begun,
    step: Step,
    doing: Doing,
) -> Result<AccountabilityChanged, ActError> {
    if let Some(clerk) = doing.keyed_by {
        let keying = Doing { by: vec![clerk], keyed_by: None, on_behalf_of: None, ..doing.clone() };
        take_part(write, &begun, Part::Heard, &keying).await?;
    }
    write_step(write, begun, step, doing).await
}

async fn take_part(
    write: &mut Write,
    begun: &Begun,
    part: Part,
    doing: &Doing,
) -> Result<(), ActError> {
    let Begun { loaded, transition, hands, .. } = begun;
    let setting = Setting {
        part,
        guards: transition.guards,
        hands,
        organ: loaded.row.organ,
        unit: &loaded.unit,
        subject: loaded.row.person(),
    };
    let taken = matter::screen(write, setting, doing).await?;
    Ok(hand::add_to_accountability(write, loaded.row.id, &taken).await?)
}

async fn write_step(
    write: &mut Write,
    begun: Begun,
    step: Step,
    doing: Doing,
) -> Result<AccountabilityChanged, ActError> {
    let Begun { actor, loaded, transition, .. } = begun;
    let mut row = loaded.row;
    row.stage = transition.to;
    row.version += 1;
    qz_store::accountability::update(write, &row).await?;
    write.record(doing.deed(step, row.id.object(), &actor)).await?;
    Ok(AccountabilityChanged { version: row.version, stage: row.stage, number: row.number })
}
