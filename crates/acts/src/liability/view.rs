//! What may be seen of a chain: whole by whoever reads the finding; by somebody it is about, their own link alone.

use crate::actor::Actor;
use crate::matter::view::{NamedHand, named};
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::id::{FindingId, PersonId, UnitId};
use qz_domain::liability::{Chain, Laying, Link};
use qz_domain::matter::Part;
use qz_domain::power::Concern;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::ledger::ActEntry;
use qz_store::{Conn, Subject, hand, liability, unit};
use std::collections::BTreeMap;

/// A chain with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainView {
    /// The chain.
    pub chain: Chain,
    /// The laying that holds.
    pub current: Laying,
    /// The units of those in it.
    pub units: BTreeMap<UnitId, Unit>,
    /// Who laid it.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
}

/// The link of one person, as they read it themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnLink {
    /// The link.
    pub link: Link,
    /// How many others stand in the chain; who they are is not theirs to read.
    pub others: usize,
}

/// The chain of a finding; `None` when none was laid, or it is erased.
pub(crate) async fn of_finding(
    conn: &mut Conn,
    id: FindingId,
) -> Result<Option<ChainView>, ActError> {
    let chain = liability::of_finding(conn, id).await?;
    let Some(current) = chain.current().cloned() else { return Ok(None) };
    let mut units = BTreeMap::new();
    for link in chain.layings.iter().flat_map(|laying| &laying.links) {
        if let std::collections::btree_map::Entry::Vacant(place) = units.entry(link.unit) {
            place.insert(unit::find(conn, link.unit).await?.ok_or(ActError::NotFound)?);
        }
    }
    let mut hands = hand::of_finding(conn, id).await?;
    hands.retain(|hand| hand.part == Part::Laid);
    let hands = named(conn, &hands).await?;
    let mut timeline = vec![];
    for laying in &chain.layings {
        timeline.extend(qz_store::ledger::acts_of(conn, laying.id.object()).await?);
    }
    Ok(Some(ChainView { chain, current, units, hands, timeline }))
}

/// The link of a person in the chain of a finding.
pub(crate) async fn own(
    conn: &mut Conn,
    (id, person): (FindingId, Option<PersonId>),
) -> Result<Option<OwnLink>, ActError> {
    let Some(person) = person else { return Ok(None) };
    let chain = liability::of_finding(conn, id).await?;
    Ok(chain.current().and_then(|laying| {
        let others = laying.links.len().saturating_sub(1);
        laying.of(person).map(|link| OwnLink { link: link.clone(), others })
    }))
}

/// Whether an actor reads the chain whole: whoever reads what the organ has on those who answer.
pub(crate) fn may_read(actor: &Actor, organ: &Unit) -> bool {
    let stage = qz_domain::accountability::Stage::Noticed.code();
    let concern = Concern { stage, people: vec![], units: vec![(organ.id, organ.line)] };
    power::may(actor, Action::AccountabilityRead, &concern)
}
