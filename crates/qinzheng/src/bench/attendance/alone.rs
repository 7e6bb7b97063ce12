//! Our side, each measurement in a process of its own.

use super::Way;
use super::check::Check;
use super::columns::{Column, numbers};
use super::month::{Month, RULES, second};
use super::outcome::Outcome;
use crate::attendance::{People, gather};
use crate::bench::meter::{Meter, peak};
use anyhow::Result;
use qz_engine::attendance::{Block, Facts, Gather, Judge, Row, Scratch, Second, in_order};
use qz_mechanism::attendance::RuleBook;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::thread;

/// Runs one measurement in a process of its own.
pub fn spawn(way: Way, folder: &Path, threads: usize) -> Result<Outcome> {
    let way = match way {
        Way::Arrival => "arrival",
        Way::Sorted => "sorted",
        Way::Csv => "csv",
        Way::Memory => "memory",
    };
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["bench", "attendance", "--alone", way, "--threads", &threads.to_string()]);
    Outcome::of(command.arg("--punches").arg(folder))
}

/// Runs one measurement in this process.
pub fn run(way: Way, folder: &Path, threads: usize) -> Result<Outcome> {
    let book = RuleBook::read(RULES)?;
    let month = Month::read(folder)?;
    let judge = Judge::new(&book, &month.days);
    let judged = Judged { codes: [judge.code("0")?, judge.code("1")?], judge, month: &month };
    let (check, cpu) = match way {
        Way::Arrival => {
            let meter = Meter::start();
            let gathered = arrivals(folder, &month, threads)?;
            (judged.blocks(&gathered, threads), meter.stop())
        }
        Way::Csv => {
            let people = People::numbered(month.people());
            let meter = Meter::start();
            let path = folder.join("punches.csv");
            let gathered = gather(&path, (&people, &month.days), threads)?;
            (judged.blocks(&gathered.punches, threads), meter.stop())
        }
        Way::Sorted => {
            let punches = sorted(folder)?;
            let meter = Meter::start();
            (judged.sorted(&punches), meter.stop())
        }
        Way::Memory => {
            let punches = sorted(folder)?;
            let mut rows = vec![
                0_u8;
                month.people() as usize
                    * judged.judge.days().range().count()
                    * size_of::<Row>()
            ];
            let meter = Meter::start();
            black_box(punches.iter().fold(0, |sum: u64, punch| sum.wrapping_add(*punch)));
            black_box(&mut rows).fill(1);
            (Check::new(), meter.stop())
        }
    };
    let check = if way == Way::Memory { String::new() } else { check.line() };
    Ok(Outcome { check, cpu: cpu.seconds(), peak: peak().unwrap_or_default() })
}

/// Punches as the terminals sent them, gathered by person; each thread decodes its part of the columns.
fn arrivals(folder: &Path, month: &Month, threads: usize) -> Result<Gather> {
    let part = |part: usize| -> Result<Gather> {
        let mut gathered = Gather::new(&month.days, month.people());
        let mut people = Column::open(folder, "punch_pid.i32")?;
        let mut times = Column::open(folder, "punch_ts.i32")?;
        for piece in 0.. {
            if piece % threads != part {
                people.skip()?;
                times.skip()?;
                continue;
            }
            let (people, times) = (people.next()?, times.next()?);
            if people.is_empty() {
                break;
            }
            for (person, at) in people.iter().zip(times) {
                gathered.push(u32::from_le_bytes(*person), second(u32::from_le_bytes(*at)));
            }
        }
        Ok(gathered)
    };
    if threads <= 1 {
        return part(0);
    }
    let parts: Vec<_> = thread::scope(|scope| {
        let part = &part;
        let all: Vec<_> = (0..threads).map(|at| scope.spawn(move || part(at))).collect();
        all.into_iter().filter_map(|one| one.join().ok()).collect()
    });
    let mut all = Gather::new(&month.days, month.people());
    for part in parts {
        all.merge(part?);
    }
    Ok(all)
}

/// Punches by person and time, a person and a second in each number.
fn sorted(folder: &Path) -> Result<Vec<u64>> {
    let (people, times) = (numbers(folder, "punch_pid.i32")?, numbers(folder, "punch_ts.i32")?);
    let one = |(person, at): (&u32, &u32)| u64::from(*person) << 32 | u64::from(*at);
    let mut punches: Vec<_> = people.iter().zip(&times).map(one).collect();
    punches.sort_unstable();
    Ok(punches)
}

struct Judged<'a> {
    judge: Judge<'a>,
    month: &'a Month,
    codes: [u32; 2],
}

impl Judged<'_> {
    fn person(
        &self,
        (person, punches): (u32, &[Second]),
        scratch: &mut Scratch,
        check: &mut Check,
    ) {
        let facts = Facts {
            postings: &[self.month.posting(person, self.codes)],
            punches,
            covers: self.month.leave(person),
            doubtful: &[],
        };
        self.judge.person(person, &facts, scratch, |unit, row| check.add(unit, &row));
    }

    fn blocks(&self, gathered: &Gather, threads: usize) -> Check {
        let mut all = Check::new();
        in_order(
            (threads, gathered.blocks()),
            || (Block::default(), Scratch::default()),
            |(block, scratch), at| {
                gathered.open(at, block);
                let mut check = Check::new();
                for one in block.people() {
                    self.person(one, scratch, &mut check);
                }
                check
            },
            |check| all.merge(&check),
        );
        all
    }

    fn sorted(&self, punches: &[u64]) -> Check {
        let (mut check, mut scratch, mut own) = (Check::new(), Scratch::default(), vec![]);
        let mut rest = punches.iter().peekable();
        for person in 0..self.month.people() {
            own.clear();
            while let Some(punch) = rest.next_if(|punch| *punch >> 32 == u64::from(person)) {
                let at = u32::try_from(punch & u64::from(u32::MAX)).unwrap_or(u32::MAX);
                own.push(second(at));
            }
            self.person((person, &own), &mut scratch, &mut check);
        }
        check
    }
}
