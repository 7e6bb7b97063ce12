//! Tickets (来件): what anybody tells the county without an account: that a public page is wrong, or that
//! a service was poor. Who tells it is not asked.
//!
//! 提交 → 受理 → 核实（投诉交单位承办）→ 答复 → 办结；不满意的重办一次，换人办. Ground of what is kept:
//! 个人信息保护法 6, 19; of whom a complaint is not shown to: 信访工作条例 30.

pub mod page;
mod refusal;
mod transition;

pub use refusal::TicketRefusal;
pub use transition::{Step, TRANSITIONS};

use crate::id::{PersonId, TicketId, UnitId};
use crate::number::TicketNumber;
use crate::spelled;
use crate::term::{Deadline, Due};
use jiff::Timestamp;
use jiff::civil::Date;

spelled! {
    /// What a ticket is about (来件类别).
    Kind {
        /// 内容纠错: a public page says something wrong, or shows what is private.
        Correction = "correction", "内容纠错";
        /// 服务投诉: a unit's service was poor.
        Complaint = "complaint", "服务投诉";
    }
}

spelled! {
    /// Where a ticket stands (环节).
    Stage {
        /// 待受理
        Submitted = "submitted", "待受理";
        /// 核实中: somebody has it in hand.
        Accepted = "accepted", "核实中";
        /// 单位承办: the unit complained of is to answer.
        HandedOver = "handed_over", "单位承办";
        /// 待答复: the unit has answered, the office passes it on.
        Reported = "reported", "待答复";
        /// 已答复: whoever sent it may say that it is not solved.
        Answered = "answered", "已答复";
        /// 待重办: they said so; another handler takes it.
        Reopened = "reopened", "待重办";
        /// 已办结
        Closed = "closed", "已办结";
    }
}

spelled! {
    /// What came of a ticket (办理结果).
    Outcome {
        /// 已更正: the page says so, with the old and the new.
        Corrected = "corrected", "已更正";
        /// 已撤除: the page is gone from the public for good.
        Removed = "removed", "已撤除";
        /// 已处理: the unit did something about it.
        Settled = "settled", "已处理";
        /// 不采纳: with the reason.
        Declined = "declined", "不采纳";
    }
}

spelled! {
    /// Who says something in a ticket (说话的一方).
    Voice {
        /// 来件人: nobody knows who.
        Citizen = "citizen", "来件人";
        /// 受理处: the office of the portal.
        Office = "office", "受理处";
        /// 承办单位: heard by the office alone.
        Unit = "unit", "承办单位";
    }
}

/// The most characters of what is told, asked and answered.
pub const BODY_MOST: usize = 1000;
/// The most characters of a quoted passage, and of what stands in its place.
pub const PASSAGE_MOST: usize = 300;
/// The most characters of the window or service complained of.
pub const SERVICE_MOST: usize = 60;
/// The most characters of a way to reach whoever sent it.
pub const CONTACT_MOST: usize = 80;
/// The most tickets of one day (每日收件上限): beyond it nobody could read them in their term.
pub const DAILY_MOST: i64 = 200;
/// The most tickets of one day from one connection.
pub const CONNECTION_MOST: i64 = 5;

/// Something that was said in a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketMessage {
    /// By whom.
    pub voice: Voice,
    /// What.
    pub body: String,
    /// When.
    pub said_at: Timestamp,
}

/// A ticket as the store keeps it. The way to reach whoever sent it is kept apart, and for less long.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own, set by another step")]
pub struct Ticket {
    /// Number in the store.
    pub id: TicketId,
    /// The number on its receipt.
    pub number: TicketNumber,
    /// What it is about.
    pub kind: Kind,
    /// Where it stands.
    pub stage: Stage,
    /// The public page that is wrong; empty for a complaint.
    pub page: String,
    /// The passage; may be empty.
    pub passage: String,
    /// Whether the page shows what is private.
    pub is_private: bool,
    /// Whether the page is kept from the public.
    pub is_hidden: bool,
    /// The unit complained of; `None` for a correction.
    pub unit: Option<UnitId>,
    /// Which window or service.
    pub service: String,
    /// What is told.
    pub body: String,
    /// The hash of the code on its receipt.
    pub code: String,
    /// The day it came.
    pub submitted_on: Date,
    /// Until when it is accepted; counted anew when it is reopened.
    pub accept_due: Deadline,
    /// Who has it in hand.
    pub handler: Option<PersonId>,
    /// Since when.
    pub accepted_on: Option<Date>,
    /// Until when it is answered.
    pub answer_due: Option<Deadline>,
    /// When the unit was given it.
    pub handed_on: Option<Date>,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// What the page said.
    pub was: String,
    /// What is right.
    pub became: String,
    /// When it was answered.
    pub answered_on: Option<Date>,
    /// Until when whoever sent it may say that it is not solved.
    pub unsolved_due: Option<Deadline>,
    /// Whether it was reopened.
    pub is_reopened: bool,
    /// When it was closed.
    pub closed_on: Option<Date>,
    /// From which day on what was told is erased.
    pub erase_on: Option<Date>,
    /// Whether it is erased.
    pub is_erased: bool,
    /// What was said, in order.
    pub messages: Vec<TicketMessage>,
    /// Counts up with every change.
    pub version: i64,
}

impl Ticket {
    /// Its terms, those that run and those that ran, to count them again.
    pub fn terms_mut(&mut self) -> Vec<&mut Deadline> {
        let maybe = [&mut self.answer_due, &mut self.unsolved_due];
        let always = [&mut self.accept_due];
        always.into_iter().chain(maybe.into_iter().flatten()).collect()
    }

    /// The term that runs now; `None` once it is closed.
    pub fn running(&self) -> Option<&Deadline> {
        match self.stage {
            Stage::Submitted | Stage::Reopened => Some(&self.accept_due),
            Stage::Accepted | Stage::HandedOver | Stage::Reported => self.answer_due.as_ref(),
            Stage::Answered => self.unsolved_due.as_ref(),
            Stage::Closed => None,
        }
    }

    /// Refuses a step of the other kind of ticket.
    ///
    /// # Errors
    /// The kind that it is.
    pub fn must_be(&self, kind: Kind) -> Result<(), TicketRefusal> {
        if self.kind == kind { Ok(()) } else { Err(TicketRefusal::OtherKind { kind: self.kind }) }
    }

    /// Refuses to open again what was reopened before, or whose days are over.
    ///
    /// # Errors
    /// Which of the two.
    pub fn must_reopen(&self, today: Date) -> Result<(), TicketRefusal> {
        if self.is_reopened {
            return Err(TicketRefusal::ReopenedBefore);
        }
        match self.unsolved_due.as_ref().map(|due| due.due) {
            Some(Due::Fixed(day)) if today > day => Err(TicketRefusal::TooLate { day }),
            _ => Ok(()),
        }
    }

    /// Whether this can come of it: what is private is shown again or removed, no third thing.
    pub fn fits(&self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Corrected => self.kind == Kind::Correction && !self.is_private,
            Outcome::Removed => self.kind == Kind::Correction && self.is_private,
            Outcome::Settled => self.kind == Kind::Complaint,
            Outcome::Declined => true,
        }
    }

    /// Takes out all that was told, and leaves what is counted and what the page says of itself.
    pub fn erase(&mut self) {
        for text in [&mut self.body, &mut self.passage, &mut self.service, &mut self.code] {
            text.clear();
        }
        self.messages.clear();
        self.is_erased = true;
    }
}
