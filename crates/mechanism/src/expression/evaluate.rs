//! Works an expression out (求值) for a subject. Nothing here fails: what cannot be said is missing.

mod aggregate;
mod arithmetic;
mod day;
mod seen;
mod window;

pub(super) use seen::Seen;

use super::Expression;
use super::function::Function;
use super::node::{At, Reading, Step};
use super::operator::Comparison;
use super::scope::Fold;
use super::value::{Kind, Value};
use jiff::civil::Date;
use qz_domain::calendar::Calendar;
use std::cmp::Ordering;

/// Whom an expression is asked of (对象): a person, a unit, a matter, by the rows of facts about it.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The rows of this window, in order of time; the values of a row in the order of the scope's fields. A value that
    /// is not there, or of another kind than its field, is missing.
    pub rows: &'a [&'a [Value]],
    /// The rows of the windows before, the latest first.
    pub earlier: &'a [Vec<&'a [Value]>],
}

/// When an expression is asked (运行环境).
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Which days are worked.
    pub calendar: &'a Calendar,
    /// The day of the run: intervals without an end run to it.
    pub today: Date,
}

/// Where a step looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'a> {
    /// The rows of the window.
    pub rows: &'a [&'a [Value]],
    /// The row at hand, within a function over rows.
    pub row: Option<&'a [Value]>,
    /// The windows before.
    pub earlier: &'a [Vec<&'a [Value]>],
    /// When.
    pub context: &'a Context<'a>,
}

impl<'a> Frame<'a> {
    /// This window of a subject.
    pub fn new(subject: &Subject<'a>, context: &'a Context<'a>) -> Self {
        Self { rows: subject.rows, row: None, earlier: subject.earlier, context }
    }

    /// A window: 0 is this one, 1 the one before.
    pub fn window(self, back: usize) -> Option<Self> {
        let rows = match back.checked_sub(1) {
            None => self.rows,
            Some(before) => self.earlier.get(before)?,
        };
        Some(Self { rows, ..self })
    }
}

impl Expression {
    /// Its value for a subject; [`Value::Missing`] where that is not known.
    pub fn value(&self, subject: &Subject<'_>, context: &Context<'_>) -> Value {
        self.seen(self.root, &Frame::new(subject, context)).kept()
    }

    /// Whether it is true for a subject; none where that is not known, or where it is no condition.
    pub fn holds(&self, subject: &Subject<'_>, context: &Context<'_>) -> Option<bool> {
        self.truth(self.root, &Frame::new(subject, context))
    }

    /// The value of a step.
    pub(super) fn seen<'a>(&'a self, at: At, frame: &Frame<'a>) -> Seen<'a> {
        match &self.node(at).step {
            Step::Constant(value) => Seen::of(value),
            Step::List(_) => Seen::Missing,
            Step::Each(reading) => frame.row.map_or(Seen::Missing, |row| read(row, *reading)),
            Step::Folded(reading, fold) => folded(frame.rows, *reading, *fold),
            Step::Promote(of) => self.seen(*of, frame).promoted(),
            Step::Negative(of) => arithmetic::negative(self.seen(*of, frame)),
            Step::Arithmetic(operation, one, two) => {
                arithmetic::result(*operation, self.seen(*one, frame), self.seen(*two, frame))
            }
            Step::Choose([asked, then, otherwise]) => match self.truth(*asked, frame) {
                Some(true) => self.seen(*then, frame),
                Some(false) => self.seen(*otherwise, frame),
                None => Seen::Missing,
            },
            Step::Call(function, arguments) => self.called(*function, arguments, frame),
            Step::Not(_) | Step::And(..) | Step::Or(..) | Step::Compare(..) | Step::In(..) => {
                Seen::truth(self.truth(at, frame))
            }
        }
    }

