//! `qinzheng attendance judge`: one row for each person and day, or the figures of each unit.

use crate::attendance::{Files, Form, Wanted, judge};
use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use qz_engine::attendance::threads;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What to judge.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The rules, a KDL file.
    #[arg(long)]
    rules: PathBuf,
    /// Who is posted where under which rule: person,unit,rule,from,to.
    #[arg(long)]
    people: PathBuf,
    /// Punches: person,time,device.
    #[arg(long)]
    punches: PathBuf,
    /// Approved facts: person,kind,from,to.
    #[arg(long)]
    coverage: PathBuf,
    /// The first day.
    #[arg(long)]
    from: Date,
    /// The last day.
    #[arg(long)]
    to: Date,
    /// Figures of units instead of days.
    #[arg(long)]
    summary: bool,
    /// How the rows are written.
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// Threads; every core unless said.
    #[arg(long)]
    threads: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Csv,
    Json,
}

/// Does it.
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let Arguments { rules, people, punches, coverage, from, to, .. } = arguments;
    if from > to {
        bail!("--from {from} lies after --to {to}");
    }
    let wanted = Wanted {
        from,
        to,
        is_summary: arguments.summary,
        form: if arguments.format == Format::Json { Form::Json } else { Form::Csv },
        threads: arguments.threads.unwrap_or_else(threads).max(1),
    };
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    let notes = judge(&Files { rules, people, punches, coverage }, wanted, &mut out)?;
    out.flush()?;
    for note in notes {
        eprintln!("qinzheng: {note}");
    }
    Ok(ExitCode::SUCCESS)
}
