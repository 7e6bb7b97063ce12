//! Duty rosters (值班表): who is on which duty post on which day of a month, drawn up for a unit, published, changed with
//! a reason; and turns that one person takes over from another. What is published is read as an obligation of the day a
//! turn begins on.

mod change;
mod clash;
mod refusal;
mod standing;
mod transition;

pub use change::changes;
pub use clash::{Clash, clashes};
pub use refusal::RosterRefusal;
pub use standing::standing;
pub use transition::{SWAPS, Step, SwapStep, TRANSITIONS};

use crate::id::{DutyPostId, PersonId, RosterId, SwapId, UnitId};
use crate::month::Month;
use crate::spelled;
use jiff::civil::Date;

/// The most characters of a post's name, a reason or an answer.
pub const LINE_MOST: usize = 60;
/// The most people a post may need on a day.
pub const NEEDED_MOST: i64 = 9;
/// The most posts a unit has open at once.
pub const POSTS_MOST: usize = 8;

spelled! {
    /// What is asked of whoever is on a post (值班类别).
    DutyKind {
        /// 值班: on site; its hours are owed and judged by a rule of attendance.
        OnSite = "on_site", "值班";
        /// 备勤: off site, within call; no punch is owed and nothing is judged.
        StandBy = "stand_by", "备勤";
    }
}

spelled! {
    /// Where a roster stands (值班表环节).
    Stage {
        /// 拟定: nobody is bound by it.
        Drafted = "drafted", "拟定";
        /// 已发布
        Published = "published", "已发布";
    }
}

spelled! {
    /// Where the handing over of a turn stands (换班环节).
    SwapStage {
        /// 待批
        Pending = "pending", "待批";
        /// 已批
        Approved = "approved", "已批";
        /// 不批
        Refused = "refused", "不批";
        /// 撤回
        Withdrawn = "withdrawn", "撤回";
    }
}

/// A duty post (值班岗位) of a unit. What it asks never changes: other hours are another post, or another version of its rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyPost {
    /// Number in the store.
    pub id: DutyPostId,
    /// Whose.
    pub unit: UnitId,
    /// What it is called.
    pub name: String,
    /// What it asks.
    pub kind: DutyKind,
    /// The rule of attendance that gives its hours; empty for a stand-by of whole days.
    pub rule: String,
    /// How many people it needs on a day.
    pub needed: i64,
    /// The last day it is filled on, where it is closed.
    pub closed_on: Option<Date>,
}

impl DutyPost {
    /// Whether it is filled on a day.
    pub fn is_open(&self, day: Date) -> bool {
        self.closed_on.is_none_or(|last| day <= last)
    }
}

/// A turn (班次): somebody on a post on the day that it begins on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DutyTurn {
    /// The post.
    pub post: DutyPostId,
    /// The day it begins on.
    pub day: Date,
    /// Who.
    pub person: PersonId,
}

/// The roster of a unit's month (值班表).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// Number in the store.
    pub id: RosterId,
    /// Whose.
    pub unit: UnitId,
    /// The month its turns begin in.
    pub month: Month,
    /// Where it stands.
    pub stage: Stage,
    /// Published on.
    pub published_on: Option<Date>,
    /// The turns as they were drawn up and last changed, by post and day.
    pub turns: Vec<DutyTurn>,
    /// How often it was changed since it was published.
    pub changes: i64,
    /// Counts every change.
    pub version: i64,
}

/// A change of a published roster (值班调整), kept with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterChange {
    /// Which, from 1.
    pub number: i64,
    /// Changed on.
    pub on: Date,
    /// Why.
    pub reason: String,
    /// What was changed, by post and day.
    pub turns: Vec<TurnChange>,
}

/// A turn that changed hands by a change of the roster (班次调整).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TurnChange {
    /// The post.
    pub post: DutyPostId,
    /// The day.
    pub day: Date,
    /// Who was on it; nobody where it was added.
    pub was: Option<PersonId>,
    /// Who is; nobody where it was taken off.
    pub now: Option<PersonId>,
    /// Whether the turn had begun by then: both stay on record.
    pub is_late: bool,
}

/// A turn that one hands to another (换班).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutySwap {
    /// Number in the store.
    pub id: SwapId,
    /// The roster.
    pub roster: RosterId,
    /// The turn as it stands: post, day, whoever hands it over.
    pub turn: DutyTurn,
    /// Who takes it.
    pub taker: PersonId,
    /// Why.
    pub reason: String,
    /// Where it stands.
    pub stage: SwapStage,
    /// Asked on.
    pub asked_on: Date,
    /// Who answered.
    pub decided_by: Option<PersonId>,
    /// Answered on.
    pub decided_on: Option<Date>,
    /// Why it was refused; may be empty.
    pub answer: String,
    /// Whether it was approved only once the turn had begun: then both are on record, and the turn is owed by whoever
    /// had it.
    pub is_late: bool,
    /// Counts every step.
    pub version: i64,
}

impl DutySwap {
    /// Whether it moves the turn.
    pub fn moves(&self) -> bool {
        self.stage == SwapStage::Approved && !self.is_late
    }
}

#[cfg(test)]
mod tests;
