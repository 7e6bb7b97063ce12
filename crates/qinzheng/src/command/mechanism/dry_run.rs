//! `qinzheng mechanism dry-run`: which prompts a scheme would have given over past days, on whom, and what it would have
//! asked and shown. Nothing is written.

use super::{read, shown};
use crate::command::{Format, Place};
use crate::{county, persona};
use anyhow::{Result, bail};
use clap::Args;
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::mechanism::{DryRun, Found, RuleRun};
use qz_mechanism::Mechanism;
use qz_mechanism::check::{check, is_sound};
use qz_mechanism::language::Language;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

/// Which scheme, over which days, and for whom.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A file of a scheme.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The first day.
    #[arg(long, value_name = "DATE")]
    from: Date,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    to: Date,
    /// Who asks: an account with a token in QINZHENG_TOKEN; in a demo's folder a persona.
    #[arg(long = "as", value_name = "ACCOUNT")]
    account: Option<String>,
    /// How it is printed.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    place: Place,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let Arguments { file, from, to, account, format, place } = arguments;
    if to < from {
        bail!("--to {to} lies before --from {from}");
    }
    let (name, text) = (file.display().to_string(), read(&file)?);
    let reading = check(&text);
    let Some(mechanism) = reading.mechanism.filter(|_| is_sound(&reading.remarks)) else {
        for remark in reading.remarks.iter().filter(|remark| remark.is_error()) {
            eprint!("{}", shown::shown((&name, &text), remark, Language::Chinese));
        }
        return Ok(ExitCode::FAILURE);
    };
    let config = place.config()?;
    let acts = county::open(&config).await?;
    let running = async {
        let identity = persona::prove(&acts, &config, account.as_deref()).await?;
        let about = (&mechanism, (from, to));
        acts.dry_run(identity.actor.account, about, mechanism.language()).await.map_err(refused)
    };
    let run: Result<_> = running.await;
    acts.close().await;
    print((&mechanism, (from, to)), &run?, format)?;
    Ok(ExitCode::SUCCESS)
}

fn refused(error: ActError) -> anyhow::Error {
    match error {
        ActError::Forbidden(action) => anyhow::anyhow!(
            "the account may not list what the scheme reads ({action:?}); use one that may, such as --as hr or --as clerk"
        ),
        error => error.into(),
    }
}

fn print(
    (mechanism, stretch): (&Mechanism, (Date, Date)),
    run: &DryRun,
    format: Format,
) -> Result<()> {
    if format == Format::Json {
        println!("{}", serde_json::to_string_pretty(&document((mechanism, stretch), run))?);
        return Ok(());
    }
    let language = mechanism.language();
    println!("{} {} – {}", mechanism.title(), stretch.0, stretch.1);
    println!("{}{}", language.of(("事实截至：", "facts as known on ")), run.known_on);
    for rule in &run.rules {
        println!("{}", told(rule, language));
        for found in &rule.prompts {
            println!("  {} – {} {}: {}", found.cycle.0, found.cycle.1, found.subject, found.trace);
        }
    }
    for opened in &run.opened {
        let times = opened.times.map_or_else(
            || language.of(("逢事", "on events")).to_owned(),
            |times| format!("×{times}"),
        );
        println!("{} {} {times}", language.of(opened.kind.names()), opened.element);
    }
    Ok(())
}

fn told(rule: &RuleRun, language: Language) -> String {
    if let Some(waits) = rule.waits {
        return format!("{}: {}", rule.element, waits.within(language));
    }
    let (prompts, asked, excepted, unknown) =
        (rule.prompts.len(), rule.asked, rule.excepted, rule.unknown);
    match language {
        Language::Chinese => {
            format!("{}：{asked}次核查，疑点{prompts}，排除{excepted}，不明{unknown}", rule.element)
        }
        Language::English => {
            format!(
                "{}: asked {asked}, prompts {prompts}, excepted {excepted}, unknown {unknown}",
                rule.element
            )
        }
    }
}

fn document((mechanism, (from, to)): (&Mechanism, (Date, Date)), run: &DryRun) -> Value {
    let language = mechanism.language();
    let rules: Vec<Value> = run.rules.iter().map(|rule| ruled(rule, language)).collect();
    let opened = run.opened.iter().map(
        |one| json!({ "kind": one.kind.names().1, "element": one.element, "shows": one.shows, "times": one.times }),
    );
    json!({
        "code": mechanism.code(),
        "title": mechanism.title(),
        "from": from,
        "to": to,
        "known_on": run.known_on,
        "rules": rules,
        "opens": opened.collect::<Vec<_>>(),
    })
}

fn ruled(rule: &RuleRun, language: Language) -> Value {
    let prompt = |found: &Found| {
        json!({
            "from": found.cycle.0,
            "to": found.cycle.1,
            "subject": found.subject,
            "trace": found.trace,
            "records": found.records,
        })
    };
    json!({
        "element": rule.element,
        "cycles": rule.cycles.len(),
        "waits_for": rule.waits.map(|waits| waits.within(language)),
        "asked": rule.asked,
        "unknown": rule.unknown,
        "excepted": rule.excepted,
        "prompts": rule.prompts.iter().map(prompt).collect::<Vec<_>>(),
    })
}
