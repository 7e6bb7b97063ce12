//! `qinzheng bench`: the figures of the notes, measured again on this machine.

use crate::bench::{self, AttendanceOptions, Name};
use anyhow::Result;
use clap::{Args, ValueEnum};
use std::process::ExitCode;

/// What to measure.
#[derive(Debug, Args)]
pub struct Arguments {
    /// One measurement; all of them unless given.
    #[arg(value_enum)]
    name: Option<Name>,
    /// How often each is repeated; the median counts.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..))]
    rounds: u8,
    /// How the figures are printed.
    #[arg(long, value_enum, default_value = "text")]
    format: super::Format,
    #[command(flatten)]
    attendance: AttendanceOptions,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let all = Name::value_variants();
    let wanted = arguments.name.as_ref().map_or(all, std::slice::from_ref);
    let mut figures = Vec::new();
    for name in wanted {
        let measured =
            bench::run(*name, usize::from(arguments.rounds), &arguments.attendance).await?;
        if arguments.format == super::Format::Text {
            for figure in &measured {
                println!("{figure}");
            }
        }
        figures.extend(measured);
    }
    if arguments.format == super::Format::Json {
        println!("{}", serde_json::to_string_pretty(&figures)?);
    }
    Ok(ExitCode::SUCCESS)
}
