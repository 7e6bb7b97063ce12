//! Loads a draw for a step, and finds the checkpoint that decides it.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::draw::{Draw, Stage, Step, TRANSITIONS};
use qz_domain::id::{AccountId, DrawId};
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::ledger::{self, Checkpoint};
use qz_store::{Conn, Subject, Write, unit};

/// A draw that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub draw: Draw,
    pub transition: &'static Row<Stage, Step>,
}

pub(super) async fn load(conn: &mut Conn, id: DrawId) -> Result<(Draw, Unit), ActError> {
    let draw = qz_store::draw::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let organ = unit::find(conn, draw.organ).await?.ok_or(ActError::NotFound)?;
    Ok((draw, organ))
}

/// Whom a draw concerns: the office that draws.
pub(super) fn concern(draw: &Draw, organ: &Unit) -> Concern {
    let units = vec![(organ.id, organ.line)];
    Concern { stage: draw.stage.code(), people: vec![], units }
}

/// Begins a step on a draw whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: DrawId,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let (draw, organ) = load(write.reads(), id).await?;
    let concern = concern(&draw, &organ);
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (draw.stage, step),
        (read, draw.version),
    )
    .await?;
    Ok(Begun { actor, draw, transition })
}

/// The first signed checkpoint that covers every entry; `None` while there is none.
pub(super) async fn deciding(conn: &mut Conn, draw: &Draw) -> Result<Option<Checkpoint>, ActError> {
    let leaves = ledger::leaves_of(conn, draw.id.object(), Action::DrawEnter.code()).await?;
    match leaves.last() {
        // An entry of this very moment has no leaf yet.
        Some(last) if leaves.len() == draw.entries.len() => {
            Ok(ledger::first_checkpoint_over(conn, *last).await?)
        }
        _ => Ok(None),
    }
}

/// Whether anybody may read all of a draw: it is open, or every unit drawn was visited since.
pub(super) async fn is_told(conn: &mut Conn, draw: &Draw) -> Result<bool, ActError> {
    match (draw.is_sealed, draw.stage) {
        (false, _) => Ok(true),
        (true, Stage::Drawn) => Ok(qz_store::draw::unvisited(conn, draw.id).await? == 0),
        (true, _) => Ok(false),
    }
}
