//! Who may do what: `matrix.csv`, written by hand, against the table of powers and against every
//! door that takes a record.
//!
//! A row is an action in a stage of its object (`-` where objects have none); a column is a role; a
//! cell says how far the role reaches: `–` not at all, `own`, `unit`, `system`, `county`, each with
//! the ones before it. The tests expand every cell over how near the object is to whoever comes.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "matrix/adoption.rs"]
mod adoption;
#[path = "matrix/article.rs"]
mod article;
#[path = "matrix/campaign.rs"]
mod campaign;
#[path = "matrix/doors.rs"]
mod doors;
#[path = "matrix/draw.rs"]
mod draw;
#[path = "matrix/law.rs"]
mod law;
#[path = "matrix/list_entry.rs"]
mod list_entry;
#[path = "matrix/matter.rs"]
mod matter;
#[path = "matrix/meeting.rs"]
mod meeting;
#[path = "matrix/opening.rs"]
mod opening;
#[path = "matrix/powers.rs"]
mod powers;
#[path = "matrix/rectification.rs"]
mod rectification;
#[path = "matrix/report.rs"]
mod report;
#[path = "matrix/request.rs"]
mod request;
#[path = "matrix/review.rs"]
mod review;
#[path = "matrix/sanction.rs"]
mod sanction;
#[path = "matrix/sheet.rs"]
mod sheet;
#[path = "matrix/staff.rs"]
mod staff;
#[path = "matrix/suspicion.rs"]
mod suspicion;
#[path = "matrix/target.rs"]
mod target;
#[path = "matrix/terminal.rs"]
mod terminal;
#[path = "matrix/ticket.rs"]
mod ticket;
