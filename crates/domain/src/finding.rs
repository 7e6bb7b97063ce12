//! Findings (问题线索): from what a visit saw to whether it is borne out.
//!
//! 登记 → 初筛 → 核实 → 认定. Screening has four ways (四种处置方式): verify, ask in writing, hold, close. What
//! another organ is competent for is transferred before anybody was given notice. A finding names no measure and no culprit: that is an
//! [accountability](crate::accountability) of its own for each subject. Upheld and partly upheld
//! ones are the count of matters handled (查处问题); there is no target for it.

mod paper;
mod refusal;
mod transition;

pub use paper::PaperKind;
pub use refusal::FindingRefusal;
pub use transition::{Step, TRANSITIONS};

use crate::id::{FindingId, PersonId, SuspicionId, UnitId, VisitId};
use crate::matter::MatterRefusal;
use crate::number::FindingNumber;
use crate::rectification::Extension;
use crate::spelled;
use crate::term::{Deadline, Due};
use crate::weight::Weight;
use jiff::ToSpan;
use jiff::civil::Date;

spelled! {
    /// Where a finding stands (环节).
    Stage {
        /// 待初筛: registered.
        Registered = "registered", "待初筛";
        /// 函询中: the person was asked in writing.
        Asked = "asked", "函询中";
        /// 已回复: their answer is filed; it feeds a verification or ends the matter.
        Replied = "replied", "已回复";
        /// 暂存: not to be looked into now; looked at again by its term.
        Held = "held", "暂存";
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
        /// 已移送: another organ is competent for it.
        Transferred = "transferred", "已移送";
    }
}

impl Stage {
    /// Code of the term in the law of the day that runs while a finding stands here.
    pub fn term(self) -> Option<&'static str> {
        match self {
            Self::Registered | Self::Replied => Some("finding_screen"),
            Self::Asked => Some("finding_inquiry"),
            Self::Held => Some("finding_look"),
            Self::Verifying => Some("finding_verify"),
            Self::Verified
            | Self::Upheld
            | Self::Partly
            | Self::Unfounded
            | Self::PutRight
            | Self::Closed
            | Self::Transferred => None,
        }
    }

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
        /// 谈话函询: the person is asked in writing.
        Ask = "ask", "谈话函询";
        /// 暂存: held, to be looked at again.
        Hold = "hold", "暂存";
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
            Self::Ask => Step::Ask,
            Self::Hold => Step::Hold,
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

/// Code of the term by which a verification is prolonged, once.
pub const PROLONGING: &str = "finding_verify_more";

/// The receipt (移送回执) of the organ a finding was transferred to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The organ, as the receipt names it.
    pub organ: String,
    /// The receipt's document number.
    pub number: String,
    /// The day on the receipt.
    pub day: Date,
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
    /// The visit it comes from; `None` where the unit saw it in its own day's work.
    pub visit: Option<VisitId>,
    /// The organ that looks into it.
    pub organ: UnitId,
    /// The organ in whose stead it does, by its authority (交叉办理).
    pub instead_of: Option<UnitId>,
    /// Why it was handed over last; empty where it was not.
    pub handed_because: String,
    /// How much its procedure weighs.
    pub weight: Weight,
    /// The unit it concerns.
    pub unit: UnitId,
    /// Where it stands.
    pub stage: Stage,
    /// What was seen that calls for a look.
    pub facts: String,
    /// Why it is looked into, or not.
    pub screening: String,
    /// Who was asked in writing (函询对象).
    pub asked: Option<PersonId>,
    /// What the person was asked in writing (函询).
    pub inquiry: String,
    /// What they answered (回复).
    pub reply: String,
    /// The term that runs where it stands.
    pub term: Option<Deadline>,
    /// What became of the one request for more time to verify (延期).
    pub extension: Extension,
    /// Why more time was asked for.
    pub extension_reason: String,
    /// Who is competent, when it was transferred.
    pub receipt: Option<Receipt>,
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
    /// The day of the latest step between screening and verification, or of the transfer.
    pub handled_on: Option<Date>,
    /// The suspicion of a false accusation it was registered from.
    pub root: Option<SuspicionId>,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}

impl Finding {
    /// The day of the latest step.
    pub fn latest(&self) -> Date {
        let later = [self.handled_on, self.adjudicated_on, self.verified_on, self.screened_on];
        later.into_iter().flatten().fold(self.registered_on, Date::max)
    }

    /// Whether somebody may be given notice of it: two fixed the facts, or its procedure is light.
    ///
    /// # Errors
    /// Neither.
    pub fn may_be_noticed(&self) -> Result<(), MatterRefusal> {
        let is_verified = self.stage == Stage::Verified || self.stage.is_borne_out();
        if is_verified || (self.stage == Stage::Registered && self.weight.is_light()) {
            return Ok(());
        }
        Err(MatterRefusal::NotVerified)
    }

    /// Refuses to say of what nobody verified whether it is borne out, unless its procedure is light.
    ///
    /// # Errors
    /// It is not.
    pub fn may_be_settled(&self) -> Result<(), MatterRefusal> {
        if self.stage == Stage::Registered && !self.weight.is_light() {
            return Err(MatterRefusal::NotVerified);
        }
        Ok(())
    }

    /// Refuses to verify without the answer while it may still come (函询期限).
    ///
    /// # Errors
    /// Until when it may.
    pub fn must_not_await_a_reply(&self, day: Date) -> Result<(), FindingRefusal> {
        match self.term {
            Some(term) if self.stage == Stage::Asked && !term.due.is_over(day) => {
                Err(FindingRefusal::ReplyPending { due: term.due.earliest() })
            }
            _ => Ok(()),
        }
    }

    /// Refuses to ask for more time twice, or when the term is over.
    ///
    /// # Errors
    /// Which of the two.
    pub fn may_be_prolonged(&self, day: Date) -> Result<(), FindingRefusal> {
        if self.extension != Extension::None {
            return Err(FindingRefusal::ProlongedBefore);
        }
        match self.term.map(|term| term.due) {
            Some(Due::Fixed(due)) if day > due => Err(FindingRefusal::ProlongedLate { due }),
            _ => Ok(()),
        }
    }
}
