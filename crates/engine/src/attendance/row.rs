//! One row per person and day.

use super::time::{DayNumber, Second};
use qz_domain::attendance::Codes;

/// What a person-day came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The person, as the caller numbers them.
    pub person: u32,
    /// The day.
    pub day: DayNumber,
    /// Every code.
    pub codes: Codes,
    /// The first punch of the day; [`Row::NO_PUNCH`] where there is none.
    pub first: Second,
    /// The last punch of the day, or [`Row::NO_PUNCH`].
    pub last: Second,
    /// Whole minutes late.
    pub late: u16,
    /// Whole minutes that were left early.
    pub early: u16,
    /// Whole minutes worked.
    pub worked: u16,
    /// The points without evidence.
    pub missing: Points,
    /// Half-days without evidence.
    pub halves: u8,
    /// Remarks, see [`Row::UNAPPROVED`] and [`Row::PROVISIONAL`].
    pub remarks: u8,
    /// The place of the rule's version among the versions of the book.
    pub rule: u16,
}

impl Row {
    /// No punch on this day.
    pub const NO_PUNCH: Second = Second::MIN;
    /// What was worked was neither owed nor ordered.
    pub const UNAPPROVED: u8 = 1;
    /// The next year's notice may still move this day.
    pub const PROVISIONAL: u8 = 2;
}

/// Points of a day: arriving and leaving of each session, in the order of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Points(pub(super) u8);

impl Points {
    /// Adds the points of the session at a place: arriving is 1, leaving is 2.
    pub(super) fn add(&mut self, place: u8, points: u8) {
        self.0 |= points << (2 * place);
    }

    /// How many.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The session's place and whether it is its leaving, in the order of time.
    pub fn iter(self) -> impl Iterator<Item = (usize, bool)> {
        (0..8).filter(move |bit| self.0 & (1 << bit) != 0).map(|bit| (bit / 2, bit % 2 == 1))
    }
}
