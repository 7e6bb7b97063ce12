//! Accountability (问责): one record for each subject, a unit or a person, of an upheld finding.
//!
//! 告知 → 陈述申辩 → 议定 → 送达; and 澄清 when the finding is unfounded. The notice states facts, ground and proposed measure, so that it
//! serves the finding and the measure at once. Served decisions are the year's count of units and
//! of person-times held to account.

mod paper;
mod service;
pub mod tolerance;
mod transition;

pub use paper::PaperKind;
pub use service::{Manner, Service, WITNESS_MOST};
pub use tolerance::{Tolerance, Tolerated};
pub use transition::{Step, TRANSITIONS, in_work};

use crate::id::{AccountabilityId, FindingId, PersonId, UnitId};
use crate::law::Law;
use crate::matter::MatterRefusal;
use crate::number::DocumentNumber;
use crate::person::PersonKind;
use crate::post::Rank;
use crate::refusal::Refusal;
use crate::spelled;
use crate::term::{Deadline, Length};
use jiff::civil::Date;

spelled! {
    /// Where an accountability stands (环节).
    Stage {
        /// 待陈述: notice was given.
        Noticed = "noticed", "待陈述";
        /// 已陈述
        Answered = "answered", "已陈述";
        /// 放弃陈述: waived in writing.
        Waived = "waived", "放弃陈述";
        /// 待送达: decided.
        Decided = "decided", "待送达";
        /// 已送达: counts; the terms of the remedy run.
        Served = "served", "已送达";
        /// 不予追究
        Dropped = "dropped", "不予追究";
        /// 已澄清: the finding is unfounded, and whoever was given notice was told so.
        Cleared = "cleared", "已澄清";
    }
}

/// Who is held to account (追责对象).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answerable {
    /// The unit itself.
    Unit,
    /// A person, with rank, footing and leading post as they were on the day of the notice.
    Person {
        /// Who.
        person: PersonId,
        /// The rank of the post then held.
        rank: Rank,
        /// On what footing.
        kind: PersonKind,
    },
}

/// An accountability as the store keeps it. Texts of steps not yet done are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accountability {
    /// Number in the store.
    pub id: AccountabilityId,
    /// The finding it rests on.
    pub finding: FindingId,
    /// The organ that decides.
    pub organ: UnitId,
    /// The organ in whose stead it does, by its authority (交叉办理).
    pub instead_of: Option<UnitId>,
    /// Why it was handed over last; empty where it was not.
    pub handed_because: String,
    /// The unit held to account, or the one whose post the person held.
    pub unit: UnitId,
    /// Who.
    pub subject: Answerable,
    /// Where it stands.
    pub stage: Stage,
    /// The subject's own part in the facts.
    pub conduct: String,
    /// Code of the ground in the law of the day.
    pub ground: String,
    /// Code of the measure the notice proposes.
    pub proposed: String,
    /// Notice was given on.
    pub noticed_on: Date,
    /// The last day for a statement.
    pub answer_due: Deadline,
    /// What the subject said.
    pub statement: String,
    /// Said, or waived, on.
    pub answered_on: Option<Date>,
    /// The panel's answer to the statement; once cleared, what the clearing notice says.
    pub response: String,
    /// Code of the measure decided; empty before.
    pub measure: String,
    /// How long the measure lasts, where it does.
    pub lasts: Option<Length>,
    /// Why this measure, or why none.
    pub because: String,
    /// Decided on.
    pub decided_on: Option<Date>,
    /// The number of the decision.
    pub number: Option<DocumentNumber>,
    /// The decision, or the clearing notice, was served on.
    pub served_on: Option<Date>,
    /// The last day to ask for a review (复核), once served.
    pub remedy_due: Option<Deadline>,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}

impl Accountability {
    /// Its terms, those that run and those that ran, to count them again.
    pub fn terms_mut(&mut self) -> Vec<&mut Deadline> {
        let maybe = [&mut self.remedy_due];
        let always = [&mut self.answer_due];
        always.into_iter().chain(maybe.into_iter().flatten()).collect()
    }

    /// The day of the latest step.
    pub fn latest(&self) -> Date {
        let later = [self.served_on, self.decided_on, self.answered_on];
        later.into_iter().flatten().next().unwrap_or(self.noticed_on)
    }

    /// Whether the subject was heard, waived it, or let the window pass, as of a day. A window that
    /// waits for a year's calendar has not passed, and one that was given up on was not heard.
    pub fn is_heard(&self, day: Date) -> bool {
        self.answered_on.is_some() || self.answer_due.due.is_over(day)
    }

    /// G3: refuses as long as the subject is not heard.
    ///
    /// # Errors
    /// The window is still open.
    pub fn must_be_heard(&self, subject: &str, day: Date) -> Result<(), Refusal> {
        if self.is_heard(day) {
            return Ok(());
        }
        let due = self.answer_due.due.earliest();
        Err(MatterRefusal::NotHeard { subject: subject.to_owned(), due }.into())
    }

    /// The last day of the measure, where it lasts: counted from the service, or from the decision before it.
    pub fn runs_until(&self) -> Option<Date> {
        let decided = self.decided_on?;
        let from = self.served_on.unwrap_or(decided);
        Law::shipped().on(decided).runs_until(&self.measure, (from, self.lasts?))
    }

    /// Whether it is erased: a notice always says what somebody did.
    pub fn is_erased(&self) -> bool {
        self.conduct.is_empty()
    }

    /// The person, when it is one.
    pub fn person(&self) -> Option<PersonId> {
        match self.subject {
            Answerable::Unit => None,
            Answerable::Person { person, .. } => Some(person),
        }
    }
}
