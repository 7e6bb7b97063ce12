//! A month of punches judged beside DuckDB. Each side runs in a process of its own, so that its CPU time and its peak
//! memory are its own, and both print one CHECK line: without the same line a time means nothing.
//!
//! The month is that of a synthetic nation: columns of punches in the order they arrived. Its job counts in whole
//! minutes, has four points a day and no grace; it is written as two rules, and the CHECK is a projection of the rows
//! that the judge serves.

mod alone;
mod check;
mod columns;
mod month;
mod outcome;
mod peer;

use super::Figure;
use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use outcome::Outcome;
use std::path::PathBuf;

/// Where the month is, and the peer.
#[derive(Debug, Clone, Default, Args)]
pub struct Options {
    /// attendance: the folder with the month's columns (and its Parquet files for the peer).
    #[arg(long, value_name = "DIR")]
    punches: Option<PathBuf>,
    /// attendance: the folder with the peer's job.sql and check.sql; without it ours is measured alone.
    #[arg(long, value_name = "DIR")]
    job: Option<PathBuf>,
    /// attendance: a Python that has duckdb.
    #[arg(long, value_name = "FILE", default_value = "python3")]
    python: PathBuf,
    /// attendance: one measurement in this process.
    #[arg(long, hide = true)]
    alone: Option<Way>,
    /// attendance: threads of that one measurement.
    #[arg(long, hide = true, default_value_t = 1)]
    threads: usize,
}

/// From what the month is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// The raw columns, in the order of arrival, decoding counted.
    Arrival,
    /// Punches sorted by person and time, in memory.
    Sorted,
    /// The file of comma-separated values that `attendance judge` reads.
    Csv,
    /// Nothing: the memory is read and rows are written, as fast as it goes.
    Memory,
}

/// Measures in `rounds` rounds.
pub(super) fn measure(rounds: usize, options: &Options) -> Result<Vec<Figure>> {
    let Some(folder) = &options.punches else {
        if options.alone.is_some() {
            bail!("--alone needs --punches");
        }
        eprintln!(
            "qinzheng: attendance is measured with --punches DIR, a folder of a month's columns"
        );
        return Ok(vec![]);
    };
    if let Some(way) = options.alone {
        println!("{}", alone::run(way, folder, options.threads)?);
        return Ok(vec![]);
    }
    month::write_csv(folder)?;
    let mut seen = Seen::default();
    for _ in 0..rounds {
        seen.round(options, folder)?;
    }
    Ok(seen.figures())
}

/// What the rounds came to.
#[derive(Default)]
struct Seen {
    arrival: Vec<Outcome>,
    arrival_two: Vec<Outcome>,
    sorted: Vec<Outcome>,
    csv: Vec<Outcome>,
    memory: Vec<Outcome>,
    peer: Vec<Outcome>,
    peer_two: Vec<Outcome>,
    peer_csv: Vec<Outcome>,
}

impl Seen {
    fn round(&mut self, options: &Options, folder: &std::path::Path) -> Result<()> {
        let ours = |way, threads| alone::spawn(way, folder, threads);
        self.arrival.push(ours(Way::Arrival, 1)?);
        self.arrival_two.push(ours(Way::Arrival, 2)?);
        self.sorted.push(ours(Way::Sorted, 1)?);
        self.csv.push(ours(Way::Csv, 1)?);
        self.memory.push(ours(Way::Memory, 1)?);
        if let Some(job) = &options.job {
            let peer = |source, threads| peer::run((&options.python, job), folder, source, threads);
            self.peer.push(peer("parquet", 1)?);
            self.peer_two.push(peer("parquet", 2)?);
            self.peer_csv.push(peer("csv", 1)?);
        }
        let checked = [
            &self.arrival_two,
            &self.sorted,
            &self.csv,
            &self.peer,
            &self.peer_two,
            &self.peer_csv,
        ];
        let expected = self.arrival.last().map(|one| &one.check);
        for one in checked.into_iter().filter_map(|all| all.last()) {
            if Some(&one.check) != expected {
                bail!("the results differ:\n{}\n{}", expected.map_or("", |check| check), one.check);
            }
        }
        Ok(())
    }

    fn figures(&self) -> Vec<Figure> {
        let cpu = |all: &[Outcome]| all.iter().map(|one| one.cpu).collect::<Vec<_>>();
        let peak = |all: &[Outcome]| all.iter().map(|one| one.peak).collect::<Vec<_>>();
        let seconds = |name, all: &[Outcome]| Figure::median(name, cpu(all), "CPU s");
        let mut figures = vec![
            seconds("attendance_arrival", &self.arrival),
            seconds("attendance_sorted", &self.sorted),
            seconds("attendance_csv", &self.csv),
            Figure::median("attendance_peak", peak(&self.arrival), "MB"),
            Figure::ratio("attendance_sorted_to_memory", &cpu(&self.sorted), &cpu(&self.memory)),
            Figure::ratio("attendance_two_threads", &cpu(&self.arrival_two), &cpu(&self.arrival)),
        ];
        if !self.peer.is_empty() {
            figures.extend([
                seconds("duckdb_parquet", &self.peer),
                seconds("duckdb_csv", &self.peer_csv),
                Figure::ratio("duckdb_to_arrival", &cpu(&self.peer), &cpu(&self.arrival)),
                Figure::ratio(
                    "duckdb_to_arrival_two_threads",
                    &cpu(&self.peer_two),
                    &cpu(&self.arrival_two),
                ),
                Figure::ratio("duckdb_to_csv", &cpu(&self.peer_csv), &cpu(&self.csv)),
                Figure::ratio("peak_to_duckdb", &peak(&self.arrival), &peak(&self.peer)),
                Figure::ratio("peak_to_duckdb_csv", &peak(&self.csv), &peak(&self.peer_csv)),
            ]);
        }
        figures
    }
}
