//! Stretches that facts are read over, such as 近12个月.

use super::length::{Length, Measure};
use crate::language::Language;

/// A stretch of time that facts are read over (期).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Window {
    /// The cycle of the run (本周期).
    Cycle,
    /// This month (本月).
    Month,
    /// This quarter (本季).
    Quarter,
    /// This year (本年).
    Year,
    /// The last so many of a measure, to the run's day (近12个月).
    Last(u16, Measure),
}

/// The stretches with a name of their own.
pub(crate) const NAMED: [(Window, (&str, &str)); 4] = [
    (Window::Cycle, ("本周期", "this-cycle")),
    (Window::Month, ("本月", "this-month")),
    (Window::Quarter, ("本季", "this-quarter")),
    (Window::Year, ("本年", "this-year")),
];

impl Window {
    /// Reads one in either language.
    pub fn read(text: &str) -> Option<Self> {
        let named = NAMED.iter().find(|(_, (zh, en))| text == *zh || text == *en);
        if let Some((window, _)) = named {
            return Some(*window);
        }
        let rest = text.strip_prefix('近').or_else(|| text.strip_prefix("last-"))?;
        match Length::read(rest)? {
            Length::Of(_, Measure::Hours) | Length::Forever => None,
            Length::Of(number, measure) => Some(Self::Last(number, measure)),
        }
    }

    /// As it is written.
    pub fn write(self, language: Language) -> String {
        if let Self::Last(number, measure) = self {
            let length = Length::Of(number, measure).write(language);
            return format!("{}{length}", language.of(("近", "last-")));
        }
        let named = NAMED.iter().find(|row| row.0 == self);
        named.map_or(String::new(), |(_, names)| language.of(*names).to_owned())
    }
}
