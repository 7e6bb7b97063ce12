//! What the program says while it runs: to standard error, as text or as JSON lines.

use clap::ValueEnum;
use tracing_subscriber::EnvFilter;

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lines for people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Starts the log. `RUST_LOG` says what is heard: `info` of ours and `warn` of others unless set.
pub fn start(format: Format) {
    let unset = "warn,qinzheng=info,qz_acts=info,qz_store=info,qz_web=info";
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(unset));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match format {
        Format::Text => log.with_ansi(false).init(),
        Format::Json => log.json().flatten_event(true).init(),
    }
}
