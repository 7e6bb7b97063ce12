//! Expressions (表达式): what a scheme asks of facts, such as `迟到天数 > 3 且 缺勤半天数 >= 2`. A small typed part of CEL
//! in two languages: it is checked once, when the scheme is read, and what passed never fails afterwards. What is not
//! known is a third value beside yes and no, and stays visible to the end.
//!
//! An expression is asked of one subject, whose facts are rows. A bare field is what its rows come to together; within
//! 计数, 求和, 均值 and 存在 it is the field of each row; 上期, 连续 and 累计 look at the windows before.

mod check;
mod evaluate;
mod fault;
mod function;
mod lexer;
mod lookalike;
mod node;
mod operator;
mod parse;
mod scope;
mod spell;
mod syntax;
mod token;
mod trace;
mod value;
mod word;

pub use evaluate::{Context, Subject};
pub use fault::Fault;
pub use function::{
    FUNCTIONS, Function, FunctionRow, Gives, MOST_WINDOWS, Parameter, Reach, Takes,
};
pub use operator::{Arithmetic, Comparison, Operator};
pub use scope::{Field, Fold, Scope, is_name};
pub use spell::spelled;
pub use trace::{Line, RowUsed, Trace};
pub use value::{Kind, Value};

use lexer::Lexed;
use node::{At, Named, Node, Step};
use std::collections::BTreeSet;
pub(crate) use syntax::{Call, Syntax, What};
pub(crate) use word::{not, truth};

/// The most bytes of an expression.
pub const LONGEST: usize = 2_000;

/// An expression that passed the check.
#[derive(Debug, Clone)]
pub struct Expression {
    root: At,
    nodes: Box<[Node]>,
    names: Box<[Named]>,
}

impl Expression {
    /// Reads an expression: it may use the fields of the scope.
    ///
    /// # Errors
    /// All that is wrong and can be told apart: first in what is written, then in names and kinds.
    pub fn read(text: &str, scope: &Scope<'_>) -> Result<Self, Vec<Fault>> {
        let (syntax, mut faults) = parsed(text);
        let Some(syntax) = syntax else { return Err(faults) };
        match check::check(&syntax, scope) {
            Ok(expression) if faults.is_empty() => return Ok(expression),
            Ok(_) => {}
            Err(found) => faults.extend(found),
        }
        faults.sort_by_key(|fault| fault.at.start);
        Err(faults)
    }

    /// Reads an expression that is a condition (条件): yes or no.
    ///
    /// # Errors
    /// As [`Expression::read`], and where it is something else.
    pub fn condition(text: &str, scope: &Scope<'_>) -> Result<Self, Vec<Fault>> {
        let expression = Self::read(text, scope)?;
        match expression.kind() {
            Kind::Bool => Ok(expression),
            kind => Err(vec![check::not_a_condition(&(0..text.len()), kind)]),
        }
    }

    /// The kind of its value.
    pub fn kind(&self) -> Kind {
        self.node(self.root).kind
    }

    /// The places of the fields it uses, in order, each once.
    pub fn fields(&self) -> impl Iterator<Item = usize> {
        let places: BTreeSet<usize> = self.names.iter().map(|named| named.place).collect();
        places.into_iter()
    }

    /// The functions it calls, each once.
    pub fn functions(&self) -> impl Iterator<Item = Function> {
        let called = self.nodes.iter().filter_map(|node| match node.step {
            Step::Call(function, _) => Some(function),
            _ => None,
        });
        called.collect::<BTreeSet<_>>().into_iter()
    }

    /// How many windows before the one at hand it looks at.
    pub fn looks_back(&self) -> usize {
        let back = self.nodes.iter().map(|node| match &node.step {
            Step::Call(Function::Previous, _) => 1,
            Step::Call(Function::Consecutive, parts) => {
                parts.get(1).map_or(0, |count| self.windows(*count).saturating_sub(1))
            }
            Step::Call(Function::Cumulative, _) => usize::try_from(MOST_WINDOWS).unwrap_or(0),
            _ => 0,
        });
        back.max().unwrap_or(0)
    }

    /// The values that are written out in it, in order.
    pub fn literals(&self) -> impl Iterator<Item = &Value> {
        self.nodes.iter().filter_map(|node| match &node.step {
            Step::Constant(value) => Some(value),
            _ => None,
        })
    }

    fn node(&self, at: At) -> &Node {
        &self.nodes[usize::from(at)]
    }
}

/// What a text says, before its names are looked at; none where it cannot be read.
pub(crate) fn syntax(text: &str) -> Option<Syntax> {
    let (syntax, faults) = parsed(text);
    syntax.filter(|_| faults.is_empty())
}

/// What a text says, and what is wrong in how it is written; where it says nothing, a fault is among those.
fn parsed(text: &str) -> (Option<Syntax>, Vec<Fault>) {
    if text.len() > LONGEST {
        let zh = format!("表达式有 {} 字节，超过 {LONGEST}", text.len());
        let en = format!("the expression has {} bytes, more than {LONGEST}", text.len());
        let fault = Fault::new(0..text.len(), zh, en).help("请分成几条", "make several of it");
        return (None, vec![fault]);
    }
    let Lexed { pieces, mut faults, is_torn } = lexer::pieces(text);
    match parse::parse(&pieces, text.len()) {
        Ok(syntax) => (Some(syntax), faults),
        Err(fault) => {
            if !is_torn {
                faults.push(fault);
            }
            faults.sort_by_key(|fault| fault.at.start);
            (None, faults)
        }
    }
}
