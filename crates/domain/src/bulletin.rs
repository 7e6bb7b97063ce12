//! Bulletins (通报): served decisions made known, numbered without gap per organ and year.
//!
//! 拟稿 → 核校 → 隐私审查 → 签发 → 发布; until its review a draft may be edited (修改拟稿). The default is the unit; a name stands only with its reason, and
//! only until the bulletin expires. A self-requested bulletin (自请通报) is a leader's own: it needs a
//! plan to mend the faults and a counter-signature, and no decision.

mod assessment;
mod paper;
mod transition;

pub use assessment::{ANSWER_MOST, Assessment};
pub use paper::PaperKind;
pub use transition::{Step, TRANSITIONS};

use crate::id::{AccountabilityId, BulletinId, CorrectionId, PersonId, UnitId};
use crate::law::Law;
use crate::number::DocumentNumber;
use crate::review::Outcome;
use crate::spelled;
use crate::term::Deadline;
use jiff::civil::Date;

spelled! {
    /// What a bulletin rests on (类别).
    Kind {
        /// 通报: on served decisions.
        Ordinary = "ordinary", "通报";
        /// 自请通报: on the signer's own request.
        SelfRequested = "self_requested", "自请通报";
    }
}

spelled! {
    /// Who may read a bulletin with its names (范围).
    Scope {
        /// 本单位: the people of the issuing organ alone, 3 months; it stands on no public page.
        Unit = "unit", "本单位";
        /// 全县: every signed-in person of the county, 6 months.
        County = "county", "全县";
        /// 公开: anybody, 90 days.
        Public = "public", "公开";
    }
}

spelled! {
    /// Where a bulletin stands (环节).
    Stage {
        /// 待核校: drafted.
        Drafted = "drafted", "待核校";
        /// 待隐私审查: checked.
        Checked = "checked", "待隐私审查";
        /// 待签发: reviewed.
        Reviewed = "reviewed", "待签发";
        /// 已会签: counter-signed.
        Countersigned = "countersigned", "已会签";
        /// 待发布: signed, has its number.
        Signed = "signed", "待发布";
        /// 已发布
        Published = "published", "已发布";
        /// 已撤稿: called off before it was signed.
        CalledOff = "called_off", "已撤稿";
    }
}

/// The most characters of a title.
pub const TITLE_MOST: usize = 80;
/// The most characters of a paragraph.
pub const PARAGRAPH_MOST: usize = 1000;
/// The most decisions one bulletin carries.
pub const ITEMS_MOST: usize = 60;

/// A bulletin as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bulletin {
    /// Number in the store.
    pub id: BulletinId,
    /// The organ that issues it.
    pub organ: UnitId,
    /// What it rests on.
    pub kind: Kind,
    /// Who may read its names.
    pub scope: Scope,
    /// Where it stands.
    pub stage: Stage,
    /// The title.
    pub title: String,
    /// The opening paragraph.
    pub lead: String,
    /// What is asked of everybody.
    pub close: String,
    /// Who asked for it, when it is self-requested.
    pub on: Option<PersonId>,
    /// The number, taken at signing.
    pub number: Option<DocumentNumber>,
    /// Drafted on.
    pub drafted_on: Date,
    /// The day of the latest step.
    pub latest_on: Date,
    /// Signed on.
    pub signed_on: Option<Date>,
    /// Published on.
    pub published_on: Option<Date>,
    /// The last day its names are shown.
    pub expiry: Option<Deadline>,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
    /// The decisions it makes known, in order.
    pub items: Vec<Item>,
    /// The faults of a self-requested one.
    pub faults: Vec<String>,
    /// The plan of a self-requested one.
    pub plan: Vec<Promise>,
    /// What its reviewer weighed; `None` before the review, or where none was due.
    pub assessment: Option<Assessment>,
    /// What was said in it since, because a decision it tells of was changed; the earliest first.
    pub corrections: Vec<Correction>,
}

spelled! {
    /// What is done to a published bulletin when a decision it tells of is changed (更正方式).
    CorrectionKind {
        /// 更正: what is not touched stands.
        Corrected = "corrected", "更正";
        /// 撤回: nothing of it stands.
        Withdrawn = "withdrawn", "撤回";
    }
}

/// What a published bulletin says of a decision that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Number in the store.
    pub id: CorrectionId,
    /// Whether anything still stands.
    pub kind: CorrectionKind,
    /// Said on.
    pub on: Date,
    /// Why, as its readers read it.
    pub reason: String,
}

/// One decision that a bulletin makes known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The decision's accountability.
    pub accountability: AccountabilityId,
    /// Why the name is shown; empty when only the unit is.
    pub naming: String,
    /// What the latest review that changed the decision made of it; `None` while nothing changed it.
    pub outcome: Option<Outcome>,
}

/// One thing a self-requested bulletin promises to mend (整改事项).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// What.
    pub item: String,
    /// By what it will be known to be done.
    pub standard: String,
    /// By when.
    pub due: Date,
}

impl Bulletin {
    /// Whether it was withdrawn: its number stays, and nothing it told.
    pub fn is_withdrawn(&self) -> bool {
        self.corrections.iter().any(|one| one.kind == CorrectionKind::Withdrawn)
    }

    /// Whether a review changed a decision it tells of: its readers must be told.
    pub fn tells_of_a_changed(&self) -> bool {
        self.items.iter().any(|item| item.outcome.is_some())
    }

    /// Whether it tells of decisions, and none of them stands any more.
    pub fn has_fallen(&self) -> bool {
        let fell = |item: &Item| item.outcome.is_some_and(Outcome::fells);
        !self.items.is_empty() && self.items.iter().all(fell)
    }

    /// Whether it shows who somebody is: its requester, or a person of a decision.
    pub fn shows_somebody(&self) -> bool {
        self.on.is_some() || self.items.iter().any(|item| !item.naming.is_empty())
    }

    /// Whether the law of a day asks for an impact assessment before it is made known: it shows who somebody is,
    /// and such assessments are kept from that law on (个人信息保护法 arts. 55, 56).
    pub fn must_be_assessed(&self, day: Date) -> bool {
        self.shows_somebody() && Law::shipped().on(day).term("impact_assessment_kept").is_ok()
    }

    /// Whether names are shown on a day: published, and not past its expiry. A term that waits for
    /// a year's calendar counts as ended on the first day it might end.
    pub fn shows_names(&self, day: Date) -> bool {
        let within = |expiry: Deadline| day <= expiry.due.earliest();
        let is_withdrawn = self.is_withdrawn();
        !is_withdrawn
            && self.published_on.is_some_and(|from| from <= day)
            && self.expiry.is_some_and(within)
    }
}
