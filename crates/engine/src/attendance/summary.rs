//! What the rows of a unit add up to.

use super::row::Row;
use qz_domain::attendance::Code;

/// The figures of a unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Person-days.
    pub days: u64,
    /// Normal ones.
    pub normal: u64,
    /// Late ones.
    pub late: u64,
    /// Very late ones.
    pub very_late: u64,
    /// Ones that were left early.
    pub left_early: u64,
    /// Points without evidence.
    pub missing_points: u64,
    /// Half-days without evidence.
    pub unexplained_halves: u64,
    /// Days on which leave took required time away.
    pub leave_days: u64,
    /// Days on which a trip did.
    pub trip_days: u64,
    /// Minutes worked.
    pub worked_minutes: u64,
}

/// The figures of every unit, by its number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// By number; units without a row have none.
    pub shares: Vec<Share>,
}

impl Summary {
    /// Counts a row of a unit.
    pub fn add(&mut self, unit: u32, row: &Row) {
        let at = unit as usize;
        if self.shares.len() <= at {
            self.shares.resize(at + 1, Share::default());
        }
        if let Some(share) = self.shares.get_mut(at) {
            let one = |code| u64::from(row.codes.has(code));
            share.days += 1;
            share.normal += one(Code::Normal);
            share.late += one(Code::Late);
            share.very_late += one(Code::VeryLate);
            share.left_early += one(Code::LeftEarly);
            share.missing_points += u64::from(row.missing.count());
            share.unexplained_halves += u64::from(row.halves);
            share.leave_days += one(Code::Leave);
            share.trip_days += one(Code::Trip);
            share.worked_minutes += u64::from(row.worked);
        }
    }

    /// These and those; the order does not matter.
    pub fn merge(&mut self, other: &Self) {
        if self.shares.len() < other.shares.len() {
            self.shares.resize(other.shares.len(), Share::default());
        }
        for (own, more) in self.shares.iter_mut().zip(&other.shares) {
            own.days += more.days;
            own.normal += more.normal;
            own.late += more.late;
            own.very_late += more.very_late;
            own.left_early += more.left_early;
            own.missing_points += more.missing_points;
            own.unexplained_halves += more.unexplained_halves;
            own.leave_days += more.leave_days;
            own.trip_days += more.trip_days;
            own.worked_minutes += more.worked_minutes;
        }
    }
}
