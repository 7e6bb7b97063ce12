//! What the days of a unit add up to in a month, once what people found is taken into account (考勤合计). Units are
//! published by it, persons never.

use super::exception::{Outcome, asks};
use super::{Code, Codes};
use serde::{Deserialize, Serialize};

/// The figures of a unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Person-days.
    pub days: u64,
    /// Those on which somebody was to be there and was judged: leave and trips of a whole day are left out.
    pub obliged: u64,
    /// In order, or found to be.
    pub in_order: u64,
    /// Late, as it stands.
    pub late: u64,
    /// Left early, as it stands.
    pub left_early: u64,
    /// Points without evidence, as they stand.
    pub missing: u64,
    /// Half-days without evidence, as they stand.
    pub absent_halves: u64,
    /// Half-days found absent without leave; among the former.
    pub awol_halves: u64,
    /// Days with leave.
    pub leave: u64,
    /// Days with a trip.
    pub trip: u64,
}

impl Figures {
    /// Counts a day: what it came to, its points and half-days without evidence, and what people found of it.
    pub fn add(&mut self, codes: Codes, (points, halves): (u64, u64), found: Option<Outcome>) {
        let one = |code| u64::from(codes.has(code));
        let is_cleared = found.is_some_and(Outcome::clears);
        let is_obliged = codes.has(Code::Normal) || asks(codes);
        self.days += 1;
        self.obliged += u64::from(is_obliged);
        self.in_order += u64::from(is_obliged && (is_cleared || !asks(codes)));
        self.leave += one(Code::Leave);
        self.trip += one(Code::Trip);
        if is_cleared {
            return;
        }
        self.late += u64::from(codes.has(Code::Late) || codes.has(Code::VeryLate));
        self.left_early += one(Code::LeftEarly);
        self.missing += points;
        self.absent_halves += halves;
        self.awol_halves += if found == Some(Outcome::Awol) { halves } else { 0 };
    }

    /// The attendance rate (到岗率) as a fraction: half-days that were kept of those that were owed. A point without
    /// evidence counts as a half-day that was not. `None` where nothing was owed.
    pub fn rate(self) -> Option<(u64, u64)> {
        let owed = 2 * self.obliged;
        let kept = owed.saturating_sub(self.absent_halves + self.missing);
        (owed > 0).then_some((kept, owed))
    }

    /// These and those.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            days: self.days + other.days,
            obliged: self.obliged + other.obliged,
            in_order: self.in_order + other.in_order,
            late: self.late + other.late,
            left_early: self.left_early + other.left_early,
            missing: self.missing + other.missing,
            absent_halves: self.absent_halves + other.absent_halves,
            awol_halves: self.awol_halves + other.awol_halves,
            leave: self.leave + other.leave,
            trip: self.trip + other.trip,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leave_stays_out_of_the_rate_and_what_was_cleared_is_kept() {
        let mut figures = Figures::default();
        figures.add(Codes::of(Code::Normal), (0, 0), None);
        figures.add(Codes::of(Code::Leave), (0, 0), None);
        figures.add(Codes::of(Code::Rest), (0, 0), None);
        figures.add(Codes::of(Code::Unexplained), (0, 2), Some(Outcome::Trip));
        assert_eq!(figures.rate(), Some((4, 4)));
        figures.add(Codes::of(Code::Unexplained), (0, 2), Some(Outcome::Awol));
        figures.add(Codes::of(Code::MissingPunch), (1, 0), None);
        assert_eq!((figures.rate(), figures.awol_halves), (Some((5, 8)), 2));
        assert_eq!(Figures::default().rate(), None);
        let twice = figures.and(figures);
        assert_eq!((twice.days, twice.rate()), (12, Some((10, 16))));
    }
}
