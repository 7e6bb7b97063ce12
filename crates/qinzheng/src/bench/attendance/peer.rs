//! DuckDB's side.

use super::outcome::Outcome;
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// The script, which is not installed with the program.
const SCRIPT: &str = include_str!("../../../../../benches/duckdb_attendance.py");

/// The month judged by DuckDB from its Parquet files or from the same CSV.
pub fn run(
    (python, job): (&Path, &Path),
    folder: &Path,
    source: &str,
    threads: usize,
) -> Result<Outcome> {
    let mut command = Command::new(python);
    command.arg("-c").arg(SCRIPT).arg(job).arg(folder).arg(source).arg(threads.to_string());
    Outcome::of(&mut command)
}
