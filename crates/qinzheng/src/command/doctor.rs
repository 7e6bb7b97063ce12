//! `qinzheng doctor`: one line for each thing an installation needs, and what to do where it lacks.

use super::{Format, Place};
use crate::doctor::{Finding, examine};
use anyhow::Result;
use clap::Args;
use std::process::ExitCode;

/// Of which installation.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// How the findings are printed.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let findings = examine(&arguments.place.config()?).await;
    match arguments.format {
        Format::Text => {
            for finding in &findings {
                println!("{finding}");
            }
        }
        Format::Json => println!("{}", serde_json::to_string_pretty(&findings)?),
    }
    let is_well = |finding: &Finding| finding.ok;
    Ok(if findings.iter().all(is_well) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
