//! The commands as people run them: the program itself, its words and its exit codes.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../stage/browser.rs"]
mod browser;
#[path = "../stage/program.rs"]
mod program;
#[path = "../stage/server.rs"]
mod server;

mod attendance;
mod attendance_import;
mod backup;
mod calendar;
mod config;
mod county;
mod damage;
mod demo;
mod doctor;
mod draw;
mod facts;
mod import;
mod init;
mod ledger;
mod mechanism;
mod usage;
