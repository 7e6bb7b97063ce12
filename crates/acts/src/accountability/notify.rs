//! Give notice (告知): facts, ground, proposed measure, and the right to speak. It makes the record of
//! one subject, and serves the finding and the measure at once.

use crate::finding::load as load_finding;
use crate::matter::{self, PaperForm, Setting, law};
use crate::organisation::named_unit;
use crate::person::named_standing;
use crate::{ActError, liability, message, power};
use jiff::civil::Date;
use qz_domain::accountability::{Accountability, Answerable, Stage, Step, TRANSITIONS, tolerance};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::finding::{self, REASON_MOST};
use qz_domain::id::{AccountId, AccountabilityId, FindingId, UnitId};
use qz_domain::law::Law;
use qz_domain::matter::Part;
use qz_domain::power::Concern;
use qz_domain::procedure;
use qz_domain::refusal::Refusal;
use qz_domain::review::{Outcome, Standing, measure_now};
use qz_domain::spelled::Spelled;
use qz_domain::term::Deadline;
use qz_domain::unit::Unit;
use qz_store::liability::Held;
use qz_store::{Act, Subject, Write, accountability, hand, review};
use serde::{Deserialize, Serialize};

/// What a notice says beside the finding's facts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoticeForm {
    /// The unit held to account, by code or name; empty when it is a person.
    pub unit: String,
    /// The person held to account, by work number or name; empty when it is a unit.
    pub person: String,
    /// The subject's own part in the facts.
    pub conduct: String,
    /// Code of the ground.
    pub ground: String,
    /// Code of the measure proposed.
    pub measure: String,
    /// The answers to the questions of tolerance, in the order of the law of the day.
    pub tolerance: Vec<tolerance::Given>,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Gives notice to one subject of a finding.
#[derive(Debug, Clone)]
pub struct GiveNotice {
    /// Who gives it.
    pub actor: AccountId,
    /// Of which finding.
    pub finding: FindingId,
    /// What it says.
    pub form: NoticeForm,
}

/// The record that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeGiven {
    /// In the store.
    pub accountability: AccountabilityId,
}

impl Act for GiveNotice {
    type Receipt = NoticeGiven;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<NoticeGiven, ActError> {
        let Self { actor, finding, form } = self;
        let found = load_finding(write.reads(), finding).await?;
        let (stage, organ) = (found.finding.stage, &found.organ);
        let units = vec![(organ.id, organ.line)];
        let concern = Concern { stage: stage.code(), people: vec![], units };
        let anywhere = Concern { stage: finding::Stage::Verified.code(), ..concern };
        let actor = power::require(write, actor, Action::NoticeGive, &anywhere).await?;
        found.finding.may_be_noticed().map_err(Refusal::from)?;
        let (weight, stead) = (found.finding.weight, found.finding.instead_of);
        let competent = law::competent(write, (organ, stead)).await?;
        let conduct = field::text("conduct", &form.conduct, REASON_MOST)?;
        let earlier = found.finding.verified_on.or(Some(found.finding.registered_on));
        let doing = matter::alone(write, &actor, &form.paper, earlier).await?;
        let (unit, subject) = subject(write, &form, (&found.unit, doing.day)).await?;
        law::ground(doing.day, &form.ground)?;
        let answered = tolerance::read(Law::shipped().on(doing.day), &form.tolerance)
            .map_err(ActError::Invalid)?;
        law::authority(doing.day, &form.measure, (&competent, &unit), subject)?;
        law::fits(doing.day, &form.measure, weight)?;
        let due = law::deadline(write, doing.day, "statement_window").await?;
        let mut row = noticed(finding, organ.id, (unit.id, subject), due);
        row.conduct = conduct;
        form.ground.trim().clone_into(&mut row.ground);
        form.measure.trim().clone_into(&mut row.proposed);
        let beside = (finding, row.person());
        let (others, place) = qz_store::liability::beside(write.reads(), beside).await?;
        must_be_new(write, (&row, &others), &form).await?;
        liability::must_answer(write, &row, (&others, place)).await?;
        let hands = hand::of_finding(write.reads(), finding).await?;
        let guards = procedure::find(TRANSITIONS, None, Step::Notify)?.guards;
        row.instead_of = stead;
        let part = if weight.is_light() { Part::Told } else { Part::Proposed };
        let (organ, subject) = (organ.id, row.person());
        let setting = Setting { part, guards, hands: &hands, organ, unit: &unit, subject };
        let hands = matter::screen(write, setting, &doing).await?;
        row.id = AccountabilityId(write.next_id());
        accountability::insert(write, &row).await?;
        accountability::tolerance::insert(write, row.id, &answered).await?;
        hand::add_to_accountability(write, row.id, &hands).await?;
        message::noticed(write, &row).await?;
        write.record(doing.deed(Step::Notify, row.id.object(), &actor)).await?;
        Ok(NoticeGiven { accountability: row.id })
    }
}

/// Who is held to account: the unit that was named, or the person with the unit, rank and footing
/// of that day.
async fn subject(
    write: &mut Write,
    form: &NoticeForm,
    (concerned, day): (&Unit, Date),
) -> Result<(Unit, Answerable), ActError> {
    if form.person.trim().is_empty() {
        let given = if form.unit.trim().is_empty() { &concerned.code } else { &form.unit };
        let unit = named_unit(write.reads(), "unit", given).await?;
        return Ok((unit, Answerable::Unit));
    }
    let (found, unit) = named_standing(write, ("person", &form.person), day).await?;
    let (rank, kind) = (found.standing.rank, found.standing.kind);
    Ok((unit, Answerable::Person { person: found.person, rank, kind }))
}

/// Nobody is given notice of the same finding twice, unless a review sent the decision back; then never of
/// anything heavier than what stood before.
async fn must_be_new(
    write: &mut Write,
    (row, others): (&Accountability, &[Held]),
    form: &NoticeForm,
) -> Result<(), ActError> {
    let is_same = |other: &Held| match row.person() {
        Some(person) => other.person == Some(person),
        None => other.person.is_none() && other.unit == row.unit,
    };
    let same = others.iter().rfind(|other| other.stage != Stage::Dropped && is_same(other));
    let Some(before) = same else { return Ok(()) };
    let reviews = review::of_accountability(write.reads(), before.id).await?;
    if Standing::of(&reviews).outcome == Some(Outcome::SentBack) {
        let stood = measure_now(&before.measure, &reviews);
        return law::no_heavier(row.noticed_on, &row.proposed, stood);
    }
    let (field, given) = match row.person() {
        Some(_) => ("person", &form.person),
        None => ("unit", &form.unit),
    };
    Err(FieldError::new(field, Fault::Taken(given.trim().to_owned())).into())
}

fn noticed(
    finding: FindingId,
    organ: UnitId,
    (unit, subject): (UnitId, Answerable),
    answer_due: Deadline,
) -> Accountability {
    Accountability {
        id: AccountabilityId(0),
        finding,
        organ,
        instead_of: None,
        handed_because: String::new(),
        unit,
        subject,
        stage: Stage::Noticed,
        conduct: String::new(),
        ground: String::new(),
        proposed: String::new(),
        noticed_on: answer_due.from,
        answer_due,
        statement: String::new(),
        answered_on: None,
        response: String::new(),
        measure: String::new(),
        lasts: None,
        because: String::new(),
        decided_on: None,
        number: None,
        served_on: None,
        remedy_due: None,
        version: 1,
    }
}
