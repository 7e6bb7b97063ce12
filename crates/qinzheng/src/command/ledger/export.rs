//! `qinzheng ledger export`: the published log as plain files, for a web server or a USB stick.

use crate::command::Place;
use crate::county;
use anyhow::Result;
use clap::Args;
use qz_acts::log::PublicLog;
use std::path::PathBuf;
use std::process::ExitCode;

/// Where to.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The folder; one that holds an earlier export is brought up to date.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let config = arguments.place.config()?;
    let key = county::public_key(&config.log)?;
    let acts = county::open(&config).await?;
    let exported = PublicLog::new(acts.clone(), key).export(&arguments.folder).await;
    acts.close().await;
    let exported = exported?;
    let folder = arguments.folder.display();
    println!("{folder}: {} entries, {} files written", exported.size, exported.files);
    Ok(ExitCode::SUCCESS)
}
