//! Who reads what was filed: who speaks for the unit; of a sealed register its discipline officers; one's own always.

use crate::actor::Actor;
use crate::power;
use qz_domain::action::Action;
use qz_domain::filing::Filing;
use qz_domain::power::Concern;
use qz_mechanism::block::Block;
use qz_mechanism::grammar::Key;

/// The power by which what is filed for an element is read.
pub(crate) fn read_by(element: &Block) -> Action {
    if element.is(Key::Hidden) { Action::SealedEntryRead } else { Action::FilingRead }
}

/// Whether an actor reads a filing of an element; `concern` is its unit.
pub(crate) fn may_read(
    actor: &Actor,
    (element, filing): (&Block, &Filing),
    concern: &Concern,
) -> bool {
    actor.person == Some(filing.by) || power::may(actor, read_by(element), concern)
}
