//! When a request may still be made, and who may answer it.

use super::{Request, RequestKind, RequestRefusal};
use crate::calendar::Calendar;
use crate::id::PersonId;
use crate::law::{Cap, CountyLaw, Law, Leave};
use crate::refusal::Refusal;
use crate::term::due;
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp};

/// How near a punch is to an instant that was claimed, to be that of the same point.
pub const NEAR: SignedDuration = SignedDuration::from_mins(60);

/// Refuses what is asked too late: a trip beyond the working days after it, a correction beyond its days or its number a
/// month. `earlier` are the corrections of the same person that stand.
///
/// # Errors
/// It is too late, or there were as many as there may be; or the law of the day has no such term.
pub fn must_be_in_time(
    new: &Request,
    calendar: &Calendar,
    county: &CountyLaw,
    earlier: &[Request],
) -> Result<(), Refusal> {
    let code = match new.kind {
        RequestKind::Correction => "correction_ask",
        kind if kind.is_out() => "trip_register",
        _ => return Ok(()),
    };
    let law = Law::shipped().on(new.asked_on);
    let length = county.term(law, code).map_err(Refusal::from)?.length();
    let last = due(calendar, last_day(new), length);
    if last.is_over(new.asked_on) {
        let last = last.earliest();
        return Err(RequestRefusal::TooLate { kind: new.kind, last }.into());
    }
    match law.cap("correction") {
        Some(cap) if new.kind == RequestKind::Correction => must_be_few(new, cap, earlier),
        _ => Ok(()),
    }
}

/// Refuses a holiday of some citizens on another day, or for longer than half of its own.
///
/// # Errors
/// The day it is on that year.
pub fn must_be_on_its_day(rule: &Leave, new: &Request) -> Result<(), RequestRefusal> {
    if rule.may_span(new.from, new.to) {
        return Ok(());
    }
    let on = rule.on.and_then(|(month, day)| Date::new(new.from.year(), month, day).ok());
    let leave = (rule.zh.clone(), rule.en.clone());
    Err(RequestRefusal::HalfOfItsDay { leave, day: on.unwrap_or(new.from.date()) })
}

/// The last day that a request touches.
pub(super) fn last_day(new: &Request) -> Date {
    let last = new.to.saturating_sub(SignedDuration::from_secs(1)).date();
    last.max(new.from.date())
}

fn must_be_few(new: &Request, cap: &Cap, earlier: &[Request]) -> Result<(), Refusal> {
    let (first, last) = cap.per.around(new.from.date());
    let counts = |one: &&Request| {
        let day = one.from.date();
        let is_one = one.kind == RequestKind::Correction && one.stage.stands();
        is_one && one.id != new.id && first <= day && day <= last
    };
    let count = i64::try_from(earlier.iter().filter(counts).count()).unwrap_or(i64::MAX);
    if count >= cap.most {
        return Err(RequestRefusal::QuotaSpent { most: cap.most, first, last }.into());
    }
    Ok(())
}

/// Refuses a correction of a point that was punched, unless an outage then is on record. `near` are those of the person
/// near the instant, [`NEAR`] before or after.
///
/// # Errors
/// The nearest of them.
pub fn must_be_unpunched(
    at: Timestamp,
    near: &[Timestamp],
    has_outage: bool,
) -> Result<(), RequestRefusal> {
    let distance = |punch: &&Timestamp| punch.duration_since(at).abs();
    match near.iter().min_by_key(distance) {
        Some(punch) if !has_outage && distance(&punch) <= NEAR => {
            Err(RequestRefusal::PunchedAlready { punched: crate::instant::civil(*punch) })
        }
        _ => Ok(()),
    }
}

/// Whose words decide on it: nobody's on their own request; and whoever heads the unit is not decided on in the unit.
/// `deciders` are all who do: for whom it is done, and who keys it.
///
/// # Errors
/// It is their own, or that of a head.
pub fn must_be_decider(
    (person, name): (PersonId, &str),
    deciders: &[PersonId],
    (is_head, by_county): (bool, bool),
) -> Result<(), RequestRefusal> {
    let person_name = || name.to_owned();
    if deciders.contains(&person) {
        return Err(RequestRefusal::OwnRequest { person: person_name() });
    }
    if is_head && !by_county {
        return Err(RequestRefusal::OfAHead { person: person_name() });
    }
    Ok(())
}

impl Request {
    /// Whether it has begun at a moment: then it is asked for afterwards (补登).
    pub fn has_begun(&self, now: DateTime) -> bool {
        self.from < now
    }
}
