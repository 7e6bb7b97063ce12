//! Sanctions (处分): decided by the organ with that power, never here. What is kept is the record of its document: kind,
//! day, period. How several of one person combine is worked out in [`combined`].

mod combined;
mod refusal;
mod transition;

pub use combined::{Because, Combined, MOST, combined, period, range};
pub use refusal::SanctionRefusal;
pub use transition::{Step, TRANSITIONS};

use crate::id::{PersonId, SanctionId, UnitId};
use crate::law::Law;
use crate::spelled;
use crate::spelled::Spelled;
use jiff::civil::Date;

/// The most characters of an organ's name or a document's number.
pub const LINE_MOST: usize = 80;
/// The most characters of why a record is corrected.
pub const TEXT_MOST: usize = 400;

spelled! {
    /// A kind of sanction (处分种类), lightest first; each is a measure of the law under the same code.
    SanctionKind {
        /// 警告
        Warning = "warning", "警告";
        /// 记过
        Demerit = "demerit", "记过";
        /// 记大过
        MajorDemerit = "major_demerit", "记大过";
        /// 降级
        Demotion = "demotion", "降级";
        /// 撤职
        Removal = "removal", "撤职";
        /// 开除: it has no period and does not end.
        Discharge = "discharge", "开除";
    }
}

spelled! {
    /// Whose power it was (作出机关): it settles where the subject may turn.
    Imposer {
        /// 任免机关、单位: whoever appoints.
        Office = "office", "任免机关、单位";
        /// 监察机关
        Supervisory = "supervisory", "监察机关";
    }
}

impl Imposer {
    /// The term in which the subject may ask for a review, by its code in the law.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Office => "civil_review_ask",
            Self::Supervisory => "supervisory_review_ask",
        }
    }
}

spelled! {
    /// Where the record of a sanction stands (处分登记环节).
    Stage {
        /// 已登记
        Recorded = "recorded", "已登记";
        /// 已解除: a later document lifts it.
        Lifted = "lifted", "已解除";
        /// 已撤销: a later document takes it back; it never counted.
        Rescinded = "rescinded", "已撤销";
    }
}

/// The record of a sanction (处分登记), as its document says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sanction {
    /// Number in the store.
    pub id: SanctionId,
    /// On whom.
    pub subject: PersonId,
    /// Their unit on the day of the decision.
    pub unit: UnitId,
    /// Which kind.
    pub kind: SanctionKind,
    /// Whose power it was.
    pub imposer: Imposer,
    /// The organ, as the document names it.
    pub organ: String,
    /// The document's number.
    pub number: String,
    /// SHA-256 of its scan; may be empty.
    pub hash: String,
    /// Decided on; it is in force from that day.
    pub decided_on: Date,
    /// The day the subject was heard, as the document says.
    pub heard_on: Date,
    /// The period in months that the document states for several of one kind.
    pub stated: Option<i64>,
    /// Where it stands.
    pub stage: Stage,
    /// Lifted or taken back on.
    pub ended_on: Option<Date>,
    /// The organ that did; may be empty.
    pub ended_by: String,
    /// The number of its document; may be empty.
    pub ended_number: String,
    /// Why the record was corrected last; may be empty.
    pub corrected: String,
    /// Counts up with every step on it; a step names the version it read.
    pub version: i64,
}

/// Refuses what no document of the law's form says: a kind that was not in force, a subject who was not heard before, a
/// period outside what `others` of the same person allow.
///
/// # Errors
/// What is wrong with it.
pub fn must_be_lawful(row: &Sanction, others: &[Sanction]) -> Result<(), crate::refusal::Refusal> {
    let (kind, day) = (row.kind, row.decided_on);
    Law::shipped().on(day).measure(kind.code()).map_err(crate::refusal::Refusal::from)?;
    if row.heard_on > day {
        let (heard_on, decided_on) = (row.heard_on, day);
        return Err(SanctionRefusal::HeardAfter { heard_on, decided_on }.into());
    }
    let Some(stated) = row.stated else { return Ok(()) };
    let others: Vec<_> = others.iter().filter(|other| other.id != row.id).collect();
    match range(Law::shipped(), row, &others) {
        None => Err(SanctionRefusal::NoPeriod.into()),
        Some((least, most)) if !(least..=most).contains(&stated) => {
            Err(SanctionRefusal::PeriodOutside { kind, stated, least, most }.into())
        }
        Some(_) => Ok(()),
    }
}
