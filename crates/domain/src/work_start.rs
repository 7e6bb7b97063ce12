//! When somebody began to work (参加工作时间): years of service are counted from then.

use crate::id::{PersonId, WorkStartId};
use jiff::civil::Date;

/// When somebody began to work (参加工作时间), as personnel says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkStart {
    /// Number in the store.
    pub id: WorkStartId,
    /// Who.
    pub person: PersonId,
    /// Their first day at work, anywhere.
    pub since: Date,
}
