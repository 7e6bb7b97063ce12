//! Examples (例): what a check is to give for facts written into the file. Whoever reads a scheme reads them first.

use crate::block::Block;
use crate::expression::{Context, Expression, Kind, Subject, Value};
use crate::grammar::{Key, Node};
use crate::language::Said;
use crate::rule::Facts;
use crate::{Diagnostic, Mechanism, grammar};
use jiff::civil::Date;
use qz_domain::calendar::Calendar;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a check comes to (结果).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A hit: people look at it.
    Prompt,
    /// No hit.
    Clear,
    /// A fact that decides it is not known.
    Unknown,
    /// A hit that is excepted.
    Excepted,
}

impl Outcome {
    /// What the two answers of a check come to.
    pub fn of(hit: Option<bool>, excepted: Option<bool>) -> Self {
        match (hit, excepted) {
            (Some(false), _) => Self::Clear,
            (_, Some(true)) => Self::Excepted,
            (Some(true), Some(false)) => Self::Prompt,
            _ => Self::Unknown,
        }
    }

    /// Its names.
    pub const fn names(self) -> grammar::Twin {
        match self {
            Self::Prompt => ("疑点", "prompt"),
            Self::Clear => ("正常", "clear"),
            Self::Unknown => ("不明", "unknown"),
            Self::Excepted => ("排除", "excepted"),
        }
    }
}

/// The days examples are worked out by. Reading them takes longer than a check.
static CALENDAR: LazyLock<Option<Calendar>> = LazyLock::new(|| Calendar::shipped().ok());

/// Runs every example of a file and remarks on those that come out differently.
pub(crate) fn check(mechanism: &Mechanism, remarks: &mut Vec<Diagnostic>) {
    let Some(calendar) = CALENDAR.as_ref() else { return };
    for element in mechanism.elements() {
        for example in element.lines(Node::Example) {
            remarks.extend(run(mechanism, (element, example), calendar));
        }
    }
    for example in mechanism.root().lines(Node::Example) {
        match element_of(mechanism, example) {
            Some(element) => remarks.extend(run(mechanism, (element, example), calendar)),
            None => remarks.push(elementless(mechanism, example)),
        }
    }
}

/// The check an example is of: the one it names, or the only one there is.
pub(crate) fn element_of<'a>(mechanism: &'a Mechanism, example: &Block) -> Option<&'a Block> {
    let mut checks = mechanism.elements().filter(|block| block.setting(Key::When).is_some());
    match example.text(Key::Element) {
        Some(title) => checks.find(|block| block.title() == title),
        None => checks.next().filter(|_| checks.next().is_none()),
    }
}

fn elementless(mechanism: &Mechanism, example: &Block) -> Diagnostic {
    let what = Said::new(
        format!("例“{}”没有说是哪一项的例", example.title()),
        format!("example `{}` does not say of which element it is one", example.title()),
    );
    let help = Said::new(
        "写上：项=\"有“当”的要素的名称\"",
        "write element=\"TITLE\", that of an element with `when`",
    );
    mechanism.fault(example.title_at.clone(), what).with_help(help)
}

fn run(
    mechanism: &Mechanism,
    (element, example): (&Block, &Block),
    calendar: &Calendar,
) -> Vec<Diagnostic> {
    let Some(facts) = Facts::of(mechanism, element) else { return vec![] };
    let read = |key| element.text(key).map(|text| facts.condition(text));
    // What is wrong in a condition is said where it stands.
    let (Some(Ok(hit)), excepted) = (read(Key::When), read(Key::Unless)) else { return vec![] };
    let excepted = match excepted {
        None => None,
        Some(Ok(read)) => Some(read),
        Some(Err(_)) => return vec![],
    };
    let rows = match rows(mechanism, example, facts) {
        Ok(rows) => rows,
        Err(wrong) => return wrong,
    };
    let rows: Vec<&[Value]> = rows.iter().map(Vec::as_slice).collect();
    let subject = Subject { rows: &rows, earlier: &[] };
    let context =
        Context { calendar, today: mechanism.effective().unwrap_or(Date::constant(2026, 1, 5)) };
    let asked = |expression: &Expression| expression.holds(&subject, &context);
    let outcome = Outcome::of(asked(&hit), excepted.as_ref().map_or(Some(false), asked));
    let Some(expected) = example.word(Key::Gives).filter(|gives| *gives != outcome.names().1)
    else {
        return vec![];
    };
    let trace = hit.trace(&subject, &context).say(mechanism.language());
    let what = Said::new(
        format!(
            "例“{}”应得{}，实得{}：{trace}",
            example.title(),
            example.text(Key::Gives).unwrap_or(""),
            outcome.names().0
        ),
        format!(
            "example `{}` is to give {expected} and gives {}: {trace}",
            example.title(),
            outcome.names().1
        ),
    );
    vec![mechanism.fault(example.title_at.clone(), what)]
}

