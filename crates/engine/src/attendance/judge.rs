//! A book of rules and a stretch of days, ready to judge by.

use super::calendar::{DayKind, Days};
use super::careful::Workbench;
use super::limits::Limits;
use super::owed::on_duty;
use super::person::Posting;
use super::quick::Quick;
use super::time::DayNumber;
use jiff::civil::Weekday;
use qz_mechanism::attendance::{Rule, RuleBook};

/// Judges person-days of one stretch.
#[derive(Debug)]
pub struct Judge<'a> {
    pub(super) book: &'a RuleBook,
    pub(super) days: &'a Days,
    /// The limits of each version.
    pub(super) limits: Vec<Limits>,
    codes: Vec<Code>,
}

/// A code with its versions and, for each day, what nearly every person-day of it is judged by.
#[derive(Debug)]
struct Code {
    name: String,
    /// The first day of each version in the days' numbers, and its place in the book.
    versions: Vec<(DayNumber, u16)>,
    quick: Vec<Option<Quick>>,
}

/// A code no rule has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no rule is called {0}")]
pub struct UnknownCode(pub String);

impl<'a> Judge<'a> {
    /// Makes ready.
    pub fn new(book: &'a RuleBook, days: &'a Days) -> Self {
        let limits = book.rules().iter().map(Limits::of).collect();
        let mut judge = Self { book, days, limits, codes: vec![] };
        for (place, rule) in (0_u16..).zip(book.rules()) {
            let version = (super::time::day_number(rule.from), place);
            match judge.codes.last_mut().filter(|code| code.name == rule.code) {
                Some(code) => code.versions.push(version),
                None => judge.codes.push(Code {
                    name: rule.code.clone(),
                    versions: vec![version],
                    quick: vec![],
                }),
            }
        }
        let mut bench = Workbench::default();
        for code in 0..judge.codes.len() {
            let own = u32::try_from(code).unwrap_or(u32::MAX);
            let quick = days.range().map(|day| Quick::of(&judge, own, day, &mut bench)).collect();
            judge.codes[code].quick = quick;
        }
        judge
    }

    /// The number of a rule's code, for postings.
    ///
    /// # Errors
    /// Where the book has no such rule.
    pub fn code(&self, name: &str) -> Result<u32, UnknownCode> {
        let found = self.codes.iter().position(|code| code.name == name);
        let unknown = || UnknownCode(name.to_owned());
        found.and_then(|at| u32::try_from(at).ok()).ok_or_else(unknown)
    }

    /// The versions of the rules that rows name.
    pub fn rules(&self) -> &'a [Rule] {
        self.book.rules()
    }

    /// The days that are judged.
    pub fn days(&self) -> &'a Days {
        self.days
    }

    /// The version of a code that binds on a day.
    pub(super) fn version(&self, code: u32, day: DayNumber) -> Option<u16> {
        let versions = &self.codes.get(code as usize)?.versions;
        versions.iter().rev().find(|(from, _)| *from <= day).map(|(_, place)| *place)
    }

    /// What the days of a code are nearly always judged by, from the first day of the stretch on.
    pub(super) fn quick(&self, code: u32) -> &[Option<Quick>] {
        self.codes.get(code as usize).map_or(&[], |code| &code.quick)
    }

    /// The rule a posting puts somebody under on a day.
    pub(super) fn rule(
        &self,
        posting: Option<&Posting>,
        day: DayNumber,
    ) -> Option<(u16, &'a Rule)> {
        let place = self.version(posting?.code, day)?;
        Some((place, self.book.rules().get(usize::from(place))?))
    }

    /// Whether a rule asks anything of people on a day.
    pub(super) fn is_worked(&self, rule: &Rule, day: DayNumber) -> bool {
        let kind = self.days.kind(day);
        let is_on = kind == DayKind::Work || (rule.is_every_day && kind != DayKind::Unknown);
        is_on && !rule.is_exempt && self.is_among_weekdays(rule, day)
    }

    /// Whether a day is none of a part-time rule's days off.
    pub(super) fn is_among_weekdays(&self, rule: &Rule, day: DayNumber) -> bool {
        rule.weekdays.is_none_or(|days| {
            let at = Weekday::to_monday_zero_offset(self.days.date(day).weekday());
            usize::try_from(at).ok().and_then(|at| days.get(at)).copied().unwrap_or(false)
        })
    }

    /// Whether somebody was on the roster for a duty on a day.
    pub(super) fn had_duty(&self, postings: &[Posting], day: DayNumber) -> Option<&'a Rule> {
        let (_, rule) = self.rule(super::person::posted(postings, day), day)?;
        (self.is_worked(rule, day) && on_duty(rule, self.days.date(day))).then_some(rule)
    }
}
