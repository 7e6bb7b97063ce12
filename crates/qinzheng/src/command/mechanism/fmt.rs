//! `qinzheng mechanism fmt`: a file laid out, in either language.

use super::{read, shown};
use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use qz_mechanism::language::Language;
use qz_mechanism::spell::format;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tempfile::NamedTempFile;

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

/// A language as it is written on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Chinese,
            Lang::En => Self::English,
        }
    }
}

/// Does it.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let text = read(&arguments.file)?;
    let language = arguments.lang.map(Language::from);
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
fn write(file: &Path, text: &str) -> Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let put = || -> std::io::Result<()> {
        let mut fresh = NamedTempFile::new_in(folder.unwrap_or_else(|| Path::new(".")))?;
        fresh.write_all(text.as_bytes())?;
        fresh.as_file().set_permissions(std::fs::metadata(file)?.permissions())?;
        fresh.as_file().sync_all()?;
        fresh.persist(file)?;
        Ok(())
    };
    put().with_context(|| format!("{} cannot be written", file.display()))
}
