//! Absences (外出、请假): recorded by the person, the unit's liaison or personnel; ended early.

mod end;
mod record;
pub mod view;

pub use end::{BackForm, EndAway};
pub use record::{AwayForm, AwayRecorded, RecordAway};
