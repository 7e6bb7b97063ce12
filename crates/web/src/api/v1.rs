//! Version 1 of the API. Names never change their meaning; new ones may be added.

pub(super) mod openapi;
pub(super) mod statistics;
pub(super) mod units;
pub(super) mod visits;
