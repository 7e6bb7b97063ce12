//! Versions of a rule: each holds from a day to a day, and no two of one code hold together.

use super::Unlawful;
use jiff::civil::Date;

/// The days on which a version holds, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    /// The first.
    pub from: Date,
    /// The last; `None` while it holds.
    pub until: Option<Date>,
}

impl Validity {
    /// Whether it holds on a day.
    pub fn holds(self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// A rule with versions.
pub trait Versioned {
    /// The code its versions share.
    fn code(&self) -> &str;
    /// When this one holds.
    fn validity(&self) -> Validity;
    /// Its Chinese and its English name.
    fn names(&self) -> (&str, &str);
    /// Where it stands.
    fn source(&self) -> &str;
}

/// Makes rows of rules versions of them: each has the fields `code`, `validity`, `zh`, `en` and `source`.
macro_rules! versioned {
    ($($rule:ty),+) => {
        $(impl $crate::law::versions::Versioned for $rule {
            fn code(&self) -> &str {
                &self.code
            }
            fn validity(&self) -> $crate::law::Validity {
                self.validity
            }
            fn names(&self) -> (&str, &str) {
                (&self.zh, &self.en)
            }
            fn source(&self) -> &str {
                &self.source
            }
        })+
    };
}

pub(super) use versioned;

/// A rule that comes into force or goes out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The first day on which it is so.
    pub day: Date,
    /// Whether it comes.
    pub comes: bool,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// Where it stands.
    pub source: String,
}

/// The rules that come or go after a day and until another.
pub fn turns<T: Versioned>(rows: &[T], after: Date, until: Date) -> Vec<Turn> {
    let soon = |day: &Date| *day > after && *day <= until;
    let turn = |row: &T, day, comes| {
        let ((zh, en), source) = (row.names(), row.source().to_owned());
        Turn { day, comes, zh: zh.to_owned(), en: en.to_owned(), source }
    };
    let of_row = |row: &T| {
        let Validity { from, until } = row.validity();
        let comes = Some(from).filter(soon).map(|day| turn(row, day, true));
        let gone = until.and_then(|last| last.tomorrow().ok()).filter(soon);
        comes.into_iter().chain(gone.map(|day| turn(row, day, false))).collect::<Vec<_>>()
    };
    rows.iter().flat_map(of_row).collect()
}

/// What is wrong with a file of the law.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LawError {
    /// It is not of the form.
    #[error("law/{file}: {fault}")]
    Form {
        /// The file.
        file: &'static str,
        /// What the reader said.
        fault: String,
    },
    /// A row that cannot be.
    #[error("law/{file}, `{code}`: {fault}")]
    Row {
        /// The file.
        file: &'static str,
        /// The code of the row.
        code: String,
        /// What is wrong with it.
        fault: &'static str,
    },
}

/// The version of a code that holds on a day.
pub fn in_force<'a, T: Versioned>(rows: &'a [T], code: &str, day: Date) -> Result<&'a T, Unlawful> {
    let mut versions = rows.iter().filter(|row| row.code() == code);
    if let Some(row) = versions.clone().find(|row| row.validity().holds(day)) {
        return Ok(row);
    }
    // The nearest version tells what it is called and when it comes into force, or went.
    let later = versions.clone().find(|row| row.validity().from > day);
    match later.or_else(|| versions.next_back()) {
        Some(row) => {
            let (zh, en) = row.names();
            let (name, validity) = ((zh.to_owned(), en.to_owned()), row.validity());
            Err(Unlawful::NotInForce { name, from: validity.from, until: validity.until, day })
        }
        None => Err(Unlawful::Unknown { code: code.to_owned() }),
    }
}

/// Refuses a source that is empty, days that run backwards, and versions that overlap.
pub fn check<T: Versioned>(file: &'static str, rows: &[T]) -> Result<(), LawError> {
    for (at, row) in rows.iter().enumerate() {
        let wrong = |fault| LawError::Row { file, code: row.code().to_owned(), fault };
        let Validity { from, until } = row.validity();
        if row.source().trim().is_empty() {
            return Err(wrong("it names no source"));
        }
        if until.is_some_and(|until| until < from) {
            return Err(wrong("its last day is before its first"));
        }
        let others = rows[..at].iter().filter(|other| other.code() == row.code());
        let overlaps = |other: &T| {
            let other = other.validity();
            other.holds(from) || until.is_none_or(|until| other.from <= until) && other.from >= from
        };
        if others.into_iter().any(overlaps) {
            return Err(wrong("two of its versions hold on one day"));
        }
    }
    Ok(())
}
