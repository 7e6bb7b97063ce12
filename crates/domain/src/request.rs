//! Requests of attendance (考勤申请): leave, trips, field work, overtime, forgotten punches; what is approved of them changes
//! what a person owes on those hours.

mod balance;
mod clash;
mod credit;
mod refusal;
mod rule;
mod span;
mod transition;
mod when;

pub use balance::{Balance, amount, must_be_left};
pub use clash::{clashes, must_not_clash};
pub use credit::{Credit, CreditBasis, WorkedDay, credits, earned};
pub use refusal::RequestRefusal;
pub use rule::{NEAR, must_be_decider, must_be_in_time, must_be_on_its_day, must_be_unpunched};
pub use span::{HALF, Span, WHOLE_DAY, without};
pub use transition::{Step, TRANSITIONS};
pub use when::{EXAMPLE, Edge, read};

use crate::attendance::CoverKind;
use crate::id::{PersonId, RequestId, UnitId};
use crate::spelled;
use crate::spelled::Spelled;
use jiff::civil::{Date, DateTime, Time, Weekday};
use std::fmt;

/// The most characters of a place in words or of a reason.
pub const LINE_MOST: usize = 60;
/// The longest a standing duty or a daily hour runs, in months.
pub const MONTHS_MOST: i32 = 6;

spelled! {
    /// What is asked for (申请类别).
    RequestKind {
        /// 请假: which leave is its subtype, a code of the law.
        Leave = "leave", "请假";
        /// 出差
        Trip = "trip", "出差";
        /// 下乡
        Field = "field", "下乡";
        /// 培训: judged as a trip.
        Training = "training", "培训";
        /// 长期外勤: the same hours of the same weekdays; which duty is its subtype.
        Standing = "standing", "长期外勤";
        /// 加班
        Overtime = "overtime", "加班";
        /// 补卡: one instant.
        Correction = "correction", "补卡";
    }
}

impl RequestKind {
    /// What the judge takes it for.
    pub fn cover(self) -> CoverKind {
        match self {
            Self::Leave => CoverKind::Leave,
            Self::Trip | Self::Training => CoverKind::Trip,
            Self::Field | Self::Standing => CoverKind::Field,
            Self::Overtime => CoverKind::Overtime,
            Self::Correction => CoverKind::Correction,
        }
    }

    /// Whether one is at work elsewhere.
    pub fn is_out(self) -> bool {
        matches!(self, Self::Trip | Self::Field | Self::Training)
    }
}

spelled! {
    /// A duty that stands for weeks or months (长期外勤类别).
    StandingDuty {
        /// 驻村
        Village = "village", "驻村";
        /// 包村
        Contact = "contact", "包村";
        /// 窗口轮班
        Window = "window", "窗口轮班";
        /// 执法巡查
        Patrol = "patrol", "执法巡查";
    }
}

spelled! {
    /// Where a request stands (申请环节).
    Stage {
        /// 待批
        Pending = "pending", "待批";
        /// 已批
        Approved = "approved", "已批";
        /// 不批
        Refused = "refused", "不批";
        /// 撤回: by whoever asked, before it was answered.
        Withdrawn = "withdrawn", "撤回";
        /// 销假: back early; from then on it covers nothing.
        Ended = "ended", "销假";
        /// 撤销: taken back after it was approved; it covers nothing.
        Revoked = "revoked", "撤销";
    }
}

impl Stage {
    /// Whether it changes what is owed.
    pub fn holds(self) -> bool {
        matches!(self, Self::Approved | Self::Ended)
    }

    /// Whether it does, or may yet.
    pub fn stands(self) -> bool {
        self.holds() || self == Self::Pending
    }
}

/// Days of the week (星期).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Every day.
    pub const ALL: Self = Self(0b111_1111);
    /// Monday to Friday.
    pub const WORKING: Self = Self(0b001_1111);

    /// Reads `135`: Monday, Wednesday, Friday. `None` for no day, or for what is none.
    pub fn read(text: &str) -> Option<Self> {
        let bit = |digit: char| digit.to_digit(10).filter(|day| (1..=7).contains(day));
        let days = text.chars().filter(|digit| !matches!(digit, ' ' | ',' | '，' | '、'));
        let days = days.map(bit).collect::<Option<Vec<_>>>()?;
        let mask = days.into_iter().fold(0_u8, |mask, day| mask | 1 << (day - 1));
        (mask > 0).then_some(Self(mask))
    }

    /// Whether a day of the week is among them.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & (1 << day.to_monday_zero_offset()) != 0
    }
}

impl fmt::Display for Weekdays {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (1..=7)
            .filter(|day| self.0 & (1 << (day - 1)) != 0)
            .try_for_each(|day| write!(out, "{day}"))
    }
}

/// Which hours of which weekdays (时段安排).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pattern {
    /// On which.
    pub weekdays: Weekdays,
    /// From when.
    pub from: Time,
    /// Until when, on the same day.
    pub to: Time,
}

/// A request (考勤申请). Its times are the county's clock, to the minute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Number in the store.
    pub id: RequestId,
    /// For whom.
    pub person: PersonId,
    /// Their unit on the first day.
    pub unit: UnitId,
    /// What for.
    pub kind: RequestKind,
    /// The code of the leave or of the standing duty; empty for other kinds.
    pub subtype: String,
    /// From when.
    pub from: DateTime,
    /// Until before when; of a correction the same instant.
    pub to: DateTime,
    /// Which hours of it, where it is not all of them.
    pub pattern: Option<Pattern>,
    /// The town or office, in words; may be empty.
    pub place: String,
    /// Why, in a few words; may be empty.
    pub reason: String,
    /// Asked on.
    pub asked_on: Date,
    /// Whether it had begun by then (补登).
    pub is_late: bool,
    /// Where it stands.
    pub stage: Stage,
    /// Who approved or refused it.
    pub decided_by: Option<PersonId>,
    /// Approved or refused on.
    pub decided_on: Option<Date>,
    /// Why it was refused or revoked; may be empty.
    pub answer: String,
    /// Back from then on, when that was earlier than asked.
    pub ended_at: Option<DateTime>,
    /// Counts up with every step on it; a step names the version it read.
    pub version: i64,
}

impl Request {
    /// Until before when it covers anything.
    pub fn end(&self) -> DateTime {
        self.ended_at.map_or(self.to, |ended| ended.min(self.to))
    }

    /// What it is more closely, by code: the leave, the standing duty, a training; else nothing.
    pub fn label(&self) -> &str {
        match self.kind {
            RequestKind::Leave | RequestKind::Standing => &self.subtype,
            RequestKind::Training => self.kind.code(),
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests;
