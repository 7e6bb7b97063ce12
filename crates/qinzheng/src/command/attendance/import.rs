//! `qinzheng attendance import`: a file of punches into the store, by somebody who may.

use crate::command::{Format, Place};
use crate::{county, persona};
use anyhow::{Context, Result, bail};
use clap::Args;
use qz_acts::punch::{PunchReport, Refused, read};
use qz_acts::{ActError, BatchMode};
use qz_domain::punch::Reason;
use qz_domain::spelled::Spelled;
use qz_web::words::{Locale, Words};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Which file, and by whom.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file: a terminal's own text, a table of person and time, DingTalk's daily sheet or WeCom's check-ins; text
    /// (UTF-8, UTF-16, GB18030) or XLSX.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The number on the box, for a file that a terminal wrote.
    #[arg(long, value_name = "SERIAL", default_value = "", hide_default_value = true)]
    terminal: String,
    /// Only find out what it would do; nothing is kept.
    #[arg(long)]
    dry_run: bool,
    /// Who does it: an account with a token in QINZHENG_TOKEN; in a demo's folder a persona.
    #[arg(long = "as", value_name = "ACCOUNT")]
    account: Option<String>,
    /// How the outcome is printed.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    place: Place,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let Arguments { file: path, terminal, dry_run, account, format, place } = arguments;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = std::fs::read(&path);
    let bytes = bytes.with_context(|| format!("{} cannot be read", path.display()))?;
    let file = read(&name, &bytes).with_context(|| path.display().to_string())?;
    let config = place.config()?;
    let acts = county::open(&config).await?;
    let mode = if dry_run { BatchMode::Rehearse } else { BatchMode::AllOrNothing };
    let importing = async {
        let identity = persona::prove(&acts, &config, account.as_deref()).await?;
        acts.import_punches(identity.actor.account, (file, &terminal), mode).await.or_else(refused)
    };
    let report: Result<_> = importing.await;
    acts.close().await;
    say(&path, &report?, format)
}

/// Why nothing was imported, in words.
fn refused(error: ActError) -> Result<PunchReport> {
    let words = Words::new(Locale::En);
    match error {
        ActError::Forbidden(_) => bail!("the account has no power to import punches"),
        ActError::Invalid(faults) => {
            let told = |fault: &qz_domain::field::FieldError| {
                format!("--{}: {}", fault.name(), words.tell(&fault.fault))
            };
            bail!("{}", faults.iter().map(told).collect::<Vec<_>>().join("\n"))
        }
        error => Err(error.into()),
    }
}

fn say(file: &Path, report: &PunchReport, format: Format) -> Result<ExitCode> {
    if format == Format::Json {
        println!("{}", serde_json::to_string_pretty(report)?);
        return Ok(ExitCode::SUCCESS);
    }
    let PunchReport { accepted, repeated, refused, left_out, .. } = report;
    println!("accepted {accepted}, repeated {repeated}, refused {}", refused.len());
    for one in refused {
        eprintln!("{}:{}: {}", file.display(), one.row, in_words(one));
    }
    if !left_out.is_empty() {
        eprintln!("Not kept: {}", left_out.join(", "));
    }
    Ok(ExitCode::SUCCESS)
}

fn in_words(one: &Refused) -> String {
    let words = Words::new(Locale::En);
    let Refused { column, reason, text, .. } = one;
    let reason = Reason::from_code(reason).map_or(reason.clone(), |reason| words.term(reason));
    let column = if column.is_empty() { String::new() } else { format!("column {column}: ") };
    format!("{column}{reason} ({text})")
}
