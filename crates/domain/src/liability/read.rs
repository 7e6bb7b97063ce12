//! Reads what was said of each link of a chain; all faults at once, each with its row.

use super::{
    Asked, Exculpation, KNOWN_MOST, LiabilityRefusal, Link, OwnFault, Position, Provision, Share,
    Verdict,
};
use crate::field::{self, Fault, FieldError};
use crate::spelled::Spelled;

/// The most links of a chain.
pub const LINKS_MOST: usize = 8;
/// The most characters of a duty, and of where it stands.
pub const DUTY_MOST: usize = 200;
/// The most characters of the facts of a fault, and of a proof.
pub const FACTS_MOST: usize = 400;

/// An answer of a leader as it was given: whether it was provided, and what is known of it.
pub type AskedGiven = (String, String);

/// A link as it was given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkGiven {
    /// Who, by work number or name.
    pub person: String,
    /// What they were.
    pub position: String,
    /// The duty that was theirs.
    pub duty: String,
    /// Where it stands.
    pub duty_source: String,
    /// The fault; empty where there is none.
    pub fault: String,
    /// Its facts.
    pub facts: String,
    /// What exculpates; empty where nothing does.
    pub exculpation: String,
    /// Its proof.
    pub proof: String,
    /// The share; empty takes the one the rule proposes.
    pub share: String,
    /// Why another share than that.
    pub share_because: String,
    /// What a leader answered, in the order of [`Provision::ALL`].
    pub asked: [AskedGiven; 3],
}

impl LinkGiven {
    /// Whether nothing was filled in but the position.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.person, &self.duty, &self.duty_source, &self.facts, &self.proof];
        texts.iter().all(|text| text.trim().is_empty())
    }
}

/// A link as it was read, without the person who is still to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The row it stood in, from 1.
    pub row: usize,
    /// Who, as it was given.
    pub person: String,
    /// What they were.
    pub position: Position,
    /// The duty.
    pub duty: String,
    /// Where it stands.
    pub duty_source: String,
    /// Whether they are at fault.
    pub verdict: Verdict,
    /// The share, where one was chosen.
    pub share: Option<Share>,
    /// Why.
    pub share_because: String,
    /// What a leader was asked.
    pub asked: Vec<Asked>,
}

/// Reads the links that were filled in.
///
/// # Errors
/// What is wrong, row by row; or that there is no link, or one too many.
pub fn read(given: &[LinkGiven]) -> Result<Vec<Read>, Vec<FieldError>> {
    let filled: Vec<_> = (1..).zip(given).filter(|(_, link)| !link.is_blank()).collect();
    match filled.len() {
        0 => return Err(vec![FieldError::new("link_person", Fault::Missing).in_row(1)]),
        found if found > LINKS_MOST => {
            let fault = Fault::TooMany { most: LINKS_MOST, found };
            return Err(vec![FieldError::new("link_person", fault)]);
        }
        _ => {}
    }
    let (mut links, mut faults) = (vec![], vec![]);
    for (row, link) in filled {
        match one(row, link) {
            Ok(link) => links.push(link),
            Err(fault) => faults.push(fault.in_row(row)),
        }
    }
    if faults.is_empty() { Ok(links) } else { Err(faults) }
}

fn one(row: usize, given: &LinkGiven) -> Result<Read, FieldError> {
    let position = field::word::<Position>("link_position", &given.position)?;
    let read = Read {
        row,
        person: field::text("link_person", &given.person, DUTY_MOST)?,
        position,
        duty: field::text("link_duty", &given.duty, DUTY_MOST)?,
        duty_source: field::text("link_duty_source", &given.duty_source, DUTY_MOST)?,
        verdict: verdict(given, position)?,
        share: chosen("link_share", &given.share)?,
        share_because: field::optional_text(
            "link_share_because",
            &given.share_because,
            FACTS_MOST,
        )?,
        asked: if position.is_leader() { asked(&given.asked)? } else { vec![] },
    };
    Ok(read)
}

/// Either a fault with its facts or an exculpation with its proof; a leader may have neither.
fn verdict(given: &LinkGiven, position: Position) -> Result<Verdict, FieldError> {
    let fault = chosen::<OwnFault>("link_fault", &given.fault)?;
    let exculpation = chosen::<Exculpation>("link_exculpation", &given.exculpation)?;
    match (fault, exculpation) {
        (Some(fault), None) => {
            Ok(Verdict::AtFault(fault, field::text("link_facts", &given.facts, FACTS_MOST)?))
        }
        (None, Some(ground)) => {
            Ok(Verdict::Exculpated(ground, field::text("link_proof", &given.proof, FACTS_MOST)?))
        }
        (None, None) if position.is_leader() => Ok(Verdict::Clear),
        (None, None) => Err(FieldError::new("link_fault", Fault::Missing)),
        (Some(_), Some(ground)) => {
            let fault = Fault::Taken(ground.chinese().to_owned());
            Err(FieldError::new("link_exculpation", fault))
        }
    }
}

fn asked(given: &[AskedGiven; 3]) -> Result<Vec<Asked>, FieldError> {
    const GIVEN: [&str; 3] = ["link_staffing", "link_instruction", "link_resources"];
    const KNOWN: [&str; 3] =
        ["link_staffing_known", "link_instruction_known", "link_resources_known"];
    let mut answers = vec![];
    for (place, provision) in Provision::ALL.iter().enumerate() {
        let (said, known) = &given[place];
        let is_given = yes_or_no(GIVEN[place], said)?;
        let known = field::text(KNOWN[place], known, KNOWN_MOST)?;
        answers.push(Asked { provision: *provision, is_given, known });
    }
    Ok(answers)
}

fn yes_or_no(field: &'static str, given: &str) -> Result<bool, FieldError> {
    match given.trim() {
        "" => Err(FieldError::new(field, Fault::Missing)),
        "yes" | "是" => Ok(true),
        "no" | "否" => Ok(false),
        other => {
            let fault = Fault::NotOneOf { found: other.to_owned(), allowed: "是 否".to_owned() };
            Err(FieldError::new(field, fault))
        }
    }
}

fn chosen<T: Spelled>(field: &'static str, given: &str) -> Result<Option<T>, FieldError> {
    if given.trim().is_empty() { Ok(None) } else { field::word(field, given).map(Some) }
}

/// Refuses a chain in which somebody stands by position alone, or was deceived by nobody.
///
/// # Errors
/// Whose link does not hold, and why.
pub fn must_hold(links: &[Link]) -> Result<(), LiabilityRefusal> {
    let is_handlers =
        |link: &Link| link.position == Position::Handler && link.verdict.is_at_fault();
    let has_handler = links.iter().any(is_handlers);
    for link in links {
        let (person, position) = (link.name.clone(), link.position);
        let lack = link.asked.iter().find(|one| !one.is_given);
        match (&link.verdict, lack) {
            (Verdict::Clear, _) if !position.is_leader() => {
                return Err(LiabilityRefusal::NeitherFaultNorProof { person, position });
            }
            (Verdict::Clear, Some(lack)) => {
                let provision = lack.provision;
                return Err(LiabilityRefusal::LackUnanswered { person, provision });
            }
            (Verdict::Exculpated(Exculpation::Deceived, _), _)
                if !has_handler || position == Position::Handler =>
            {
                return Err(LiabilityRefusal::NobodyDeceived { person });
            }
            _ => {}
        }
    }
    Ok(())
}
