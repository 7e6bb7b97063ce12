//! The nouns of a county's supervision and their lawful stages.
//!
//! Pure: no SQL, no network, no ambient clock. Time and chance come in as parameters
//! ([`ambient`]); what may follow what is a table of constant rows ([`visit::TRANSITIONS`]);
//! a refusal is a value that names its guard ([`refusal::Refusal`]).

pub mod account;
pub mod accountability;
pub mod action;
pub mod ambient;
pub mod appointment;
pub mod article;
pub mod attendance;
pub mod away;
pub mod bulletin;
pub mod calendar;
pub mod campaign;
pub mod deputy;
pub mod draw;
pub mod evidence;
pub mod field;
pub mod file_check;
pub mod finding;
pub mod id;
pub mod instant;
pub mod kin;
pub mod law;
pub mod liability;
pub mod list_entry;
pub mod matter;
pub mod meeting;
pub mod message;
pub mod month;
pub mod monthly_report;
pub mod number;
pub mod objection;
pub mod paper;
pub mod person;
pub mod post;
pub mod power;
pub mod procedure;
pub mod punch;
pub mod reading;
pub mod rectification;
pub mod refusal;
pub mod review;
pub mod role;
pub mod sanction;
pub mod sealed;
pub mod secrecy;
pub mod spelled;
pub mod suspicion;
pub mod term;
pub mod terminal;
pub mod ticket;
pub mod training;
pub mod unit;
pub mod visit;
pub mod weight;
