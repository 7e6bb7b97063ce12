//! How often an element comes round (多久一次): by its cycle, or when something happens.

use crate::Mechanism;
use crate::block::{Block, Value};
use crate::grammar::{Key, Kind, Twin, word};
use crate::term::Point;
use rust_decimal::Decimal;
use std::ops::Add;

/// How often something comes round in a year. Days are those of work, about 250.
const TIMES: [(&str, u32); 7] = [
    ("daily", 250),
    ("weekly", 52),
    ("monthly", 12),
    ("quarterly", 4),
    ("half-yearly", 2),
    ("yearly", 1),
    ("once", 1),
];
/// What waits for something that has no word of its own.
const SOMETHING: Twin = ("逢事才填", "when there is something");

/// How often an element comes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Often {
    /// With its cycle, by its word, so many times a year.
    Cycle(Twin, u32),
    /// When something happens: what, such as 逢命中.
    Event(Twin),
}

/// So many in a year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Yearly(
    /// The count of a whole year.
    pub u32,
);

impl Often {
    /// How often an element of a scheme comes round: by its own cycle, else when something happens, else by the cycle of the
    /// scheme, else once.
    pub fn of(mechanism: &Mechanism, element: &Block) -> Self {
        if let Some(cycle) = element.word(Key::Cycle) {
            return Self::cycle(cycle);
        }
        match event(mechanism, element) {
            Some(event) => Self::Event(event),
            None => Self::cycle(mechanism.cycle().unwrap_or("once")),
        }
    }

    fn cycle(cycle: &str) -> Self {
        let names = word::find(word::CYCLES, cycle).unwrap_or(("一次", "once"));
        let times = TIMES.iter().find(|(word, _)| *word == names.1);
        Self::Cycle(names, times.map_or(1, |(_, times)| *times))
    }

    /// It in words.
    pub const fn names(self) -> Twin {
        match self {
            Self::Cycle(names, _) | Self::Event(names) => names,
        }
    }
}

/// What an element waits for; none where it comes with the cycle.
fn event(mechanism: &Mechanism, element: &Block) -> Option<Twin> {
    if let Some(event) = element.word(Key::Event) {
        return EVENTS.iter().find(|(word, _)| *word == event).map(|(_, names)| *names);
    }
    // A register that reports nothing too is owed in every cycle.
    if element.is(Key::ZeroReport) {
        return None;
    }
    let due = element.setting(Key::Due).map(|setting| &setting.value);
    let is_dated = matches!(due, Some(Value::Point(point)) if !matches!(point, Point::After(..)));
    let runs_from_something = matches!(due, Some(Value::Point(Point::After(..))));
    let is_occasional = matches!(element.kind(), Some(Kind::Letter | Kind::Register)) && !is_dated;
    let waits = element.setting(Key::When).is_some() || is_fed(mechanism, element);
    (waits || runs_from_something || is_occasional).then_some(SOMETHING)
}

/// The events, as they are said of what waits for them.
const EVENTS: [(&str, Twin); 5] = [
    ("request", ("逢请求", "on a request")),
    ("task", ("逢事项", "on a task")),
    ("case", ("逢案件", "on a case")),
    ("hit", ("逢命中", "on a hit")),
    ("entry", ("逢登记", "on an entry")),
];

/// Whether another element opens it.
fn is_fed(mechanism: &Mechanism, element: &Block) -> bool {
    let feeds = |other: &Block| {
        let to = other.text(Key::Feeds).unwrap_or("");
        to.split('、').any(|one| one.trim() == element.title())
    };
    mechanism.elements().any(feeds)
}

impl Yearly {
    /// The count of a month on average, to two decimals.
    pub fn a_month(self) -> Decimal {
        (Decimal::from(self.0) / Decimal::from(12)).round_dp(2).normalize()
    }
}

impl Add for Yearly {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

#[cfg(test)]
mod tests {
    use super::{EVENTS, Often, TIMES, Yearly, word};

    #[test]
    fn every_cycle_and_every_event_of_the_language_is_told() {
        for (_, en) in word::CYCLES {
            assert!(matches!(Often::cycle(en), Often::Cycle((_, word), _) if word == *en), "{en}");
        }
        assert_eq!(TIMES.len(), word::CYCLES.len());
        let events: Vec<_> = word::EVENTS.iter().map(|(_, en)| *en).collect();
        assert_eq!(EVENTS.map(|(word, _)| word).to_vec(), events);
    }

    #[test]
    fn a_month_is_the_twelfth_part_of_a_year() {
        for (year, month) in [(36, "3"), (2, "0.17"), (250, "20.83"), (0, "0")] {
            assert_eq!(Yearly(year).a_month().to_string(), month);
        }
    }
}
