//! Draft a bulletin (拟稿通报): on served decisions, or on the signer's own request with faults and a
//! plan. The default is the unit; a name needs its reason.

use crate::accountability::subject_name;
use crate::matter::{self, PaperForm, Setting};
use crate::organisation::named_unit;
use crate::person::named_person;
use crate::{ActError, power};
use qz_domain::accountability::Stage as Held;
use qz_domain::action::Action;
use qz_domain::bulletin::{
    Bulletin, ITEMS_MOST, Item, Kind, PARAGRAPH_MOST, Promise, Scope, Stage, Step, TITLE_MOST,
    TRANSITIONS,
};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, AccountabilityId, BulletinId, UnitId};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::power::Concern;
use qz_domain::procedure;
use qz_domain::refusal::Refusal;
use qz_store::accountability::list::{AccountabilityFilter, AccountabilitySort, Seen};
use qz_store::list::Page;
use qz_store::{Act, Subject, Write, accountability, bulletin, hand};
use serde::{Deserialize, Serialize};

/// What a person writes of a bulletin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BulletinForm {
    /// The issuing organ.
    pub organ: String,
    /// 通报 or 自请通报.
    pub kind: String,
    /// 公开 or 全县.
    pub scope: String,
    /// The title.
    pub title: String,
    /// The opening paragraph.
    pub lead: String,
    /// What is asked of everybody.
    pub close: String,
    /// The decisions, in order.
    pub items: Vec<ItemForm>,
    /// Who asks for it, when it is self-requested.
    pub requester: String,
    /// The faults of a self-requested one.
    pub faults: Vec<String>,
    /// The plan of a self-requested one.
    pub plan: Vec<PromiseForm>,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// One decision of a bulletin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemForm {
    /// The decision's accountability.
    pub accountability: AccountabilityId,
    /// Why the name is shown; empty shows the unit alone.
    pub naming: String,
}

/// One thing a self-requested bulletin promises to mend.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PromiseForm {
    /// What.
    pub item: String,
    /// By what it will be known to be done.
    pub standard: String,
    /// By when.
    pub due: String,
}

/// Drafts a bulletin.
#[derive(Debug, Clone)]
pub struct DraftBulletin {
    /// Who drafts it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: BulletinForm,
}

/// The bulletin's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulletinDrafted {
    /// In the store.
    pub bulletin: BulletinId,
}

impl Act for DraftBulletin {
    type Receipt = BulletinDrafted;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<BulletinDrafted, ActError> {
        let Self { actor, form } = self;
        let organ = named_unit(write.reads(), "organ", &form.organ).await?;
        let concern = Concern { stage: "", people: vec![], units: vec![(organ.id, organ.line)] };
        let actor = power::require(write, actor, Action::BulletinDraft, &concern).await?;
        let mut made = read(write, &form, organ.id).await?;
        let latest = must_rest_on_something(write, &made).await?;
        let doing = matter::alone(write, &actor, &form.paper, latest).await?;
        (made.drafted_on, made.latest_on) = (doing.day, doing.day);
        let guards = procedure::find(TRANSITIONS, None, Step::Draft)?.guards;
        let (part, organ_id) = (Part::Drafted, organ.id);
        let setting =
            Setting { part, guards, hands: &[], organ: organ_id, unit: &organ, subject: None };
        let hands = matter::screen(write, setting, &doing).await?;
        made.id = BulletinId(write.next_id());
        bulletin::insert(write, &made).await?;
        hand::add_to_bulletin(write, made.id, &hands).await?;
        write.record(doing.deed(Step::Draft, made.id.object(), &actor)).await?;
        Ok(BulletinDrafted { bulletin: made.id })
    }
}

async fn read(write: &mut Write, form: &BulletinForm, organ: UnitId) -> Result<Bulletin, ActError> {
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
    })
}

fn items(form: &BulletinForm) -> Result<Vec<Item>, FieldError> {
    let found = form.items.len();
    if found > ITEMS_MOST {
        return Err(FieldError::new("items", Fault::TooLong { most: ITEMS_MOST, found }));
    }
    let read = |item: &ItemForm| {
        let naming = field::optional_text("naming", &item.naming, REASON_MOST)?;
        Ok(Item { accountability: item.accountability, naming })
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
async fn must_rest_on_something(
    write: &mut Write,
    made: &Bulletin,
) -> Result<Option<jiff::civil::Date>, ActError> {
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
    let filter = AccountabilityFilter {
        ids: ids.clone(),
        organ: Some(made.organ),
        stage: Some(Held::Served),
        ..AccountabilityFilter::default()
    };
    let sort = AccountabilitySort::Served;
    let (served, _) =
        accountability::list::page(write.reads(), &[Seen::All], &filter, sort, Page::all()).await?;
    if let Some(id) = ids.iter().find(|id| !served.iter().any(|line| line.id == **id)) {
        let subject = name_of(write, *id).await?;
        return Err(Refusal::from(MatterRefusal::NotServed { subject }).into());
    }
    if let Some(id) = bulletin::carried(write.reads(), &ids).await?.first() {
        let subject = name_of(write, *id).await?;
        return Err(Refusal::from(MatterRefusal::InAnotherBulletin { subject }).into());
    }
    Ok(served.last().and_then(|line| line.served_on.parse().ok()))
}

async fn name_of(write: &mut Write, id: AccountabilityId) -> Result<String, ActError> {
    let row = accountability::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
    subject_name(write.reads(), &row).await
}
