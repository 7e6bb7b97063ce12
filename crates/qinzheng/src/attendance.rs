//! Attendance from files: rules, people, punches and approved facts in, a row for each person and day out. Rows are
//! written as they are judged, so that a nation's month needs no more room than its punches.

mod coverage;
mod instant;
mod note;
mod numbers;
mod people;
mod punches;
mod rows;
mod sheet;
mod summary;

pub use note::Note;
pub use people::People;
pub use punches::gather;

use anyhow::{Context, Result, anyhow};
use coverage::Coverage;
use jiff::civil::Date;
use punches::Gathered;
use qz_domain::attendance::Code;
use qz_domain::calendar::Calendar;
use qz_engine::attendance::{Block, Days, Facts, Judge, Scratch, Summary, in_order};
use qz_mechanism::attendance::RuleBook;
use rows::{Sheet, Writer};
use std::fs;
use std::io::Write;
use std::path::PathBuf;

/// The four files.
#[derive(Debug)]
pub struct Files {
    /// Rules.
    pub rules: PathBuf,
    /// Postings.
    pub people: PathBuf,
    /// Punches.
    pub punches: PathBuf,
    /// Approved facts.
    pub coverage: PathBuf,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Figures of units instead of days.
    pub is_summary: bool,
    /// How it is written.
    pub form: Form,
    /// Threads to judge on.
    pub threads: usize,
}

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated, with a header.
    Csv,
    /// One JSON array; days have their sessions.
    Json,
}

/// Judges what the files hold and writes it; what was left out is noted.
///
/// # Errors
/// Where a file cannot be read or a line of it is wrong: file, line, and what to do.
pub fn judge(files: &Files, wanted: Wanted, out: &mut impl Write) -> Result<Vec<Note>> {
    let name = |path: &PathBuf| path.display().to_string();
    let text = fs::read_to_string(&files.rules).with_context(|| name(&files.rules))?;
    let book = RuleBook::read(&text).map_err(|fault| anyhow!("{}:{fault}", name(&files.rules)))?;
    let days = Days::new(&Calendar::shipped()?, wanted.from, wanted.to);
    let judge = Judge::new(&book, &days);
    let people = People::read(&files.people, &judge)?;
    let (coverage, facts) = Coverage::read(&files.coverage, &people)?;
    let gathered = gather(&files.punches, (&people, &days), wanted.threads)?;
    let punches = gathered.unknown;
    let writer = Writer::new(&judge, (&people, &coverage), wanted);
    let mut sheet = writer.begin(out)?;
    let total = Judging {
        judge: &judge,
        people: &people,
        coverage: &coverage,
        gathered,
        writer: &writer,
        wanted,
    }
    .run(&mut sheet)?;
    writer.end(sheet, &total.summary)?;
    let mut notes = vec![
        Note::Coverage(facts),
        Note::Punches(punches),
        Note::UnknownDays(total.unknown),
        Note::BeforeRules(people.days(&days) - total.rows),
    ];
    notes.retain(|note| note.count() > 0);
    Ok(notes)
}

/// All that is read.
struct Judging<'a> {
    judge: &'a Judge<'a>,
    people: &'a People,
    coverage: &'a Coverage,
    gathered: Gathered,
    writer: &'a Writer<'a>,
    wanted: Wanted,
}

impl Judging<'_> {
    /// Judges block by block and writes each as soon as those before it are written.
    fn run(&self, sheet: &mut Sheet<'_, impl Write>) -> Result<Done> {
        let mut total = Done::default();
        let mut written = Ok(());
        in_order(
            (self.wanted.threads, self.gathered.punches.blocks()),
            || (Block::default(), Scratch::default()),
            |room, at| self.block(room, at),
            |done| {
                total.add(&done);
                if written.is_ok() {
                    written = sheet.add(&done.text);
                }
            },
        );
        written.map(|()| total)
    }

    fn block(&self, (block, scratch): &mut (Block, Scratch), at: usize) -> Done {
        self.gathered.punches.open(at, block);
        let mut done = Done::default();
        for (person, punches) in block.people() {
            let facts = Facts {
                postings: self.people.postings(person),
                punches,
                covers: self.coverage.of(person),
                doubtful: &[],
            };
            self.judge.person(person, &facts, scratch, |unit, row| {
                done.rows += 1;
                done.unknown += u64::from(row.codes.has(Code::CalendarUnknown));
                if self.wanted.is_summary {
                    done.summary.add(unit, &row);
                } else {
                    self.writer.row(&mut done.text, &row, &facts);
                }
            });
        }
        done
    }
}

/// What a block came to, or all of them.
#[derive(Default)]
struct Done {
    text: Vec<u8>,
    summary: Summary,
    rows: u64,
    unknown: u64,
}

impl Done {
    fn add(&mut self, done: &Self) {
        self.summary.merge(&done.summary);
        self.rows += done.rows;
        self.unknown += done.unknown;
    }
}
