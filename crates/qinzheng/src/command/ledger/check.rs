//! `qinzheng ledger check`: the proofs of a folder, such as a case's file has them, checked offline.

use crate::command::vkey::read_key;
use anyhow::{Context, Result, ensure};
use clap::Args;
use qz_ledger::{ProofFile, VerifierKey};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Which folder, and with which key.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A folder with entries and their proofs: entry-N.json, entry-N.tlog-proof.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The public key of the log, or a file with it.
    #[arg(long, value_name = "KEY")]
    vkey: String,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let Arguments { folder, vkey } = arguments;
    let key = read_key(&vkey)?;
    let count = tokio::task::spawn_blocking(move || check_all(&folder, &key)).await??;
    println!("entries in the signed log: {count}");
    Ok(ExitCode::SUCCESS)
}

/// Checks every entry of a folder, and that none is without proof nor a proof without entry.
fn check_all(folder: &Path, key: &VerifierKey) -> Result<usize> {
    let files = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths = files.map(|file| Ok(file?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    let ends = |path: &&PathBuf, ending: &str| path.extension().is_some_and(|one| one == ending);
    let entries: Vec<_> = paths.iter().filter(|path| ends(path, "json")).collect();
    let proofs = paths.iter().filter(|path| ends(path, "tlog-proof")).count();
    ensure!(!entries.is_empty(), "{}: no entry to check", folder.display());
    ensure!(entries.len() == proofs, "entries: {}, proofs: {proofs}", entries.len());
    for path in &entries {
        check(path, key).with_context(|| path.display().to_string())?;
    }
    Ok(entries.len())
}

fn check(path: &Path, key: &VerifierKey) -> Result<()> {
    let entry = fs::read(path)?;
    let proof: ProofFile = fs::read_to_string(path.with_extension("tlog-proof"))?.parse()?;
    proof.verify(&entry, key)?;
    Ok(())
}
