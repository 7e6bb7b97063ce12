//! The part of the page that is about terms: points in time, what they are put together from, lengths, stretches.

use super::table::{heads, names, section, typed};
use crate::grammar::Twin;
use crate::language::Language;
use crate::term::length::MEASURES;
use crate::term::point::{ANCHORS, Anchor, Point, SPANS, Span};
use crate::term::window::NAMED;
use crate::term::{Length, Measure, Window};
use jiff::civil::date;

/// A point of each form.
pub(super) const POINTS: [Point; 12] = [
    Point::DayOfMonth(20),
    Point::EndOf(Span::Month),
    Point::Weekday(2),
    Point::AfterStart(Span::Month, 3, Measure::WorkingDays),
    Point::AfterEnd(Span::Month, 5, Measure::WorkingDays),
    Point::After(Anchor::Receipt, 7, Measure::Days),
    Point::BeforeDue(3, Measure::Days),
    Point::DayOfNextMonth(5),
    Point::DayAfterQuarter(10),
    Point::DayOfYear(12, 31),
    Point::SameDay,
    Point::On(date(2015, 12, 31)),
];

/// The sections, in their order.
pub(super) fn sections(language: Language) -> Vec<String> {
    vec![points(language), parts(language), lengths(language), windows(language)]
}

const fn means(point: Point) -> Twin {
    match point {
        Point::DayOfMonth(_) => ("周期当月的这一天", "that day of the month of the cycle"),
        Point::DayOfNextMonth(_) => ("下个月的这一天", "that day of the month after"),
        Point::DayAfterQuarter(_) => {
            ("季度过后第一个月的这一天", "that day of the first month after the quarter")
        }
        Point::DayOfYear(..) => ("每年的这一天", "that day of the year"),
        Point::EndOf(_) => ("这一段的最后一天", "the last day of the stretch"),
        Point::Weekday(_) => ("每周的这一天", "that day of each week"),
        Point::AfterStart(..) => ("这一段开始以后这么久", "so long after the stretch begins"),
        Point::AfterEnd(..) => ("这一段过完以后这么久", "so long after the stretch ends"),
        Point::After(..) => ("某件事以后这么久", "so long after something happened"),
        Point::BeforeDue(..) => ("到期以前这么久", "so long before the term"),
        Point::On(_) => ("就是这一天", "that very day"),
        Point::SameDay => ("当天", "the same day"),
    }
}

/// Both ways something is written, that of the page's language first.
fn written(write: impl Fn(Language) -> String, language: Language) -> [String; 2] {
    let (zh, en) = (write(Language::Chinese), write(Language::English));
    names((&zh, &en), language)
}

fn points(language: Language) -> String {
    let says = language.of((
        "数可以换，段、事和计量也可以换成下面两张表里的。以数字开头的要加引号。",
        "Numbers may be others, and stretches, events and measures those of the tables below. What begins with a digit is quoted.",
    ));
    let rows = POINTS.map(|point| {
        let [one, other] = written(|language| point.write(language), language);
        [one, other, language.of(means(point)).to_owned()]
    });
    let [one, other] = heads(language);
    let columns = [one, other, language.of(("意思", "what it means"))];
    section((2, language.of(("时点", "Points in time")), says), columns, rows)
}

fn parts(language: Language) -> String {
    let (span, anchor) = (("段", "stretch"), ("从什么事算起", "what it runs from"));
    let spans = SPANS.iter().map(|(_, names)| (span, *names));
    let anchors = ANCHORS.iter().map(|(_, names)| (anchor, *names));
    let rows = spans.chain(anchors).map(|(is, twin)| {
        let [one, other] = names(twin, language);
        [language.of(is).to_owned(), one, other]
    });
    let [one, other] = heads(language);
    section((3, language.of(("段和事", "Stretches and events")), ""), ["", one, other], rows)
}

fn lengths(language: Language) -> String {
    let of = |(_, zh, en): &(Measure, &[&str], &str)| {
        let zh: Vec<String> = zh.iter().map(|zh| typed(&format!("3{zh}"))).collect();
        let (zh, en) = (zh.join("、"), typed(&format!("3{en}")));
        match language {
            Language::Chinese => [zh, en],
            Language::English => [en, zh],
        }
    };
    let forever = written(|language| Length::Forever.write(language), language);
    let says = language.of(("一个数加一个计量。", "A number and a measure."));
    let heading = (2, language.of(("时长", "Lengths of time")), says);
    section(heading, heads(language), MEASURES.iter().map(of).chain([forever]))
}

fn windows(language: Language) -> String {
    let named = NAMED.iter().map(|(window, _)| *window);
    let last = [Window::Last(12, Measure::Months), Window::Last(30, Measure::Days)];
    let rows = named.chain(last).map(|window| written(|language| window.write(language), language));
    let says = language.of((
        "规则看多长时间的事实；“近”后面可以是任何不短于一天的时长。",
        "The stretch that a rule reads its facts over; after *last* any length of a day or more may stand.",
    ));
    section((2, language.of(("一段时间", "Stretches of time")), says), heads(language), rows)
}
