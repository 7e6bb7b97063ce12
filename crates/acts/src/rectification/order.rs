//! Order a rectification (下达整改) that follows from a finding that is borne out.

use crate::actor::Actor;
use crate::finding;
use crate::matter::{self, Doing, PaperForm, Setting, law};
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::campaign::within;
use qz_domain::field;
use qz_domain::id::{AccountId, FindingId, RectificationId, UnitId};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::procedure::{self, Stepped};
use qz_domain::rectification::{
    Basis, Extension, ITEM_MOST, Rectification, Stage, Step, TEXT_MOST, TRANSITIONS,
};
use qz_domain::refusal::Refusal;
use qz_domain::term::{Deadline, Due};
use qz_domain::unit::Unit;
use qz_store::{Act, Subject, Write, hand, rectification};
use serde::{Deserialize, Serialize};

/// What is ordered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderForm {
    /// What is to be put right.
    pub item: String,
    /// By what it will be known to be.
    pub standard: String,
    /// By when; empty is the term of the law.
    pub due: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Orders a rectification.
#[derive(Debug, Clone)]
pub struct OrderRectification {
    /// Who orders it.
    pub actor: AccountId,
    /// The finding it follows from.
    pub finding: FindingId,
    /// What is ordered.
    pub form: OrderForm,
}

/// The new rectification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RectificationOrdered {
    /// Its number in the store.
    pub rectification: RectificationId,
}

/// What a new rectification begins with.
pub(super) struct Ordered<'a> {
    pub basis: Basis,
    pub organ: UnitId,
    pub unit: &'a Unit,
    pub texts: (String, String),
    pub due: Option<Date>,
}

impl Act for OrderRectification {
    type Receipt = RectificationOrdered;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RectificationOrdered, ActError> {
        let Self { actor, finding: id, form } = self;
        let loaded = finding::load(write.reads(), id).await?;
        let hands = hand::of_finding(write.reads(), id).await?;
        let concern = finding::concern(&loaded, &hands);
        let found = power::acting(write, actor, (Step::Order.action(), &concern)).await?;
        let actor = found.ok_or(ActError::Forbidden(Step::Order.action()))?;
        must_be_borne_out(&actor, &loaded.finding, &concern)?;
        let latest = loaded.finding.latest();
        let doing = matter::alone(write, &actor, &form.paper, Some(latest)).await?;
        let texts = (
            field::text("item", &form.item, ITEM_MOST)?,
            field::text("standard", &form.standard, TEXT_MOST)?,
        );
        let due = asked(&form.due)?;
        let (basis, organ, unit) = (Basis::Finding(id), loaded.organ.id, &loaded.unit);
        let ordered = Ordered { basis, organ, unit, texts, due };
        make(write, (Step::Order, &actor), ordered, doing).await
    }
}

/// Who may order says why not yet; who may not is not told of the finding.
fn must_be_borne_out(
    actor: &Actor,
    finding: &qz_domain::finding::Finding,
    concern: &qz_domain::power::Concern,
) -> Result<(), ActError> {
    if power::may(actor, Step::Order.action(), concern) {
        return Ok(());
    }
    let upheld = qz_domain::power::Concern { stage: "upheld", ..concern.clone() };
    if !finding.stage.is_borne_out() && power::may(actor, Step::Order.action(), &upheld) {
        return Err(Refusal::from(MatterRefusal::NotUpheld).into());
    }
    Err(ActError::Forbidden(Step::Order.action()))
}

/// The day that was asked for, if one was.
fn asked(given: &str) -> Result<Option<Date>, ActError> {
    match given.trim() {
        "" => Ok(None),
        day => Ok(Some(field::day("rectify_by", day)?)),
    }
}

/// The last day: as promised, or as ordered and then no later than the law's.
fn last_day(term: Deadline, step: Step, due: Option<Date>) -> Result<Deadline, ActError> {
    let day = match due {
        None => return Ok(term),
        Some(day) if step == Step::TakeUp => day,
        Some(day) => within("rectify_by", (term.from, term.due.earliest()), day)?,
    };
    Ok(Deadline { due: Due::Fixed(day), ..term })
}

/// Makes a rectification, with the terms of the day it is ordered.
pub(super) async fn make(
    write: &mut Write,
    (step, actor): (Step, &Actor),
    ordered: Ordered<'_>,
    doing: Doing,
) -> Result<RectificationOrdered, ActError> {
    let guards = procedure::find(TRANSITIONS, None, step)?.guards;
    let Ordered { basis, organ, unit, texts: (item, standard), due } = ordered;
    let setting = Setting { part: Part::Ordered, guards, hands: &[], organ, unit, subject: None };
    let hands = matter::screen(write, setting, &doing).await?;
    let terms = law::deadlines(write, doing.day, ["rectification_plan", "rectification"]);
    let [plan_due, term] = terms.await?;
    let one = Rectification {
        id: RectificationId(write.next_id()),
        organ,
        unit: unit.id,
        basis,
        stage: Stage::Ordered,
        item,
        standard,
        ordered_on: doing.day,
        plan_due,
        due: last_day(term, step, due)?,
        plan: String::new(),
        extension: Extension::None,
        extended_to: None,
        extension_reason: String::new(),
        claim: String::new(),
        claimed_on: None,
        recheck_due: None,
        closed_on: None,
        revisit_due: None,
        returns: 0,
        latest_on: doing.day,
        version: 1,
    };
    rectification::insert(write, &one).await?;
    hand::add_to_rectification(write, one.id, &hands).await?;
    write.record(doing.deed(step, one.id.object(), actor)).await?;
    Ok(RectificationOrdered { rectification: one.id })
}
