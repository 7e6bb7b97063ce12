//! `qinzheng facts`: which facts schemes may ask about, and what one source says of a stretch of days.

mod list;

use crate::command::{Format, Place};
use crate::{county, persona};
use anyhow::{Context, Result, bail};
use clap::Args;
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::fact::{Feeding, SOURCES, Source, source};
use qz_domain::fact::{Fact, FactRow, FactTable};
use serde_json::{Map, Value};
use std::path::PathBuf;
use std::process::ExitCode;

/// Which source, of which days, and for whom.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The source, by either name; without it the sources are listed, without days the fields of this one.
    #[arg(value_name = "SOURCE")]
    source: Option<String>,
    /// The first day.
    #[arg(long, value_name = "DATE", requires_all = ["source", "to", "county"])]
    from: Option<Date>,
    /// The last day.
    #[arg(long, value_name = "DATE", requires = "source", requires = "from")]
    to: Option<Date>,
    /// Who asks: an account with a token in QINZHENG_TOKEN; in a demo's folder a persona.
    #[arg(long = "as", value_name = "ACCOUNT")]
    account: Option<String>,
    /// How it is printed.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// The configuration file of the county.
    #[arg(long, value_name = "FILE", group = "county")]
    config: Option<PathBuf>,
    /// The data folder of the county or of a demo; it holds qinzheng.toml. Lists need neither.
    #[arg(long, value_name = "DIR", group = "county")]
    data: Option<PathBuf>,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let Arguments { source: name, from, to, account, format, config, data } = arguments;
    let Some(name) = name else {
        list::sources(SOURCES, format)?;
        return Ok(ExitCode::SUCCESS);
    };
    let Some(source) = source(&name) else {
        let known: Vec<_> = SOURCES.iter().map(|one| one.names.en).collect();
        bail!("there is no source of facts called {name}; there are: {}", known.join(", "));
    };
    let Some(days) = from.zip(to) else {
        list::fields(source, format)?;
        return Ok(ExitCode::SUCCESS);
    };
    if days.1 < days.0 {
        bail!("--to {} lies before --from {}", days.1, days.0);
    }
    if let Feeding::Later(first) = source.feeding {
        bail!("no record fills {name} yet. {}", first.en);
    }
    let config = Place { config, data }.config()?;
    let acts = county::open(&config).await?;
    let reading = async {
        let identity = persona::prove(&acts, &config, account.as_deref()).await?;
        let table = acts.facts(identity.actor.account, (&name, &[days])).await;
        table.map_err(|error| refused(source, error))
    };
    let table: Result<_> = reading.await;
    acts.close().await;
    print(&table?, format)?;
    Ok(ExitCode::SUCCESS)
}

fn refused(source: &Source, error: ActError) -> anyhow::Error {
    match error {
        ActError::Forbidden(_) => {
            anyhow::anyhow!("the account may not list the records behind {}", source.names.en)
        }
        error => error.into(),
    }
}

fn print(table: &FactTable, format: Format) -> Result<()> {
    if format == Format::Json {
        let lines: Vec<_> = table.rows.iter().map(|row| line(table, row)).collect();
        println!("{}", serde_json::to_string_pretty(&lines)?);
        return Ok(());
    }
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    let columns = table.columns.iter().map(|column| column.name);
    out.write_record(["record", "person", "unit"].into_iter().chain(columns))?;
    for row in &table.rows {
        let said = |fact: &Option<Fact>| fact.as_ref().map_or(String::new(), Fact::to_string);
        let keys = [Some(&row.record), number(row), code(row)];
        let keys = keys.map(|key| key.cloned().unwrap_or_default());
        out.write_record(keys.into_iter().chain(row.facts.iter().map(said)))?;
    }
    out.flush().context("standard output")
}

fn number(row: &FactRow) -> Option<&String> {
    row.person.as_ref().map(|(_, number)| number)
}

fn code(row: &FactRow) -> Option<&String> {
    row.unit.as_ref().map(|(_, code)| code)
}

fn line(table: &FactTable, row: &FactRow) -> Map<String, Value> {
    let text = |text: Option<&String>| text.cloned().map_or(Value::Null, Value::from);
    let keys =
        [("record", Some(&row.record)), ("person", number(row)), ("unit", code(row))].into_iter();
    let keys = keys.map(|(name, key)| (name.to_owned(), text(key)));
    let facts = table.columns.iter().zip(&row.facts);
    let facts = facts
        .map(|(column, fact)| (column.name.to_owned(), fact.as_ref().map_or(Value::Null, value)));
    keys.chain(facts).collect()
}

fn value(fact: &Fact) -> Value {
    match fact {
        Fact::Truth(truth) => Value::from(*truth),
        Fact::Whole(whole) => Value::from(*whole),
        fact => Value::from(fact.to_string()),
    }
}
