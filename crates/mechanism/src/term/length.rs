//! Lengths of time, such as 7日 or 5个工作日.

use crate::language::Language;

/// What a length is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Working days.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// How each is written after a number: as it is printed, and as it may be written too, then in English.
pub(crate) const MEASURES: [(Measure, &[&str], &str); 6] = [
    (Measure::WorkingDays, &["个工作日", "工作日"], "wd"),
    (Measure::Hours, &["小时", "个小时"], "h"),
    (Measure::Days, &["日", "天"], "d"),
    (Measure::Weeks, &["周", "个星期", "星期"], "w"),
    (Measure::Months, &["个月", "月"], "mo"),
    (Measure::Years, &["年"], "y"),
];

/// A length of time (时长).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// So many of a measure.
    Of(u16, Measure),
    /// Without end (永久).
    Forever,
}

impl Length {
    /// Reads one in either language.
    pub fn read(text: &str) -> Option<Self> {
        if matches!(text, "永久" | "forever") {
            return Some(Self::Forever);
        }
        let (number, rest) = number(text)?;
        let is_written =
            |chinese: &&[&str], english: &str| chinese.contains(&rest) || english == rest;
        let found = MEASURES.iter().find(|(_, chinese, english)| is_written(chinese, english));
        found.filter(|_| number > 0).map(|(measure, ..)| Self::Of(number, *measure))
    }

    /// As it is written.
    pub fn write(self, language: Language) -> String {
        let Self::Of(number, measure) = self else {
            return language.of(("永久", "forever")).to_owned();
        };
        let found = MEASURES.iter().find(|row| row.0 == measure);
        let names = found.map_or(("", ""), |(_, chinese, english)| (chinese[0], *english));
        format!("{number}{}", language.of(names))
    }
}

/// The number a text begins with, and what follows it.
pub(super) fn number(text: &str) -> Option<(u16, &str)> {
    let end = text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Some((digits.parse().ok()?, rest))
}
