//! The month: its days, its two rules, its people and their leave.

use super::columns::{bytes, numbers};
use anyhow::Result;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use qz_domain::attendance::CoverKind;
use qz_engine::attendance::{
    Cover, DAY, DayKind, DayNumber, Days, Posting, Second, day_number, midnight,
};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Day 0 of the month, a Monday.
pub const FIRST: Date = date(2026, 6, 1);

/// The two shifts of the month. It counts any minute and has no tiers; a window reaches as far as the day does.
pub const RULES: &str = r#"
rule "0" from="2026-01-01" {
    grace late=0 early=0; window before=360 after=360
    session "am" from="08:30" to="12:00"; session "pm" from="14:30" to="18:00"
}
rule "1" from="2026-01-01" {
    grace late=0 early=0; window before=360 after=360
    session "am" from="09:00" to="12:00"; session "pm" from="13:30" to="17:00"
}
"#;

/// Between the sessions of either shift.
const NOON: Second = 12 * 3600 + 30 * 60;

/// People and days.
pub struct Month {
    /// Its days.
    pub days: Days,
    units: Vec<u32>,
    shifts: Vec<u8>,
    covers: Vec<Cover>,
    ends: Vec<usize>,
}

impl Month {
    /// Reads it.
    pub fn read(folder: &Path) -> Result<Self> {
        let work = bytes(folder, "cal_work.i8")?;
        let last = FIRST + (i64::try_from(work.len())? - 1).days();
        let kind = |day: Date| {
            let at = usize::try_from(day_number(day) - day_number(FIRST)).ok();
            match at.and_then(|at| work.get(at)) {
                Some(1) => DayKind::Work,
                _ => DayKind::Rest,
            }
        };
        let days = Days::of(FIRST, last, FIRST.year(), kind);
        let (units, shifts) =
            (numbers(folder, "person_unit.i32")?, bytes(folder, "person_shift.i8")?);
        let mut month = Self { days, units, shifts, covers: vec![], ends: vec![] };
        month.read_leave(folder)?;
        Ok(month)
    }

    fn read_leave(&mut self, folder: &Path) -> Result<()> {
        let (people, days) = (numbers(folder, "leave_pid.i32")?, numbers(folder, "leave_day.i32")?);
        let kinds = bytes(folder, "leave_kind.i8")?;
        let mut all: Vec<_> = people.iter().zip(days).zip(kinds).collect();
        all.sort_unstable();
        for ((person, day), kind) in all {
            self.ends.resize(*person as usize, self.covers.len());
            let begin =
                midnight(day_number(FIRST)).saturating_add_unsigned(day * DAY.unsigned_abs());
            let (from, to) = match kind {
                1 => (begin, begin + NOON),
                2 => (begin + NOON, begin + DAY),
                _ => (begin, begin + DAY),
            };
            self.covers.push(Cover { kind: CoverKind::Leave, label: 0, from, to });
        }
        self.ends.resize(self.units.len(), self.covers.len());
        Ok(())
    }

    /// How many people.
    pub fn people(&self) -> u32 {
        u32::try_from(self.units.len()).unwrap_or(u32::MAX)
    }

    /// The posting of a person.
    pub fn posting(&self, person: u32, codes: [u32; 2]) -> Posting {
        let at = person as usize;
        let unit = self.units.get(at).copied().unwrap_or_default();
        let code = codes[usize::from(self.shifts.get(at).copied().unwrap_or_default() & 1)];
        Posting { unit, code, from: i32::MIN, to: i32::MAX }
    }

    /// The leave of a person.
    pub fn leave(&self, person: u32) -> &[Cover] {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        let at = person as usize;
        let from = at.checked_sub(1).map_or(0, end);
        self.covers.get(from..end(at)).unwrap_or_default()
    }
}

/// Days from the origin of seconds to [`FIRST`].
const FIRST_NUMBER: DayNumber = 9_648;

/// When a punch of the columns was, in whole minutes.
pub fn second(at: u32) -> Second {
    midnight(FIRST_NUMBER).saturating_add_unsigned(at / 60 * 60)
}

/// Writes the same punches as `attendance judge` reads them, unless that was done before.
pub fn write_csv(folder: &Path) -> Result<()> {
    let path = folder.join("punches.csv");
    if path.exists() {
        return Ok(());
    }
    let (people, times) = (numbers(folder, "punch_pid.i32")?, numbers(folder, "punch_ts.i32")?);
    let draft = folder.join("punches.csv.part");
    let mut out = BufWriter::with_capacity(1 << 20, File::create(&draft)?);
    writeln!(out, "person,time,device")?;
    for (person, at) in people.iter().zip(times) {
        let (day, of_day) = (at / 86_400, at % 86_400 / 60);
        let date = FIRST + i64::from(day).days();
        writeln!(out, "{person},{date}T{:02}:{:02}:00+08:00,0", of_day / 60, of_day % 60)?;
    }
    out.flush()?;
    Ok(std::fs::rename(draft, path)?)
}

#[cfg(test)]
mod tests {
    use super::{FIRST, FIRST_NUMBER};

    #[test]
    fn the_month_begins_on_its_first_day() {
        assert_eq!(qz_engine::attendance::day_number(FIRST), FIRST_NUMBER);
    }
}
