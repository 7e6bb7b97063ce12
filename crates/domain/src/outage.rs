//! Outages (设备故障): from when to when the terminals of a unit could not take punches. Points due meanwhile are excused.

use crate::id::{OutageId, TerminalId, UnitId};
use jiff::Timestamp;

/// The most characters of why they were down, or why the record is taken back.
pub const REASON_MOST: usize = 120;

/// An outage (设备故障) of a unit's terminals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outage {
    /// Number in the store.
    pub id: OutageId,
    /// Whose people could not punch.
    pub unit: UnitId,
    /// Which terminal, where it was one; `None`: all of them.
    pub terminal: Option<TerminalId>,
    /// From when.
    pub from: Timestamp,
    /// Until before when.
    pub to: Timestamp,
    /// Why.
    pub reason: String,
    /// Why the record was taken back; empty while it stands.
    pub taken_back: String,
}

impl Outage {
    /// Whether it excuses anything.
    pub fn stands(&self) -> bool {
        self.taken_back.is_empty()
    }
}
