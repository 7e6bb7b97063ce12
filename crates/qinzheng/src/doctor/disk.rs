//! Room on the disk: a store that cannot grow refuses to write.

use super::Finding;
use crate::config::Config;
use std::path::Path;
use std::process::Command;

/// Less than this is too little, in MiB.
const LEAST: u64 = 1024;

/// Whether there is room beside the configuration, where a SQLite store and the signer's memory are.
pub fn space(config: &Config) -> Finding {
    const WHAT: &str = "disk space";
    let folder = config.folder();
    match free(folder) {
        None => Finding::ok(WHAT, "not known on this system"),
        Some(free) if free < LEAST => Finding::fault(
            WHAT,
            format!(
                "{free} MiB are free where {} is: make room, at least {LEAST} MiB",
                folder.display()
            ),
        ),
        Some(free) => Finding::ok(WHAT, format!("{free} MiB are free")),
    }
}

/// MiB free, as `df` tells it in the form that POSIX gives it.
fn free(folder: &Path) -> Option<u64> {
    let said = Command::new("df").arg("-Pk").arg(folder).env("LC_ALL", "C").output().ok()?;
    let text = String::from_utf8(said.stdout).ok()?;
    let available = text.lines().nth(1)?.split_whitespace().nth(3)?;
    available.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}
