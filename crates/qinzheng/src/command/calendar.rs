//! `qinzheng calendar`: working days, and on which day a term ends.

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use jiff::civil::Date;
use qz_domain::calendar::Calendar;
use qz_domain::term::{Due, Length, due};
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

/// The way on where a year is missing.
const WAY_ON: &str =
    "once the notice is out, name it with --notice FILE, in the form of law/holidays/2026.toml";

/// What to ask of the calendar.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    question: Question,
    /// A holiday notice to know besides the shipped ones; may be given again.
    #[arg(long, value_name = "FILE", global = true)]
    notice: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// Print the last day of a term.
    Due {
        /// The day the term is counted from; it is not counted itself.
        #[arg(long, value_name = "DATE")]
        from: Date,
        /// How long: days, working days, months or years.
        #[arg(long, value_name = "30d|15wd|1mo|1y")]
        add: Length,
    },
    /// Print what a day is, as JSON.
    Day {
        /// Which day.
        #[arg(value_name = "DATE")]
        date: Date,
    },
}

/// A day as it is printed.
#[derive(Debug, Serialize)]
struct Printed {
    date: Date,
    workday: bool,
    statutory: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

/// Does it.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let calendar = read(&arguments.notice)?;
    match arguments.question {
        Question::Due { from, add } => print_due(&calendar, from, add)?,
        Question::Day { date } => print_day(&calendar, date)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The shipped calendar with the notices of these files.
fn read(files: &[PathBuf]) -> Result<Calendar> {
    files.iter().try_fold(Calendar::shipped()?, |calendar, file| {
        let name = file.display();
        let text =
            std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
        calendar.with_notice(&text).with_context(|| name.to_string())
    })
}

fn print_due(calendar: &Calendar, from: Date, add: Length) -> Result<()> {
    match due(calendar, from, add) {
        Due::Fixed(day) => println!("{day}"),
        Due::AwaitingCalendar { year, not_before } => anyhow::bail!(
            "the calendar has no holiday notice of {year}, so the end of {add} from {from} cannot \
             be told ({not_before} at the earliest); {WAY_ON}"
        ),
    }
    Ok(())
}

fn print_day(calendar: &Calendar, date: Date) -> Result<()> {
    let day = calendar.day(date).map_err(|unknown| anyhow::anyhow!("{unknown}; {WAY_ON}"))?;
    let printed = Printed { date, workday: day.workday, statutory: day.statutory, name: day.name };
    println!("{}", serde_json::to_string(&printed)?);
    Ok(())
}
