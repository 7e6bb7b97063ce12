//! Approved facts beside the punches.

use super::instant::Instants;
use super::people::People;
use super::sheet::{Line, Sheet};
use anyhow::Result;
use qz_domain::attendance::CoverKind;
use qz_domain::spelled::Spelled;
use qz_engine::attendance::Cover;
use std::collections::BTreeMap;
use std::path::Path;

/// The facts of each person, in the order of their starts.
#[derive(Debug, Default)]
pub struct Coverage {
    covers: Vec<Cover>,
    ends: Vec<usize>,
    labels: Vec<String>,
}

impl Coverage {
    /// Reads the file; how many facts are of people who are posted nowhere.
    ///
    /// # Errors
    /// Where a line is wrong.
    pub fn read(path: &Path, people: &People) -> Result<(Self, u64)> {
        let mut all: Vec<Vec<Cover>> = vec![vec![]; people.count() as usize];
        let mut labels: BTreeMap<String, u32> = BTreeMap::new();
        let mut unknown = 0;
        let mut instants = Instants::default();
        Sheet::open(path, ["person", "kind", "from", "to"])?.each(|line| {
            let (person, label, cover) = cover(line, &mut instants)?;
            let own = people.number(person.as_bytes()).and_then(|at| all.get_mut(at as usize));
            let next = u32::try_from(labels.len()).unwrap_or(u32::MAX);
            let label = *labels.entry(label).or_insert(next);
            match own {
                Some(own) => own.push(Cover { label, ..cover }),
                None => unknown += 1,
            }
            Ok(())
        })?;
        let mut names: Vec<_> = labels.into_iter().map(|(name, at)| (at, name)).collect();
        names.sort_unstable();
        let mut coverage =
            Self { labels: names.into_iter().map(|(_, name)| name).collect(), ..Self::default() };
        for mut own in all {
            let name = |cover: &Cover| coverage.labels.get(cover.label as usize);
            own.sort_by(|one, other| {
                (one.from, one.to, name(one)).cmp(&(other.from, other.to, name(other)))
            });
            own.dedup();
            coverage.covers.append(&mut own);
            coverage.ends.push(coverage.covers.len());
        }
        Ok((coverage, unknown))
    }

    /// The facts of a person.
    pub fn of(&self, person: u32) -> &[Cover] {
        let end = |person: usize| self.ends.get(person).copied().unwrap_or_default();
        let person = person as usize;
        let from = person.checked_sub(1).map_or(0, end);
        self.covers.get(from..end(person)).unwrap_or_default()
    }

    /// What a fact is called, with its subtype: `leave:annual`.
    pub fn label(&self, cover: &Cover) -> &str {
        self.labels.get(cover.label as usize).map_or("", String::as_str)
    }
}

fn cover(line: &Line<'_, 4>, instants: &mut Instants) -> Result<(String, String, Cover)> {
    let [person, written, from, to] = line.values()?;
    let kind = written.split_once(':').map_or(written, |(kind, _)| kind);
    let Some(kind) = CoverKind::from_code(kind) else {
        let known: Vec<_> = CoverKind::ALL.iter().map(|kind| kind.code()).collect();
        return Err(line.fault(&format!("{written} is no kind; write {}", known.join(", "))));
    };
    let mut instant = |text: &str| {
        let what =
            || line.fault(&format!("{text} is no instant; write it as 2026-03-03T08:00:00+08:00"));
        instants.read(text.as_bytes()).ok_or_else(what)
    };
    let (from, to) = (instant(from)?, instant(to)?);
    let is_one_instant = kind == CoverKind::Correction;
    if is_one_instant && from != to {
        return Err(line.fault("a correction is one instant: write it as from and as to"));
    }
    if !is_one_instant && from >= to {
        return Err(line.fault("this ends before it begins"));
    }
    Ok((person.to_owned(), written.to_owned(), Cover { kind, label: 0, from, to }))
}
