//! How an expression came to its value (推演): the expression with values put in, each part with its own, and the rows
//! that were used.

mod line;
mod render;

pub use line::Line;

use super::Expression;
use super::evaluate::{Context, Frame, Seen, Subject};
use super::function::{Function, Reach};
use super::node::{At, Step};
use super::scope::Fold;
use super::value::Value;
use crate::language::Language;
use std::collections::BTreeSet;

/// How an expression came to its value.
#[derive(Debug, Clone)]
pub struct Trace<'e> {
    expression: &'e Expression,
    root: Part,
}

/// A row that bears on the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowUsed {
    /// In which window: 0 is this one, 1 the one before.
    pub window: usize,
    /// Which of its rows, from 0.
    pub row: usize,
}

/// A part of the expression in a window.
#[derive(Debug, Clone)]
struct Part {
    at: At,
    value: Value,
    /// Which window it was asked in.
    back: usize,
    /// Whether it is the argument of a function over windows, as it was asked in this one.
    is_window: bool,
    over: Option<Rows>,
    parts: Vec<Part>,
}

/// The rows that a part looked at.
#[derive(Debug, Clone)]
struct Rows {
    /// How many there are.
    all: usize,
    /// Those that bear on the value.
    used: Vec<usize>,
    /// How many do not know.
    missing: usize,
}

impl Expression {
    /// How it comes to its value for a subject. Slower than [`Expression::value`], whose value it shows.
    pub fn trace(&self, subject: &Subject<'_>, context: &Context<'_>) -> Trace<'_> {
        let root = self.trace_of(self.root, &Frame::new(subject, context), 0);
        Trace { expression: self, root }
    }

    fn trace_of(&self, at: At, frame: &Frame<'_>, back: usize) -> Part {
        let value = self.seen(at, frame).kept();
        let of = |at: &At| self.trace_of(*at, frame, back);
        let mut over = None;
        let parts = match &self.node(at).step {
            Step::Constant(_) | Step::Each(_) => vec![],
            Step::Folded(reading, fold) => {
                let values = frame.rows.iter().map(|row| super::evaluate::read(row, *reading));
                over = Some(Rows::of(values, *fold, &value));
                vec![]
            }
            Step::Promote(inner) => return Part { value, ..of(inner) },
            Step::Not(inner) | Step::Negative(inner) => vec![of(inner)],
            Step::And(one, two)
            | Step::Or(one, two)
            | Step::Compare(_, one, two)
            | Step::Arithmetic(_, one, two)
            | Step::In(one, two) => vec![of(one), of(two)],
            Step::Choose(parts) => parts.iter().map(of).collect(),
            Step::List(items) => items.iter().map(of).collect(),
            Step::Call(function, arguments) => match (function.row().reach, arguments.first()) {
                (Reach::Rows, Some(argument)) => {
                    over = Some(self.rows_of(*function, *argument, frame, &value));
                    vec![]
                }
                (Reach::Windows, Some(argument)) => {
                    let windows = self.windows_of(*function, arguments, frame);
                    windows.map(|back| self.trace_in(*argument, frame, back)).collect()
                }
                _ => arguments.iter().map(of).collect(),
            },
        };
        Part { at, value, back, is_window: false, over, parts }
    }

    /// The argument of a function over windows, in one of them.
    fn trace_in(&self, at: At, frame: &Frame<'_>, back: usize) -> Part {
        let part = match frame.window(back) {
            Some(window) => self.trace_of(at, &window, back),
            None => {
                Part { at, value: Value::Missing, back, is_window: true, over: None, parts: vec![] }
            }
        };
        Part { is_window: true, ..part }
    }

    /// The windows that a function looks at.
    fn windows_of(
        &self,
        function: Function,
        arguments: &[At],
        frame: &Frame<'_>,
    ) -> std::ops::Range<usize> {
        match (function, arguments) {
            (Function::Consecutive, [_, count]) => 0..self.windows(*count),
            (Function::Previous, _) => 1..2,
            _ => 0..frame.earlier.len() + 1,
        }
    }

    fn rows_of(&self, call: Function, of: At, frame: &Frame<'_>, value: &Value) -> Rows {
        let is_condition = match (call, &self.node(of).step) {
            (Function::Count, _) => true,
            (Function::Exists, step) => !matches!(step, Step::Each(_)),
            _ => false,
        };
        let fold = if is_condition { Fold::Any } else { Fold::Sum };
        Rows::of(self.each(of, frame), fold, value)
    }
}

impl Rows {
    /// Which rows bear on what a fold came to: those that know; of conditions those that are met, where one is; of the
    /// largest, the smallest and the latest the one that it is.
    fn of<'a>(values: impl Iterator<Item = Seen<'a>>, fold: Fold, value: &Value) -> Self {
        let values: Vec<Seen<'_>> = values.collect();
        let is_known = |seen: &Seen<'_>| !matches!(seen, Seen::Missing);
        let rows = |fits: &dyn Fn(&Seen<'_>) -> bool| -> Vec<usize> {
            let fitting = values.iter().enumerate().filter(|(_, seen)| fits(seen));
            fitting.map(|(row, _)| row).collect()
        };
        let known = rows(&is_known);
        let missing = values.len() - known.len();
        let used = match fold {
            Fold::Sum | Fold::Mean => known,
            Fold::Any => {
                let met = rows(&|seen| matches!(seen, Seen::Bool(true)));
                if met.is_empty() { known } else { met }
            }
            Fold::Max | Fold::Min => {
                let it = rows(&|seen| is_known(seen) && seen.kept() == *value);
                it.into_iter().take(1).collect()
            }
            Fold::Latest => known.into_iter().next_back().into_iter().collect(),
        };
        Self { all: values.len(), used, missing }
    }
}

impl Trace<'_> {
    /// What the expression came to.
    pub fn value(&self) -> &Value {
        &self.root.value
    }

    /// Every row that bears on it, in order.
    pub fn rows(&self) -> BTreeSet<RowUsed> {
        let mut rows = BTreeSet::new();
        let mut waiting = vec![&self.root];
        while let Some(part) = waiting.pop() {
            let used = part.over.iter().flat_map(|over| &over.used);
            rows.extend(used.map(|row| RowUsed { window: part.back, row: *row }));
            waiting.extend(&part.parts);
        }
        rows
    }

    /// The whole with values put in, then each part under what it belongs to.
    pub fn lines(&self, language: Language) -> Vec<Line> {
        let mut lines = vec![];
        self.add_lines(&self.root, 0, language, &mut lines);
        lines
    }

    /// All lines, each indented under what it belongs to.
    pub fn say(&self, language: Language) -> String {
        let lines = self.lines(language).into_iter();
        let lines = lines.map(|line| format!("{}{line}", "  ".repeat(line.depth)));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn add_lines(&self, part: &Part, depth: usize, language: Language, lines: &mut Vec<Line>) {
        let is_shown = depth == 0 || self.says_more(part);
        if is_shown {
            lines.push(line::line(self.expression, part, depth, language));
        }
        for inner in &part.parts {
            self.add_lines(inner, depth + usize::from(is_shown), language, lines);
        }
    }

    /// Whether a part says more than the line above it: a value that is written out does not, nor does a field of one
    /// row.
    fn says_more(&self, part: &Part) -> bool {
        part.is_window
            || match (&self.expression.node(part.at).step, &part.over) {
                (Step::Constant(_) | Step::List(_), _) => false,
                (Step::Folded(..), Some(over)) => over.all != 1,
                _ => true,
            }
    }
}
