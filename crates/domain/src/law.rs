//! The law by date (法规): which measures, grounds and terms were in force on a day, and who may decide
//! what for whom.
//!
//! The files `law/*.toml` hold one row for each version of a rule, with its first day, its last and
//! its source. A county's change is a new row, never an edit of an old one: what was decided under a
//! rule is judged by that rule.

mod authority;
mod cap;
pub mod change;
mod county;
mod files;
mod leave;
mod question;
mod requirement;
mod shipped;
mod unlawful;
mod versions;

pub use authority::{DecidedSubject, DecidingOrgan, Nearness, OrganFunction};
pub use cap::{Cap, Per};
pub use county::{Bounds, CountyLaw, CountyTerm, TermOn};
pub use files::LawFile;
pub use leave::{Counts, Entitlement, Leave, Tier};
pub use question::Question;
pub use requirement::Requirement;
pub use unlawful::Unlawful;
pub use versions::{LawError, Turn, Validity};

use crate::post::Rank;
use crate::term::Length;
use crate::weight::Weight;
use authority::{Authority, Organ};
use jiff::ToSpan;
use jiff::civil::Date;
use std::sync::LazyLock;
use versions::{Versioned, in_force, turns, versioned};

/// Every rule the product knows, of all dates.
#[derive(Debug)]
pub struct Law {
    measures: Vec<Measure>,
    grounds: Vec<Ground>,
    terms: Vec<Term>,
    caps: Vec<Cap>,
    leaves: Vec<Leave>,
    organs: Vec<Organ>,
    authority: Vec<Authority>,
    questions: Vec<Question>,
    requirements: Vec<Requirement>,
}

/// The rules as they were on a day.
#[derive(Debug, Clone, Copy)]
pub struct LawOn<'a> {
    law: &'a Law,
    day: Date,
}

/// A measure of accountability (问责措施).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its code in records.
    pub code: String,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// Whether a unit can be its subject.
    pub on_units: bool,
    /// Whether a person can be its subject.
    pub on_persons: bool,
    /// Whether another organ decides it and only its outcome is kept here.
    pub is_record_only: bool,
    /// How long it bears on promotion and awards (影响期), where it does.
    pub period: Option<Length>,
    /// Between which lengths it is imposed, where it lasts (执行期限); its decision states one.
    pub lasts: Option<Bounds>,
    /// Where it stands in the law.
    pub source: String,
    /// In how light a procedure it may be decided on.
    pub lightest: Weight,
    weight: i64,
    validity: Validity,
}

impl Measure {
    /// Whether it weighs more than another.
    pub fn is_heavier_than(&self, other: &Self) -> bool {
        self.weight > other.weight
    }

    /// The last day it bears on promotion and awards when it is decided on a day; `None` where it
    /// has no such period.
    pub fn bears_until(&self, decided: Date) -> Option<Date> {
        Some(end(decided, self.period?))
    }

    /// The last day of a measure that lasts, counted from a day; it ends by itself.
    pub fn runs_until(&self, from: Date, length: Length) -> Option<Date> {
        self.lasts.filter(|bounds| bounds.hold(length)).map(|_| end(from, length))
    }
}

/// A ground of accountability (依据): an article in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// Its code in records.
    pub code: String,
    /// Its Chinese name: the rule and the article.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// What it says, in our own words.
    pub summary: String,
    /// Number and year of the rule.
    pub source: String,
    validity: Validity,
}

/// A term of the law, or of the county where the law has none (期限).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its code.
    pub code: String,
    /// What runs, in Chinese.
    pub zh: String,
    /// What runs, in English.
    pub en: String,
    /// How long, as the file has it.
    pub length: Length,
    /// Between which lengths the county may set it; `None` where the law sets it.
    pub county: Option<Bounds>,
    /// Where it stands in the law, or that it is the county's own.
    pub source: String,
    validity: Validity,
}

/// The day a length of the calendar ends: what is imposed on somebody is not made longer by a rest day.
fn end(from: Date, length: Length) -> Date {
    let span = match length {
        Length::Days(count) | Length::Workdays(count) => i32::from(count).days(),
        Length::Months(count) => i32::from(count).months(),
    };
    from.saturating_add(span)
}

impl Law {
    /// The rules that come with the product.
    ///
    /// # Panics
    /// Where a shipped file is broken; a test reads them all.
    #[expect(clippy::expect_used, reason = "compiled in, and read by a test")]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Law> =
            LazyLock::new(|| shipped::read(&shipped::FILES).expect("the files of law/"));
        &SHIPPED
    }

    /// The rules as they were on a day.
    pub fn on(&self, day: Date) -> LawOn<'_> {
        LawOn { law: self, day }
    }
}

