//! Objections (异议): somebody says that an entry of their own record is wrong.
//!
//! 提出 → 答复（已更正 / 不予更正）| 撤回. Ground: 个人信息保护法 46. An objection changes nothing by
//! itself: what is to be corrected is corrected by the act that made it, and the answer says so.

mod transition;

pub use transition::{Step, TRANSITIONS};

use crate::id::{ObjectionId, PersonId, UnitId};
use crate::spelled;
use crate::term::Deadline;
use jiff::civil::Date;

spelled! {
    /// Where an objection stands (环节).
    Stage {
        /// 待答复
        Raised = "raised", "待答复";
        /// 已更正
        Corrected = "corrected", "已更正";
        /// 不予更正: with the reason.
        Kept = "kept", "不予更正";
        /// 已撤回: by the person.
        Withdrawn = "withdrawn", "已撤回";
    }
}

spelled! {
    /// What the answer to an objection is (答复意见).
    Outcome {
        /// 已更正: the correction is an act of its own.
        Corrected = "corrected", "已更正";
        /// 不予更正
        Kept = "kept", "不予更正";
    }
}

spelled! {
    /// Which office keeps an entry and so answers for it (记载机关).
    Office {
        /// 人事: base data.
        Record = "record", "人事信息";
        /// 纪检: what an organ keeps of a matter.
        Matter = "matter", "办理记录";
    }
}

spelled! {
    /// An entry of one's own record (记载).
    EntryKind {
        /// 基本信息: name, work number, footing.
        Person = "person", "基本信息";
        /// 任职
        Appointment = "appointment", "任职";
        /// 培训
        Training = "training", "培训";
        /// 亲属声明
        Kin = "kin", "亲属声明";
        /// 问责
        Accountability = "accountability", "问责";
        /// 通报
        Bulletin = "bulletin", "通报";
    }
}

impl EntryKind {
    /// The office that keeps such entries.
    pub fn office(self) -> Office {
        match self {
            Self::Person | Self::Appointment | Self::Training | Self::Kin => Office::Record,
            Self::Accountability | Self::Bulletin => Office::Matter,
        }
    }
}

/// Which entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Its number in the store.
    pub id: i64,
}

impl Entry {
    /// Whether it was erased with the matter it was about.
    pub fn is_erased(self) -> bool {
        self.id == 0
    }
}

/// The most characters of what is wrong, what would be right, and the answer.
pub const TEXT_MOST: usize = 500;
/// The most characters of the number of a paper that proves it.
pub const PROOF_MOST: usize = 80;

/// An objection as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Number in the store.
    pub id: ObjectionId,
    /// Whose record it is.
    pub person: PersonId,
    /// The entry objected to.
    pub entry: Entry,
    /// The organ that keeps the entry; `None` when the personnel office does.
    pub organ: Option<UnitId>,
    /// Where it stands.
    pub stage: Stage,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub rightly: String,
    /// Number of a paper that proves it; may be empty.
    pub proof: String,
    /// Raised on.
    pub raised_on: Date,
    /// Until when it is answered.
    pub due: Deadline,
    /// The answer; empty before.
    pub answer: String,
    /// Who answered.
    pub answered_by: Option<PersonId>,
    /// Answered on.
    pub answered_on: Option<Date>,
    /// Counts up with every change.
    pub version: i64,
}
