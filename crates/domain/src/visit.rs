//! Inspection visits (明察暗访): planned, done by two, written up, signed twice, filed.
//!
//! A visit without a matter counts fully as done; there is no target for matters found.
//! Ground: 政府督查工作条例 12, 15; the count of filed visit records is the year's visit figure.

mod cap;
mod screen;
mod transition;

pub use crate::number::{ParseVisitNumberError, VisitNumber};
pub use cap::{CapRefusal, Exception, OverCap, capped};
pub use screen::{Inspector, TiedRelative, screen};
pub use transition::{Step, TRANSITIONS, Transition, step};

use crate::id::{DrawId, PersonId, UnitId, VisitId};
use crate::spelled;
use jiff::Timestamp;
use jiff::civil::Date;

spelled! {
    /// How a visit is done (方式).
    Manner {
        /// 明察: announced at the door.
        Open = "open", "明察";
        /// 暗访: told afterwards.
        Covert = "covert", "暗访";
        /// 书面: on documents.
        Written = "written", "书面";
        /// 电话
        Telephone = "telephone", "电话";
    }
}

spelled! {
    /// What a visit ends with (结果). Never a verdict: a matter goes to somebody else's screening.
    Outcome {
        /// 无问题: filed as done, counts fully.
        Nothing = "nothing", "无问题";
        /// 有情况: something to screen.
        Matter = "matter", "有情况";
    }
}

spelled! {
    /// Where a visit stands (环节).
    Stage {
        /// 已计划
        Planned = "planned", "已计划";
        /// 待会签: written up and signed once.
        Reported = "reported", "待会签";
        /// 已归档: signed twice; counts.
        Filed = "filed", "已归档";
        /// 已撤销
        CalledOff = "called_off", "已撤销";
    }
}

spelled! {
    /// What the visited unit says to it (单位意见).
    Position {
        /// 无异议
        Agrees = "agrees", "无异议";
        /// 有异议
        Disputes = "disputes", "有异议";
    }
}

/// The most characters of an observation.
pub const OBSERVED_MOST: usize = 2000;
/// The most characters of who was told.
pub const TOLD_MOST: usize = 100;
/// The most characters of a purpose, a reply or a reason.
pub const REMARK_MOST: usize = 500;
/// The most characters of how a unit means to put right what was seen.
pub const PLAN_MOST: usize = 400;
/// Within how many days of its reply a unit means to have put it right.
pub const PLAN_DAYS_MOST: i32 = 365;

/// How a unit means to put right what was seen, said in its reply (整改打算): no duty yet. When a rectification is
/// ordered it stands in the form of its plan, and the unit sends it as it is or otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyPlan {
    /// How, and who in the unit does it.
    pub how: String,
    /// By when.
    pub by: Date,
}

/// A visit as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Number in the store.
    pub id: VisitId,
    /// The number on its paper twin.
    pub number: VisitNumber,
    /// The inspecting organ.
    pub organ: UnitId,
    /// The visited unit.
    pub unit: UnitId,
    /// How it is done.
    pub manner: Manner,
    /// First day it may be done.
    pub planned_from: Date,
    /// Last day it may be done.
    pub planned_until: Date,
    /// Why it is done; empty when it came on paper.
    pub purpose: String,
    /// The draw that the unit was drawn in; `None` when it was chosen.
    pub draw: Option<DrawId>,
    /// Where it stands.
    pub stage: Stage,
    /// When it was done.
    pub visited_at: Option<Timestamp>,
    /// What was seen.
    pub observed: String,
    /// What it ended with.
    pub outcome: Option<Outcome>,
    /// Who of the unit was told.
    pub told: String,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
    /// When it was filed.
    pub filed_at: Option<Timestamp>,
    /// The team in order.
    pub team: Vec<TeamMember>,
}

/// One inspector of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamMember {
    /// Who.
    pub person: PersonId,
    /// When they signed.
    pub signed_at: Option<Timestamp>,
}

impl Visit {
    /// Whether a person is on the team.
    pub fn has_on_team(&self, person: PersonId) -> bool {
        self.team.iter().any(|member| member.person == person)
    }

    /// Whether a person has signed.
    pub fn is_signed_by(&self, person: PersonId) -> bool {
        self.team.iter().any(|member| member.person == person && member.signed_at.is_some())
    }
}

/// What was seen and told: the part of a visit its inspectors write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// When it was done.
    pub visited_at: Timestamp,
    /// How it was done.
    pub manner: Manner,
    /// What was seen.
    pub observed: String,
    /// What it ended with.
    pub outcome: Outcome,
    /// Who of the unit was told; may be empty only for a covert visit told later.
    pub told: String,
}
