//! Who is posted where, under which rule, from when to when.

use super::numbers::{Key, Numbers};
use super::sheet::{Line, Sheet};
use anyhow::Result;
use jiff::civil::Date;
use qz_engine::attendance::{DayNumber, Days, Judge, Posting, day_number};
use std::collections::BTreeMap;
use std::path::Path;

/// People in the order of their names' bytes, with their postings; units likewise.
#[derive(Debug, Default)]
pub struct People {
    names: Vec<String>,
    units: Vec<String>,
    postings: Vec<Posting>,
    /// Where each person's postings end.
    ends: Vec<usize>,
    numbers: Numbers,
}

/// A posting as it is read, with the line it stands on.
type Read = (String, Posting, u64);

impl People {
    /// Reads the file.
    ///
    /// # Errors
    /// Where a line is wrong, or two postings of a person overlap.
    pub fn read(path: &Path, judge: &Judge<'_>) -> Result<Self> {
        let mut all: BTreeMap<String, Vec<Read>> = BTreeMap::new();
        let mut units: BTreeMap<String, u32> = BTreeMap::new();
        let sheet = Sheet::open(path, ["person", "unit", "rule", "from", "to"])?;
        sheet.each(|line| {
            let (person, read) = posting(line, judge)?;
            let next = u32::try_from(units.len()).unwrap_or(u32::MAX);
            units.entry(read.0.clone()).or_insert(next);
            let own = all.entry(person).or_default();
            if let Some(other) = own.iter().find(|other| overlap(&other.1, &read.1)) {
                let what = format!("this posting overlaps the one of line {}", other.2);
                return Err(line.fault(&format!("{what}; end the earlier one the day before")));
            }
            own.push(read);
            Ok(())
        })?;
        let units: Vec<_> = units.into_keys().collect();
        let mut people = Self { units, ..Self::default() };
        for (name, mut own) in all {
            own.sort_by_key(|(_, posting, _)| posting.from);
            for (unit, posting, _) in own {
                let unit = people.units.binary_search(&unit).unwrap_or_default();
                let unit = u32::try_from(unit).unwrap_or(u32::MAX);
                people.postings.push(Posting { unit, ..posting });
            }
            let number = u32::try_from(people.names.len()).unwrap_or(u32::MAX);
            people.ends.push(people.postings.len());
            people.numbers.add(name.as_bytes(), number);
            people.names.push(name);
        }
        Ok(people)
    }

    /// People who are called by their numbers, and posted nowhere.
    pub fn numbered(count: u32) -> Self {
        let mut people = Self::default();
        for number in 0..count {
            let name = number.to_string();
            people.numbers.add(name.as_bytes(), number);
            people.names.push(name);
        }
        people
    }

    /// How many people.
    pub fn count(&self) -> u32 {
        u32::try_from(self.names.len()).unwrap_or(u32::MAX)
    }

    /// The number of a person.
    pub fn number(&self, name: &[u8]) -> Option<u32> {
        self.numbers.of(name)
    }

    /// See [`Numbers::key`].
    pub(super) fn key(&self, name: &[u8]) -> Result<Key, Option<u32>> {
        self.numbers.key(name)
    }

    /// See [`Numbers::keyed`].
    pub(super) fn keyed(&self, key: Key) -> Option<u32> {
        self.numbers.keyed(key)
    }

    /// The name of a person.
    pub fn name(&self, person: u32) -> &str {
        self.names.get(person as usize).map_or("", String::as_str)
    }

    /// The name of a unit.
    pub fn unit(&self, unit: u32) -> &str {
        self.units.get(unit as usize).map_or("", String::as_str)
    }

    /// The postings of a person, in the order of time.
    pub fn postings(&self, person: u32) -> &[Posting] {
        let end = |person: usize| self.ends.get(person).copied().unwrap_or_default();
        let person = person as usize;
        let from = person.checked_sub(1).map_or(0, end);
        self.postings.get(from..end(person)).unwrap_or_default()
    }

    /// How many person-days of a stretch are posted.
    pub fn days(&self, days: &Days) -> u64 {
        let (start, end) = (*days.range().start(), *days.range().end());
        let own = |posting: &Posting| {
            i64::from(posting.to.min(end)) - i64::from(posting.from.max(start)) + 1
        };
        self.postings.iter().map(|posting| u64::try_from(own(posting)).unwrap_or(0)).sum()
    }
}

fn posting(line: &Line<'_, 5>, judge: &Judge<'_>) -> Result<(String, Read)> {
    let [person, unit, rule, from, to] = line.values()?;
    if person.is_empty() {
        return Err(line.fault("no person"));
    }
    let code = judge.code(rule).map_err(|fault| line.fault(&fault.to_string()))?;
    let from = day(line, from)?;
    let to = if to.is_empty() { DayNumber::MAX } else { day(line, to)? };
    if from > to {
        return Err(line.fault("the posting ends before it begins"));
    }
    let posting = Posting { unit: 0, code, from, to };
    Ok((person.to_owned(), (unit.to_owned(), posting, line.number())))
}

fn day(line: &Line<'_, 5>, text: &str) -> Result<DayNumber> {
    let date: Date = text
        .parse()
        .map_err(|_| line.fault(&format!("{text} is no date; write it as 2026-03-01")))?;
    Ok(day_number(date))
}

fn overlap(one: &Posting, other: &Posting) -> bool {
    one.from <= other.to && other.from <= one.to
}
