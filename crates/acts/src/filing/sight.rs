//! Who reads what was filed: who speaks for the unit; of what is sealed its discipline officers, of what one person was asked who
//! deals with the prompt; one's own always. Whoever a sealed entry names does not read it, whatever their office.

use crate::actor::Actor;
use crate::adoption::concern;
use crate::run::Scheme;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::filing::Filing;
use qz_domain::power::Concern;
use qz_mechanism::Mechanism;
use qz_mechanism::block::Block;
use qz_store::{Conn, person};

/// The power by which what is filed for an element is read.
pub(crate) fn read_by(mechanism: &Mechanism, element: &Block) -> Action {
    if mechanism.is_sealed(element) { Action::SealedEntryRead } else { Action::FilingRead }
}

/// Whoever would read, with the name that an entry may have of them.
pub(crate) struct Reader<'a> {
    pub(crate) actor: &'a Actor,
    name: Option<String>,
}

impl<'a> Reader<'a> {
    /// Somebody with an account.
    pub async fn of(conn: &mut Conn, actor: &'a Actor) -> Result<Self, ActError> {
        let name = match actor.person {
            Some(id) => person::find(conn, id).await?.map(|found| found.name),
            None => None,
        };
        Ok(Self { actor, name })
    }

    /// Whether they read a filing of a scheme; `own` is its unit.
    pub fn may_read(&self, scheme: &Scheme, filing: &Filing, own: &Concern) -> bool {
        let actor = self.actor;
        if actor.person == Some(filing.by) {
            return true;
        }
        let Some(element) = scheme.mechanism.element(&filing.element) else { return false };
        if filing.asked.is_some() {
            let runs = concern(&scheme.adoption, &scheme.unit);
            return filing.asked == actor.person || power::may(actor, Action::PromptRead, &runs);
        }
        let action = read_by(&scheme.mechanism, element);
        let is_withheld = action == Action::SealedEntryRead && self.is_named(filing);
        !is_withheld && power::may(actor, action, own)
    }

    /// Whether their name stands in a filing.
    fn is_named(&self, filing: &Filing) -> bool {
        let names = |name: &String| filing.fields.iter().any(|field| field.value.contains(name));
        self.name.as_ref().is_some_and(names)
    }
}
