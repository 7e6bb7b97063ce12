//! Why a day came to what it did.

use super::careful::{Workbench, row};
use super::judge::Judge;
use super::person::Facts;
use super::row::Row;
use super::session::Judged;
use super::time::{DayNumber, Second};
use qz_domain::attendance::{Code, Codes};
use qz_mechanism::attendance::Kind;

/// A day with its sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The unit that answers for the day.
    pub unit: u32,
    /// What the day came to.
    pub row: Row,
    /// Its sessions of which something is left, in the order of time.
    pub sessions: Vec<SessionPart>,
}

/// A session of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionPart {
    /// Its place among the sessions of the rule on that day.
    pub place: u8,
    /// When one was to arrive.
    pub due_in: Second,
    /// When one was to leave.
    pub due_out: Second,
    /// When one arrived, as far as known.
    pub arrived: Option<Second>,
    /// When one left, as far as known.
    pub left: Option<Second>,
    /// What the session came to.
    pub codes: Codes,
    /// Whole minutes late.
    pub late: Second,
    /// Whole minutes that were left early.
    pub early: Second,
    /// Whole minutes worked.
    pub worked: Second,
}

impl Judge<'_> {
    /// A day of a person with its sessions; `None` where no row is due.
    pub fn explain(&self, person: u32, facts: &Facts<'_>, day: DayNumber) -> Option<Explained> {
        let mut bench = Workbench::default();
        bench.turn_to(self, facts, day);
        let mut sessions = vec![];
        let (unit, row) = row(self, (person, facts), &bench, |(owed, judged, worked)| {
            sessions.push(SessionPart {
                place: owed.place,
                due_in: judged.due.0,
                due_out: judged.due.1,
                arrived: judged.arrived,
                left: judged.left,
                codes: codes(owed.kind, &judged),
                late: judged.late / 60,
                early: judged.early / 60,
                worked: worked / 60,
            });
        })?;
        Some(Explained { unit, row, sessions })
    }
}

fn codes(kind: Kind, judged: &Judged) -> Codes {
    let codes = judged
        .codes
        .and(Codes::of(Code::UnexplainedHalf).when(judged.halves == 1))
        .and(Codes::of(Code::Unexplained).when(judged.halves > 1));
    let is_normal = kind == Kind::Day && !codes.meets(super::careful::AMISS);
    codes.and(Codes::of(Code::Normal).when(is_normal))
}
