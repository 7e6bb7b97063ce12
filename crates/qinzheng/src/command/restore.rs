//! `qinzheng restore`: an empty store filled from an archive, all of it or nothing.

use super::Place;
use crate::archive::{Identities, Reading};
use crate::restoring;
use anyhow::{Context, Result};
use clap::Args;
use qz_acts::backup::Manifest;
use std::path::PathBuf;
use std::process::ExitCode;

/// What to restore, and where.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The archive.
    #[arg(value_name = "IN")]
    archive: PathBuf,
    /// The file with the private age key, when the archive is encrypted.
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let identities = identities(arguments.identity.as_ref())?;
    let reading = Reading::open(&arguments.archive, &identities)?;
    let restored = restoring::restore(&arguments.place, reading)
        .await
        .with_context(|| format!("nothing was restored from {}", arguments.archive.display()))?;
    say(&restored.manifest);
    if !restored.config.log.key.exists() {
        eprintln!(
            "The log's private key is not in the archive: put it back at {} from where it is kept. \
             Until then the log can be read and checked, and no checkpoint is signed.",
            restored.config.log.key.display()
        );
    }
    if restored.is_new {
        let file = restored.config.file.display();
        eprintln!("Made {file}: set its [web] as it was before serving it.");
    }
    let checked = restored.checked.map_err(anyhow::Error::from);
    let verified = checked.context("the store was restored, and it is not in order")?;
    println!("The ledger is in order: {} entries, {} objects.", verified.size, verified.objects);
    Ok(ExitCode::SUCCESS)
}

fn say(manifest: &Manifest) {
    let (rows, taken_at) = (manifest.rows(), &manifest.taken_at);
    let (size, root) = (manifest.log.size, &manifest.log.root);
    println!("{rows} rows as of {taken_at}; the ledger has {size} entries, root {root}");
}

fn identities(file: Option<&PathBuf>) -> Result<Identities> {
    let Some(file) = file else { return Ok(Identities::new()) };
    let name = file.display();
    let keys = age::IdentityFile::from_file(file.to_string_lossy().into_owned())
        .with_context(|| format!("{name} cannot be read as a file of age keys"))?;
    Ok(keys.into_identities()?)
}
