//! Register a finding from a prompt (疑点转为线索): the organ looks into it as into any other, and what prompted it is part of it.
//! Whoever takes it up registers it, and is therefore none of those who verify, adjudicate or decide.

use super::PromptKey;
use super::load::{Standing, standing};
use crate::finding::{FindingRegistered, Seen, made};
use crate::matter::{self, PaperForm, Setting};
use crate::organisation::named_unit;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, FieldError};
use qz_domain::finding::{FACTS_MOST, Finding, Step, TRANSITIONS};
use qz_domain::id::{AccountId, PromptId, UnitId};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::power::Concern;
use qz_domain::procedure;
use qz_domain::prompt::{Prompt, PromptOutcome};
use qz_domain::refusal::Refusal;
use qz_domain::unit::Unit;
use qz_domain::weight::Weight;
use qz_store::{Act, Subject, Write, finding, hand, prompt, unit};

/// What is registered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakingForm {
    /// The organ that looks into it: a code or a name.
    pub organ: String,
    /// How much its procedure weighs; empty means every step.
    pub weight: String,
    /// What calls for a look.
    pub facts: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Registers a finding from a prompt.
#[derive(Debug, Clone)]
pub struct TakeUpPrompt {
    /// Who does.
    pub actor: AccountId,
    /// Which.
    pub key: PromptKey,
    /// What is registered.
    pub form: TakingForm,
}

impl Act for TakeUpPrompt {
    type Receipt = FindingRegistered;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<FindingRegistered, ActError> {
        let Self { actor: account, key, form } = self;
        let action = Action::PromptTakeUp;
        let standing = standing(write, (account, action), (&key, &form.paper)).await?;
        let organ = named_unit(write.reads(), "organ", &form.organ).await?;
        // Whoever deals with a unit's prompts registers what it handles lightly itself; anything else, who registers there.
        let is_own = organ.id == standing.scheme.unit.id;
        if !(is_own && weight(&form.weight)?.is_light()) {
            let concern = Concern::of_unit(organ.id, organ.line);
            power::require(write, account, Action::FindingRegister, &concern).await?;
        }
        let facts = field::text("facts", &form.facts, FACTS_MOST)?;
        let seen = seen(write, &standing, (organ, &form.weight)).await?;
        let new = registered(write, &standing, (&seen, facts)).await?;
        let deed = standing.doing.act(action, new.id.object(), &standing.actor);
        let prompt = standing.dealt(PromptId(0), (PromptOutcome::TakenUp, String::new()));
        let prompt = Prompt { element: key.element, ..prompt };
        prompt::insert_taken_up(write, new.id, &prompt).await?;
        write.record(deed).await?;
        Ok(FindingRegistered { finding: new.id, number: new.number })
    }
}

/// How much the procedure weighs; every step, where nothing is said.
fn weight(given: &str) -> Result<Weight, FieldError> {
    match given.trim() {
        "" => Ok(Weight::County),
        given => field::word("weight", given),
    }
}

/// Of which unit the finding is, and how much its procedure weighs: a light one only for the organ's own.
async fn seen(
    write: &mut Write,
    standing: &Standing,
    (organ, weight): (Unit, &str),
) -> Result<Seen, ActError> {
    let weight = self::weight(weight)?;
    let of: UnitId = standing.hit.unit.unwrap_or(standing.scheme.unit.id);
    let unit = unit::find(write.reads(), of).await?.ok_or(ActError::NotFound)?;
    if weight.is_light() && unit.id != organ.id {
        let (organ, unit) = (organ.name, unit.name);
        return Err(Refusal::from(MatterRefusal::NotOwnUnit { organ, unit }).into());
    }
    Ok(Seen { visit: None, on: Some(standing.cycle.1), organ, unit, weight })
}

/// The finding, with whoever takes it up as the one who registered it.
async fn registered(
    write: &mut Write,
    standing: &Standing,
    (seen, facts): (&Seen, String),
) -> Result<Finding, ActError> {
    let Standing { doing, hit, .. } = standing;
    let transition = procedure::find(TRANSITIONS, None, Step::Register)?;
    let setting = Setting {
        part: Part::Registered,
        guards: transition.guards,
        hands: &[],
        organ: seen.organ.id,
        unit: &seen.unit,
        subject: hit.person,
    };
    let hands = matter::screen(write, setting, doing).await?;
    let new = made(write, seen, facts, doing.day).await?;
    finding::insert(write, &new).await?;
    hand::add_to_finding(write, new.id, &hands).await?;
    Ok(new)
}
