//! Two inspectors for each drawn unit (自动配对): trained, without a tie, those who went least of late
//! first. A proposal: the plan of the visit asks the same guards again.

use crate::ActError;
use jiff::Span;
use jiff::civil::Date;
use qz_domain::draw::{Draw, Pooled};
use qz_domain::id::UnitId;
use qz_domain::refusal::Guard;
use qz_domain::visit::{self, Inspector};
use qz_store::draw::pair::{Sent, trained_of};
use qz_store::draw::pick::PickedVisit;
use qz_store::{Conn, person, unit};

/// How many days back a visit is recent.
const RECENT: i64 = 90;

/// The guards that one inspector passes alone.
const ALONE: &[Guard] = &[Guard::Trained, Guard::Recusal];

/// A drawn unit with whom it is proposed to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The unit.
    pub unit: Pooled,
    /// Who, by work number and name; fewer than two where nobody is free.
    pub team: Vec<(String, String)>,
}

/// Somebody who may be sent, with what the guards need to know.
struct Candidate {
    number: String,
    visits: i64,
    inspector: Inspector,
}

/// The proposals for what was drawn and has no visit yet, in its order, as of a day.
pub(super) async fn proposals(
    conn: &mut Conn,
    (draw, visits): (&Draw, &[PickedVisit]),
    day: Date,
) -> Result<Vec<Proposal>, ActError> {
    let since = day.saturating_sub(Span::new().days(RECENT));
    let sent = trained_of(conn, draw.organ, (since, day)).await?;
    let mut candidates = candidates(conn, sent, day).await?;
    let mut proposals = Vec::with_capacity(draw.drawn.len());
    let is_open = |unit: &&Pooled| visits.iter().all(|visit| visit.unit != unit.unit);
    for unit in draw.drawn_units().filter(is_open) {
        let below = unit::with_those_below(conn, unit.unit).await?;
        let team = two(&mut candidates, draw.organ, (unit, &below), day);
        proposals.push(Proposal { unit: unit.clone(), team });
    }
    Ok(proposals)
}

async fn candidates(
    conn: &mut Conn,
    sent: Vec<Sent>,
    day: Date,
) -> Result<Vec<Candidate>, ActError> {
    let mut candidates = Vec::with_capacity(sent.len());
    for few in sent.chunks(person::PEOPLE_MOST) {
        let people: Vec<_> = few.iter().map(|one| one.person).collect();
        let found = person::inspectors_on(conn, &people, day).await?;
        for (Sent { number, visits, .. }, inspector) in few.iter().zip(found) {
            candidates.push(Candidate { number: number.clone(), visits: *visits, inspector });
        }
    }
    Ok(candidates)
}

/// The two who went least and may go there. Whoever is proposed counts as having gone once more.
fn two(
    candidates: &mut [Candidate],
    organ: UnitId,
    (unit, below): (&Pooled, &[UnitId]),
    day: Date,
) -> Vec<(String, String)> {
    candidates.sort_by(|one, other| (one.visits, &one.number).cmp(&(other.visits, &other.number)));
    let visited = (unit.unit, unit.name.as_str());
    let may_go = |one: &&mut Candidate| {
        let alone = std::slice::from_ref(&one.inspector);
        visit::screen(ALONE, (alone, None), organ, visited, below, day).is_ok()
    };
    let chosen = candidates.iter_mut().filter(may_go).take(2);
    let name = |one: &mut Candidate| {
        one.visits += 1;
        (one.number.clone(), one.inspector.name.clone())
    };
    chosen.map(name).collect()
}
