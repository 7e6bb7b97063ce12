//! Loads the record of a sanction for a step, and keeps the subject and their kin away from it.

use crate::actor::Actor;
use crate::matter::{self, Doing, Setting};
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, PersonId, SanctionId};
use qz_domain::matter::Part;
use qz_domain::power::Concern;
use qz_domain::refusal::Guard;
use qz_domain::sanction::{Sanction, Stage, Step, TRANSITIONS};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::{Conn, Write, sanction, unit};

/// The record of a sanction and the unit of its subject.
pub(super) struct Loaded {
    pub row: Sanction,
    pub unit: Unit,
}

pub(super) async fn load(conn: &mut Conn, id: SanctionId) -> Result<Loaded, ActError> {
    let row = sanction::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let unit = unit::find(conn, row.unit).await?.ok_or(ActError::NotFound)?;
    Ok(Loaded { row, unit })
}

/// Whom a record concerns: its subject, and their unit.
pub(super) fn concern(stage: Stage, subject: PersonId, unit: &Unit) -> Concern {
    Concern { stage: stage.code(), people: vec![subject], units: vec![(unit.id, unit.line)] }
}

/// Begins a step on a record whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    (account, id): (AccountId, SanctionId),
    (step, read): (Step, i64),
) -> Result<(Actor, Loaded), ActError> {
    let loaded = load(write.reads(), id).await?;
    let (stage, version) = (loaded.row.stage, loaded.row.version);
    let concern = concern(stage, loaded.row.subject, &loaded.unit);
    let table = (TRANSITIONS, &concern);
    let (actor, _) = power::begin(write, account, table, (stage, step), (read, version)).await?;
    Ok((actor, loaded))
}

/// Whoever keys it is not the subject, and neither they nor their kin belong to the subject's unit. Where that is the
/// recording office itself, only the subject and whose kin is there stay away.
pub(super) async fn must_have_no_tie(
    write: &mut Write,
    (actor, doing): (&Actor, &Doing),
    (subject, unit): (PersonId, &Unit),
) -> Result<(), ActError> {
    const GUARDS: &[Guard] = &[Guard::Recusal];
    let organ = power::seat(actor, Action::SanctionRecord)?;
    let setting = Setting {
        part: Part::Registered,
        guards: GUARDS,
        hands: &[],
        organ,
        unit,
        subject: Some(subject),
    };
    matter::screen(write, setting, doing).await.map(drop)
}
