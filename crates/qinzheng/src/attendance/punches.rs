//! Punches from a file of any size and order, read in pieces on several threads.

use super::instant::Instants;
use super::numbers::Key;
use super::people::People;
use anyhow::{Context, Result, anyhow, bail};
use memchr::{memchr, memchr_iter};
use qz_engine::attendance::{Days, Gather, Second};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Mutex;
use std::thread;

/// Bytes that are read at once.
const PIECE: usize = 1 << 20;
/// Names that are looked up together.
const WAITING: usize = 64;
/// The longest line.
const LINE_MOST: usize = 64 * 1024;

/// The punches by person, and how many were of people who are posted nowhere.
pub struct Gathered {
    /// By person.
    pub punches: Gather,
    /// Of nobody who is known.
    pub unknown: u64,
    /// Punches whose people are still to be looked up.
    waiting: Vec<(Key, Second)>,
}

/// Reads a file of punches.
pub fn gather(path: &Path, (people, days): (&People, &Days), threads: usize) -> Result<Gathered> {
    let name = path.display().to_string();
    let mut file = BufReader::with_capacity(PIECE, File::open(path).with_context(|| name.clone())?);
    let mut header = vec![];
    file.read_until(b'\n', &mut header).with_context(|| name.clone())?;
    let columns = Columns::read(&header).map_err(|what| anyhow!("{name}:1: {what}"))?;
    let source = Mutex::new(Source { file, line: 2, rest: vec![] });
    let work = || read(&source, (people, days), columns);
    let mut all = if threads <= 1 {
        vec![work()]
    } else {
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            let failed = |_| Err(Fault { line: 0, what: "a thread failed".to_owned() });
            workers.into_iter().map(|worker| worker.join().unwrap_or_else(failed)).collect()
        })
    };
    // The first fault of the file is told, whichever thread met it.
    all.sort_by_key(|done| done.as_ref().err().map_or(u64::MAX, |fault| fault.line));
    let mut gathered: Option<Gathered> = None;
    for done in all {
        let done = done.map_err(|fault| anyhow!("{name}:{}: {}", fault.line, fault.what))?;
        match &mut gathered {
            Some(all) => {
                all.punches.merge(done.punches);
                all.unknown += done.unknown;
            }
            None => gathered = Some(done),
        }
    }
    gathered.ok_or_else(|| anyhow!("{name}: nothing was read"))
}

/// What is wrong, and in which line.
struct Fault {
    line: u64,
    what: String,
}

/// The file, of which each thread takes the next piece.
struct Source {
    file: BufReader<File>,
    line: u64,
    rest: Vec<u8>,
}

impl Source {
    /// The next whole lines, in `piece`; the number of the first of them, and `None` at the end.
    fn next(&mut self, piece: &mut Vec<u8>) -> Result<Option<u64>> {
        piece.clear();
        piece.append(&mut self.rest);
        let read = (&mut self.file).take(PIECE as u64).read_to_end(piece)?;
        if read == 0 && piece.is_empty() {
            return Ok(None);
        }
        if read > 0 {
            let end = piece.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            if end == 0 && piece.len() > LINE_MOST {
                bail!("line {} is longer than {LINE_MOST} bytes", self.line);
            }
            self.rest.extend_from_slice(&piece[end..]);
            piece.truncate(end);
        }
        let first = self.line;
        self.line += memchr_iter(b'\n', piece).count() as u64;
        Ok(Some(first))
    }
}

fn read(
    source: &Mutex<Source>,
    (people, days): (&People, &Days),
    columns: Columns,
) -> Result<Gathered, Fault> {
    let mut gathered = Gathered {
        punches: Gather::new(days, people.count()),
        unknown: 0,
        waiting: Vec::with_capacity(WAITING),
    };
    let mut instants = Instants::default();
    let mut piece = Vec::with_capacity(2 * PIECE);
    loop {
        let taken = match source.lock() {
            Ok(mut source) => source.next(&mut piece),
            Err(_) => Ok(None),
        };
        let first = taken.map_err(|fault| Fault { line: 0, what: format!("{fault:#}") })?;
        let Some(first) = first else {
            gathered.settle_waiting(people);
            return Ok(gathered);
        };
        let has_quotes = memchr(b'"', &piece).is_some();
        for (line, number) in lines(&piece).zip(first..) {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.is_empty() {
                continue;
            }
            let fault = |what| Fault { line: number, what };
            let (person, time) = columns.values(line, has_quotes).map_err(fault)?;
            let Some(at) = instants.read(&time) else {
                let time = String::from_utf8_lossy(&time).into_owned();
                let how = "write it as 2026-03-03T07:58:00+08:00";
                return Err(fault(format!("{time} is no instant; {how}")));
            };
            gathered.add(people, &person, at);
        }
    }
}

