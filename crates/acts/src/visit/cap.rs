//! How often a unit may be visited (走访频次): counted in the transaction of the plan, by the law of the
//! first day planned. What was done and comes in on paper is filed however often it was.

use super::load::Loaded;
use crate::ActError;
use crate::actor::Actor;
use crate::person::named_person;
use qz_domain::field;
use qz_domain::id::UnitId;
use qz_domain::instant;
use qz_domain::law::{Cap, Law};
use qz_domain::refusal::Refusal;
use qz_domain::unit::Unit;
use qz_domain::visit::{self, Exception, OverCap, REMARK_MOST};
use qz_store::{Conn, Write, deputy, unit, visit::cap};

/// The row of `law/caps.toml` that counts the visits to one unit.
const CAP: &str = "visit_unit";

/// Passes a plan through the cap of its day: `given` are the reason for one more and who approves.
pub(super) async fn pass(
    write: &mut Write,
    loaded: &Loaded,
    actor: &Actor,
    given: (&str, &str),
) -> Result<Option<OverCap>, ActError> {
    let Loaded { visit, organ, unit } = loaded;
    let day = visit.planned_from;
    let Some(cap) = Law::shipped().on(day).cap(CAP) else { return Ok(None) };
    let planned = cap::planned(write.reads(), unit.id, cap.per.around(day)).await?;
    let exception = exception(write, (cap, planned), organ, given).await?;
    let mut own: Vec<_> = visit.team.iter().map(|member| member.person).collect();
    own.extend(actor.person);
    let names = (unit.name.as_str(), organ.name.as_str());
    let over = visit::capped((cap, planned, day), names, exception, &own);
    over.map_err(|refusal| Refusal::from(refusal).into())
}

/// What the plan says for one more; nothing where there is room or neither field is filled.
async fn exception(
    write: &mut Write,
    (cap, planned): (&Cap, i64),
    organ: &Unit,
    (reason, approver): (&str, &str),
) -> Result<Option<Exception>, ActError> {
    let is_silent = reason.trim().is_empty() && approver.trim().is_empty();
    if planned < cap.most || is_silent {
        return Ok(None);
    }
    let reason = field::text("over_reason", reason, REMARK_MOST)?;
    let person = named_person(write.reads(), "approver", approver).await?;
    let today = instant::day(write.now());
    let seats = deputy::seats(write.reads(), person.id, today).await?;
    let led: Vec<_> = seats.iter().filter(|seat| seat.leads).map(|seat| seat.unit).collect();
    let leads = leads(write.reads(), organ, &led).await?;
    Ok(Some(Exception { reason, approver: person.id, name: person.name, leads }))
}

/// Whether one of the units that somebody leads is an organ or stands above it.
async fn leads(conn: &mut Conn, organ: &Unit, led: &[UnitId]) -> Result<bool, ActError> {
    if led.is_empty() {
        return Ok(false);
    }
    let units = unit::all(conn).await?;
    let above = |id: UnitId| units.iter().find(|unit| unit.id == id)?.parent;
    let mut line = std::iter::successors(Some(organ.id), |id| above(*id));
    Ok(line.any(|id| led.contains(&id)))
}
