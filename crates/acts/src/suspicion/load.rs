//! Loads a suspicion for a step: what it is, of which finding, and that whoever takes it further did not adjudicate.

use crate::actor::Actor;
use crate::finding;
use crate::matter::Doing;
use crate::sealed::must_have_no_tie;
use crate::{ActError, power};
use qz_domain::id::{AccountId, PersonId, SuspicionId};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_domain::suspicion::{Step, Suspicion, TRANSITIONS, must_not_have_adjudicated};
use qz_store::{Conn, Write, suspicion};

/// A suspicion with the finding it is about.
pub(super) struct Loaded {
    pub row: Suspicion,
    pub around: finding::Loaded,
    /// Everybody who took part in adjudicating that.
    pub adjudicators: Vec<PersonId>,
}

/// One that is erased is not there any more.
pub(super) async fn load(conn: &mut Conn, id: SuspicionId) -> Result<Loaded, ActError> {
    let found = suspicion::find(conn, id).await?.filter(|(row, _)| !row.is_erased());
    let (row, adjudicators) = found.ok_or(ActError::NotFound)?;
    let around = finding::load(conn, row.finding).await?;
    Ok(Loaded { row, around, adjudicators })
}

/// Whom a suspicion concerns: whoever noted it, and the organ.
pub(super) fn concern(loaded: &Loaded) -> Concern {
    let Loaded { row, around, .. } = loaded;
    let units = vec![(around.organ.id, around.organ.line)];
    Concern { stage: row.stage.code(), people: row.noted_by.into_iter().collect(), units }
}

/// Begins a step on a suspicion whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    (account, id): (AccountId, SuspicionId),
    (step, read): (Step, i64),
) -> Result<(Actor, Loaded), ActError> {
    let loaded = load(write.reads(), id).await?;
    let concern = concern(&loaded);
    let (stage, version) = (loaded.row.stage, loaded.row.version);
    let table = (TRANSITIONS, &concern);
    let (actor, _) = power::begin(write, account, table, (stage, step), (read, version)).await?;
    Ok((actor, loaded))
}

/// Those who take it further took no part in adjudicating, and have no tie to the unit or to anybody who was cleared.
pub(super) async fn must_be_another(
    write: &mut Write,
    loaded: &Loaded,
    (actor, doing): (&Actor, &Doing),
) -> Result<(), ActError> {
    let around = &loaded.around;
    let people = must_have_no_tie(write, around, (actor, doing, around.organ.id)).await?;
    for one in &people {
        let who = (one.person, one.name.as_str());
        must_not_have_adjudicated(who, &loaded.adjudicators).map_err(Refusal::from)?;
    }
    Ok(())
}
