//! Attendance (考勤): what a person-day comes to under the rules of that day. A pure function over immutable facts:
//! the same punches and facts in any order, repeated or late, give the same rows. Every row names the version of the
//! rule it was judged by, and [`Judge::explain`] tells the facts that were used.
//!
//! - [`owed`] says what a day asks of a person: posting, rule, calendar, last night's roster, leave and trips.
//! - [`window`] says which punches are of which session; [`evidence`] takes the two that count.
//! - [`session`] judges one session, [`careful`] a day of them.
//! - [`quick`] judges the day that nearly every day is, in which nothing but punches matters; it says what
//!   [`careful`] says.
//! - [`person`] walks the days of a person; [`gather`] sorts punches as they arrived by person, and [`run`] judges the
//!   people of a county on all cores.
//!
//! It never says 旷工: a stretch without evidence is to be explained, and what it was is said by people.

mod calendar;
mod careful;
mod cover;
mod evidence;
mod explain;
mod gather;
mod judge;
mod limits;
mod owed;
mod person;
mod quick;
mod row;
mod run;
mod session;
mod span;
mod summary;
mod time;
mod window;

pub use calendar::{DayKind, Days};
pub use cover::Cover;
pub use explain::{Explained, SessionPart};
pub use gather::{Block, Gather};
pub use judge::{Judge, UnknownCode};
pub use person::{Facts, Posting, Scratch};
pub use row::{Points, Row};
pub use run::{in_order, threads};
pub use summary::{Share, Summary};
pub use time::{DAY, DayNumber, Second, date_of, day_number, midnight};
