//! `qinzheng mechanism check`: what is wrong in files, where, and what to write instead, in the language of the file.

use super::{read, shown};
use anyhow::Result;
use clap::Args;
use qz_mechanism::check::{check, is_sound};
use qz_mechanism::language::Language;
use qz_mechanism::{Diagnostic, Mechanism, Severity};
use std::path::PathBuf;
use std::process::ExitCode;

/// Which files.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files of schemes.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Does it.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let mut all_sound = true;
    for file in &arguments.files {
        let name = file.display().to_string();
        let text = read(file)?;
        let reading = check(&text);
        let language = reading.mechanism.as_ref().map_or(Language::Chinese, Mechanism::language);
        for remark in &reading.remarks {
            eprint!("{}", shown::shown((&name, &text), remark, language));
        }
        let sound = is_sound(&reading.remarks);
        if let Some(mechanism) = reading.mechanism.filter(|_| sound) {
            println!("{name}: {}", told(&mechanism, &reading.remarks));
        }
        all_sound &= sound;
    }
    Ok(if all_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// That a file is sound, how its name reads, and what was remarked.
fn told(mechanism: &Mechanism, remarks: &[Diagnostic]) -> String {
    let count = |severity| remarks.iter().filter(|one| one.severity == severity).count();
    let (warnings, notes) = (count(Severity::Warning), count(Severity::Note));
    let (title, reading) = (mechanism.title(), mechanism.reading());
    let reads = if reading.is_empty() { String::new() } else { format!(" = {reading}") };
    match mechanism.language() {
        Language::Chinese => format!("可以生效：{title}{reads}（警告{warnings}，提示{notes}）"),
        Language::English => format!("sound: {title}{reads} (warnings {warnings}, notes {notes})"),
    }
}
