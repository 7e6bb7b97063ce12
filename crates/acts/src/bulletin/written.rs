//! What is written of a bulletin, for the first time or again: its form read, and what it rests on.

use super::draft::{BulletinForm, ItemForm, PromiseForm};
use crate::ActError;
use crate::accountability::subject_name;
use crate::person::named_person;
use jiff::civil::Date;
use qz_domain::accountability::Stage as Held;
use qz_domain::bulletin::{
    Bulletin, ITEMS_MOST, Item, Kind, PARAGRAPH_MOST, Promise, Scope, Stage, TITLE_MOST,
};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountabilityId, BulletinId, UnitId};
use qz_domain::matter::MatterRefusal;
use qz_domain::refusal::Refusal;
use qz_domain::review::ReviewRefusal;
use qz_domain::weight::Weight;
use qz_store::bulletin::Source;
use qz_store::{Write, accountability, bulletin};

/// The form as a first version of today.
pub(super) async fn read(
    write: &mut Write,
    form: &BulletinForm,
    organ: UnitId,
) -> Result<Bulletin, ActError> {
    let kind = field::word::<Kind>("kind", &form.kind)?;
    let on = match kind {
        Kind::Ordinary => None,
        Kind::SelfRequested => {
            Some(named_person(write.reads(), "requester", &form.requester).await?.id)
        }
    };
    let today = qz_domain::instant::day(write.now());
    Ok(Bulletin {
        id: BulletinId(0),
        organ,
        kind,
        scope: field::word::<Scope>("scope", &form.scope)?,
        stage: Stage::Drafted,
        title: field::text("title", &form.title, TITLE_MOST)?,
        lead: field::text("lead", &form.lead, PARAGRAPH_MOST)?,
        close: field::optional_text("close", &form.close, PARAGRAPH_MOST)?,
        on,
        number: None,
        drafted_on: today,
        latest_on: today,
        signed_on: None,
        published_on: None,
        expiry: None,
        version: 1,
        items: items(form)?,
        faults: faults(form)?,
        plan: plan(form)?,
        corrections: vec![],
        assessment: None,
    })
}

fn items(form: &BulletinForm) -> Result<Vec<Item>, FieldError> {
    let found = form.items.len();
    if found > ITEMS_MOST {
        return Err(FieldError::new("items", Fault::TooLong { most: ITEMS_MOST, found }));
    }
    let read = |item: &ItemForm| {
        let naming = field::optional_text("naming", &item.naming, REASON_MOST)?;
        Ok(Item { accountability: item.accountability, naming, outcome: None })
    };
    form.items.iter().map(read).collect()
}

fn faults(form: &BulletinForm) -> Result<Vec<String>, FieldError> {
    let given = form.faults.iter().filter(|fault| !fault.trim().is_empty());
    given.map(|fault| field::text("faults", fault, REASON_MOST)).collect()
}

fn plan(form: &BulletinForm) -> Result<Vec<Promise>, FieldError> {
    let given = form.plan.iter().filter(|promise| **promise != PromiseForm::default());
    let read = |promise: &PromiseForm| {
        Ok(Promise {
            item: field::text("plan_item", &promise.item, REASON_MOST)?,
            standard: field::text("plan_standard", &promise.standard, REASON_MOST)?,
            due: field::day("plan_due", &promise.due)?,
        })
    };
    given.map(read).collect()
}

/// An ordinary bulletin rests on served decisions that no other tells of; a self-requested one on
/// faults and a plan. Gives the day of the latest service.
pub(super) async fn must_rest_on_something(
    write: &mut Write,
    made: &Bulletin,
) -> Result<Option<Date>, ActError> {
    let is_empty = match made.kind {
        Kind::Ordinary => made.items.is_empty(),
        Kind::SelfRequested => made.faults.is_empty() || made.plan.is_empty(),
    };
    if is_empty {
        return Err(Refusal::from(MatterRefusal::NothingToTell).into());
    }
    let ids: Vec<_> = made.items.iter().map(|item| item.accountability).collect();
    if ids.is_empty() {
        return Ok(None);
    }
    let sources = bulletin::sources(write.reads(), &ids).await?;
    let is_served = |one: &Source| one.organ == made.organ && one.stage == Held::Served;
    let served = |id| sources.iter().any(|one| one.accountability == id && is_served(one));
    if let Some(id) = ids.iter().find(|id| !served(**id)) {
        let subject = name_of(write, *id).await?;
        return Err(Refusal::from(MatterRefusal::NotServed { subject }).into());
    }
    if let Some(one) = sources.iter().find(|one| one.standing.has_fallen()) {
        let subject = name_of(write, one.accountability).await?;
        return Err(Refusal::from(ReviewRefusal::NotStanding { subject }).into());
    }
    if let Some(one) = sources.iter().find(|one| stays(one.weight, made.scope)) {
        let subject = name_of(write, one.accountability).await?;
        let weight = one.weight;
        return Err(Refusal::from(MatterRefusal::StaysInUnit { subject, weight }).into());
    }
    let is_told = |one: &&Source| one.told_by.is_some_and(|other| other != made.id);
    if let Some(one) = sources.iter().find(is_told) {
        let subject = name_of(write, one.accountability).await?;
        return Err(Refusal::from(MatterRefusal::InAnotherBulletin { subject }).into());
    }
    Ok(sources.iter().filter_map(|one| one.served_on).max())
}

/// What was settled in a unit is told of nowhere, and what was decided by the unit alone in the unit alone.
fn stays(weight: Weight, scope: Scope) -> bool {
    match weight {
        Weight::InUnit => true,
        Weight::UnitScope => scope != Scope::Unit,
        Weight::County => false,
    }
}

pub(super) async fn name_of(write: &mut Write, id: AccountabilityId) -> Result<String, ActError> {
    let row = accountability::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
    subject_name(write.reads(), &row).await
}
