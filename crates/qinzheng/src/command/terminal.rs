//! `qinzheng terminal`: a rehearsal before the first box is hung on a wall.

mod box_of;
mod door_of;
mod line;
mod simulate;

use anyhow::Result;
use clap::{Args, Subcommand};
use std::process::ExitCode;

/// What to do.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Call at a terminal port as boxes do that were off-line for days: late, twice, with clocks that drift.
    Simulate(simulate::Arguments),
}

/// Does it.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    match &arguments.command {
        Command::Simulate(arguments) => simulate::run(arguments),
    }
}
