//! `qinzheng report month`: the monthly reports of a month as a file, as `/reports/2015-07` shows them.

use super::Place;
use crate::county;
use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use qz_document::sheet;
use qz_domain::month::Month;
use qz_web::month_sheet;
use qz_web::words::{Locale, Words};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Which report.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write the reports of a month: the county's figures, each member's report.
    Month(OfMonth),
}

#[derive(Debug, Args)]
struct OfMonth {
    /// The month, like 2015-07.
    #[arg(value_name = "YYYY-MM")]
    month: Month,
    /// The file to write, .xlsx or .csv; nothing may stand there.
    #[arg(short, long, value_name = "FILE")]
    out: PathBuf,
    /// The language of the file.
    #[arg(long, value_name = "LANG", default_value = "zh", value_parser = ["zh", "en"])]
    lang: String,
    #[command(flatten)]
    place: Place,
}

/// Does it.
pub async fn run(Arguments { what: What::Month(of) }: Arguments) -> Result<ExitCode> {
    let OfMonth { month, out, lang, place } = of;
    let format = Format::of(&out)?;
    let words = Words::new(if lang == "en" { Locale::En } else { Locale::ZhCn });
    let config = place.config()?;
    let acts = county::open(&config).await?;
    let made = month_sheet(&acts, words, month).await;
    acts.close().await;
    let made = made?;
    let bytes = match format {
        Format::Xlsx => sheet::xlsx(&made)?,
        Format::Csv => sheet::csv(&made),
    };
    write(&out, &bytes)?;
    println!("{}: {month}, {} rows", out.display(), made.rows.len());
    Ok(ExitCode::SUCCESS)
}

/// As what it is written.
enum Format {
    Xlsx,
    Csv,
}

impl Format {
    fn of(file: &Path) -> Result<Self> {
        match file.extension().and_then(|ending| ending.to_str()) {
            Some("xlsx") => Ok(Self::Xlsx),
            Some("csv") => Ok(Self::Csv),
            _ => bail!(
                "{}: a report is written as a sheet; name a file that ends in .xlsx or .csv",
                file.display()
            ),
        }
    }
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    let made = std::fs::File::create_new(file).and_then(|mut out| out.write_all(bytes));
    made.with_context(|| format!("{} cannot be made", file.display()))
}
