//! Attendance (考勤): what a day's punches and facts come to. A program's words: none of its [`Code`]s is a verdict. 旷工 is
//! not among them, as only people find it ([`exception`]).

pub mod assignment;
pub mod counter;
pub mod exception;
mod figures;
mod refusal;
pub mod roll;
pub mod sheet;

pub use figures::Figures;
pub use refusal::AttendanceRefusal;

use crate::id::PersonId;
use crate::spelled;
use crate::spelled::Spelled;
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// A day of a person (人日), as an address names it: `12.2026-03-03`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonDay {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub day: Date,
}

impl fmt::Display for PersonDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.person, self.day)
    }
}

impl FromStr for PersonDay {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (person, day) = text.split_once('.').ok_or(())?;
        let person = person.parse().map_err(|_| ())?;
        Ok(Self { person, day: day.parse().map_err(|_| ())? })
    }
}

spelled! {
    /// What a person-day holds (考勤结果); the order is the order in which several are written.
    Code {
        /// No notice of that year's holidays is known.
        CalendarUnknown = "calendar_unknown", "日历未知";
        /// Facts clash, or a terminal's clock is in doubt.
        ToVerify = "to_verify", "待核实";
        /// Two half-days without evidence, to be explained.
        Unexplained = "unexplained", "缺勤（待说明）";
        /// One half-day without evidence, to be explained.
        UnexplainedHalf = "unexplained_half", "半日缺勤（待说明）";
        /// Beyond the first tier of lateness.
        VeryLate = "very_late", "严重迟到";
        /// Beyond the grace.
        Late = "late", "迟到";
        /// Before the end by more than the grace.
        LeftEarly = "left_early", "早退";
        /// A point without evidence in a session that has some.
        MissingPunch = "missing_punch", "缺卡";
        /// A session was judged and nothing is amiss.
        Normal = "normal", "正常";
        /// On duty.
        Duty = "duty", "值班";
        /// Worked inside an overtime order.
        Overtime = "overtime", "加班";
        /// An approved leave took required time away.
        Leave = "leave", "请假";
        /// An approved trip or field work took required time away.
        Trip = "trip", "公出";
        /// A point was excused by a terminal's outage.
        Outage = "outage", "设备故障";
        /// An approved correction stands for a point.
        Corrected = "corrected", "补卡";
        /// Freed after a duty.
        RestAfterDuty = "rest_after_duty", "值班后休息";
        /// A part-time day off.
        NotScheduled = "not_scheduled", "不当班";
        /// Exempt by law, with a published reason.
        Exempt = "exempt", "免考勤";
        /// One of the statutory holidays.
        StatutoryHoliday = "statutory_holiday", "法定节假日";
        /// A weekday off in lieu.
        InLieuRest = "in_lieu_rest", "调休";
        /// A weekend day off.
        Rest = "rest", "休息";
    }
}

spelled! {
    /// An approved fact that changes what is owed or known (考勤事实).
    CoverKind {
        /// Leave of any kind.
        Leave = "leave", "请假";
        /// An official trip.
        Trip = "trip", "出差";
        /// Field work; judged as a trip.
        Field = "field", "下乡";
        /// A forgotten punch, claimed and approved: one instant.
        Correction = "correction", "补卡";
        /// Terminals were down.
        Outage = "outage", "设备故障";
        /// Work was ordered outside of hours.
        Overtime = "overtime", "加班";
    }
}

/// The codes of one day.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Codes(u32);

impl Codes {
    /// None yet.
    pub const NONE: Self = Self(0);

    /// One code.
    pub const fn of(code: Code) -> Self {
        Self(1 << code as u32)
    }

    /// These and those.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These if it is so, else none.
    #[must_use]
    pub fn when(self, is_so: bool) -> Self {
        Self(self.0 * u32::from(is_so))
    }

    /// Adds one.
    pub fn add(&mut self, code: Code) {
        *self = self.and(Self::of(code));
    }

    /// Whether a code is among them.
    pub const fn has(self, code: Code) -> bool {
        self.0 & (1 << code as u32) != 0
    }

    /// Whether any of those is among these.
    pub const fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// In their order.
    pub fn iter(self) -> impl Iterator<Item = Code> {
        Code::ALL.iter().copied().filter(move |code| self.has(*code))
    }
}

impl fmt::Display for Codes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, code) in self.iter().enumerate() {
            if place > 0 {
                f.write_str("+")?;
            }
            f.write_str(code.code())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Codes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Codes({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Codes};
    use crate::spelled::Spelled;

    #[test]
    fn codes_are_written_in_their_own_order() {
        let mut codes = Codes::NONE;
        assert_eq!(codes.to_string(), "");
        codes.add(Code::Leave);
        codes.add(Code::Normal);
        codes.add(Code::Leave);
        assert_eq!(codes.to_string(), "normal+leave");
        assert!(codes.has(Code::Leave) && !codes.has(Code::Trip));
        assert_eq!(Codes::of(Code::Late).when(false), Codes::NONE);
    }

    #[test]
    fn no_word_of_the_program_is_a_verdict() {
        for code in Code::ALL {
            assert!(!code.chinese().contains("旷工"), "{}", code.chinese());
        }
    }
}
