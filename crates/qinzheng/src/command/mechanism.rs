//! `qinzheng mechanism`: check, lay out, try and list schemes, and print the reference of their language. Trying one opens a county; the rest are files.

mod check;
mod dry_run;
mod fmt;
mod list;
mod reference;
mod shown;

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use std::path::Path;
use std::process::ExitCode;

/// What to do with schemes.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Say what is wrong in files, where, and what to write instead.
    Check(check::Arguments),
    /// Print a file laid out, in either language.
    Fmt(fmt::Arguments),
    /// Say what a scheme would have prompted over past days; nothing is written.
    DryRun(dry_run::Arguments),
    /// List the schemes that ship, or those of files.
    List(list::Arguments),
    /// Print a page of the guide: every word of the language, or every source of facts.
    Reference(reference::Arguments),
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.what {
        What::Check(arguments) => check::run(&arguments),
        What::Fmt(arguments) => fmt::run(&arguments),
        What::DryRun(arguments) => dry_run::run(arguments).await,
        What::List(arguments) => list::run(&arguments),
        What::Reference(arguments) => Ok(reference::run(&arguments)),
    }
}

/// Reads a file of a scheme; what is no UTF-8 is said to be none.
fn read(file: &Path) -> Result<String> {
    let bytes =
        std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes).to_vec();
    let text = String::from_utf8(bytes);
    text.with_context(|| format!("{} is not UTF-8; save it as UTF-8", file.display()))
}
