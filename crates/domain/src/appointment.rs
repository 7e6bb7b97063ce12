//! Appointments (任职): who holds which post from which day.

use crate::id::{AppointmentId, PersonId, PostId, UnitId};
use jiff::civil::Date;

/// One person in one post for a span of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Number in the store.
    pub id: AppointmentId,
    /// Who.
    pub person: PersonId,
    /// Of which unit.
    pub unit: UnitId,
    /// In which post.
    pub post: PostId,
    /// First day.
    pub since: Date,
    /// Last day, `None` while it lasts.
    pub until: Option<Date>,
}

impl Appointment {
    /// Whether it holds on a day; both ends count.
    pub fn holds_on(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}
