//! Which way an expression goes when more is found (单调性): it is worked out for many numbers of findings with everything else
//! held still. Caps, choices, shares and sums need no rules of their own that way.

mod calculate;
mod sample;

use super::taint::{Class, Taint};
use crate::expression::{Comparison, FunctionRow, Operator, Syntax, Value, What};
use calculate::Rows;
use sample::Sample;
use std::collections::BTreeMap;

/// Which way something goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Direction {
    /// It does not change.
    #[default]
    Independent,
    /// It never goes down, and sometimes up.
    Rises,
    /// It never goes up, and sometimes down.
    Falls,
    /// It goes up here and down there.
    Mixed,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Outcome {
    /// When more is found.
    pub found: Direction,
    /// When a unit tells more of itself.
    pub own: Direction,
    /// When somebody is late or overdue more often.
    pub fault: Direction,
    /// The least value that was seen.
    pub least: f64,
    /// A name by which findings come in.
    pub culprit: Option<String>,
    /// Whether that goes down where more is found.
    pub is_inverse: bool,
}

impl Direction {
    fn with(self, is_up: bool) -> Self {
        match (self, is_up) {
            (Self::Independent | Self::Rises, true) => Self::Rises,
            (Self::Independent | Self::Falls, false) => Self::Falls,
            _ => Self::Mixed,
        }
    }

    /// Whether it goes up anywhere.
    pub const fn goes_up(self) -> bool {
        matches!(self, Self::Rises | Self::Mixed)
    }

    /// Whether it goes down anywhere.
    pub const fn goes_down(self) -> bool {
        matches!(self, Self::Falls | Self::Mixed)
    }
}

/// Which way an expression goes; `rows` says whether the rows it is asked of are findings themselves.
pub(super) fn of(syntax: &Syntax, rows: bool, taint: &dyn Fn(&str) -> Option<Taint>) -> Outcome {
    let rows = Rows { found: rows || names_findings(syntax, taint) };
    let mut taints = BTreeMap::new();
    collect(syntax, rows, taint, &mut taints);
    let mut outcome = Outcome::default();
    if let Some((name, taint)) = taints.iter().find(|(_, taint)| counts(**taint)) {
        outcome.culprit = Some(name.clone());
        outcome.is_inverse = taint.is_some_and(|taint| taint.is_inverse);
    }
    if taints.values().all(Option::is_none) {
        return outcome;
    }
    let sample = Sample::of(syntax, rows, &taints);
    for (name, taint) in &taints {
        let Some(taint) = taint else { continue };
        let class = sample.class(taint.class);
        let (mut moves, least) = sample.vary(name, class);
        outcome.least = outcome.least.min(least);
        if taint.is_inverse {
            std::mem::swap(&mut moves.0, &mut moves.1);
        }
        let towards = match class {
            Class::Found | Class::Followed => &mut outcome.found,
            Class::Own => &mut outcome.own,
            Class::Fault => &mut outcome.fault,
            Class::Closed => continue,
        };
        for is_up in [moves.0.then_some(true), moves.1.then_some(false)].into_iter().flatten() {
            *towards = towards.with(is_up);
        }
    }
    outcome
}

fn counts(taint: Option<Taint>) -> bool {
    taint.is_some_and(|taint| {
        matches!(taint.class, Class::Found | Class::Followed | Class::Own | Class::Fault)
    })
}

/// Rows of registers in general, asked for by the name of a register of findings.
fn names_findings(syntax: &Syntax, taint: &dyn Fn(&str) -> Option<Taint>) -> bool {
    let mut texts = vec![];
    let mut names = vec![];
    visit(syntax, &mut |one| match &one.what {
        What::Literal(Value::Text(text)) => texts.push(text.to_string()),
        What::Name(name) => names.push(name.clone()),
        _ => {}
    });
    let is_register = names.iter().any(|name| matches!(name.as_str(), "台账名称" | "register"));
    is_register && texts.iter().any(|text| taint(text).is_some_and(Taint::is_found))
}

/// Calls for a part and all parts in it.
pub(super) fn visit(syntax: &Syntax, call: &mut dyn FnMut(&Syntax)) {
    call(syntax);
    match &syntax.what {
        What::Literal(_) | What::Name(_) => {}
        What::Not(inner) | What::Negative(inner) => visit(inner, call),
        What::Binary(_, _, sides) => sides.iter().for_each(|side| visit(side, call)),
        What::Choose(parts) => parts.iter().for_each(|part| visit(part, call)),
        What::List(items) => items.iter().for_each(|item| visit(item, call)),
        What::Call(inner) => inner.arguments.iter().for_each(|one| visit(one, call)),
    }
}

/// Every name and every count of rows, with what it says of findings.
fn collect(
    syntax: &Syntax,
    rows: Rows,
    taint: &dyn Fn(&str) -> Option<Taint>,
    taints: &mut BTreeMap<String, Option<Taint>>,
) {
    visit(syntax, &mut |one| match &one.what {
        What::Name(name) => {
            taints.entry(name.clone()).or_insert_with(|| taint(name));
        }
        What::Binary(Operator::Compare(comparison), _, sides) => {
            if let Some(taint) = said(*comparison, sides, taint) {
                taints.insert(calculate::key(one), Some(taint));
            }
        }
        What::Call(call) if rows.counts(call) => {
            let about = call.arguments.iter().map(|argument| about(argument, taint)).next();
            taints.insert(
                calculate::key(one),
                Some(about.flatten().unwrap_or(Taint::of(Class::Found))),
            );
        }
        _ => {}
    });
}

/// What a finding in words says: 有没有问题 = "没有" is where nothing was found.
fn said(
    comparison: Comparison,
    sides: &[Syntax; 2],
    taint: &dyn Fn(&str) -> Option<Taint>,
) -> Option<Taint> {
    let text = sides.iter().find_map(|side| match &side.what {
        What::Literal(Value::Text(text)) => Some(text.trim().to_lowercase()),
        _ => None,
    })?;
    let name = sides.iter().find_map(|side| match &side.what {
        What::Name(name) => taint(name),
        _ => None,
    })?;
    let none = ["没有", "无", "否", "零", "0", "未发现", "正常", "no", "none"];
    let is_none =
        none.iter().any(|word| text == *word) || text.starts_with('无') || text.starts_with("没有");
    let is_turned = match comparison {
        Comparison::Equal => is_none,
        Comparison::Unequal => !is_none,
        _ => return None,
    };
    name.is_found()
        .then_some(Taint { class: Class::Found, is_inverse: is_turned != name.is_inverse })
}

/// What a count of findings is narrowed to: those that are put right, or told by the unit itself.
fn about(argument: &Syntax, taint: &dyn Fn(&str) -> Option<Taint>) -> Option<Taint> {
    let mut found = None;
    visit(argument, &mut |one| {
        if let What::Name(name) = &one.what
            && let Some(taint) = taint(name)
            && matches!(taint.class, Class::Followed | Class::Closed | Class::Own)
        {
            let class = if taint.class == Class::Own { Class::Own } else { Class::Followed };
            found = Some(Taint::of(class));
        }
    });
    found
}

/// The function of a call, where there is one of the name.
fn function(name: &str) -> Option<crate::expression::Function> {
    FunctionRow::named(name).map(|row| row.function)
}

#[cfg(test)]
mod tests;
