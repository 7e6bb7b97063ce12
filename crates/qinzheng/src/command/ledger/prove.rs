//! `qinzheng ledger prove`: one text that shows offline that an entry is in the signed log.

use crate::command::Place;
use crate::county;
use anyhow::{Context, Result};
use clap::Args;
use qz_acts::log::{PublicLog, Sought};
use std::process::ExitCode;

/// Which entry.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The place of the entry in the log, counted from 0.
    #[arg(value_name = "INDEX")]
    index: u64,
    #[command(flatten)]
    place: Place,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let config = arguments.place.config()?;
    let key = county::public_key(&config.log)?;
    let acts = county::open(&config).await?;
    let proved = PublicLog::new(acts.clone(), key).prove(Sought::Leaf(arguments.index)).await;
    acts.close().await;
    let proved = proved?.with_context(|| format!("the log has no entry {}", arguments.index))?;
    print!("{}", proved.proof);
    eprintln!("The entry it proves: {}", proved.leaf.entry);
    Ok(ExitCode::SUCCESS)
}
