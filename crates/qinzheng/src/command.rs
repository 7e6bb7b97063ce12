//! The commands: one file each, under the name people type.

mod attendance;
mod backup;
mod bench;
mod calendar;
mod demo;
mod doctor;
mod draw;
mod facts;
mod import;
mod init;
mod ledger;
mod mechanism;
mod place;
mod report;
mod restore;
mod serve;
mod terminal;
mod vkey;

pub use place::Place;

use crate::log;
use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};
use std::process::ExitCode;

/// Supervision, attendance, assessment and accountability of a county: one program, one store.
#[derive(Debug, Parser)]
#[command(name = "qinzheng", version, max_term_width = 100)]
pub struct Arguments {
    /// How the log on standard error is written.
    #[arg(long, global = true, value_enum, default_value = "text")]
    pub log_format: log::Format,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Set up a county: folder, store, log key, three officers.
    Init(init::Arguments),
    /// Look at an installation: what is amiss, and what to do.
    Doctor(doctor::Arguments),
    /// Serve a county's site and desk.
    Serve(serve::Arguments),
    /// Serve the demo county.
    Demo(demo::Arguments),
    /// Import a file of units, posts, people, kin, training or visits.
    Import(import::Arguments),
    /// Check, prove and publish the log of acts.
    Ledger(ledger::Arguments),
    /// Work a published draw out again.
    Draw(draw::Arguments),
    /// Judge attendance by a file of rules, or import punches.
    Attendance(attendance::Arguments),
    /// List the facts that schemes may ask about, or what one source says of a stretch of days.
    Facts(facts::Arguments),
    /// Check, lay out, try and list schemes.
    Mechanism(mechanism::Arguments),
    /// Copy the whole store into one archive, while it is in use.
    Backup(backup::Arguments),
    /// Fill an empty store from an archive that `backup` wrote.
    Restore(restore::Arguments),
    /// Write the monthly reports of a month as a file.
    Report(report::Arguments),
    /// Tell working days, and on which day a term ends.
    Calendar(calendar::Arguments),
    /// Rehearse with attendance terminals that are not there.
    Terminal(terminal::Arguments),
    /// Measure this machine: acts, rows, the ledger, pages.
    Bench(bench::Arguments),
}

/// How a command prints what it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lines for people.
    Text,
    /// One JSON document.
    Json,
}

/// Does it.
pub async fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Init(arguments) => init::run(arguments).await,
        Command::Doctor(arguments) => doctor::run(arguments).await,
        Command::Serve(arguments) => serve::run(arguments).await,
        Command::Demo(arguments) => Box::pin(demo::run(arguments)).await,
        Command::Import(arguments) => import::run(arguments).await,
        Command::Ledger(arguments) => ledger::run(arguments).await,
        Command::Draw(arguments) => draw::run(&arguments),
        Command::Attendance(arguments) => attendance::run(arguments).await,
        Command::Facts(arguments) => facts::run(arguments).await,
        Command::Mechanism(arguments) => mechanism::run(arguments).await,
        Command::Backup(arguments) => backup::run(arguments).await,
        Command::Restore(arguments) => restore::run(arguments).await,
        Command::Report(arguments) => report::run(arguments).await,
        Command::Calendar(arguments) => calendar::run(&arguments),
        Command::Terminal(arguments) => terminal::run(&arguments),
        Command::Bench(arguments) => bench::run(arguments).await,
    }
}
