//! `qinzheng import`: a file of rows, each through the act a person uses; all of them or none.

use super::{Format, Place};
use crate::{county, importing, persona};
use anyhow::{Context, Result};
use clap::Args;
use qz_acts::BatchMode;
use qz_acts::import::{ImportKind, read};
use qz_domain::spelled::Spelled;
use std::path::PathBuf;
use std::process::ExitCode;

/// Which file, and by whom.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What the file holds: units, posts, people, appointments, deputies, away, kin, training or
    /// visits.
    #[arg(value_name = "KIND", value_parser = kind)]
    kind: ImportKind,
    /// The file: CSV (UTF-8, UTF-16, GB18030) or XLSX. With --template, where to write one.
    #[arg(value_name = "FILE", required_unless_present = "template")]
    file: Option<PathBuf>,
    /// Only find out what would be refused; nothing is kept.
    #[arg(long)]
    dry_run: bool,
    /// Who does it: an account with a token in QINZHENG_TOKEN; in a demo's folder a persona.
    #[arg(long = "as", value_name = "ACCOUNT")]
    account: Option<String>,
    /// Write an empty file of that kind: header, an example, what each column means.
    #[arg(long, conflicts_with_all = ["dry_run", "account", "config", "data"])]
    template: bool,
    /// The language of the template's header.
    #[arg(long, value_name = "LANG", default_value = "zh", value_parser = ["zh", "en"])]
    lang: String,
    /// How the outcome is printed.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// The configuration file of the county.
    #[arg(long, value_name = "FILE", conflicts_with = "data")]
    #[arg(required_unless_present_any = ["data", "template"])]
    config: Option<PathBuf>,
    /// The data folder of the county or of a demo; it holds qinzheng.toml.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

fn kind(text: &str) -> Result<ImportKind, String> {
    let codes: Vec<_> = ImportKind::ALL.iter().map(|kind| kind.code()).collect();
    ImportKind::from_code(text).ok_or_else(|| format!("it is one of {}", codes.join(", ")))
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let Arguments { kind, file, dry_run, account, format, .. } = arguments;
    let Some(path) = file.clone().filter(|_| !arguments.template) else {
        importing::write_template(kind, arguments.lang == "zh", file.as_deref())?;
        return Ok(ExitCode::SUCCESS);
    };
    let place = Place { config: arguments.config, data: arguments.data };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes =
        std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let table = read(kind, &name, &bytes).with_context(|| path.display().to_string())?;
    let config = place.config()?;
    let acts = county::open(&config).await?;
    let mode = if dry_run { BatchMode::Rehearse } else { BatchMode::AllOrNothing };
    let importing = async {
        let identity = persona::prove(&acts, &config, account.as_deref()).await?;
        Ok(acts.import(identity.actor.account, &table, mode, Box::new(|_, _| true)).await?)
    };
    let report: Result<_> = importing.await;
    acts.close().await;
    importing::say(&path, kind, &report?, dry_run, format)
}
