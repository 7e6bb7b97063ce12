//! Training (培训): who may inspect, from when until when.

use crate::id::{PersonId, TrainingId};
use crate::spelled;
use jiff::civil::Date;

spelled! {
    /// A course (课程).
    Course {
        /// 督查检查业务: what an inspector of visits must have.
        Inspection = "inspection", "督查检查业务";
    }
}

/// A person's training, valid over a span of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// Number in the store.
    pub id: TrainingId,
    /// Who.
    pub person: PersonId,
    /// Which course.
    pub course: Course,
    /// First valid day.
    pub since: Date,
    /// Last valid day.
    pub until: Date,
}

impl Training {
    /// Whether it is valid on a day; both ends count.
    pub fn holds_on(&self, day: Date) -> bool {
        self.since <= day && day <= self.until
    }
}
