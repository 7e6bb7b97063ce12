//! Loads the scheme and the unit that something is filed for, and whether whoever files it may.

use crate::actor::Actor;
use crate::organisation::named_unit;
use crate::run::Scheme;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::filing::{Filing, FilingKind};
use qz_domain::id::{AccountId, AdoptionId, FilingId, PersonId, UnitId};
use qz_domain::power::Concern;
use qz_domain::unit::Unit;
use qz_mechanism::block::Block;
use qz_mechanism::grammar::Kind;
use qz_store::{Deed, Write};

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

/// A filing of an element by somebody on a day, with nothing in it yet.
pub(super) fn filled(
    (scheme, element): (&Scheme, &Block),
    (unit, cycle): (UnitId, Date),
    (by, filed_on): (PersonId, Date),
) -> Filing {
    Filing {
        id: FilingId(0),
        adoption: scheme.adoption.id,
        element: element.title().to_owned(),
        cycle,
        unit,
        kind: FilingKind::Filled,
        fields: vec![],
        reason: String::new(),
        corrects: None,
        answers: None,
        asked: None,
        by,
        filed_on,
    }
}

/// What the log says of an act on what was filed: of what is sealed that it was done, and not by whom. Who wrote it stands in the
/// entry, which the act commits to.
pub(super) fn recorded(scheme: &Scheme, element: &Block, deed: Deed) -> Deed {
    if scheme.mechanism.is_sealed(element) {
        return Deed { by: None, recorded_by: None, paper: None, ..deed };
    }
    deed
}

/// What power something is filed by: a register is written by whoever works in the unit, the rest by who speaks for it.
pub(super) fn filed_by(element: &Block) -> Action {
    if element.kind() == Some(Kind::Register) { Action::EntryMake } else { Action::FilingMake }
}
