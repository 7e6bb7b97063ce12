//! The terms that the county sets itself, as the desk's pages show them: how long each is, within
//! which bounds, and when it would end.

use crate::part::Choice;
use crate::words::Words;
use jiff::civil::Date;
use qz_domain::calendar::Calendar;
use qz_domain::law::{Bounds, CountyLaw, Law, Term, TermOn};
use qz_domain::term::{Due, Length, due};

/// A term that the county may set, with its bounds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settable<'a> {
    pub now: TermOn<'a>,
    pub bounds: Bounds,
}

/// Those in force on a day, in the order of the file.
pub(super) fn settable(county: &CountyLaw, day: Date) -> Vec<Settable<'_>> {
    let on = Law::shipped().on(day);
    let read = |term: &Term| {
        let now = county.term(on, &term.code).ok()?;
        Some(Settable { now, bounds: now.term.county? })
    };
    on.terms().filter_map(read).collect()
}

/// What a term is called.
pub(super) fn name(words: Words, term: &Term) -> String {
    words.unit(&term.zh, &term.en).to_owned()
}

/// What the term of a code is called on a day; the code itself where there is none.
pub(in crate::page) fn name_of(words: Words, code: &str, day: Date) -> String {
    let found = Law::shipped().on(day).term(code);
    found.map_or_else(|_| code.to_owned(), |term| name(words, term))
}

/// The day on which a length ends that is counted from a day.
pub(super) fn ends(words: Words, calendar: &Calendar, (from, length): (Date, Length)) -> String {
    match due(calendar, from, length) {
        Due::Fixed(day) => words.date(day),
        Due::AwaitingCalendar { not_before, .. } => {
            words.say_with("law-ends-open", &[("day", words.date(not_before).into())])
        }
    }
}

/// The terms as choices, each with its present length and its bounds.
pub(super) fn choices(words: Words, county: &CountyLaw, day: Date, chosen: &str) -> Vec<Choice> {
    let choice = |one: &Settable<'_>| {
        let said = [
            ("name", name(words, one.now.term).into()),
            ("now", words.length(one.now.length()).into()),
            ("least", words.length(one.bounds.least).into()),
            ("most", words.length(one.bounds.most).into()),
        ];
        Choice::new(one.now.term.code.clone(), words.say_with("law-choice", &said), chosen)
    };
    let first = Choice::new("", words.say("matter-choose"), chosen);
    std::iter::once(first).chain(settable(county, day).iter().map(choice)).collect()
}
