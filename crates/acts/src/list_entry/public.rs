//! What anybody may know of the two lists on a day. Whom an entry is about is told while it is in notice or
//! listed and no longer: of what came down there are counts, and for what was removed a note that names its
//! unit, never a person, until the day it would have come down by itself.

use super::load::{ListLine, lines};
use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::list_entry::{Board, Standing};
use qz_domain::number::DocumentNumber;
use qz_domain::unit::Unit;

/// An entry that is before the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicEntry {
    /// Which list.
    pub board: Board,
    /// Where it stands.
    pub standing: Standing,
    /// The unit, or the one in which the person has their post.
    pub unit: Unit,
    /// The person's name, when it is one.
    pub person: Option<String>,
    /// For what.
    pub reason: String,
    /// In notice since, or listed since.
    pub since: Date,
    /// The last day of its notice, or the last day it is listed; `None` where the calendar is not known.
    pub until: Option<Date>,
    /// The office that verified it.
    pub office: Unit,
    /// The number of the decision that it rests on.
    pub decision: Option<DocumentNumber>,
    /// Whether somebody objected and waits for the answer.
    pub is_contested: bool,
}

/// That an entry was removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovalNote {
    /// The unit.
    pub unit: Unit,
    /// Whether it was one of its people, who is not named.
    pub is_person: bool,
    /// Since when it is removed.
    pub on: Date,
    /// Why.
    pub because: String,
}

/// One of the two lists as anybody may read it on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicList {
    /// What is listed, the longest first to come down.
    pub listed: Vec<PublicEntry>,
    /// What is in notice, or held by an objection.
    pub noticed: Vec<PublicEntry>,
    /// What was removed of late.
    pub removed: Vec<RemovalNote>,
    /// How many came down, by how.
    pub past: Vec<(Standing, usize)>,
}

impl Acts {
    /// One of the two lists as anybody may read it on a day, of the units that words name.
    pub async fn public_list(
        &self,
        board: Board,
        (words, day): (&str, Date),
    ) -> Result<PublicList, ActError> {
        let mut found = lines(&mut self.reader().await?, day).await?;
        found.retain(|line| line.entry.board == board && line.is_unit(words));
        Ok(told(&found, day))
    }

    /// What a unit stands for on either list on a day.
    pub async fn lists_of_unit(&self, code: &str, day: Date) -> Result<Vec<PublicEntry>, ActError> {
        let mut found = lines(&mut self.reader().await?, day).await?;
        found.retain(|line| line.unit.code == code && line.standing == Standing::Listed);
        Ok(found.iter().filter_map(entry).collect())
    }
}

impl ListLine {
    /// Whether words are its unit's code or stand in its name.
    fn is_unit(&self, words: &str) -> bool {
        let (unit, words) = (&self.unit, words.trim());
        words.is_empty()
            || unit.code == words
            || unit.name.contains(words)
            || unit.name_en.to_lowercase().contains(&words.to_lowercase())
    }
}

fn told(found: &[ListLine], day: Date) -> PublicList {
    let mut list = PublicList::default();
    let was_shown = |line: &&ListLine| line.entry.noticed_on.is_some();
    let shown: Vec<_> = found.iter().filter(was_shown).collect();
    let count = |standing| shown.iter().filter(|line| line.standing == standing).count();
    let past = [Standing::Expired, Standing::Removed, Standing::Fallen];
    list.past = past.map(|standing| (standing, count(standing))).into();
    for line in found {
        if line.standing == Standing::Removed {
            list.removed.extend(note(line, day));
        }
        let shown = entry(line).filter(|one| one.standing.is_shown());
        match shown {
            Some(one) if one.standing == Standing::Listed => list.listed.push(one),
            one => list.noticed.extend(one),
        }
    }
    list.listed.sort_by(|a, b| (a.until, &a.unit.code).cmp(&(b.until, &b.unit.code)));
    list
}

fn entry(line: &ListLine) -> Option<PublicEntry> {
    let one = &line.entry;
    let is_listed = line.standing == Standing::Listed;
    let notice = one.notice_due.map(|term| term.due);
    let end = match notice {
        Some(qz_domain::term::Due::Fixed(day)) => Some(day),
        _ => None,
    };
    Some(PublicEntry {
        board: one.board,
        standing: line.standing,
        unit: line.unit.clone(),
        person: line.person.clone(),
        reason: one.reason.clone(),
        since: if is_listed { one.listed_from()? } else { one.noticed_on? },
        until: if is_listed { one.last_day() } else { end },
        office: line.office.clone()?,
        decision: line.decision.as_ref().and_then(|row| row.number),
        is_contested: line.objection.is_some(),
    })
}

/// The note stands until the day on which the entry would have come down by itself.
fn note(line: &ListLine, day: Date) -> Option<RemovalNote> {
    let one = &line.entry;
    one.last_day().filter(|last| day <= *last)?;
    Some(RemovalNote {
        unit: line.unit.clone(),
        is_person: one.person.is_some(),
        on: one.removed_on?,
        because: one.removal.clone(),
    })
}
