//! What the views of findings, accountabilities and bulletins share: the hands, by name.

use crate::ActError;
use crate::actor::Actor;
use crate::power;
use qz_domain::action::Action;
use qz_domain::id::{PersonId, UnitId};
use qz_domain::matter::{Hand, Part};
use qz_domain::power::Reach;
use qz_store::{Conn, person};

/// Somebody who had a part in a matter, as pages show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedHand {
    /// Who.
    pub person: PersonId,
    /// The work number.
    pub number: String,
    /// The name.
    pub name: String,
    /// In which part.
    pub part: Part,
    /// Whether they only keyed it.
    pub is_keyed: bool,
    /// Whether they were away and somebody did it for them.
    pub is_absent: bool,
}

/// The hands by name, in the order of parts; a part that somebody took for several subjects once.
pub(crate) async fn named(conn: &mut Conn, hands: &[Hand]) -> Result<Vec<NamedHand>, ActError> {
    let mut named = Vec::with_capacity(hands.len());
    for Hand { person, part, is_keyed, is_absent } in hands.iter().copied() {
        let found = person::find(conn, person).await?.ok_or(ActError::NotFound)?;
        let (number, name) = (found.number, found.name);
        named.push(NamedHand { person, number, name, part, is_keyed, is_absent });
    }
    named.sort_by(|a, b| {
        let order = |one: &NamedHand| (one.part, one.is_keyed, one.is_absent, one.number.clone());
        order(a).cmp(&order(b))
    });
    named.dedup();
    Ok(named)
}

/// How far an actor's powers let it see records in lists.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sight {
    /// All of them.
    All,
    /// Those of a unit.
    Unit(UnitId),
    /// Its own.
    Own(PersonId),
}

/// What an actor's powers for reading let it see: the same rows that let it read one.
pub(crate) fn sights(actor: &Actor, action: Action) -> Vec<Sight> {
    let mut seen = vec![];
    for row in power::POWERS.iter().filter(|row| row.action == action) {
        for grant in actor.grants.iter().filter(|grant| grant.role == row.role) {
            seen.extend(match row.reach {
                Reach::County => Some(Sight::All),
                Reach::Unit | Reach::System => Some(Sight::Unit(grant.unit)),
                Reach::Own => None,
            });
            seen.extend(actor.person.map(Sight::Own));
        }
    }
    seen
}
