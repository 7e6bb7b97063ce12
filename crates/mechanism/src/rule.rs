//! Rules over facts (规则): an element's condition and figures, read against the source it names, ready to be asked of
//! subjects. A source is one of the registry, or a register or question of the same file.

use crate::Mechanism;
use crate::block::{Block, Setting, Value};
use crate::expression::{Expression, Fault, Field, Fold, Kind, Scope};
use crate::fact::{self, Per, Source};
use crate::grammar::{self, Key, Node};
use crate::language::Names;
use crate::term::Window;

/// Where an element's facts come from.
#[derive(Debug, Clone, Copy)]
pub enum Facts<'a> {
    /// A source of the registry.
    Source(&'static Source),
    /// A register or a question of the same file.
    Own(&'a Block),
}

impl<'a> Facts<'a> {
    /// What an element names as its source; none where nothing of the name is there.
    pub fn of(mechanism: &'a Mechanism, block: &Block) -> Option<Self> {
        let name = block.text(Key::Facts)?;
        let own = || mechanism.elements().find(|one| holds_answers(one) && one.title() == name);
        fact::source(name).map(Self::Source).or_else(|| own().map(Self::Own))
    }

    /// The fields an expression may use, in the order of the values of a row.
    pub fn fields(self) -> Vec<Field<'a>> {
        match self {
            Self::Source(source) => {
                source.fields.iter().map(|field| of_source(source, field)).collect()
            }
            Self::Own(block) => block.lines(Node::Field).map(|line| of_file(block, line)).collect(),
        }
    }

    /// Reads a condition of it.
    ///
    /// # Errors
    /// What is wrong in it.
    pub fn condition(self, text: &str) -> Result<Expression, Vec<Fault>> {
        Expression::condition(text, &Scope { fields: &self.fields() })
    }

    /// Reads a figure of it.
    ///
    /// # Errors
    /// What is wrong in it, and where it is no number.
    pub fn quantity(self, text: &str) -> Result<Expression, Vec<Fault>> {
        let expression = Expression::read(text, &Scope { fields: &self.fields() })?;
        if matches!(expression.kind(), Kind::Int | Kind::Decimal | Kind::Duration) {
            return Ok(expression);
        }
        Err(vec![Fault {
            at: 0..text.len(),
            what: crate::language::Said::new("这里要算出一个数", "this is to come to a number"),
            help: None,
        }])
    }
}

/// An element's condition, what excepts from it, what has one result each, and where it reads; none where an element has no
/// condition, or one at fault.
pub fn of<'a>(
    mechanism: &'a Mechanism,
    element: &Block,
) -> Option<(Expression, Option<Expression>, Per, Facts<'a>)> {
    let facts = Facts::of(mechanism, element)?;
    let hit = facts.condition(element.text(Key::When)?).ok()?;
    let unless = element.text(Key::Unless).and_then(|text| facts.condition(text).ok());
    let per = element.word(Key::Per)?;
    let per = *Per::ALL.iter().find(|one| one.names().has(per))?;
    Some((hit, unless, per, facts))
}

/// The stretch an element reads the facts over: its cycle, where it says nothing.
pub fn reads(element: &Block) -> Window {
    match element.setting(Key::Within) {
        Some(Setting { value: Value::Window(window), .. }) => *window,
        _ => Window::Cycle,
    }
}

/// Whether rows of an element may be asked of.
fn holds_answers(block: &Block) -> bool {
    matches!(block.kind(), Some(grammar::Kind::Register | grammar::Kind::Ask))
}

const fn of_source(source: &'static Source, field: &fact::Field) -> Field<'static> {
    let kind = match field.kind {
        fact::Kind::Truth => Kind::Bool,
        fact::Kind::Whole => Kind::Int,
        fact::Kind::Decimal => Kind::Decimal,
        fact::Kind::Text => Kind::Text,
        fact::Kind::Day => Kind::Date,
        fact::Kind::Instant => Kind::Instant,
    };
    Field { source: Some(source.names), names: field.names, kind, fold: field.fold }
}

/// A field that the file itself declares has one name, for both languages.
fn of_file<'a>(block: &'a Block, line: &'a Block) -> Field<'a> {
    let (kind, fold) = match line.word(Key::Type) {
        Some("number" | "money" | "score") => (Kind::Decimal, Fold::Sum),
        Some("date") => (Kind::Date, Fold::Latest),
        _ => (Kind::Text, Fold::Latest),
    };
    let name = |text: &'a str| Names::new(text, text);
    Field { source: Some(name(block.title())), names: name(line.title()), kind, fold }
}
