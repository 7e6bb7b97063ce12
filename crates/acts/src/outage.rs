//! Outages of terminals (设备故障): recorded by personnel, taken back where they were wrong. What was due meanwhile is excused.

mod record;
pub mod view;

pub use record::{OutageForm, OutageRecorded, RecordOutage, TakeBackOutage};