impl<'a> LawOn<'a> {
    /// A measure that was in force.
    ///
    /// # Errors
    /// It was not, or nobody knows it.
    pub fn measure(self, code: &str) -> Result<&'a Measure, Unlawful> {
        in_force(&self.law.measures, code, self.day)
    }

    /// Whether a measure may be decided on in a procedure of a weight.
    ///
    /// # Errors
    /// The measure was not in force, or asks for more than that.
    pub fn fits(self, measure: &str, weight: Weight) -> Result<(), Unlawful> {
        let measure = self.measure(measure)?;
        if measure.lightest <= weight {
            return Ok(());
        }
        Err(Unlawful::TooLight { measure: (measure.zh.clone(), measure.en.clone()), weight })
    }

    /// Whether an organ of some functions decides for the whole county.
    pub fn reaches_the_county(self, functions: &[OrganFunction]) -> bool {
        self.law.authority.iter().any(|row| {
            row.validity.holds(self.day)
                && row.reach == Nearness::County
                && row.organ.is_some_and(|function| functions.contains(&function))
        })
    }

    /// The last day of a measure that lasts, counted from a day; `None` where it has no length.
    pub fn runs_until(self, measure: &str, (from, length): (Date, Length)) -> Option<Date> {
        self.measure(measure).ok()?.runs_until(from, length)
    }

    /// Every measure that was in force, in the order of the file.
    pub fn measures(self) -> impl Iterator<Item = &'a Measure> {
        self.law.measures.iter().filter(move |row| row.validity().holds(self.day))
    }

    /// A ground that was in force.
    ///
    /// # Errors
    /// It was not, or nobody knows it.
    pub fn ground(self, code: &str) -> Result<&'a Ground, Unlawful> {
        in_force(&self.law.grounds, code, self.day)
    }

    /// Every ground that was in force, in the order of the file.
    pub fn grounds(self) -> impl Iterator<Item = &'a Ground> {
        self.law.grounds.iter().filter(move |row| row.validity().holds(self.day))
    }

    /// A term that was in force.
    ///
    /// # Errors
    /// It was not, or nobody knows it.
    pub fn term(self, code: &str) -> Result<&'a Term, Unlawful> {
        in_force(&self.law.terms, code, self.day)
    }

    /// Every term that was in force, in the order of the file.
    pub fn terms(self) -> impl Iterator<Item = &'a Term> {
        self.law.terms.iter().filter(move |row| row.validity().holds(self.day))
    }

    /// A cap that was in force; `None` on a day that had none.
    pub fn cap(self, code: &str) -> Option<&'a Cap> {
        in_force(&self.law.caps, code, self.day).ok()
    }

    /// Every cap that was in force, in the order of the file.
    pub fn caps(self) -> impl Iterator<Item = &'a Cap> {
        self.law.caps.iter().filter(move |row| row.validity().holds(self.day))
    }

    /// A leave that was in force.
    ///
    /// # Errors
    /// It was not, or nobody knows it.
    pub fn leave(self, code: &str) -> Result<&'a Leave, Unlawful> {
        in_force(&self.law.leaves, code, self.day)
    }

    /// Every leave that was in force, in the order of the file.
    pub fn leaves(self) -> impl Iterator<Item = &'a Leave> {
        self.law.leaves.iter().filter(move |row| row.validity().holds(self.day))
    }

    /// Every question of tolerance that was in force, in the order of the file.
    pub fn questions(self) -> impl Iterator<Item = &'a Question> {
        self.law.questions.iter().filter(move |row| row.validity().holds(self.day))
    }

    /// What must be there first on a day; `None` where nothing of the kind was asked for.
    pub fn requirement(self, code: &str) -> Option<&'a Requirement> {
        in_force(&self.law.requirements, code, self.day).ok()
    }

    /// Everything that must be there first on a day, in the order of the file.
    pub fn requirements(self) -> impl Iterator<Item = &'a Requirement> {
        self.law.requirements.iter().filter(move |row| row.validity().holds(self.day))
    }

    /// The rules that come or go after this day and until another, in the order of the days.
    pub fn turns(self, until: Date) -> Vec<Turn> {
        let Law { measures, grounds, terms, caps, leaves, questions, requirements, .. } = self.law;
        let mut found = turns(measures, self.day, until);
        found.extend(turns(grounds, self.day, until));
        found.extend(turns(terms, self.day, until));
        found.extend(turns(caps, self.day, until));
        found.extend(turns(leaves, self.day, until));
        found.extend(turns(questions, self.day, until));
        found.extend(turns(requirements, self.day, until));
        found.sort_by_key(|turn| turn.day);
        found
    }

    /// What an organ of this name is for.
    pub fn functions(self, name: &str) -> Vec<OrganFunction> {
        let fits = |organ: &&Organ| organ.validity.holds(self.day) && organ.is_named(name);
        let mut found: Vec<_> =
            self.law.organs.iter().filter(fits).map(|organ| organ.function).collect();
        found.dedup();
        found
    }

    /// Who may decide on a measure, in the order of the file.
    pub fn deciders(self, measure: &'a str) -> impl Iterator<Item = Decider> {
        let rows = self.law.authority.iter().filter(move |row| {
            row.validity.holds(self.day) && row.measures.iter().any(|code| code == measure)
        });
        rows.map(|row| Decider { organ: row.organ, reach: row.reach, up_to: row.up_to })
    }

    /// Whether an organ may decide on a measure for a subject.
    ///
    /// # Errors
    /// The measure was not in force, is another organ's to decide, or lies outside the authority.
    pub fn authority(
        self,
        measure: &str,
        organ: &DecidingOrgan,
        subject: DecidedSubject,
    ) -> Result<(), Unlawful> {
        let measure = self.measure(measure)?;
        let name = || (measure.zh.clone(), measure.en.clone());
        if measure.is_record_only {
            return Err(Unlawful::RecordOnly { measure: name() });
        }
        let is_possible = match subject {
            DecidedSubject::Unit => measure.on_units,
            DecidedSubject::Person(_) => measure.on_persons,
        };
        let may = |row: &Authority| {
            row.validity.holds(self.day) && row.allows(&measure.code, organ, subject)
        };
        if is_possible && self.law.authority.iter().any(may) {
            return Ok(());
        }
        Err(Unlawful::OutsideAuthority { measure: name(), subject })
    }
}

/// One row of who may decide on a measure (有权机关).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decider {
    /// What the organ is for; `None`: any unit.
    pub organ: Option<OrganFunction>,
    /// How far it reaches.
    pub reach: Nearness,
    /// For persons up to this rank; `None`: for units.
    pub up_to: Option<Rank>,
}

versioned!(Measure, Ground, Term, Cap, Leave, Question, Requirement);
