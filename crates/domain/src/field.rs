//! Fields that people fill in: what is wrong with one, and the readers used everywhere.

use crate::refusal::Worded;
use crate::secrecy;
use jiff::civil::Date;

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name in the form, the API and import headers.
    pub field: &'static str,
    /// Which of several rows of the form it is in, counted from 1.
    pub row: Option<usize>,
    /// What is wrong.
    pub fault: Fault,
}

/// A fault of a field, with what a person needs to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was given.
    Missing,
    /// Longer than `most` characters.
    TooLong {
        /// The most characters it may have.
        most: usize,
        /// How many it has.
        found: usize,
    },
    /// More than `most` rows.
    TooMany {
        /// The most rows there may be.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// Shorter than `least` characters.
    TooShort {
        /// The fewest characters it may have.
        least: usize,
        /// How many it has.
        found: usize,
    },
    /// Not one of the allowed words.
    NotOneOf {
        /// What was given.
        found: String,
        /// The allowed words.
        allowed: String,
    },
    /// Not a day such as 2015-06-18.
    NotADay(String),
    /// Not a day and time such as 2015-06-18 09:20.
    NotAMoment(String),
    /// Not a whole number within bounds.
    NotANumber {
        /// What was given.
        found: String,
        /// The least allowed.
        least: i64,
        /// The most allowed.
        most: i64,
    },
    /// Nothing in the store has this code, number or name.
    Unknown(String),
    /// Already used by another record.
    Taken(String),
    /// Carries a classification mark.
    StateSecret(&'static str),
    /// Has a control character.
    ControlCharacter,
    /// The last day is before the first.
    EndsBeforeStart,
    /// Lies in the future.
    InTheFuture,
    /// Not one of the days of what it belongs to.
    OutsideDays {
        /// The first of them.
        from: Date,
        /// The last of them.
        until: Date,
    },
    /// Begins before what stands above it has ended.
    Overlapping,
    /// A unit that began only later.
    NotYetThere {
        /// The unit.
        found: String,
        /// The day it began.
        day: Date,
    },
    /// Cannot be read; the argument says why.
    Unreadable(String),
    /// Not of the form that is asked for; the argument is an example of the right form.
    BadForm(&'static str),
}

impl FieldError {
    /// A fault of a named field.
    pub fn new(field: &'static str, fault: Fault) -> Self {
        Self { field, row: None, fault }
    }

    /// The same fault in one of several rows, counted from 1.
    #[must_use]
    pub fn in_row(self, row: usize) -> Self {
        Self { row: Some(row), ..self }
    }

    /// The field as the form names it: `due`, or `due.3` in row 3.
    pub fn name(&self) -> String {
        match self.row {
            Some(row) => format!("{}.{row}", self.field),
            None => self.field.to_owned(),
        }
    }
}

impl Worded for Fault {
    fn key(&self) -> &'static str {
        match self {
            Self::Missing => "fault-missing",
            Self::TooLong { .. } => "fault-too-long",
            Self::TooMany { .. } => "fault-too-many",
            Self::TooShort { .. } => "fault-too-short",
            Self::NotOneOf { .. } => "fault-not-one-of",
            Self::NotADay(_) => "fault-not-a-day",
            Self::NotAMoment(_) => "fault-not-a-moment",
            Self::NotANumber { .. } => "fault-not-a-number",
            Self::Unknown(_) => "fault-unknown",
            Self::Taken(_) => "fault-taken",
            Self::StateSecret(_) => "fault-state-secret",
            Self::ControlCharacter => "fault-control-character",
            Self::EndsBeforeStart => "fault-ends-before-start",
            Self::InTheFuture => "fault-in-the-future",
            Self::OutsideDays { .. } => "fault-outside-days",
            Self::Overlapping => "fault-overlapping",
            Self::NotYetThere { .. } => "fault-not-yet-there",
            Self::Unreadable(_) => "fault-unreadable",
            Self::BadForm(_) => "fault-bad-form",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLong { most, found } | Self::TooMany { most, found } => {
                vec![("most", most.to_string()), ("found", found.to_string())]
            }
            Self::TooShort { least, found } => {
                vec![("least", least.to_string()), ("found", found.to_string())]
            }
            Self::NotOneOf { found, allowed } => {
                vec![("found", found.clone()), ("allowed", allowed.clone())]
            }
            Self::NotADay(found)
            | Self::NotAMoment(found)
            | Self::Unknown(found)
            | Self::Unreadable(found)
            | Self::Taken(found) => vec![("found", found.clone())],
            Self::NotANumber { found, least, most } => vec![
                ("found", found.clone()),
                ("least", least.to_string()),
                ("most", most.to_string()),
            ],
            Self::StateSecret(mark) => vec![("mark", (*mark).to_owned())],
            Self::BadForm(example) => vec![("example", (*example).to_owned())],
            Self::OutsideDays { from, until } => {
                vec![("from", from.to_string()), ("until", until.to_string())]
            }
            Self::NotYetThere { found, day } => {
                vec![("found", found.clone()), ("day", day.to_string())]
            }
            Self::Missing
            | Self::ControlCharacter
            | Self::EndsBeforeStart
            | Self::InTheFuture
            | Self::Overlapping => vec![],
        }
    }
}

/// Reads a text field: trimmed, 1 to `most` characters, no control characters but line breaks,
/// no classification mark.
pub fn text(field: &'static str, given: &str, most: usize) -> Result<String, FieldError> {
    let text = optional_text(field, given, most)?;
    if text.is_empty() { Err(FieldError::new(field, Fault::Missing)) } else { Ok(text) }
}

/// As [`text`], but nothing is allowed too.
pub fn optional_text(field: &'static str, given: &str, most: usize) -> Result<String, FieldError> {
    let text = given.replace("\r\n", "\n").trim_matches([' ', '\u{3000}', '\n', '\t']).to_owned();
    let found = text.chars().count();
    if found > most {
        return Err(FieldError::new(field, Fault::TooLong { most, found }));
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(FieldError::new(field, Fault::ControlCharacter));
    }
    match secrecy::mark(&text) {
        Some(mark) => Err(FieldError::new(field, Fault::StateSecret(mark))),
        None => Ok(text),
    }
}

/// Reads one word of a closed list, by its Chinese word or its code.
pub fn word<T: crate::spelled::Spelled>(field: &'static str, given: &str) -> Result<T, FieldError> {
    if given.trim().is_empty() {
        return Err(FieldError::new(field, Fault::Missing));
    }
    T::read(given).ok_or_else(|| {
        let allowed: Vec<_> = T::ALL.iter().map(|value| value.chinese()).collect();
        let fault = Fault::NotOneOf { found: given.trim().to_owned(), allowed: allowed.join(" ") };
        FieldError::new(field, fault)
    })
}

/// Reads a civil day, `2015-06-18` or `2015/6/18`.
pub fn day(field: &'static str, given: &str) -> Result<Date, FieldError> {
    let given = given.trim();
    if given.is_empty() {
        return Err(FieldError::new(field, Fault::Missing));
    }
    read_day(given).ok_or_else(|| FieldError::new(field, Fault::NotADay(given.to_owned())))
}

fn read_day(text: &str) -> Option<Date> {
    let mut parts = text.split(['-', '/', '.']);
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    if parts.next().is_some() || !(1900..=2199).contains(&year) {
        return None;
    }
    Date::new(year, month, day).ok()
}

/// Reads a civil day and time of the county.
pub fn moment(field: &'static str, given: &str) -> Result<jiff::Timestamp, FieldError> {
    if given.trim().is_empty() {
        return Err(FieldError::new(field, Fault::Missing));
    }
    crate::instant::read_civil(given)
        .and_then(crate::instant::instant)
        .ok_or_else(|| FieldError::new(field, Fault::NotAMoment(given.trim().to_owned())))
}

/// Reads a whole number within bounds.
pub fn number(field: &'static str, given: &str, least: i64, most: i64) -> Result<i64, FieldError> {
    let found = given.trim();
    if found.is_empty() {
        return Err(FieldError::new(field, Fault::Missing));
    }
    found.parse().ok().filter(|value| (least..=most).contains(value)).ok_or_else(|| {
        FieldError::new(field, Fault::NotANumber { found: found.to_owned(), least, most })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_trimmed_bounded_and_free_of_marks() {
        assert_eq!(text("seen", "  有人在岗\u{3000}", 10), Ok("有人在岗".to_owned()));
        assert_eq!(text("seen", "   ", 10), Err(FieldError::new("seen", Fault::Missing)));
        assert_eq!(
            text("seen", "一二三四", 3),
            Err(FieldError::new("seen", Fault::TooLong { most: 3, found: 4 }))
        );
        assert_eq!(
            text("seen", "机密★", 10),
            Err(FieldError::new("seen", Fault::StateSecret("机密")))
        );
        assert_eq!(
            text("seen", "a\u{1b}[0m", 10),
            Err(FieldError::new("seen", Fault::ControlCharacter))
        );
    }

    #[test]
    fn days_are_read_as_people_write_them_and_never_guessed() {
        let day_of = |text| day("day", text).ok().map(|day| day.to_string());
        assert_eq!(day_of("2015/6/8"), Some("2015-06-08".to_owned()));
        assert_eq!(day_of("2015-02-29"), None);
        assert_eq!(day_of("18/06/2015"), None);
        assert_eq!(day_of("2015-06-18-1"), None);
    }
}
