//! Runs of a scheme (运行): which items its elements ask for, cycle by cycle. Nothing of it is stored: it follows from the text
//! in force and the calendar; only what people did about an item is kept.

use jiff::civil::Date;
use qz_domain::adoption::Reign;
use qz_domain::calendar::Calendar;
use qz_domain::filing::Filing;
use qz_domain::id::FilingId;
use qz_domain::term::{self, Due, Length};
use qz_mechanism::Mechanism;
use qz_mechanism::block::{Block, Setting, Value};
use qz_mechanism::burden::Often;
use qz_mechanism::cycle::{Stretch, holding};
use qz_mechanism::grammar::{Key, Kind};

/// The most cycles of one element that are gone through at once.
const MOST: usize = 800;

/// Who owes something for an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owed {
    /// Every unit that the scheme binds fills it in.
    ByEach,
    /// The unit that runs the scheme does it.
    ByRunner,
    /// Nobody: it is worked out from facts.
    ByNobody,
}

/// An element in one of its cycles.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'a> {
    /// The element.
    pub element: &'a Block,
    /// The cycle's first and last day.
    pub cycle: Stretch,
    /// By when it is owed; none where that waits for something else to happen.
    pub due: Option<Due>,
    /// Who owes something.
    pub owed: Owed,
    /// What opened it, where that is not its cycle: an entry of a register, or what was asked about a prompt.
    pub answers: Option<FilingId>,
}

/// Who owes something for an element; none where it comes round with nothing: it waits for an event.
pub fn owed(element: &Block) -> Option<Owed> {
    if element.setting(Key::Event).is_some() {
        return None;
    }
    let has_rule = element.setting(Key::When).is_some();
    match element.kind()? {
        Kind::Ask | Kind::Task => Some(Owed::ByEach),
        Kind::Register if element.is(Key::ZeroReport) => Some(Owed::ByEach),
        Kind::Register => None,
        Kind::Check | Kind::Letter if has_rule => Some(Owed::ByNobody),
        Kind::Compare | Kind::Assess | Kind::Liability => Some(Owed::ByNobody),
        Kind::Show if has_rule => None,
        Kind::Check | Kind::Letter | Kind::Draw | Kind::Rate | Kind::Meet | Kind::Show => {
            Some(Owed::ByRunner)
        }
    }
}

/// How often an element comes round: as it says, else as its scheme says.
pub fn cycle_word(mechanism: &Mechanism, element: &Block) -> Option<&'static str> {
    element.word(Key::Cycle).or_else(|| mechanism.cycle())
}

/// The turns of a scheme's elements under a reign whose cycles touch a stretch, by day, then in the order of the file.
pub fn turns<'a>(
    mechanism: &'a Mechanism,
    reign: &Reign,
    stretch: Stretch,
    calendar: &Calendar,
) -> Vec<Turn<'a>> {
    let reign = &until(mechanism, *reign);
    let mut turns = vec![];
    for element in mechanism.elements() {
        let Some(owed) = owed(element) else { continue };
        // What another element opens, or a term that runs from something, waits for that.
        let waits = matches!(Often::of(mechanism, element), Often::Event(_));
        if waits && owed != Owed::ByNobody {
            continue;
        }
        let Some(word) = cycle_word(mechanism, element) else { continue };
        let found = cycles(word, reign, stretch).into_iter();
        let turn = |cycle| {
            let due = due(element, cycle, calendar);
            Turn { element, cycle, due, owed, answers: None }
        };
        // What was due before the scheme was in force is not asked.
        turns.extend(found.map(turn).filter(|turn| {
            turn.owed == Owed::ByNobody || turn.due.is_none_or(|due| due.earliest() >= reign.first)
        }));
    }
    turns.sort_by_key(|turn| turn.cycle);
    turns
}

/// The turn of an element that something opened: its unit owes it, by its own term from the day it was opened on, else by that
/// for a reply. It stands in the cycle that what opened it is of.
pub fn opened<'a>(element: &'a Block, opener: &Filing, calendar: &Calendar) -> Turn<'a> {
    let term = [Key::Due, Key::Reply].into_iter().find_map(|key| element.setting(key));
    let due = match term {
        Some(Setting { value: Value::Point(point), .. }) => {
            point.opened_on(opener.filed_on, calendar)
        }
        _ => None,
    };
    let cycle = (opener.cycle, opener.cycle);
    Turn { element, cycle, due, owed: Owed::ByEach, answers: Some(opener.id) }
}

/// A reign that the scheme's own last day cuts.
fn until(mechanism: &Mechanism, reign: Reign) -> Reign {
    let Some(ends) = mechanism.ends() else { return reign };
    let cut = |day: Option<Date>| Some(day.map_or(ends, |day| day.min(ends)));
    Reign { last: cut(reign.last), last_start: cut(reign.last_start), ..reign }
}

/// The cycles that begin under a reign and touch a stretch.
fn cycles(word: &'static str, reign: &Reign, (from, to): Stretch) -> Vec<Stretch> {
    let mut found = vec![];
    let mut day = from.max(reign.first);
    while found.len() < MOST {
        let Some(cycle) = under(word, reign, day) else { break };
        if cycle.0 > to {
            break;
        }
        found.extend(begins_under(cycle, reign).then_some(cycle));
        let Ok(next) = cycle.1.tomorrow() else { break };
        day = next;
    }
    found
}

/// The cycle a day lies in, cut to the reign's first day where nothing was in force before, and to its end.
fn under(word: &'static str, reign: &Reign, day: Date) -> Option<Stretch> {
    let (mut first, mut last) = holding(word, day)?;
    if !reign.follows {
        first = first.max(reign.first);
    }
    if let Some(end) = reign.last {
        last = last.min(end);
    }
    (first <= last).then_some((first, last))
}

fn begins_under((first, _): Stretch, reign: &Reign) -> bool {
    first >= reign.first && reign.last_start.is_none_or(|last| first <= last)
}

/// By when an element is owed in a cycle: its own term, else the cycle's last day or the workday after it.
fn due(element: &Block, cycle: Stretch, calendar: &Calendar) -> Option<Due> {
    match element.setting(Key::Due) {
        Some(Setting { value: Value::Point(point), .. }) => point.within(cycle, calendar),
        // What comes once and has no term is done some time.
        _ => (cycle.1 < Date::MAX).then(|| term::due(calendar, cycle.1, Length::Days(0))),
    }
}

#[cfg(test)]
mod tests;
