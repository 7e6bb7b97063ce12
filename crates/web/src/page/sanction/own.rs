//! What sanctions amount to, in words, line by line; where the subject may turn; and how that stands in one's own record.

use super::HOME;
use super::show::stage_light;
use crate::part::{Light, Link};
use crate::words::Words;
use askama::Template;
use jiff::civil::Date;
use qz_domain::law::Law;
use qz_domain::sanction::{Because, Combined, Sanction};
use qz_domain::spelled::Spelled;

/// The sanctions of one's own record.
#[derive(Template)]
#[template(path = "sanction/own.html")]
pub(in crate::page) struct OwnSanctions {
    words: Words,
    rows: Vec<(Light, Link, String, String)>,
    sum: String,
    lines: Vec<String>,
}

/// Its own template has escaped what stands in it.
impl askama::filters::HtmlSafe for OwnSanctions {}

/// Draws them; without any there is nothing to draw.
pub(in crate::page) fn own(
    words: Words,
    (rows, combined): &(Vec<Sanction>, Option<Combined>),
) -> Option<OwnSanctions> {
    let row = |one: &Sanction| {
        let name = format!("{} · {} {}", words.term(one.kind), one.organ, one.number);
        let link = Link::new(format!("{HOME}/{}", one.id), name);
        (stage_light(words, one.stage), link, words.date(one.decided_on), remedy(words, one))
    };
    (!rows.is_empty()).then(|| OwnSanctions {
        words,
        rows: rows.iter().map(row).collect(),
        sum: sum(words, combined.as_ref()),
        lines: lines(words, combined.as_ref()),
    })
}

/// What they amount to, in one sentence.
pub(super) fn sum(words: Words, combined: Option<&Combined>) -> String {
    let Some(Combined { kind, until, .. }) = combined else {
        return words.say("sanction-sum-none");
    };
    let kind = ("kind", words.term(*kind).into());
    match until {
        Some(day) => {
            words.say_with("sanction-sum-until", &[kind, ("day", words.date(*day).into())])
        }
        None => words.say_with("sanction-sum-endless", &[kind]),
    }
}

/// How that was worked out, a line for each step of it.
pub(super) fn lines(words: Words, combined: Option<&Combined>) -> Vec<String> {
    let because = combined.map_or(&[][..], |found| &found.because);
    because.iter().map(|line| said(words, line)).collect()
}

/// A number of months in words.
pub(super) fn months(words: Words, count: i64) -> String {
    words.say_with("matter-months", &[("count", count.into())])
}

fn said(words: Words, line: &Because) -> String {
    let date = |day: Date| words.date(day).into();
    match *line {
        Because::One { kind, day, months: count, until } => {
            let source = source(words, kind.code(), day);
            let values = [
                ("day", date(day)),
                ("kind", words.term(kind).into()),
                ("months", months(words, count).into()),
                ("until", date(until)),
                ("source", source.into()),
            ];
            words.say_with("sanction-because-one", &values)
        }
        Because::Heaviest { kind, day, count } => {
            let values =
                [("day", date(day)), ("count", count.into()), ("kind", words.term(kind).into())];
            words.say_with("sanction-because-heaviest", &values)
        }
        Because::Same { kind, day, count, least, most, months: held, until } => {
            let values = [
                ("day", date(day)),
                ("count", count.into()),
                ("kind", words.term(kind).into()),
                ("least", months(words, least).into()),
                ("most", months(words, most).into()),
                ("months", months(words, held).into()),
                ("until", date(until)),
            ];
            words.say_with("sanction-because-same", &values)
        }
        Because::Running { earlier, months: count, until } => {
            let values = [
                ("earlier", date(earlier)),
                ("months", months(words, count).into()),
                ("until", date(until)),
            ];
            words.say_with("sanction-because-running", &values)
        }
        Because::Capped { until } => {
            words.say_with("sanction-because-capped", &[("until", date(until))])
        }
        Because::Lifted { until } => {
            words.say_with("sanction-because-lifted", &[("until", date(until))])
        }
        Because::Endless { day } => {
            words.say_with("sanction-because-endless", &[("day", date(day))])
        }
    }
}

fn source(words: Words, code: &str, day: Date) -> String {
    let found = Law::shipped().on(day).measure(code);
    found.map_or_else(|_| words.term_of("sanction-kind", code), |rule| rule.source.clone())
}

/// Where the subject may turn and within which term, by the law of the day of the decision; empty where none is known.
pub(super) fn remedy(words: Words, row: &Sanction) -> String {
    let Ok(term) = Law::shipped().on(row.decided_on).term(row.imposer.remedy()) else {
        return String::new();
    };
    let values = [
        ("organ", row.organ.clone().into()),
        ("length", words.length(term.length).into()),
        ("source", term.source.clone().into()),
    ];
    words.say_with(&format!("sanction-remedy-{}", row.imposer.code()), &values)
}
