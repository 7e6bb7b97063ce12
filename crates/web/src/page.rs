//! Pages, one family a file: what its doors are, what its pages show.

pub(crate) mod account;
pub(crate) mod accountability;
pub(crate) mod article;
pub(crate) mod brief;
pub(crate) mod bulletin;
pub(crate) mod calendar;
pub(crate) mod demo_clock;
pub(crate) mod demo_scenario;
pub(crate) mod desk;
pub(crate) mod download;
pub(crate) mod draw;
pub(crate) mod finding;
pub(crate) mod help;
pub(crate) mod import;
pub(crate) mod log;
mod matter;
pub(crate) mod my_account;
pub(crate) mod once;
pub(crate) mod operations;
pub(crate) mod person;
pub(crate) mod portal;
pub(crate) mod record;
pub(crate) mod sign_in;
pub(crate) mod visit;
