//! `qinzheng draw`: what anybody may do with a published draw.

mod verify;

use anyhow::Result;
use clap::{Args, Subcommand};
use std::process::ExitCode;

/// What to do with a draw.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Work a draw out again from its published file alone.
    Verify(verify::Arguments),
}

/// Does it.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    match &arguments.command {
        Command::Verify(arguments) => verify::run(arguments),
    }
}
