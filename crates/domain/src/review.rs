//! Reviews (复核): a served decision looked at again by people who had no part in it.
//!
//! 申请 → 受理 → 复核议定 → 送达. The subject asks for one within the term that stands on the decision, or the
//! organ opens one itself (依职权纠正). It never makes anything heavier. From the day it is asked for, the
//! subject is named in public no more; what it decides counts from its service.
//!
//! Ground: 政务处分法 55–60, 监察法 56, 公务员法 95–96; in 2015 关于实行党政领导干部问责的暂行规定 22–23.

mod consequence;
mod refusal;
mod standing;
mod transition;

pub use consequence::{Consequence, Effect};
pub use refusal::ReviewRefusal;
pub use standing::Standing;
pub use transition::{Step, TRANSITIONS};

use crate::id::{AccountabilityId, ReviewId, UnitId};
use crate::number::DocumentNumber;
use crate::spelled;
use crate::term::Deadline;
use jiff::civil::Date;

spelled! {
    /// Where a review stands (环节).
    Stage {
        /// 待受理: asked for.
        Lodged = "lodged", "待受理";
        /// 复核中: taken in, or opened by the organ itself.
        Accepted = "accepted", "复核中";
        /// 待送达: decided by its panel.
        Decided = "decided", "待送达";
        /// 已送达: what it decided counts.
        Served = "served", "已送达";
        /// 不予受理: the reason and the next way are said.
        Refused = "refused", "不予受理";
        /// 已撤回: whoever asked wants it no more.
        Withdrawn = "withdrawn", "已撤回";
    }
}

spelled! {
    /// Who began it (来由).
    Origin {
        /// 依申请: its subject asked.
        Asked = "asked", "依申请";
        /// 依职权: the organ itself, or one above it, found something wrong.
        OfOffice = "of_office", "依职权";
    }
}

spelled! {
    /// What a panel decides of a decision (复核结论).
    Outcome {
        /// 维持
        Upheld = "upheld", "维持";
        /// 变更: a lighter measure.
        Varied = "varied", "变更";
        /// 撤销
        Cancelled = "cancelled", "撤销";
        /// 撤销重作: cancelled, and to be decided anew by others.
        SentBack = "sent_back", "撤销重作";
    }
}

impl Outcome {
    /// Whether the decision no longer stands as it was served.
    pub fn changes(self) -> bool {
        self != Self::Upheld
    }

    /// Whether the decision stands no more at all.
    pub fn fells(self) -> bool {
        matches!(self, Self::Cancelled | Self::SentBack)
    }
}

/// The most characters of why a review is asked for, and of what is answered.
pub const TEXT_MOST: usize = 2000;

/// A review as the store keeps it. Texts of steps not yet done are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Number in the store.
    pub id: ReviewId,
    /// The decision it looks at.
    pub accountability: AccountabilityId,
    /// The organ that has it: the one that decided, until it is handed over.
    pub organ: UnitId,
    /// The organ in whose stead it does, by its authority (交叉办理).
    pub instead_of: Option<UnitId>,
    /// Why it was handed over last; empty where it was not.
    pub handed_because: String,
    /// Who began it.
    pub origin: Origin,
    /// Where it stands.
    pub stage: Stage,
    /// Why the decision is thought to be wrong.
    pub grounds: String,
    /// Why it comes after the term; empty in time.
    pub late_reason: String,
    /// Asked for, or opened, on.
    pub lodged_on: Date,
    /// Until when it is taken in; `None` when the organ opened it.
    pub accept_due: Option<Deadline>,
    /// Taken in, or not, on.
    pub taken_on: Option<Date>,
    /// What was said to that: when it is not taken in, why.
    pub answer: String,
    /// Until when it is decided.
    pub decide_due: Option<Deadline>,
    /// What the panel decided.
    pub outcome: Option<Outcome>,
    /// Code of the lighter measure; empty unless it is varied.
    pub measure: String,
    /// Why, and what is answered to the grounds.
    pub because: String,
    /// Decided on.
    pub decided_on: Option<Date>,
    /// The number of the review's decision.
    pub number: Option<DocumentNumber>,
    /// Served on.
    pub served_on: Option<Date>,
    /// The last day of the next way (申诉), once served or not taken in.
    pub next_due: Option<Deadline>,
    /// The day of the latest step.
    pub latest_on: Date,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}

impl Review {
    /// Its terms, those that run and those that ran, to count them again.
    pub fn terms_mut(&mut self) -> Vec<&mut Deadline> {
        let terms = [&mut self.accept_due, &mut self.decide_due, &mut self.next_due];
        terms.into_iter().flatten().collect()
    }

    /// Whether it is still to be ended: as long as it is, its subject is not named in public.
    pub fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Lodged | Stage::Accepted | Stage::Decided)
    }

    /// The term that runs where it stands.
    pub fn running(&self) -> Option<Deadline> {
        match self.stage {
            Stage::Lodged => self.accept_due,
            Stage::Accepted => self.decide_due,
            Stage::Decided | Stage::Served | Stage::Refused | Stage::Withdrawn => None,
        }
    }
}

/// The measure that stands: the one decided, or the lighter one of the latest served review that varied it.
pub fn measure_now<'a>(decided: &'a str, reviews: &'a [Review]) -> &'a str {
    let is_it = |one: &&Review| one.stage == Stage::Served && one.outcome == Some(Outcome::Varied);
    reviews.iter().rfind(is_it).map_or(decided, |one| &one.measure)
}

/// What a panel decides, read together: a lighter measure goes with [`Outcome::Varied`] and with no other.
///
/// # Errors
/// The measure is missing, or there is one where none belongs.
pub fn must_fit(outcome: Outcome, measure: &str) -> Result<(), ReviewRefusal> {
    match (outcome, measure.is_empty()) {
        (Outcome::Varied, true) => Err(ReviewRefusal::MeasureMissing),
        (Outcome::Upheld | Outcome::Cancelled | Outcome::SentBack, false) => {
            Err(ReviewRefusal::MeasureNotDue)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spelled::Spelled;

    #[test]
    fn a_measure_goes_with_a_varied_decision_and_with_no_other() {
        for outcome in Outcome::ALL {
            let is_varied = *outcome == Outcome::Varied;
            assert_eq!(must_fit(*outcome, "criticism").is_ok(), is_varied, "{outcome:?}");
            assert_eq!(must_fit(*outcome, "").is_ok(), !is_varied, "{outcome:?}");
        }
    }

    #[test]
    fn what_fells_a_decision_changes_it() {
        for outcome in Outcome::ALL {
            assert!(outcome.changes() || !outcome.fells(), "{outcome:?}");
        }
        assert!(Outcome::Varied.changes() && !Outcome::Varied.fells());
    }
}
