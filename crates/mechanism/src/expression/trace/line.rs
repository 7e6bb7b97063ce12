//! A line of a trace.

use super::{Part, Rows, render};
use crate::expression::Expression;
use crate::expression::value::Value;
use crate::language::{Language, Names};
use std::fmt;

/// A part of an expression with its value: `迟到天数(5) > 3 → 是`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How deep it stands: 0 is the whole.
    pub depth: usize,
    /// In which window it was asked, where a function over windows asked: 0 is this one, 1 the one before.
    pub window: Option<usize>,
    /// The part, with values put in.
    pub text: String,
    /// What it came to.
    pub value: Value,
    /// The rows that bear on its own value, from 0.
    pub rows: Vec<usize>,
    /// How many rows do not know.
    pub missing: usize,
    /// All of it in words.
    said: String,
}

/// The line of a part.
pub(super) fn line(expression: &Expression, part: &Part, depth: usize, language: Language) -> Line {
    let window = part.is_window.then_some(part.back);
    let text = render::with_values(expression, part, language);
    let mut said = window.map_or_else(String::new, |back| say_window(back, language));
    said.push_str(&text);
    said.push_str(" → ");
    said.push_str(&part.value.say(language));
    let over = part.over.as_ref();
    if let Some(over) = over.filter(|over| over.all != 1 || !over.is_plain()) {
        said.push_str(&say_rows(over, language));
    }
    let rows = over.map_or_else(Vec::new, |over| over.used.clone());
    let missing = over.map_or(0, |over| over.missing);
    Line { depth, window, text, value: part.value.clone(), rows, missing, said }
}

impl Rows {
    /// Whether all rows are used.
    fn is_plain(&self) -> bool {
        self.used.len() == self.all
    }
}

fn say_window(back: usize, language: Language) -> String {
    match (back, language) {
        (0, Language::Chinese) => "本期：".to_owned(),
        (1, Language::Chinese) => "上期：".to_owned(),
        (back, Language::Chinese) => format!("前 {back} 期："),
        (0, Language::English) => "this window: ".to_owned(),
        (1, Language::English) => "1 window before: ".to_owned(),
        (back, Language::English) => format!("{back} windows before: "),
    }
}

fn say_rows(over: &Rows, language: Language) -> String {
    let Rows { all, used, missing } = over;
    let used = spans(used).join(Names::new("、", ", ").within(language));
    let parts: Vec<String> = match language {
        Language::Chinese => [
            Some(format!("共 {all} 行")),
            (!used.is_empty()).then(|| format!("用第 {used} 行")),
            (*missing > 0).then(|| format!("缺 {missing} 行")),
        ],
        Language::English => [
            Some(format!("{all} {}", if *all == 1 { "row" } else { "rows" })),
            (!used.is_empty()).then(|| format!("used {used}")),
            (*missing > 0).then(|| format!("{missing} missing")),
        ],
    }
    .into_iter()
    .flatten()
    .collect();
    match language {
        Language::Chinese => format!("（{}）", parts.join("，")),
        Language::English => format!(" ({})", parts.join("; ")),
    }
}

/// Rows as people count them, from 1: `1`, `3–5`.
fn spans(rows: &[usize]) -> Vec<String> {
    let mut spans: Vec<(usize, usize)> = vec![];
    for row in rows.iter().map(|row| row + 1) {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => spans.push((row, row)),
        }
    }
    let spans = spans.into_iter().map(|(first, last)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    });
    spans.collect()
}

impl fmt::Display for Line {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.said)
    }
}
