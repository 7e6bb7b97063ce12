//! Attendance: the cases of the specification by number, its laws, and a slow and obvious judge beside ours.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "attendance/bench.rs"]
mod bench;
#[path = "attendance/cases.rs"]
mod cases;
#[path = "attendance/laws.rs"]
mod laws;
#[path = "attendance/random.rs"]
mod random;
#[path = "attendance/slow.rs"]
mod slow;
