//! Entries of the red and the black list (红黑榜): who is held up as an example, and who as a warning.
//!
//! 推荐 → 核实 → 公示 → 上榜 → 到期下榜. From its notice on, an entry goes on by the day alone: nobody puts it up
//! and nobody takes it down. A person stands on the red list with their own written consent only, and on the
//! black list behind a final decision, the authority of the organ that made it and an impact assessment only.
//! There is no order among entries, and no points.

mod objection;
mod refusal;
mod standing;
mod transition;

pub use objection::{ListObjection, Outcome};
pub use refusal::ListRefusal;
pub use standing::Standing;
pub use transition::{Step, TRANSITIONS};

use crate::accountability::{self, Accountability};
use crate::bulletin::Assessment;
use crate::id::{AccountabilityId, ListEntryId, PersonId, UnitId};
use crate::law::Law;
use crate::refusal::Refusal;
use crate::review::{self, Consequence, Effect};
use crate::spelled;
use crate::term::{Deadline, Due};
use jiff::civil::Date;

spelled! {
    /// Which list (榜别).
    Board {
        /// 红榜: an example.
        Red = "red", "红榜";
        /// 黑榜: a warning.
        Black = "black", "黑榜";
    }
}

spelled! {
    /// Where an entry stands in its procedure (环节); from its notice on, its days say more.
    Stage {
        /// 待核实: nominated for the red list.
        Nominated = "nominated", "待核实";
        /// 待陈述: proposed for the black list, and whoever it is about was told.
        Told = "told", "待陈述";
        /// 已陈述: they said what they have to say.
        Stated = "stated", "已陈述";
        /// 待公示: verified.
        Verified = "verified", "待公示";
        /// 核实未通过: it goes no further.
        Declined = "declined", "核实未通过";
        /// 已公示: before the public, listed once the notice is over.
        Noticed = "noticed", "已公示";
        /// 异议待答: somebody objected.
        Contested = "contested", "异议待答";
        /// 已撤下: an objection was upheld, or it was found to be wrong.
        Removed = "removed", "已撤下";
    }
}

/// The most characters of every text.
pub const TEXT_MOST: usize = 500;
/// The most characters of the number of a paper.
pub const PAPER_MOST: usize = 80;

/// An entry as the store keeps it. Texts of steps not yet done are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListEntry {
    /// Number in the store.
    pub id: ListEntryId,
    /// Which list.
    pub board: Board,
    /// The unit, or the one in which the person has their post.
    pub unit: UnitId,
    /// The person, when it is one.
    pub person: Option<PersonId>,
    /// The decision that a black entry rests on.
    pub decision: Option<AccountabilityId>,
    /// Where it stands.
    pub stage: Stage,
    /// For what.
    pub reason: String,
    /// The number of the person's written consent; empty where none is due.
    pub consent: String,
    /// Nominated or proposed on.
    pub proposed_on: Date,
    /// Until when whoever it is about may make a statement on a black entry.
    pub statement_due: Option<Deadline>,
    /// What they said.
    pub statement: String,
    /// The office that verified it.
    pub office: Option<UnitId>,
    /// How it was verified, or why it is declined.
    pub verified: String,
    /// What was weighed before a person is made known.
    pub assessment: Option<Assessment>,
    /// The first day of its notice.
    pub noticed_on: Option<Date>,
    /// The last day of its notice.
    pub notice_due: Option<Deadline>,
    /// The last day it may be listed; never extended.
    pub expiry: Option<Deadline>,
    /// The day of the latest objection.
    pub objected_on: Option<Date>,
    /// The day on which an objection made during the notice was dismissed: it is listed no sooner.
    pub held_until: Option<Date>,
    /// The day it was removed.
    pub removed_on: Option<Date>,
    /// Why it was removed.
    pub removal: String,
    /// The day of the latest step.
    pub latest_on: Date,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}

impl ListEntry {
    /// Whether what it rests on no longer stands, given the decision as it is now. This is the one place where
    /// a decision that falls takes its entry along.
    pub fn falls_with(&self, decision: Option<(&Accountability, review::Standing)>) -> bool {
        let stands = |(one, reviews): (&Accountability, review::Standing)| {
            one.stage == accountability::Stage::Served
                && reviews.effect_on(Consequence::Listed) == Effect::Kept
        };
        self.board == Board::Black && !decision.is_some_and(stands)
    }

    /// Whether the law of a day asks for an impact assessment before it is made known: always where a person is
    /// held up as a warning, else where somebody is shown once such assessments are kept (个人信息保护法 55, 56).
    pub fn must_be_assessed(&self, day: Date) -> bool {
        let is_kept = || Law::shipped().on(day).term("impact_assessment_kept").is_ok();
        self.person.is_some() && (self.board == Board::Black || is_kept())
    }

    /// Whether whoever it is about had their say, or the time for it, by a day.
    pub fn is_heard(&self, day: Date) -> bool {
        let is_over = |term: Deadline| term.due.is_over(day);
        self.stage == Stage::Stated || self.statement_due.is_none_or(is_over)
    }
}

/// Refuses a decision that is not final: not served, changed by a review, under one, or the time to ask for it
/// still runs.
///
/// # Errors
/// Which of them.
pub fn must_be_final(
    decision: Option<(&Accountability, review::Standing)>,
    day: Date,
) -> Result<(), Refusal> {
    let stands = |(one, reviews): &(&Accountability, review::Standing)| {
        one.stage == accountability::Stage::Served && reviews.outcome.is_none()
    };
    let (served, reviews) = decision.filter(stands).ok_or(ListRefusal::NoDecision)?;
    if reviews.is_under_review {
        return Err(ListRefusal::UnderReview.into());
    }
    match served.remedy_due.ok_or(ListRefusal::NoDecision)?.due {
        Due::Fixed(until) if day > until => Ok(()),
        due => Err(ListRefusal::NotFinal { until: due.earliest() }.into()),
    }
}
