//! `qinzheng facts`: which facts schemes may ask about, and what one source says of a stretch of days.

use crate::command::{Format, Place};
use crate::{county, persona};
use anyhow::{Context, Result, bail};
use clap::Args;
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::fact::{Field, SOURCES, Source, source};
use qz_domain::fact::{Fact, FactRow, FactTable};
use serde_json::{Map, Value, json};
use std::process::ExitCode;

/// Which source, of which days, and for whom.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The source, by either name; without it the sources and their fields are listed.
    #[arg(value_name = "SOURCE", requires = "from", requires = "to")]
    source: Option<String>,
    /// The first day.
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    to: Option<Date>,
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
    let Arguments { source: name, from, to, account, format, place } = arguments;
    let (Some(name), Some(from), Some(to)) = (name, from, to) else {
        list(format)?;
        return Ok(ExitCode::SUCCESS);
    };
    if source(&name).is_none() {
        let known: Vec<_> = SOURCES.iter().map(|one| one.names.0).collect();
        bail!("there is no source of facts called {name}; there are: {}", known.join(", "));
    }
    if to < from {
        bail!("--to {to} lies before --from {from}");
    }
    let config = place.config()?;
    let acts = county::open(&config).await?;
    let reading = async {
        let identity = persona::prove(&acts, &config, account.as_deref()).await?;
        acts.facts(identity.actor.account, (&name, (from, to))).await.map_err(refused)
    };
    let table: Result<_> = reading.await;
    acts.close().await;
    print(&table?, format)?;
    Ok(ExitCode::SUCCESS)
}

fn refused(error: ActError) -> anyhow::Error {
    match error {
        ActError::Forbidden(_) => {
            anyhow::anyhow!("the account may not read the attendance of the whole county")
        }
        error => error.into(),
    }
}

fn list(format: Format) -> Result<()> {
    if format == Format::Json {
        let fields =
            SOURCES.iter().flat_map(|one| one.fields.iter().map(move |field| (one, field)));
        let lines: Vec<Value> = fields.map(|(one, field)| described(one, field)).collect();
        println!("{}", serde_json::to_string_pretty(&lines)?);
        return Ok(());
    }
    for one in SOURCES {
        println!("{} {}: a row a {}", one.names.0, one.names.1, one.grain);
        for field in one.fields {
            let (english, chinese) = field.names;
            println!("  {english} {chinese}, {}: {}", field.measure, field.means);
        }
    }
    Ok(())
}

fn described(one: &Source, field: &Field) -> Value {
    json!({
        "source": one.names.0,
        "field": field.names.0,
        "zh": field.names.1,
        "grain": one.grain.to_string(),
        "measure": field.measure.to_string(),
        "means": field.means,
    })
}

fn print(table: &FactTable, format: Format) -> Result<()> {
    if format == Format::Json {
        let lines: Vec<_> = table.rows.iter().map(|row| line(table, row)).collect();
        println!("{}", serde_json::to_string_pretty(&lines)?);
        return Ok(());
    }
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    out.write_record(std::iter::once("person").chain(table.columns.iter().copied()))?;
    for row in &table.rows {
        let said = |fact: &Option<Fact>| fact.map_or(String::new(), |fact| value(fact).to_string());
        out.write_record(std::iter::once(row.number.clone()).chain(row.facts.iter().map(said)))?;
    }
    out.flush().context("standard output")
}

fn line(table: &FactTable, row: &FactRow) -> Map<String, Value> {
    let mut line = Map::from_iter([("person".to_owned(), Value::from(&*row.number))]);
    for (column, fact) in table.columns.iter().zip(&row.facts) {
        line.insert((*column).to_owned(), fact.map_or(Value::Null, value));
    }
    line
}

fn value(fact: Fact) -> Value {
    match fact {
        Fact::Count(count) => Value::from(count),
    }
}
