//! Register a finding (登记线索): what a filed visit saw that calls for a look, or what a unit saw among its own people
//! and handles in a light procedure.

use crate::matter::{self, PaperForm, Setting};
use crate::organisation::named_unit;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::finding::{FACTS_MOST, Finding, Stage, Step, TRANSITIONS};
use qz_domain::id::{AccountId, FindingId, VisitId};
use qz_domain::instant;
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::number::{FindingNumber, VisitNumber};
use qz_domain::power::Concern;
use qz_domain::procedure;
use qz_domain::rectification::Extension;
use qz_domain::refusal::Refusal;
use qz_domain::unit::Unit;
use qz_domain::visit::{Outcome, Visit};
use qz_domain::weight::Weight;
use qz_store::{Act, Subject, Write, finding, hand, unit};
use serde::{Deserialize, Serialize};

/// What a person writes to register a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegistrationForm {
    /// The visit's number; empty where the organ saw it among its own people, in its own day's work.
    pub visit: String,
    /// The organ that will look into it.
    pub organ: String,
    /// How much its procedure weighs; empty means every step.
    pub weight: String,
    /// What was seen that calls for a look.
    pub facts: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Registers a finding.
#[derive(Debug, Clone)]
pub struct RegisterFinding {
    /// Who registers it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: RegistrationForm,
}

/// The finding's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingRegistered {
    /// In the store.
    pub finding: FindingId,
    /// The one people know.
    pub number: FindingNumber,
}

impl Act for RegisterFinding {
    type Receipt = FindingRegistered;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<FindingRegistered, ActError> {
        let Self { actor, form } = self;
        let organ = named_unit(write.reads(), "organ", &form.organ).await?;
        let concern = Concern::of_unit(organ.id, organ.line);
        let actor = power::require(write, actor, Action::FindingRegister, &concern).await?;
        let facts = field::text("facts", &form.facts, FACTS_MOST)?;
        let seen = seen(write, &form, organ).await?;
        let doing = matter::alone(write, &actor, &form.paper, seen.on).await?;
        let transition = procedure::find(TRANSITIONS, None, Step::Register)?;
        let setting = Setting {
            part: if seen.visit.is_some() { Part::Registered } else { Part::Found },
            guards: transition.guards,
            hands: &[],
            organ: seen.organ.id,
            unit: &seen.unit,
            subject: None,
        };
        let hands = matter::screen(write, setting, &doing).await?;
        let made = made(write, &seen, facts, doing.day).await?;
        finding::insert(write, &made).await?;
        hand::add_to_finding(write, made.id, &hands).await?;
        write.record(doing.deed(Step::Register, made.id.object(), &actor)).await?;
        Ok(FindingRegistered { finding: made.id, number: made.number })
    }
}

/// Where a finding comes from, and how it is to be handled.
pub(crate) struct Seen {
    /// The visit that saw it, or that an earlier finding came from.
    pub visit: Option<VisitId>,
    /// When it was seen.
    pub on: Option<Date>,
    /// The organ that looks into it.
    pub organ: Unit,
    /// The unit it concerns.
    pub unit: Unit,
    /// How much its procedure weighs.
    pub weight: Weight,
}

/// On a visit; or by the organ itself among its own people, which is handled lightly.
async fn seen(write: &mut Write, form: &RegistrationForm, organ: Unit) -> Result<Seen, ActError> {
    let weight = match form.weight.trim() {
        "" => Weight::County,
        given => field::word::<Weight>("weight", given)?,
    };
    let (visit, on, unit) = match form.visit.trim() {
        "" if weight.is_light() => (None, None, organ.clone()),
        given => {
            let visit = visited(write, given).await?;
            let unit = unit::find(write.reads(), visit.unit).await?.ok_or(ActError::NotFound)?;
            (Some(visit.id), visit.visited_at.map(instant::day), unit)
        }
    };
    if weight.is_light() && unit.id != organ.id {
        let (organ, unit) = (organ.name, unit.name);
        return Err(Refusal::from(MatterRefusal::NotOwnUnit { organ, unit }).into());
    }
    Ok(Seen { visit, on, organ, unit, weight })
}

/// The visit, if it is filed and saw something.
async fn visited(write: &mut Write, given: &str) -> Result<Visit, ActError> {
    let number = given.split_whitespace().next().unwrap_or_default();
    if number.is_empty() {
        return Err(FieldError::new("visit", Fault::Missing).into());
    }
    let number: VisitNumber =
        number.parse().map_err(|_| FieldError::new("visit", Fault::BadForm("2015-0311")))?;
    let found = qz_store::visit::find_by_number(write.reads(), number).await?;
    let unknown = || FieldError::new("visit", Fault::Unknown(number.to_string()));
    let visit = found.ok_or_else(unknown)?;
    let is_filed = visit.stage == qz_domain::visit::Stage::Filed;
    if is_filed && visit.outcome == Some(Outcome::Matter) {
        Ok(visit)
    } else {
        Err(Refusal::from(MatterRefusal::NothingSeen).into())
    }
}

/// A finding as it is registered, with its number and its first term.
pub(crate) async fn made(
    write: &mut Write,
    seen: &Seen,
    facts: String,
    day: Date,
) -> Result<Finding, ActError> {
    let serial = finding::last_serial(write.reads(), day.year()).await? + 1;
    let term = matter::law::deadline(write, day, "finding_screen").await?;
    Ok(Finding {
        id: FindingId(write.next_id()),
        number: FindingNumber::new(day.year(), serial).ok_or(ActError::NotFound)?,
        visit: seen.visit,
        organ: seen.organ.id,
        instead_of: None,
        handed_because: String::new(),
        weight: seen.weight,
        unit: seen.unit.id,
        stage: Stage::Registered,
        facts,
        screening: String::new(),
        asked: None,
        inquiry: String::new(),
        reply: String::new(),
        term: Some(term),
        extension: Extension::None,
        extension_reason: String::new(),
        receipt: None,
        established: String::new(),
        in_favour: String::new(),
        ground: String::new(),
        reason: String::new(),
        registered_on: day,
        screened_on: None,
        verified_on: None,
        adjudicated_on: None,
        handled_on: None,
        root: None,
        version: 1,
    })
}
