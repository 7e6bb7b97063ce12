//! The sums by which both sides know that they judged the same.

use qz_domain::attendance::{Code, Codes};
use qz_engine::attendance::{DAY, Row};

/// Minutes of the day before which a punch is an arrival of the morning, and from which on it is a departure of the
/// afternoon, for either shift.
const BORDERS: [(i32, i32); 2] = [(615, 975), (630, 915)];

/// States of the job: rest, worked on a rest day, leave, absent, a punch missing, normal, late, early, both.
const STATES: usize = 9;

/// Sums of rows.
#[derive(Debug, Clone)]
pub struct Check {
    rows: u64,
    late: u64,
    early: u64,
    missing: u64,
    first_in: i64,
    last_out: i64,
    states: [u64; STATES],
    /// The weighted sum of each unit; the digest.
    units: Vec<u64>,
}

impl Check {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            rows: 0,
            late: 0,
            early: 0,
            missing: 0,
            first_in: 0,
            last_out: 0,
            states: [0; STATES],
            units: vec![],
        }
    }

    /// Counts a row.
    pub fn add(&mut self, unit: u32, row: &Row) {
        let (state, missing) = state(row);
        let (late, early) = (u64::from(row.late), u64::from(row.early));
        self.rows += 1;
        self.late += late;
        self.early += early;
        self.missing += missing;
        self.states[state] += 1;
        if row.first != Row::NO_PUNCH {
            let (before, from) = BORDERS[usize::from(row.rule & 1)];
            let minute = |at: i32| i64::from(at.rem_euclid(DAY) / 60);
            let (first, last) = (minute(row.first), minute(row.last));
            self.first_in += if first < i64::from(before) { first } else { 0 };
            self.last_out += if last >= i64::from(from) { last } else { 0 };
        }
        let is = |wanted: usize| u64::from(state == wanted);
        let at = unit as usize;
        if self.units.len() <= at {
            self.units.resize(at + 1, 0);
        }
        self.units[at] += 1
            + 3 * is(5)
            + 5 * (is(6) + is(8))
            + 7 * late
            + 11 * early
            + 13 * missing
            + 17 * is(3)
            + 19 * is(2);
    }

    /// These and those.
    pub fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        self.late += other.late;
        self.early += other.early;
        self.missing += other.missing;
        self.first_in += other.first_in;
        self.last_out += other.last_out;
        self.states.iter_mut().zip(other.states).for_each(|(own, more)| *own += more);
        if self.units.len() < other.units.len() {
            self.units.resize(other.units.len(), 0);
        }
        self.units.iter_mut().zip(&other.units).for_each(|(own, more)| *own += more);
    }

    /// The line both sides print.
    pub fn line(&self) -> String {
        let states: Vec<_> = self.states.iter().map(u64::to_string).collect();
        let weighed = self.units.iter().zip(0_u64..).map(|(sum, unit)| (unit % 997 + 1) * sum);
        format!(
            "rows={} late={} early={} missing={} first_in={} last_out={} st={} units={} digest={}",
            self.rows,
            self.late,
            self.early,
            self.missing,
            self.first_in,
            self.last_out,
            states.join(","),
            self.units.len(),
            weighed.sum::<u64>(),
        )
    }
}

/// The state the job gives a day, and its points without evidence; it counts them in sessions without any, too.
fn state(row: &Row) -> (usize, u64) {
    if row.codes.has(Code::Rest) {
        return (usize::from(row.first != Row::NO_PUNCH), 0);
    }
    if row.codes == Codes::of(Code::Leave) {
        return (2, 0);
    }
    let owed = if row.codes.has(Code::Leave) { 1 } else { 2 };
    let missing = u64::from(row.missing.count()) + 2 * u64::from(row.halves);
    let state = match missing {
        0 => 5 + usize::from(row.late > 0) + 2 * usize::from(row.early > 0),
        _ if row.halves == owed => 3,
        _ => 4,
    };
    (state, missing)
}
