//! `qinzheng mechanism fmt`: a file laid out, in either language.

use super::{read, shown};
use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use qz_mechanism::language::Language;
use qz_mechanism::spell::format;
use std::path::PathBuf;
use std::process::ExitCode;

/// Which file, and how.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A file of a scheme.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The language of its words; titles and free text stay.
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// Write it into the file instead of printing it.
    #[arg(long)]
    write: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// Does it.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let text = read(&arguments.file)?;
    let language = arguments.lang.map(|lang| match lang {
        Lang::Zh => Language::Chinese,
        Lang::En => Language::English,
    });
    let name = arguments.file.display().to_string();
    match format(&text, language) {
        Ok(laid) if arguments.write => write(&arguments.file, &laid)?,
        Ok(laid) => print!("{laid}"),
        Err(remarks) => {
            for remark in &remarks {
                eprint!("{}", shown::shown((&name, &text), remark, Language::Chinese));
            }
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Puts the new text in the place of the old one at once: a power cut leaves one of the two.
fn write(file: &std::path::Path, text: &str) -> Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let name = file.file_name().context("the file has no name")?.to_string_lossy().into_owned();
    let fresh = folder.unwrap_or_else(|| std::path::Path::new(".")).join(format!(".{name}.new"));
    std::fs::write(&fresh, text)
        .with_context(|| format!("{} cannot be written", fresh.display()))?;
    std::fs::rename(&fresh, file).with_context(|| format!("{} cannot be written", file.display()))
}
