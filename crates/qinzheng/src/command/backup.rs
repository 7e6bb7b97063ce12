//! `qinzheng backup`: the whole store in one archive, as it stands at one moment.

use super::Place;
use crate::archive::Writing;
use crate::config::Config;
use crate::county;
use anyhow::Result;
use clap::Args;
use qz_acts::backup::{Backup, Manifest, Origin};
use qz_acts::clock::SystemClock;
use qz_domain::ambient::Clock;
use std::path::PathBuf;
use std::process::ExitCode;

/// What to copy, and for whose eyes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The archive to write; nothing may stand there.
    #[arg(value_name = "OUT")]
    out: PathBuf,
    /// Encrypt to this age recipient (age1…); may be given more than once.
    #[arg(long, value_name = "AGE1…", value_parser = recipient)]
    recipient: Vec<age::x25519::Recipient>,
    /// Put the private key of the log in as well; the archive must then be encrypted.
    #[arg(long, requires = "recipient")]
    with_key: bool,
    #[command(flatten)]
    place: Place,
}

fn recipient(text: &str) -> Result<age::x25519::Recipient, String> {
    text.parse().map_err(|fault| format!("{fault}: a recipient looks like age1…, from age-keygen"))
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let config = arguments.place.config()?;
    let mut out = Writing::begin(&arguments.out, &arguments.recipient)?;
    let origin = origin(&config, arguments.with_key)?;
    let mut backup = Backup::begin(&config.store, origin).await?;
    let manifest = backup.manifest().clone();
    out.manifest(&serde_json::to_string_pretty(&manifest)?)?;
    for member in &manifest.members {
        out.open(&member.path, member.bytes)?;
        backup.copy(member, &mut out).await?;
        out.close()?;
    }
    backup.end().await?;
    let bytes = out.end()?;
    say(&arguments, &manifest, bytes);
    Ok(ExitCode::SUCCESS)
}

fn origin(config: &Config, with_key: bool) -> Result<Origin> {
    let key = if with_key { Some(county::key(&config.log)?.secret_text()) } else { None };
    Ok(Origin {
        tenant: config.county.clone(),
        is_demo: config.is_demo,
        log: config.log.origin.clone(),
        vkey: county::public_key(&config.log)?.to_string(),
        key,
        now: SystemClock.now(),
    })
}

fn say(arguments: &Arguments, manifest: &Manifest, bytes: u64) {
    let (out, rows) = (arguments.out.display(), manifest.rows());
    let (size, root) = (manifest.log.size, &manifest.log.root);
    println!("{out}: {rows} rows, {bytes} bytes; the ledger has {size} entries, root {root}");
    if arguments.recipient.is_empty() {
        eprintln!("{out} is not encrypted: whoever has it reads everything in it.");
    }
    if !arguments.with_key {
        eprintln!(
            "The private key of the log is not in it: keep a copy of log.key in another safe \
             place, without it a restored log can be checked but not continued."
        );
    }
}
