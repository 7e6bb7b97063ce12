//! Loads an opening for a step: what it is, of which finding, whose it is.

use crate::actor::Actor;
use crate::finding;
use crate::{ActError, power};
use qz_domain::id::{AccountId, OpeningId, PersonId};
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::sealed::{Opening, SealedSource, Stage, Step, TRANSITIONS};
use qz_domain::spelled::Spelled;
use qz_store::{Conn, Write, sealed};

/// An opening with its source and the finding it belongs to.
pub(super) struct Loaded {
    pub opening: Opening,
    pub source: SealedSource,
    pub around: finding::Loaded,
}

/// An opening that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub loaded: Loaded,
    pub transition: &'static Row<Stage, Step>,
}

pub(super) async fn load(conn: &mut Conn, id: OpeningId) -> Result<Loaded, ActError> {
    let (opening, source) = sealed::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let around = finding::load(conn, source.finding).await?;
    Ok(Loaded { opening, source, around })
}

/// Whom a step on an opening concerns: what only whoever asked may do, nobody else; the organ for the others.
pub(super) fn concern(loaded: &Loaded, step: Step) -> Concern {
    let Loaded { opening, around, .. } = loaded;
    let organ = (around.organ.id, around.organ.line);
    let is_own = matches!(step, Step::Read | Step::End);
    let units = if is_own { vec![] } else { vec![organ] };
    Concern { stage: opening.stage.code(), people: opening.asker.into_iter().collect(), units }
}

/// Whom it concerns to read that there is an opening: the organ; on a finding that came to nothing only whoever
/// asked or answered, and whoever may still answer.
pub(super) fn concern_to_read(loaded: &Loaded) -> Concern {
    let Loaded { opening, around, .. } = loaded;
    let is_shut = around.finding.stage.is_dismissed() && opening.stage != Stage::Requested;
    let organ = Some((around.organ.id, around.organ.line)).filter(|_| !is_shut);
    let people: Vec<PersonId> = opening.asker.into_iter().chain(opening.second).collect();
    Concern { stage: opening.stage.code(), people, units: organ.into_iter().collect() }
}

/// Begins a step on an opening whose version `read` the actor has seen; of a step that changes nothing, none.
pub(super) async fn begin(
    write: &mut Write,
    (account, id): (AccountId, OpeningId),
    (step, read): (Step, Option<i64>),
) -> Result<Begun, ActError> {
    let loaded = load(write.reads(), id).await?;
    let (concern, version) = (concern(&loaded, step), loaded.opening.version);
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (loaded.opening.stage, step),
        (read.unwrap_or(version), version),
    )
    .await?;
    Ok(Begun { actor, loaded, transition })
}
