//! Loads the scheme and the unit that something is filed for, and whether whoever files it may.

use crate::actor::Actor;
use crate::organisation::named_unit;
use crate::run::Scheme;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, AdoptionId};
use qz_domain::power::Concern;
use qz_domain::unit::Unit;
use qz_mechanism::block::Block;
use qz_mechanism::grammar::Kind;
use qz_store::Write;

/// What is filed for.
pub(super) struct Around {
    pub scheme: Scheme,
    pub unit: Unit,
    pub actor: Actor,
}

/// The scheme, the unit, and who acts: with the power for `action` over the unit.
pub(super) async fn around(
    write: &mut Write,
    (account, action): (AccountId, Action),
    (adoption, unit): (AdoptionId, &str),
) -> Result<Around, ActError> {
    let scheme = Scheme::load(write.reads(), adoption).await?;
    let unit = named_unit(write.reads(), "filing_unit", unit).await?;
    let concern = Concern::of_unit(unit.id, unit.line);
    let actor = power::require(write, account, action, &concern).await?;
    Ok(Around { scheme, unit, actor })
}

/// What power something is filed by: a register is written by whoever works in the unit, the rest by who speaks for it.
pub(super) fn filed_by(element: &Block) -> Action {
    if element.kind() == Some(Kind::Register) { Action::EntryMake } else { Action::FilingMake }
}
