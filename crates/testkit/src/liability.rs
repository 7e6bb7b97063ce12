//! A chain of responsibility of the fixture county: G7 handled it, G6 heads the town, G8 reviewed it.

use crate::matter::Matter;
use qz_acts::ActError;
use qz_acts::liability::{ChainForm, LayChain};
use qz_acts::matter::PaperForm;
use qz_domain::id::{AccountId, FindingId};
use qz_domain::liability::LinkGiven;

/// Somebody at fault, in a position.
pub fn at_fault(person: &str, position: &str, fault: &str) -> LinkGiven {
    LinkGiven {
        fault: fault.to_owned(),
        facts: "当日未按值班表到岗，也未报备。".to_owned(),
        ..bare(person, position)
    }
}

/// Somebody exculpated, in a position.
pub fn exculpated(person: &str, position: &str, ground: &str) -> LinkGiven {
    LinkGiven {
        exculpation: ground.to_owned(),
        proof: "二月三日会议记录第2页，本人当场提出不同意。".to_owned(),
        ..bare(person, position)
    }
}

/// A leader who gave everything, and of whom nothing else is known.
pub fn leader(person: &str, position: &str) -> LinkGiven {
    asked(bare(person, position), ["是", "是", "是"])
}

/// The same link with what a leader answered: people, instruction, means.
pub fn asked(link: LinkGiven, given: [&str; 3]) -> LinkGiven {
    let known = "值班编排四人，到岗记录齐全。";
    LinkGiven { asked: given.map(|said| (said.to_owned(), known.to_owned())), ..link }
}

fn bare(person: &str, position: &str) -> LinkGiven {
    LinkGiven {
        person: person.to_owned(),
        position: position.to_owned(),
        duty: "值班安排与到岗".to_owned(),
        duty_source: "镇值班制度第三条".to_owned(),
        ..LinkGiven::default()
    }
}

impl Matter {
    /// Lays the chain of a finding on a version of it, settled by approval.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn lay(
        &self,
        actor: AccountId,
        (finding, version): (FindingId, i64),
        (links, paper): (&[LinkGiven], PaperForm),
    ) -> Result<i64, ActError> {
        let form = ChainForm { way: "审批办理".to_owned(), links: links.to_vec(), paper };
        let act = LayChain { actor, finding, version, form };
        self.county.try_act(act).await.map(|laid| laid.version)
    }
}
