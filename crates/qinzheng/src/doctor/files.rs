//! The files beside the store: who may read them, and whether key and name belong together.

use super::Finding;
use crate::config::Config;
use crate::county;
use qz_acts::StoreUrl;
use std::path::Path;

/// Whether others on this machine can read what they must not.
pub fn privacy(config: &Config) -> Finding {
    const WHAT: &str = "privacy";
    let folder = config.folder();
    if !is_open(folder) {
        return Finding::ok(WHAT, format!("{} is for its owner alone", folder.display()));
    }
    let mut open = Vec::new();
    if is_open(&config.file) && matches!(config.store, StoreUrl::Postgres(_)) {
        open.push(config.file.clone());
    }
    if let StoreUrl::Sqlite(file) = &config.store
        && is_open(file)
    {
        open.push(file.clone());
    }
    if open.is_empty() {
        return Finding::ok(WHAT, "nobody else can read the store's file");
    }
    let names: Vec<_> = open.iter().map(|file| file.display().to_string()).collect();
    let (names, folder) = (names.join(", "), folder.display());
    Finding::fault(WHAT, format!("others can read {names}: run chmod 700 {folder}"))
}

/// Whether the key of the log is there, for its owner alone, and the log's own.
pub fn key(config: &Config) -> Finding {
    const WHAT: &str = "log key";
    let log = &config.log;
    if !log.key.exists() {
        let file = log.key.display();
        let what_to_do = "put it back from where it is kept; without it nothing is signed";
        return Finding::fault(WHAT, format!("{file} is not there: {what_to_do}"));
    }
    let files = county::log_files(log);
    let checked = files.verifier().map_err(anyhow::Error::from);
    let checked = checked.and_then(|_| county::key(log)).and_then(|_| Ok(files.state()?));
    match checked {
        Ok(state) => Finding::ok(WHAT, format!("{}, signed up to {}", log.origin, state.size)),
        Err(fault) => Finding::fault(WHAT, format!("{fault:#}")),
    }
}

#[cfg(unix)]
fn is_open(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(file).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open(_: &Path) -> bool {
    false
}
