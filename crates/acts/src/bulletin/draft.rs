//! Draft a bulletin (拟稿通报): on served decisions, or on the signer's own request with faults and a
//! plan. The default is the unit; a name needs its reason.

use super::written;
use crate::matter::{self, PaperForm, Setting};
use crate::organisation::named_unit;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::bulletin::{Step, TRANSITIONS};
use qz_domain::id::{AccountId, AccountabilityId, BulletinId};
use qz_domain::matter::Part;
use qz_domain::power::Concern;
use qz_domain::procedure;
use qz_store::{Act, Subject, Write, bulletin, hand};
use serde::{Deserialize, Serialize};

/// What a person writes of a bulletin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BulletinForm {
    /// The issuing organ; an existing bulletin keeps its own.
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
        let concern = Concern::of_unit(organ.id, organ.line);
        let actor = power::require(write, actor, Action::BulletinDraft, &concern).await?;
        let mut made = written::read(write, &form, organ.id).await?;
        let latest = written::must_rest_on_something(write, &made).await?;
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
