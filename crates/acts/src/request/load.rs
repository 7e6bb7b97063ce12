//! Loads a request for a step, holds a new one against what stands, and finds who decides on it.

use crate::actor::Actor;
use crate::calendar::known;
use crate::{ActError, power};
use jiff::Timestamp;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, PersonId, RequestId, UnitId};
use qz_domain::instant;
use qz_domain::law::Law;
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::request::{
    NEAR, Request, RequestKind, Stage, Step, TRANSITIONS, must_be_decider, must_be_in_time,
    must_be_left, must_be_unpunched, must_not_clash,
};
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::{Conn, Write, outage, person, request, unit, work_start};

/// A request and the unit of whoever asks.
pub(super) struct Loaded {
    pub row: Request,
    pub unit: Unit,
}

pub(super) async fn load(conn: &mut Conn, id: RequestId) -> Result<Loaded, ActError> {
    let row = request::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let unit = unit::find(conn, row.unit).await?.ok_or(ActError::NotFound)?;
    Ok(Loaded { row, unit })
}

/// Whom a request concerns: whose it is, and their unit.
pub(super) fn concern(stage: Stage, person: PersonId, unit: &Unit) -> Concern {
    Concern { stage: stage.code(), people: vec![person], units: vec![(unit.id, unit.line)] }
}

/// Begins a step on a request whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    (account, id): (AccountId, RequestId),
    (step, read): (Step, i64),
) -> Result<(Actor, Loaded), ActError> {
    let loaded = load(write.reads(), id).await?;
    let (stage, version) = (loaded.row.stage, loaded.row.version);
    let concern = concern(stage, loaded.row.person, &loaded.unit);
    let table = (TRANSITIONS, &concern);
    let (actor, _) = power::begin(write, account, table, (stage, step), (read, version)).await?;
    Ok((actor, loaded))
}

/// The name of a person; empty for none.
pub(super) async fn name_of(conn: &mut Conn, id: PersonId) -> Result<String, ActError> {
    Ok(person::find(conn, id).await?.map(|person| person.name).unwrap_or_default())
}

/// Holds a new request against what stands of the same person: their other requests, what is left of the leave, their
/// punches near a claimed one; at the screen also against its terms.
pub(super) async fn must_stand(
    write: &mut Write,
    (name, new): (&str, &Request),
    is_on_paper: bool,
) -> Result<(), ActError> {
    let others = request::standing_of(write.reads(), new.person).await?;
    let calendar = known(write.reads()).await?;
    if !is_on_paper {
        must_be_in_time(new, &calendar, write.county_law(), &others)?;
    }
    must_not_clash(name, new, &others).map_err(Refusal::from)?;
    match new.kind {
        RequestKind::Correction => {
            let at = instant::instant(new.from).ok_or(ActError::NotFound)?;
            must_be_a_gap(write, (new.person, new.unit), at).await
        }
        RequestKind::Leave => {
            let rule = Law::shipped().on(new.from.date()).leave(&new.subtype);
            let rule = rule.map_err(Refusal::from)?;
            let service = work_start::find(write.reads(), new.person).await?.map(|one| one.since);
            let held = must_be_left(rule, new, (service, &others), &calendar);
            Ok(held.map_err(Refusal::from)?)
        }
        _ => Ok(()),
    }
}

async fn must_be_a_gap(
    write: &mut Write,
    (person, unit): (PersonId, UnitId),
    at: Timestamp,
) -> Result<(), ActError> {
    let near = (at.saturating_sub(NEAR), at.saturating_add(NEAR));
    let (Ok(first), Ok(last)) = near else { return Err(ActError::NotFound) };
    let punches = request::punches_near(write.reads(), person, (first, last)).await?;
    let is_down = outage::is_on_record(write.reads(), unit, at).await?;
    Ok(must_be_unpunched(at, &punches, is_down).map_err(Refusal::from)?)
}

/// Who decides on the requests of somebody (审批人).
pub(super) struct Deciders {
    /// Whether they head the unit.
    pub is_head: bool,
    /// Whoever heads the unit.
    pub heads: Vec<PersonId>,
    /// Whoever leads the county.
    pub leaders: Vec<PersonId>,
}

impl Deciders {
    /// Those who are told of a request: the head, of a head's or where there is none the county's leaders.
    pub fn told(&self, whose: PersonId) -> Vec<PersonId> {
        let of_unit = if self.is_head { &[][..] } else { &self.heads[..] };
        let told = if of_unit.is_empty() { &self.leaders[..] } else { of_unit };
        told.iter().copied().filter(|one| *one != whose).collect()
    }
}

pub(super) async fn deciders(
    conn: &mut Conn,
    (person, unit): (PersonId, UnitId),
) -> Result<Deciders, ActError> {
    let found = request::deciders(conn, unit).await?;
    let of = |county| found.iter().filter(move |one| one.1 == county).map(|one| one.0);
    let heads: Vec<_> = of(false).collect();
    Ok(Deciders { is_head: heads.contains(&person), heads, leaders: of(true).collect() })
}

/// Refuses whoever asked, and in the unit whoever would decide on its head.
pub(super) async fn must_decide(
    write: &mut Write,
    actor: &Actor,
    row: &Request,
) -> Result<(), ActError> {
    let whose = deciders(write.reads(), (row.person, row.unit)).await?;
    let leaders = [Role::CountyLeader, Role::FirstSecretary];
    let by_county = actor.grants.iter().any(|grant| leaders.contains(&grant.role));
    let leader = actor.stands_for.as_ref().map(|one| one.leader);
    let doing: Vec<_> = std::iter::once(person_of(actor)?).chain(leader).collect();
    let name = name_of(write.reads(), row.person).await?;
    let found = must_be_decider((row.person, &name), &doing, (whose.is_head, by_county));
    Ok(found.map_err(Refusal::from)?)
}

/// Refuses whoever asked themselves.
pub(super) async fn must_be_anothers(
    write: &mut Write,
    actor: &Actor,
    row: &Request,
) -> Result<(), ActError> {
    let doing = [person_of(actor)?];
    let name = name_of(write.reads(), row.person).await?;
    Ok(must_be_decider((row.person, &name), &doing, (false, true)).map_err(Refusal::from)?)
}

/// Whoever answers is a person, not an account alone.
fn person_of(actor: &Actor) -> Result<PersonId, FieldError> {
    actor.person.ok_or_else(|| FieldError::new("by", Fault::Missing))
}
