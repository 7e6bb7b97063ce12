//! Version 1 of the API. Names never change their meaning; new ones may be added.

pub(super) mod bulletin;
pub(super) mod bulletins;
pub(super) mod decisions;
pub(super) mod findings;
pub(super) mod lists;
pub(super) mod openapi;
mod paging;
mod records;
pub(super) mod rectifications;
pub(super) mod reviews;
pub(super) mod statistics;
mod unit_name;
pub(super) mod units;
pub(super) mod visits;
