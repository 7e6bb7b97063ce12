//! Findings (问题线索): from what a visit saw to whether it is borne out.
//!
//! 登记 → 初筛 → 核实 → 认定. A finding names no measure and no culprit: that is an
//! [accountability](crate::accountability) of its own for each subject. Upheld and partly upheld
//! ones are the count of matters handled (查处问题); there is no target for it.

mod paper;
mod transition;

pub use paper::PaperKind;
pub use transition::{Step, TRANSITIONS};

use crate::id::{FindingId, UnitId, VisitId};
use crate::number::FindingNumber;
use crate::spelled;
use jiff::ToSpan;
use jiff::civil::Date;

spelled! {
    /// Where a finding stands (环节).
    Stage {
        /// 待初筛: registered.
        Registered = "registered", "待初筛";
        /// 核实中
        Verifying = "verifying", "核实中";
        /// 待认定: the facts are fixed.
        Verified = "verified", "待认定";
        /// 属实
        Upheld = "upheld", "属实";
        /// 部分属实
        Partly = "partly", "部分属实";
        /// 不实: the name is cleared where it was named.
        Unfounded = "unfounded", "不实";
        /// 即改了结: minor, first, mended on the spot; help, not a case.
        PutRight = "put_right", "即改了结";
        /// 了结: nothing to look into.
        Closed = "closed", "了结";
    }
}

impl Stage {
    /// Whether a finding that stands here is borne out, wholly or in part.
    pub fn is_borne_out(self) -> bool {
        matches!(self, Self::Upheld | Self::Partly)
    }

    /// Whether a finding that stands here came to nothing (不实、了结): it leaves others' view at once.
    /// What was put right on the spot is help and names nobody.
    pub fn is_dismissed(self) -> bool {
        matches!(self, Self::Unfounded | Self::Closed)
    }
}

spelled! {
    /// What screening says of a finding (初筛意见).
    Screening {
        /// 核实: to be looked into by two.
        Pursue = "pursue", "核实";
        /// 即改了结: put right on the spot.
        PutRight = "put_right", "即改了结";
        /// 了结: nothing to look into.
        Close = "close", "了结";
    }
}

impl Screening {
    /// The step it is.
    pub fn step(self) -> Step {
        match self {
            Self::Pursue => Step::Pursue,
            Self::PutRight => Step::PutRight,
            Self::Close => Step::Close,
        }
    }
}

spelled! {
    /// Whether a finding is borne out (认定意见). Only people say so.
    Adjudication {
        /// 属实
        Upheld = "upheld", "属实";
        /// 部分属实
        Partly = "partly", "部分属实";
        /// 不实
        Unfounded = "unfounded", "不实";
    }
}

impl Adjudication {
    /// The step it is.
    pub fn step(self) -> Step {
        match self {
            Self::Upheld => Step::Uphold,
            Self::Partly => Step::UpholdPartly,
            Self::Unfounded => Step::FindUnfounded,
        }
    }
}

/// For how many days a person still reads of themselves what came to nothing.
pub const DISMISSED_DAYS: i64 = 90;

/// The first day on which what was dismissed on a day is erased (抹除).
pub fn erased_on(dismissed: Date) -> Date {
    dismissed.saturating_add(DISMISSED_DAYS.days())
}

/// The most characters of facts.
pub const FACTS_MOST: usize = 1000;
/// The most characters of a reason.
pub const REASON_MOST: usize = 500;

/// A finding as the store keeps it. Texts of steps not yet done are empty, their days `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Number in the store.
    pub id: FindingId,
    /// The number people know.
    pub number: FindingNumber,
    /// The visit it comes from.
    pub visit: VisitId,
    /// The organ that looks into it.
    pub organ: UnitId,
    /// The unit it concerns.
    pub unit: UnitId,
    /// Where it stands.
    pub stage: Stage,
    /// What was seen that calls for a look.
    pub facts: String,
    /// Why it is looked into, or not.
    pub screening: String,
    /// The facts as two verifiers fixed them.
    pub established: String,
    /// What speaks for the people concerned (有利情节).
    pub in_favour: String,
    /// Code of the ground in the law of the day; empty before adjudication.
    pub ground: String,
    /// Duty, conduct and causation in words.
    pub reason: String,
    /// Registered on.
    pub registered_on: Date,
    /// Screened on.
    pub screened_on: Option<Date>,
    /// Verified on.
    pub verified_on: Option<Date>,
    /// Adjudicated on.
    pub adjudicated_on: Option<Date>,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}

impl Finding {
    /// The day of the latest step.
    pub fn latest(&self) -> Date {
        let later = [self.adjudicated_on, self.verified_on, self.screened_on];
        later.into_iter().flatten().next().unwrap_or(self.registered_on)
    }
}
