//! Punches (打卡) from files: what a terminal wrote on a stick, our own table, the sheets of other systems. A file is one
//! act, row by row what came before is passed over, and what can be no punch is set aside with its reason.

mod file;
mod import;
mod plan;
mod sheet;
pub mod upload;

pub use file::{FileFault, PunchFile, read};
pub use import::{ImportPunches, Imported};
pub use plan::{First, PunchReport, PunchStep, Refused};
