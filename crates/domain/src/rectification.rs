//! Rectifications (整改): what a unit is to put right, by what it will be known to be put right, and by when.
//!
//! 下达 → 方案 → 申请销号 → 复核 → 销号 → 回访. A rectification rests on one finding that is borne out, or on one
//! promise of a published self-requested bulletin. Neither the unit nor whoever ordered it closes it: a
//! third person does, with the word of whoever was affected. What is returned twice and still not put
//! right is escalated (升级), which a county's leader reads in the brief.

mod lamp;
mod refusal;
mod transition;

pub use lamp::{Clock, Lamp, NEAR_DAYS, lamp};
pub use refusal::RectificationRefusal;
pub use transition::{Step, TRANSITIONS};

use crate::id::{BulletinId, CheckId, FindingId, RectificationId, UnitId};
use crate::spelled;
use crate::term::Deadline;
use jiff::civil::Date;

spelled! {
    /// Where a rectification stands (环节).
    Stage {
        /// 待报方案: ordered.
        Ordered = "ordered", "待报方案";
        /// 整改中: the unit said how it puts it right.
        Planned = "planned", "整改中";
        /// 待复核: the unit's leader says that it is put right.
        Claimed = "claimed", "待复核";
        /// 已退回: something is missing.
        Returned = "returned", "已退回";
        /// 已升级: returned twice and still something is missing.
        Escalated = "escalated", "已升级";
        /// 已销号: a third person found it put right.
        Closed = "closed", "已销号";
        /// 已巩固: the revisit found that it lasts.
        Lasting = "lasting", "已巩固";
        /// 已重启: the revisit found that it does not.
        Reopened = "reopened", "已重启";
    }
}

impl Stage {
    /// Whether it stands as put right.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Closed | Self::Lasting)
    }
}

spelled! {
    /// What a re-check or a revisit found (复核、回访意见).
    Outcome {
        /// 予以销号: put right.
        Close = "close", "予以销号";
        /// 退回: something is missing.
        Return = "return", "退回";
        /// 升级: the third time that something is missing.
        Escalate = "escalate", "升级";
        /// 已巩固: it lasts.
        Lasts = "lasts", "已巩固";
        /// 重启整改: it does not last.
        Reopen = "reopen", "重启整改";
    }
}

impl Outcome {
    /// The step it is.
    pub fn step(self) -> Step {
        match self {
            Self::Close => Step::Close,
            Self::Return => Step::Return,
            Self::Escalate => Step::Escalate,
            Self::Lasts => Step::Sustain,
            Self::Reopen => Step::Reopen,
        }
    }
}

spelled! {
    /// What became of the one request for more time (延期).
    Extension {
        /// 未申请
        None = "none", "未申请";
        /// 待答复
        Asked = "asked", "待答复";
        /// 已准予
        Granted = "granted", "已准予";
        /// 未准予
        Denied = "denied", "未准予";
    }
}

/// The most characters of what is to be put right.
pub const ITEM_MOST: usize = 500;
/// The most characters of every other text.
pub const TEXT_MOST: usize = 500;
/// How often something is returned before it is escalated.
pub const RETURNS_MOST: i64 = 2;

/// What a rectification rests on (来源). Only these two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A finding that is borne out.
    Finding(FindingId),
    /// A promise of a self-requested bulletin, by its place there from 1.
    Promise(BulletinId, i64),
}

/// A rectification as the store keeps it. Texts of steps not yet done are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rectification {
    /// Number in the store.
    pub id: RectificationId,
    /// The organ that ordered it.
    pub organ: UnitId,
    /// The unit that is to put it right.
    pub unit: UnitId,
    /// What it rests on.
    pub basis: Basis,
    /// Where it stands.
    pub stage: Stage,
    /// What is to be put right.
    pub item: String,
    /// By what it will be known to be.
    pub standard: String,
    /// The day it was ordered, or reopened: terms count from it.
    pub ordered_on: Date,
    /// Until when the unit says how.
    pub plan_due: Deadline,
    /// Until when it is put right.
    pub due: Deadline,
    /// How the unit puts it right.
    pub plan: String,
    /// What became of the request for more time.
    pub extension: Extension,
    /// Until when more time was asked for.
    pub extended_to: Option<Date>,
    /// Why.
    pub extension_reason: String,
    /// What was done, as the unit's leader says.
    pub claim: String,
    /// The day they last said so; by it the rectification is in time or late.
    pub claimed_on: Option<Date>,
    /// Until when that is re-checked.
    pub recheck_due: Option<Deadline>,
    /// The day it was last closed.
    pub closed_on: Option<Date>,
    /// From when on it is looked at again.
    pub revisit_due: Option<Deadline>,
    /// How often it was returned.
    pub returns: i64,
    /// The day of the latest step.
    pub latest_on: Date,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}

/// A re-check (复核) or a revisit (回访); all are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Number in the store.
    pub id: CheckId,
    /// The day.
    pub on: Date,
    /// What was found.
    pub outcome: Outcome,
    /// What was seen; where something is missing, what.
    pub result: String,
    /// What whoever was affected says of it.
    pub affected: String,
}

/// What a re-check says that finds something missing: it is returned, and the third time escalated.
pub fn missing(returns: i64) -> Outcome {
    if returns < RETURNS_MOST { Outcome::Return } else { Outcome::Escalate }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_third_time_that_something_is_missing_is_escalated() {
        use Outcome::{Escalate, Return};
        let found: Vec<_> = (0..4).map(missing).collect();
        assert_eq!(found, [Return, Return, Escalate, Escalate]);
    }
}
