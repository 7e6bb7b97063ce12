//! What the county set itself (县里自定): terms that no law sets, within the bounds of the file, each
//! from a day on. The shipped rows stay as they are; these lie over them.

use super::{LawOn, Term, Unlawful};
use crate::term::Length;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// Between which lengths the county may set a term (上下限), both included and in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The shortest.
    pub least: Length,
    /// The longest.
    pub most: Length,
}

impl Bounds {
    /// Whether a length is of their unit and lies between them.
    pub fn hold(self, length: Length) -> bool {
        self.least.unit() == length.unit()
            && self.most.unit() == length.unit()
            && (self.least.count()..=self.most.count()).contains(&length.count())
    }
}

/// A term as the county confirmed it (已确认的期限调整).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountyTerm {
    /// The code of the term.
    pub code: String,
    /// How long it is.
    pub length: Length,
    /// From which day on.
    pub from: Date,
    /// The county's paper that says so.
    pub source: String,
}

/// Everything the county confirmed, in the order it did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CountyLaw {
    terms: Vec<CountyTerm>,
}

/// A term as it was in force on a day: the row of the file, and what the county laid over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermOn<'a> {
    /// The row of the file.
    pub term: &'a Term,
    /// What the county set instead.
    pub county: Option<&'a CountyTerm>,
}

impl<'a> TermOn<'a> {
    /// How long it was.
    pub fn length(self) -> Length {
        self.county.map_or(self.term.length, |county| county.length)
    }

    /// Where that stands.
    pub fn source(self) -> &'a str {
        self.county.map_or(&self.term.source, |county| &county.source)
    }
}

impl CountyLaw {
    /// Lays one more over those there are.
    pub fn add(&mut self, term: CountyTerm) {
        self.terms.push(term);
    }

    /// Takes back all but the first `count`.
    pub fn truncate(&mut self, count: usize) {
        self.terms.truncate(count);
    }

    /// Everything that was confirmed, in order.
    pub fn terms(&self) -> &[CountyTerm] {
        &self.terms
    }

    /// A term as it was in force on a day.
    ///
    /// What the county set ends where the row ends that it was laid over: a new row is new law.
    ///
    /// # Errors
    /// No row of the file was in force, or nobody knows the code.
    pub fn term<'a>(&'a self, on: LawOn<'a>, code: &str) -> Result<TermOn<'a>, Unlawful> {
        let term = on.term(code)?;
        let since = term.validity.from;
        let holds = |one: &&CountyTerm| one.code == code && (since..=on.day).contains(&one.from);
        let county = self.terms.iter().filter(holds).max_by_key(|one| one.from);
        Ok(TermOn { term, county: county.filter(|_| term.county.is_some()) })
    }

    /// What the digest is taken of: a line for each, in the order they were confirmed.
    pub fn text(&self) -> String {
        let line = |one: &CountyTerm| {
            let CountyTerm { code, length, from, source } = one;
            format!("{code}\t{length}\t{from}\t{source}\n")
        };
        self.terms.iter().map(line).collect()
    }

    /// SHA-256 of [`CountyLaw::text`]; `None` while nothing was ever confirmed.
    pub fn digest(&self) -> Option<[u8; 32]> {
        (!self.terms.is_empty()).then(|| Sha256::digest(self.text()).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Law;
    use jiff::civil::date;

    fn set(code: &str, length: &str, from: Date) -> CountyTerm {
        let (code, source) = (code.to_owned(), "千办发〔2016〕3号".to_owned());
        CountyTerm { code, length: length.parse().unwrap(), from, source }
    }

    #[test]
    fn the_countys_term_holds_from_its_first_day_and_the_latest_wins() {
        let mut county = CountyLaw::default();
        let length = |county: &CountyLaw, day| {
            let on = Law::shipped().on(day);
            county.term(on, "statement_window").unwrap().length().to_string()
        };
        county.add(set("statement_window", "10wd", date(2016, 5, 1)));
        county.add(set("statement_window", "7wd", date(2016, 3, 1)));
        county.add(set("rectification", "20d", date(2016, 3, 1)));
        assert_eq!(length(&county, date(2016, 2, 29)), "5wd");
        assert_eq!(length(&county, date(2016, 3, 1)), "7wd");
        assert_eq!(length(&county, date(2016, 5, 1)), "10wd");
    }

    #[test]
    fn a_new_row_of_the_law_ends_what_the_county_set_and_what_the_law_sets_stays() {
        let mut county = CountyLaw::default();
        county.add(set("remedy_ask", "5d", date(2015, 3, 1)));
        let on = |day| Law::shipped().on(day);
        for day in [date(2015, 6, 1), date(2016, 8, 1)] {
            assert_eq!(county.term(on(day), "remedy_ask").unwrap().county, None);
        }
    }

    #[test]
    fn the_digest_is_that_of_the_lines_in_the_order_of_confirmation() {
        let mut county = CountyLaw::default();
        assert_eq!(county.digest(), None);
        county.add(set("revisit", "60d", date(2016, 3, 1)));
        assert_eq!(county.text(), "revisit\t60d\t2016-03-01\t千办发〔2016〕3号\n");
        let one = county.digest();
        county.add(set("rectification", "20d", date(2016, 3, 1)));
        assert_ne!(county.digest(), one);
        county.truncate(1);
        assert_eq!(county.digest(), one);
    }

    #[test]
    fn bounds_hold_lengths_of_their_unit_alone() {
        let length = |text: &str| text.parse().unwrap();
        let bounds = Bounds { least: length("3wd"), most: length("15wd") };
        for (text, held) in
            [("2wd", false), ("3wd", true), ("15wd", true), ("16wd", false), ("5d", false)]
        {
            assert_eq!(bounds.hold(length(text)), held, "{text}");
        }
    }
}
