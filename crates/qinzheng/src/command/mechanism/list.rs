//! `qinzheng mechanism list`: the schemes that ship, or those of files, with how their names read.

use super::read;
use crate::command::Format;
use anyhow::{Result, bail};
use clap::Args;
use qz_mechanism::Mechanism;
use qz_mechanism::check::check;
use qz_mechanism::shipped::readings;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Which, and how.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files of schemes; without any, the schemes that ship.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How it is printed.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Does it.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let mechanisms = match arguments.files.as_slice() {
        [] => readings().filter_map(|(_, reading)| reading.mechanism).collect(),
        files => files.iter().map(|file| from_file(file)).collect::<Result<Vec<_>>>()?,
    };
    if arguments.format == Format::Json {
        let lines: Vec<Value> = mechanisms.iter().map(described).collect();
        println!("{}", serde_json::to_string_pretty(&lines)?);
        return Ok(ExitCode::SUCCESS);
    }
    for mechanism in &mechanisms {
        let reading = match mechanism.reading() {
            reading if reading.is_empty() => String::new(),
            reading => format!(" = {reading}"),
        };
        println!("{}: {}{reading}; {}", mechanism.code(), mechanism.title(), mechanism.unit());
    }
    Ok(ExitCode::SUCCESS)
}

fn from_file(file: &Path) -> Result<Mechanism> {
    match check(&read(file)?).mechanism {
        Some(mechanism) => Ok(mechanism),
        None => bail!("{} is no scheme; `qinzheng mechanism check` says why", file.display()),
    }
}

fn described(mechanism: &Mechanism) -> Value {
    let counts = mechanism.counts();
    let elements: Map<String, Value> =
        counts.into_iter().map(|(kind, count)| (kind.names().1.to_owned(), count.into())).collect();
    json!({
        "code": mechanism.code(),
        "title": mechanism.title(),
        "unit": mechanism.unit(),
        "reading": mechanism.reading(),
        "elements": elements,
    })
}
