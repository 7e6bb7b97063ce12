//! The figures of units.

use super::people::People;
use super::rows::field;
use qz_engine::attendance::{Share, Summary};
use serde::Serialize;

/// The columns.
pub(super) const HEADER: &str = "unit,days,normal,late,very_late,left_early,missing_points,unexplained_halves,leave_days,trip_days,worked_minutes\n";

/// A unit as JSON tells it.
#[derive(Serialize)]
pub(super) struct UnitLine<'a> {
    unit: &'a str,
    days: u64,
    normal: u64,
    late: u64,
    very_late: u64,
    left_early: u64,
    missing_points: u64,
    unexplained_halves: u64,
    leave_days: u64,
    trip_days: u64,
    worked_minutes: u64,
}

/// The units that have rows, by name.
pub(super) fn lines<'a>(people: &'a People, summary: &Summary) -> Vec<UnitLine<'a>> {
    let shares = summary.shares.iter().zip(0_u32..).filter(|(share, _)| share.days > 0);
    shares.map(|(share, unit)| line(people.unit(unit), share)).collect()
}

fn line<'a>(unit: &'a str, share: &Share) -> UnitLine<'a> {
    UnitLine {
        unit,
        days: share.days,
        normal: share.normal,
        late: share.late,
        very_late: share.very_late,
        left_early: share.left_early,
        missing_points: share.missing_points,
        unexplained_halves: share.unexplained_halves,
        leave_days: share.leave_days,
        trip_days: share.trip_days,
        worked_minutes: share.worked_minutes,
    }
}

impl UnitLine<'_> {
    /// As a line of the file.
    pub fn csv(&self) -> String {
        let mut unit = vec![];
        field(&mut unit, self.unit);
        format!(
            "{},{},{},{},{},{},{},{},{},{},{}\n",
            String::from_utf8_lossy(&unit),
            self.days,
            self.normal,
            self.late,
            self.very_late,
            self.left_early,
            self.missing_points,
            self.unexplained_halves,
            self.leave_days,
            self.trip_days,
            self.worked_minutes,
        )
    }
}
