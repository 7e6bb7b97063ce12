//! Attendance: the cases of the specification by number, its laws, and a slow and obvious judge beside ours.

#[path = "attendance/bench.rs"]
mod bench;
#[path = "attendance/cases.rs"]
mod cases;
#[path = "attendance/laws.rs"]
mod laws;
#[path = "attendance/slow.rs"]
mod slow;
