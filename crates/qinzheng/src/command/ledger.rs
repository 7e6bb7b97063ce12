//! `qinzheng ledger`: the log of acts checked, proven and published.

mod check;
mod export;
mod prove;
mod verify;

use anyhow::Result;
use clap::{Args, Subcommand};
use std::process::ExitCode;

/// What to do with the log.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Recompute everything and stop at the first difference.
    Verify(verify::Arguments),
    /// Check the proofs of a folder offline.
    Check(check::Arguments),
    /// Print the proof that one entry is in the signed log.
    Prove(prove::Arguments),
    /// Write the published log as a folder of plain files.
    Export(export::Arguments),
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.command {
        Command::Verify(arguments) => verify::run(arguments).await,
        Command::Check(arguments) => check::run(arguments).await,
        Command::Prove(arguments) => prove::run(arguments).await,
        Command::Export(arguments) => export::run(arguments).await,
    }
}
