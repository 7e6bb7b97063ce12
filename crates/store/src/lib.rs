//! Memory: one SQL text for SQLite and PostgreSQL, the writer, the governed tables.

pub mod account;
pub mod accountability;
pub mod actor;
pub mod appointment;
pub mod article;
pub mod away;
pub mod brief;
mod bulk;
pub mod bulletin;
pub mod campaign;
mod conn;
pub mod credential;
mod deadline;
pub mod deputy;
pub mod draw;
pub mod entry;
mod error;
pub mod evidence;
pub mod finding;
pub mod governed;
pub mod hand;
pub mod import;
pub mod job;
pub mod law_change;
pub mod ledger;
pub mod liability;
pub mod list;
pub mod list_entry;
pub mod meeting;
mod migrate;
mod moment;
pub mod monthly_report;
pub mod notice;
pub mod objection;
mod open;
pub mod outbox;
pub mod person;
mod rank;
pub mod read_log;
pub mod rectification;
pub mod review;
mod row;
pub mod sealed;
pub mod session;
pub mod sign_in;
pub mod snapshot;
pub mod stand_in;
mod store;
pub mod suspicion;
pub mod ticket;
pub mod token;
pub mod unit;
pub mod upcoming;
pub mod upload;
pub mod verify;
pub mod visit;
mod writer;

pub use bulk::{Column, Target};
pub use conn::Conn;
pub use error::StoreError;
pub use migrate::MIGRATIONS;
pub use store::{Store, StoreUrl};
pub use writer::{
    Act, Ambient, BatchMode, BatchReport, Chore, Deed, Done, Free, ObjectRef, SignedCheckpoint,
    Subject, Write, Writer,
};
