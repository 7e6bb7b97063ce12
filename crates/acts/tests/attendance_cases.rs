//! The cases of attendance (考勤用例) that need more than a judge, by their numbers: through what terminals send, what people
//! ask and answer, posts that change, and months that are sealed.
//!
//! The pure judge has its own cases (`engine/tests/attendance/cases.rs`: 1 to 22, 26, 31 to 35, 39 to 47, 49, 54 to 56, 59
//! to 65, 69, 75), and the laws 23 and 72 to 75 hold there of any days (`laws.rs`). Requests are counted and refused by
//! case in `domain/src/request/tests.rs` (42 to 45, 51 to 53, 55) and through the store in `request.rs` (48, 51 to 53, 55);
//! the counters 67, 68 and 70 in `domain/src/attendance/counter.rs`; what a terminal sends in `terminal.rs` (22, 25, 27 to
//! 30); shuffled uploads and a sealed month in `attendance.rs` (23, 24).
//!
//! No case says 旷工 of itself: what the reference calls so is 缺勤(待说明) until people say what it was, and whoever is
//! found absent without leave here was asked and has answered.
//!
//! Not here, for there is nothing of the kind: 36 (a stand-by is answered by a fixed line or at the post and is no
//! attendance), 38 (no post of a duty is a record of its own, so none has a gap).

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod attendance_cases {
    mod corrections;
    mod counters;
    mod duties;
    mod laws;
    mod leaves;
    mod postings;
    mod town;
    mod trips;
    mod uploads;
}
