//! Doors for people and programs: portal, desk, API, templates, words, assets.

pub mod address;
mod api;
pub mod app;
pub mod asset;
pub mod door;
pub mod error;
pub mod format;
pub mod headers;
mod page;
pub mod part;
pub mod query;
pub mod refusal;
pub mod serve;
mod session;
pub mod shell;
pub mod term;
pub mod terminal;
pub mod words;

pub use page::portal::reports::month_sheet;
