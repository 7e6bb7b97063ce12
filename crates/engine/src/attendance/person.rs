//! The days of a person, one after the other.

use super::careful::{Workbench, row};
use super::cover::Cover;
use super::judge::Judge;
use super::row::Row;
use super::time::{DayNumber, Second};

/// Under which rule somebody is, for whom, from when to when: both days inclusive, and no two of one person overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// The unit that answers for those days, as the caller numbers it.
    pub unit: u32,
    /// The rule, by [`Judge::code`].
    pub code: u32,
    /// The first day.
    pub from: DayNumber,
    /// The last day; [`DayNumber::MAX`] where there is none yet.
    pub to: DayNumber,
}

/// All that is known of a person, as far as it may reach into the stretch.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts<'a> {
    /// Their postings, in the order of time.
    pub postings: &'a [Posting],
    /// Their punches, in the order of time; a repeated one changes nothing.
    pub punches: &'a [Second],
    /// Approved facts, in the order of their starts.
    pub covers: &'a [Cover],
    /// Punches of terminals whose clock was in doubt, in the order of time.
    pub doubtful: &'a [Second],
}

/// Room that is used again for each person.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(super) bench: Workbench,
}

/// The posting of a day.
pub(super) fn posted(postings: &[Posting], day: DayNumber) -> Option<&Posting> {
    postings.iter().find(|posting| (posting.from..=posting.to).contains(&day))
}

impl Judge<'_> {
    /// Judges the days of a person and tells each row with its unit, in the order of the days. A day no posting
    /// covers, or before the rule's first version, has none.
    pub fn person(
        &self,
        person: u32,
        facts: &Facts<'_>,
        scratch: &mut Scratch,
        mut tell: impl FnMut(u32, Row),
    ) {
        scratch.bench.reset();
        let (start, end) = (*self.days.range().start(), *self.days.range().end());
        let mut at = 0;
        for posting in facts.postings {
            let since = usize::try_from(posting.from.max(start) - start).unwrap_or(usize::MAX);
            let quick = self.quick(posting.code).get(since..).unwrap_or_default();
            for (day, quick) in (posting.from.max(start)..=posting.to.min(end)).zip(quick) {
                let is_inside = posting.from < day && day < posting.to;
                match quick {
                    Some(quick) if is_inside && !quick.is_disturbed(facts) => {
                        tell(posting.unit, quick.row(person, facts.punches, &mut at));
                    }
                    _ => {
                        scratch.bench.turn_to(self, facts, day);
                        if let Some((unit, row)) =
                            row(self, (person, facts), &scratch.bench, |_| {})
                        {
                            tell(unit, row);
                        }
                    }
                }
            }
        }
    }
}
