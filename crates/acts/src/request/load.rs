//! Loads a request for a step, holds a new one against what stands, and finds who decides on it.

use super::credit;
use crate::actor::Actor;
use crate::calendar::known;
use crate::{ActError, power};
use jiff::Timestamp;
use qz_domain::calendar::UnknownYear;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, PersonId, RequestId, UnitId};
use qz_domain::instant;
use qz_domain::law::{Law, Leave};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::request::{
    NEAR, Request, RequestKind, RequestRefusal, Stage, Step, TRANSITIONS, clashes, earned,
    must_be_decider, must_be_in_time, must_be_left, must_be_on_its_day, must_be_unpunched,
    must_not_clash,
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
    new: &Request,
    is_on_paper: bool,
) -> Result<(), ActError> {
    let others = request::standing_of(write.reads(), new.person).await?;
    let rule = Law::shipped().on(new.from.date()).leave(&new.subtype);
    if new.kind == RequestKind::Leave && rule.as_ref().is_ok_and(|rule| rule.is_earned) {
        must_be_free(write, new, &others).await?;
        return must_be_earned(write, rule.map_err(Refusal::from)?, (new, &others)).await;
    }
    let calendar = known(write.reads()).await?;
    if !is_on_paper {
        must_be_in_time(new, &calendar, write.county_law(), &others)?;
    }
    must_be_free(write, new, &others).await?;
    match new.kind {
        RequestKind::Correction => {
            let at = instant::instant(new.from).ok_or(ActError::NotFound)?;
            must_be_a_gap(write, (new.person, new.unit), at).await
        }
        RequestKind::Leave => {
            let rule = rule.map_err(Refusal::from)?;
            must_be_on_its_day(rule, new).map_err(Refusal::from)?;
            let service = work_start::find(write.reads(), new.person).await?.map(|one| one.since);
            let held = must_be_left(rule, new, (service, &others, 0), &calendar);
            Ok(held.map_err(Refusal::from)?)
        }
        _ => Ok(()),
    }
}

/// Refuses what cannot stand beside another request. Only who is refused is named: an act has few statements.
async fn must_be_free(
    write: &mut Write,
    new: &Request,
    others: &[Request],
) -> Result<(), ActError> {
    if clashes(new, others).is_empty() {
        return Ok(());
    }
    let name = name_of(write.reads(), new.person).await?;
    Ok(must_not_clash(&name, new, others).map_err(Refusal::from)?)
}

/// Refuses more time off in lieu than was earned and worked by now.
async fn must_be_earned(
    write: &mut Write,
    rule: &'static Leave,
    (new, others): (&Request, &[Request]),
) -> Result<(), ActError> {
    let today = instant::day(write.now());
    let (found, calendar) = credit::of(write.reads(), new.person, (others, today)).await?;
    let unknown = |UnknownYear(year)| Refusal::from(RequestRefusal::YearUnknown { year });
    let minutes = earned(&found.map_err(unknown)?);
    let held = must_be_left(rule, new, (None, others, minutes), &calendar);
    Ok(held.map_err(Refusal::from)?)
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
