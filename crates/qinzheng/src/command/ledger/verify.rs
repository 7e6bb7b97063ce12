//! `qinzheng ledger verify`: a store with all its objects, or a published log from its files alone.

use crate::command::Format;
use crate::command::vkey::read_key;
use crate::config::{Config, FILE_NAME};
use crate::county;
use anyhow::{Result, anyhow};
use clap::Args;
use qz_acts::log::{Folder, Options, Site, VerifyError, verify_store};
use qz_ledger::{VerifierKey, audit};
use std::path::PathBuf;
use std::process::ExitCode;

/// What to check, and with which key.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    what: What,
    /// The public key of the log, or a file with it; the county's own unless given.
    #[arg(long, value_name = "KEY")]
    vkey: Option<String>,
    /// How the outcome is printed.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct What {
    /// The configuration file of the county.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The data folder of the county or of a demo.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// A folder with a published log.
    #[arg(long, value_name = "TILES")]
    dir: Option<PathBuf>,
    /// The address of a published log: http://HOST/log
    #[arg(long, value_name = "URL")]
    url: Option<Site>,
}

/// What was found in order.
#[derive(serde::Serialize)]
struct Found {
    size: u64,
    root: String,
    checkpoints: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    objects: Option<u64>,
    signatures_checked: bool,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let Arguments { what, vkey, format } = arguments;
    let key = vkey.as_deref().map(read_key).transpose()?;
    let found = match what {
        What { dir: Some(dir), .. } => published(&Folder::new(&dir), key.as_ref())?,
        What { url: Some(site), .. } => {
            tokio::task::spawn_blocking(move || published(&site, key.as_ref())).await??
        }
        What { config, data, .. } => {
            let file = config.or_else(|| data.map(|folder| folder.join(FILE_NAME)));
            store(&Config::read(&file.unwrap_or_default())?, key).await?
        }
    };
    say(&found, format)?;
    Ok(ExitCode::SUCCESS)
}

fn published(source: &impl qz_ledger::Source, key: Option<&VerifierKey>) -> Result<Found> {
    let audited = audit(source, key)?;
    let (size, root) = (audited.size, audited.root.to_string());
    let signatures_checked = audited.signed;
    Ok(Found { size, root, checkpoints: 1, objects: None, signatures_checked })
}

async fn store(config: &Config, key: Option<VerifierKey>) -> Result<Found> {
    let key = key.or_else(|| county::public_key(&config.log).ok());
    let signer = county::log_files(&config.log).state().ok();
    let checked = verify_store(&config.store, &Options { key, signer }, |_, _| {}).await;
    let verified = checked.map_err(|fault| match fault {
        VerifyError::Difference(difference) => anyhow!("{difference}"),
        VerifyError::Store(fault) => anyhow::Error::from(fault),
    })?;
    Ok(Found {
        size: verified.size,
        root: verified.root.to_string(),
        checkpoints: verified.checkpoints,
        objects: Some(verified.objects),
        signatures_checked: verified.signed,
    })
}

fn say(found: &Found, format: Format) -> Result<()> {
    let Found { size, root, checkpoints, objects, signatures_checked } = found;
    if format == Format::Json {
        println!("{}", serde_json::to_string_pretty(found)?);
        return Ok(());
    }
    let objects = objects.map_or(String::new(), |objects| format!(", {objects} objects"));
    println!("size {size}, root {root}, {checkpoints} checkpoints checked{objects}");
    if !signatures_checked {
        eprintln!(
            "No key was given: the files agree with one another, and no signature was checked."
        );
    }
    Ok(())
}
