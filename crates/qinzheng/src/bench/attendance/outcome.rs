//! What one run came to, in the words both sides print.

use anyhow::{Context, Result, bail};
use std::fmt;
use std::process::Command;

/// A run.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The sums and the digest of what was judged; empty where nothing was.
    pub check: String,
    /// CPU seconds of the process from the first byte of input on.
    pub cpu: f64,
    /// The most memory it held, in MB.
    pub peak: f64,
}

impl Outcome {
    /// Runs a program that prints one.
    pub fn of(command: &mut Command) -> Result<Self> {
        let run = command.output().with_context(|| format!("{command:?}"))?;
        if !run.status.success() {
            bail!("{command:?}: {}", String::from_utf8_lossy(&run.stderr));
        }
        let text = String::from_utf8_lossy(&run.stdout).into_owned();
        Self::read(&text).with_context(|| format!("{command:?} printed {text:?}"))
    }

    fn read(text: &str) -> Option<Self> {
        let line = |word: &str| text.lines().find_map(|line| line.strip_prefix(word));
        let result = line("RESULT ")?;
        let value = |name: &str| {
            result
                .split(' ')
                .find_map(|word| word.strip_prefix(name)?.strip_prefix('=')?.parse().ok())
        };
        let check = line("CHECK ").unwrap_or_default().to_owned();
        Some(Self { check, cpu: value("cpu_s")?, peak: value("peak_mb")? })
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "CHECK {}", self.check)?;
        write!(f, "RESULT cpu_s={:.4} peak_mb={:.0}", self.cpu, self.peak)
    }
}
