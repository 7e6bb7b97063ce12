//! Loads a ticket for a step, of the desk or of whoever sent it.

use crate::actor::Actor;
use crate::identity::same;
use crate::{ActError, power};
use qz_domain::id::{AccountId, TicketId};
use qz_domain::power::Concern;
use qz_domain::procedure::{self, Row};
use qz_domain::spelled::Spelled;
use qz_domain::ticket::{Stage, Step, TRANSITIONS, Ticket, TicketRefusal};
use qz_domain::unit::Unit;
use qz_store::{Conn, Write, person, ticket, unit};

/// A ticket that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub row: Ticket,
    pub unit: Option<Unit>,
    pub transition: &'static Row<Stage, Step>,
}

pub(super) async fn load(
    conn: &mut Conn,
    id: TicketId,
) -> Result<(Ticket, Option<Unit>), ActError> {
    let row = ticket::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let unit = match row.unit {
        Some(unit) => unit::find(conn, unit).await?,
        None => None,
    };
    Ok((row, unit))
}

/// Whom a ticket concerns: the office; the unit complained of, once it was given it.
pub(super) fn concern(row: &Ticket, unit: Option<&Unit>) -> Concern {
    let given = unit.filter(|_| row.handed_on.is_some());
    let units = given.map(|unit| (unit.id, unit.line)).into_iter().collect();
    Concern { stage: row.stage.code(), people: vec![], units }
}

/// Begins a step on a ticket whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    (account, id): (AccountId, TicketId),
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let (row, unit) = load(write.reads(), id).await?;
    let concern = concern(&row, unit.as_ref());
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (row.stage, step),
        (read, row.version),
    )
    .await?;
    Ok(Begun { actor, row, unit, transition })
}

/// Begins a step of whoever sent a ticket and knows the code of its receipt.
pub(super) async fn begin_by_code(
    write: &mut Write,
    (id, code): (TicketId, &str),
    step: Step,
) -> Result<(Ticket, &'static Row<Stage, Step>), ActError> {
    let row = ticket::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
    if row.is_erased || !same(&row.code, code) {
        return Err(ActError::NotFound);
    }
    let transition = procedure::find(TRANSITIONS, Some(row.stage), step)?;
    Ok((row, transition))
}

/// Refuses whoever does not have the ticket in hand.
pub(super) async fn must_handle(write: &mut Write, begun: &Begun) -> Result<(), ActError> {
    let Some(handler) = begun.row.handler.filter(|id| Some(*id) != begun.actor.person) else {
        return Ok(());
    };
    let found = person::find(write.reads(), handler).await?.ok_or(ActError::NotFound)?;
    Err(qz_domain::refusal::Refusal::from(TicketRefusal::NotTheHandler { person: found.name })
        .into())
}
