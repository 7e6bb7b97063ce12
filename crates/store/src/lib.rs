//! Memory: one SQL text for SQLite and PostgreSQL, the writer, the governed tables.

pub mod account;
pub mod actor;
mod bulk;
mod conn;
pub mod credential;
pub mod entry;
mod error;
pub mod evidence;
pub mod governed;
pub mod import;
pub mod job;
pub mod ledger;
pub mod list;
mod migrate;
mod moment;
pub mod person;
pub mod session;
pub mod sign_in;
pub mod snapshot;
mod store;
pub mod token;
pub mod unit;
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
