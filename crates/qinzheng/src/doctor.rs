//! Is all well with an installation (体检)? One line for each thing looked at: what was found, and
//! what to do where something is amiss.

mod disk;
mod files;
mod store;

use crate::config::Config;
use serde::Serialize;
use std::fmt;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub what: &'static str,
    /// Whether it is well.
    pub ok: bool,
    /// What was found; with what to do when it is not well.
    pub found: String,
}

impl Finding {
    fn ok(what: &'static str, found: impl Into<String>) -> Self {
        Self { what, ok: true, found: found.into() }
    }

    fn fault(what: &'static str, found: impl Into<String>) -> Self {
        Self { what, ok: false, found: found.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.ok { "ok   " } else { "FAULT" };
        write!(out, "{verdict} {}: {}", self.what, self.found)
    }
}

/// Looks at everything.
pub async fn examine(config: &Config) -> Vec<Finding> {
    let mut findings = vec![
        Finding::ok("configuration", config.file.display().to_string()),
        files::privacy(config),
        files::key(config),
        disk::space(config),
    ];
    findings.extend(store::examine(config).await);
    findings
}
