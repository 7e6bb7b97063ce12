//! `qinzheng attendance`: punches and what they come to.

mod import;
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
    /// Import a file of punches: accepted, repeated, refused with reasons.
    Import(import::Arguments),
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.command {
        Command::Judge(arguments) => judge::run(arguments),
        Command::Import(arguments) => import::run(arguments).await,
    }
}