    /// Whether a step is true; none where that is not known.
    pub(super) fn truth<'a>(&'a self, at: At, frame: &Frame<'a>) -> Option<bool> {
        match &self.node(at).step {
            Step::Not(of) => self.truth(*of, frame).map(|truth| !truth),
            Step::And(one, two) => match self.truth(*one, frame) {
                Some(false) => Some(false),
                Some(true) => self.truth(*two, frame),
                None => self.truth(*two, frame).filter(|truth| !truth),
            },
            Step::Or(one, two) => match self.truth(*one, frame) {
                Some(true) => Some(true),
                Some(false) => self.truth(*two, frame),
                None => self.truth(*two, frame).filter(|truth| *truth),
            },
            Step::Compare(comparison, one, two) => {
                let order = self.seen(*one, frame).order(self.seen(*two, frame))?;
                Some(is_so(*comparison, order))
            }
            Step::In(item, list) => self.is_among(*item, *list, frame),
            _ => match self.seen(at, frame) {
                Seen::Bool(truth) => Some(truth),
                _ => None,
            },
        }
    }

    /// Whether a list has a value: yes where it is found, unknown where it may be one that is missing.
    fn is_among<'a>(&'a self, item: At, list: At, frame: &Frame<'a>) -> Option<bool> {
        let item = self.seen(item, frame);
        if let Seen::Missing = item {
            return None;
        }
        let found = |value: Seen<'_>| match value {
            Seen::Missing => None,
            value => Some(item.order(value) == Some(Ordering::Equal)),
        };
        match (&self.node(list).step, self.node(list).kind) {
            (Step::List(items), _) => any(items.iter().map(|at| found(self.seen(*at, frame)))),
            (_, Kind::List(of)) => match self.seen(list, frame) {
                Seen::List(values) => any(values.iter().map(|value| found(Seen::read(value, *of)))),
                _ => None,
            },
            _ => None,
        }
    }

    fn called<'a>(&'a self, call: Function, given: &[At], frame: &Frame<'a>) -> Seen<'a> {
        let argument = |place: usize| match given.get(place) {
            Some(at) => self.seen(*at, frame),
            None => Seen::Missing,
        };
        let to = || if given.len() > 1 { argument(1) } else { Seen::Date(frame.context.today) };
        match (call, given) {
            (Function::Count, [of]) => self.count(*of, frame),
            (Function::Sum, [of]) => self.over_rows(*of, Fold::Sum, frame),
            (Function::Mean, [of]) => self.over_rows(*of, Fold::Mean, frame),
            (Function::Exists, [of]) => self.exists(*of, frame),
            (Function::Contains, [list, item]) => self.contains(*list, *item, frame),
            (Function::Days, _) => day::days(argument(0), to()),
            (Function::Workday, _) => day::is_workday(frame.context.calendar, argument(0)),
            (Function::WorkdaysSince, _) => {
                day::workdays(frame.context.calendar, argument(0), to())
            }
            (Function::Consecutive, [of, count]) => self.consecutive(*of, *count, frame),
            (Function::Cumulative, [of]) => self.cumulative(*of, frame),
            (Function::Previous, [of]) => {
                frame.window(1).map_or(Seen::Missing, |before| self.seen(*of, &before))
            }
            (Function::Date, _) => day::date(argument(0)),
            (Function::Duration, _) => {
                let part = |place| if place < given.len() { argument(place) } else { Seen::Int(0) };
                day::length([part(0), part(1), part(2)])
            }
            _ => Seen::Missing,
        }
    }

    fn contains<'a>(&'a self, list: At, item: At, frame: &Frame<'a>) -> Seen<'a> {
        if let Kind::List(_) = self.node(list).kind {
            return Seen::truth(self.is_among(item, list, frame));
        }
        match (self.seen(list, frame), self.seen(item, frame)) {
            (Seen::Text(whole), Seen::Text(part)) => Seen::Bool(whole.contains(part)),
            _ => Seen::Missing,
        }
    }
}

/// A field of a row.
pub(super) fn read(row: &[Value], reading: Reading) -> Seen<'_> {
    row.get(reading.place).map_or(Seen::Missing, |value| Seen::read(value, reading.kind))
}

/// A field folded over rows. One row is the usual case.
fn folded<'a>(rows: &'a [&'a [Value]], reading: Reading, fold: Fold) -> Seen<'a> {
    match rows {
        [row] if fold == Fold::Mean => read(row, reading).promoted(),
        [row] => read(row, reading),
        rows => aggregate::fold(rows.iter().map(|row| read(row, reading)), fold, reading.kind),
    }
}

/// Whether one of several is true: unknown where none is and one is unknown.
fn any(truths: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut all_known = true;
    for truth in truths {
        match truth {
            Some(true) => return Some(true),
            Some(false) => {}
            None => all_known = false,
        }
    }
    all_known.then_some(false)
}

fn is_so(comparison: Comparison, order: Ordering) -> bool {
    match comparison {
        Comparison::Less => order.is_lt(),
        Comparison::AtMost => order.is_le(),
        Comparison::More => order.is_gt(),
        Comparison::AtLeast => order.is_ge(),
        Comparison::Equal => order.is_eq(),
        Comparison::Unequal => order.is_ne(),
    }
}
