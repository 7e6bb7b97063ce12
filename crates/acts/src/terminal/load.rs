//! Loads a terminal for a step.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::id::{AccountId, TerminalId};
use qz_domain::power::Concern;
use qz_domain::spelled::Spelled;
use qz_domain::terminal::{Step, TRANSITIONS, Terminal};
use qz_domain::unit::Unit;
use qz_store::{Conn, Write, terminal, unit};

/// A terminal and the unit it stands in.
pub(super) async fn load(conn: &mut Conn, id: TerminalId) -> Result<(Terminal, Unit), ActError> {
    let row = terminal::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let unit = unit::find(conn, row.unit).await?.ok_or(ActError::NotFound)?;
    Ok((row, unit))
}

/// Whom a terminal concerns: the unit it stands in.
pub(super) fn concern((row, unit): &(Terminal, Unit)) -> Concern {
    Concern { stage: row.stage.code(), people: vec![], units: vec![(unit.id, unit.line)] }
}

/// Begins a step on a terminal whose version `read` the actor has seen; gives the terminal in its next stage.
pub(super) async fn begin(
    write: &mut Write,
    (account, id): (AccountId, TerminalId),
    (step, read): (Step, i64),
) -> Result<(Actor, Terminal), ActError> {
    let loaded = load(write.reads(), id).await?;
    let concern = concern(&loaded);
    let mut terminal = loaded.0;
    let table = (TRANSITIONS, &concern);
    let versions = (read, terminal.version);
    let (actor, row) =
        power::begin(write, account, table, (terminal.stage, step), versions).await?;
    terminal.stage = row.to;
    terminal.version += 1;
    Ok((actor, terminal))
}
