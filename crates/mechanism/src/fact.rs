//! Facts (事实): what schemes and prompts may ask about. Each source says what a row of it is about and which fields a row
//! has, both by either name; the county's records fill them. A field that only schemes of one county know is none.

mod attendance;

use std::fmt;

/// What a row of a source is about (粒度).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// A person.
    Person,
}

/// What the values of a field are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number, never below 0.
    Count,
}

/// What a count counts (计量单位).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Days.
    Days,
    /// Half-days.
    HalfDays,
    /// Minutes.
    Minutes,
    /// Points at which one is to punch.
    Points,
}

/// A field of a source (字段).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its English name, and its Chinese one.
    pub names: (&'static str, &'static str),
    /// What its values are.
    pub kind: Kind,
    /// What they count.
    pub measure: Measure,
    /// What it means, in one sentence.
    pub means: &'static str,
}

/// A source of facts (事实来源).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Its English name, and its Chinese one.
    pub names: (&'static str, &'static str),
    /// What a row is about.
    pub grain: Grain,
    /// The fields of a row, in their order.
    pub fields: &'static [Field],
}

/// Every source there is.
pub const SOURCES: &[Source] = &[attendance::ATTENDANCE];

/// The source of a name in either language.
pub fn source(name: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| is_called(source.names, name))
}

impl Source {
    /// The place of the field of a name in either language.
    pub fn field(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| is_called(field.names, name))
    }
}

fn is_called((english, chinese): (&str, &str), name: &str) -> bool {
    english == name || chinese == name
}

impl fmt::Display for Grain {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person => out.write_str("person"),
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Days => "days",
            Self::HalfDays => "half-days",
            Self::Minutes => "minutes",
            Self::Points => "points",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_name_means_two_things_and_either_finds_it() {
        for source in SOURCES {
            let names = source.fields.iter().flat_map(|field| [field.names.0, field.names.1]);
            let names: Vec<_> = names.collect();
            let once: BTreeSet<_> = names.iter().collect();
            assert_eq!(once.len(), names.len(), "{}", source.names.0);
            for (place, field) in source.fields.iter().enumerate() {
                assert_eq!(source.field(field.names.0), Some(place));
                assert_eq!(source.field(field.names.1), Some(place));
                assert!(field.means.ends_with('.'), "{}", field.names.0);
            }
        }
        assert_eq!(source("考勤"), source("attendance"));
        assert!(source("attendance").is_some() && source("gossip").is_none());
    }
}
