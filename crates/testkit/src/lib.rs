//! Development only: databases on both engines, a fixture county, a fixed clock.

#![expect(clippy::expect_used, reason = "what a test stands on may panic")]

pub mod attendance;
pub mod campaign;
pub mod client;
pub mod county;
pub mod engines;
pub mod liability;
pub mod matter;
pub mod meeting;
pub mod police;
pub mod postgres;
pub mod review;
pub mod roster;
pub mod shared_folder;
pub mod terminal;