/// The rows an example gives: as many as its longest fact has values; what it leaves out is not known.
fn rows(
    mechanism: &Mechanism,
    example: &Block,
    facts: Facts<'_>,
) -> Result<Vec<Vec<Value>>, Vec<Diagnostic>> {
    let fields = facts.fields();
    let given: Vec<&Block> = example.lines(Node::Given).collect();
    let most = given.iter().map(|block| block.named.len()).max().unwrap_or(0).max(1);
    let mut rows = vec![vec![Value::Missing; fields.len()]; most];
    let (mut wrong, mut seen) = (vec![], BTreeSet::new());
    for block in given {
        let Some(place) = fields.iter().position(|field| field.names.has(&block.word)) else {
            let known: Vec<&str> =
                fields.iter().map(|field| field.names.within(mechanism.language())).collect();
            let what = Said::new(
                format!("来源里没有“{}”这个事实", block.word),
                format!("the source has no fact `{}`", block.word),
            );
            let help = Said::new(
                format!("有：{}", known.join("、")),
                format!("it has: {}", known.join(", ")),
            );
            wrong.push(mechanism.fault(block.at.clone(), what).with_help(help));
            continue;
        };
        if !seen.insert(place) {
            wrong.push(given_twice(mechanism, block));
        }
        for (row, named) in rows.iter_mut().zip(&block.named) {
            match value(fields[place].kind, &named.text) {
                Some(value) => row[place] = value,
                None => wrong.push(not_of_kind(mechanism, (block, named), fields[place].kind)),
            }
        }
    }
    if wrong.is_empty() { Ok(rows) } else { Err(wrong) }
}

fn given_twice(mechanism: &Mechanism, block: &Block) -> Diagnostic {
    let word = &block.word;
    let what = Said::new(format!("“{word}”写了两遍"), format!("`{word}` is written twice"));
    let help = Said::new(
        format!("几行的值写在一起：{word} 0 1"),
        format!("write the values of several rows after one another: {word} 0 1"),
    );
    mechanism.fault(block.at.clone(), what).with_help(help)
}

fn not_of_kind(
    mechanism: &Mechanism,
    (block, named): (&Block, &crate::block::Named),
    kind: Kind,
) -> Diagnostic {
    let kind = kind.said();
    let what = Said::new(
        format!("“{}”要写{}，不是“{}”", block.word, kind.zh, named.text),
        format!("`{}` is {}, not `{}`", block.word, kind.en, named.text),
    );
    mechanism.fault(named.at.clone(), what)
}

/// A value as an example writes it.
fn value(kind: Kind, text: &str) -> Option<Value> {
    if matches!(text, "缺" | "missing") {
        return Some(Value::Missing);
    }
    Some(match kind {
        Kind::Bool if matches!(text, "是" | "yes" | "#true") => Value::Bool(true),
        Kind::Bool if matches!(text, "否" | "no" | "#false") => Value::Bool(false),
        Kind::Int => {
            Value::Int(text.parse::<Decimal>().ok().filter(Decimal::is_integer)?.to_i64()?)
        }
        Kind::Decimal => Value::Decimal(text.parse().ok()?),
        Kind::Text => Value::Text(text.into()),
        Kind::Date => Value::Date(text.parse().ok()?),
        Kind::Instant => Value::Instant(text.parse().ok()?),
        _ => return None,
    })
}
