//! `qinzheng attendance`: punches and what they come to.

mod judge;

use anyhow::Result;
use clap::{Args, Subcommand};
use std::process::ExitCode;

/// What to do with punches.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Judge person-days by rules, people, punches and coverage from files; no store is needed.
    Judge(judge::Arguments),
}

/// Does it.
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.command {
        Command::Judge(arguments) => judge::run(arguments),
    }
}