impl Gathered {
    /// Adds a punch. Names are looked up many at a time, as each waits for memory by itself and together they wait once.
    fn add(&mut self, people: &People, person: &[u8], at: Second) {
        match people.key(person) {
            Ok(key) => self.waiting.push((key, at)),
            Err(person) => self.settle(person, at),
        }
        if self.waiting.len() == WAITING {
            self.settle_waiting(people);
        }
    }

    fn settle_waiting(&mut self, people: &People) {
        let waiting = std::mem::take(&mut self.waiting);
        let mut found = [None; WAITING];
        for (person, (key, _)) in found.iter_mut().zip(&waiting) {
            *person = people.keyed(*key);
        }
        for (person, (_, at)) in found.iter().zip(&waiting) {
            self.settle(*person, *at);
        }
        self.waiting = waiting;
        self.waiting.clear();
    }

    fn settle(&mut self, person: Option<u32>, at: Second) {
        match person {
            Some(person) => self.punches.push(person, at),
            None => self.unknown += 1,
        }
    }
}

/// The lines of a piece.
fn lines(piece: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut since = 0;
    memchr_iter(b'\n', piece).chain([piece.len()]).map(move |end| {
        let line = piece.get(since..end).unwrap_or_default();
        since = end + 1;
        line
    })
}

/// Where person and time stand in a line.
#[derive(Clone, Copy)]
struct Columns {
    person: usize,
    time: usize,
}

type Bytes<'a> = std::borrow::Cow<'a, [u8]>;

impl Columns {
    fn read(header: &[u8]) -> Result<Self, String> {
        let header = header.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(header);
        let place = |wanted: &str| {
            let mut names = header.split(|byte| *byte == b',');
            let found =
                names.position(|name| name.trim_ascii().trim_matches(b'"') == wanted.as_bytes());
            found.ok_or_else(|| format!("no column {wanted}; write person,time,device"))
        };
        place("device")?;
        Ok(Self { person: place("person")?, time: place("time")? })
    }

    fn values(self, line: &[u8], has_quotes: bool) -> Result<(Bytes<'_>, Bytes<'_>), String> {
        if has_quotes && line.contains(&b'"') {
            return self.quoted(line);
        }
        let last = self.person.max(self.time);
        let (mut person, mut time) = (None, None);
        let mut since = 0;
        for (place, end) in memchr_iter(b',', line).chain([line.len()]).enumerate().take(last + 1) {
            let value = line.get(since..end);
            since = end + 1;
            if place == self.person {
                person = value;
            }
            if place == self.time {
                time = value;
            }
        }
        match (person, time) {
            (Some(person), Some(time)) => {
                Ok((person.trim_ascii().into(), time.trim_ascii().into()))
            }
            _ => Err("too few columns".to_owned()),
        }
    }

    fn quoted(self, line: &[u8]) -> Result<(Bytes<'static>, Bytes<'static>), String> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line);
        let record = reader.byte_records().next().and_then(Result::ok);
        let value = |at: usize| {
            let value = record.as_ref()?.get(at)?;
            Some(Bytes::from(value.trim_ascii().to_vec()))
        };
        value(self.person).zip(value(self.time)).ok_or_else(|| "this line is no CSV".to_owned())
    }
}

trait TrimMatches {
    fn trim_matches(&self, byte: u8) -> &[u8];
}

impl TrimMatches for [u8] {
    fn trim_matches(&self, byte: u8) -> &[u8] {
        let text = self.strip_prefix(&[byte]).unwrap_or(self);
        text.strip_suffix(&[byte]).unwrap_or(text)
    }
}
