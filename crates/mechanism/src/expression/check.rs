//! Looks at names and kinds (类型检查) and makes the list of steps. What passes here gives a value of its kind, or none,
//! in every row; all that does not pass is said at once.

mod call;
mod operator;

use super::Expression;
use super::fault::Fault;
use super::function::{Function, FunctionRow};
use super::node::{At, Named, Node, Reading, Step};
use super::scope::{Field, Found, Scope};
use super::syntax::{Syntax, What};
use super::value::{Kind, Value};
use super::word;
use crate::nearest::nearest;
use std::ops::Range;

/// The expression that a syntax tree means in a scope.
pub(super) fn check(syntax: &Syntax, scope: &Scope<'_>) -> Result<Expression, Vec<Fault>> {
    let mut checker = Checker { scope, nodes: vec![], names: vec![], faults: vec![] };
    match checker.part(syntax, Position::default()) {
        Some(root) if checker.faults.is_empty() => Ok(Expression {
            root: root.at,
            nodes: checker.nodes.into(),
            names: checker.names.into(),
        }),
        _ => Err(checker.faults),
    }
}

struct Checker<'s> {
    scope: &'s Scope<'s>,
    nodes: Vec<Node>,
    names: Vec<Named>,
    faults: Vec<Fault>,
}

/// What a part stands in.
#[derive(Debug, Clone, Copy, Default)]
struct Position {
    /// The function that looks at rows.
    rows: Option<Function>,
    /// The function that looks at windows.
    windows: Option<Function>,
}

/// A part that passed.
#[derive(Debug, Clone, Copy)]
struct Checked {
    at: At,
    kind: Kind,
}

impl Checker<'_> {
    fn node(&mut self, step: Step, kind: Kind) -> Option<Checked> {
        let at = At::try_from(self.nodes.len()).ok()?;
        self.nodes.push(Node { step, kind });
        Some(Checked { at, kind })
    }

    /// Keeps a fault; nothing passed.
    fn refuse<T>(&mut self, fault: Fault) -> Option<T> {
        self.faults.push(fault);
        None
    }

    fn part(&mut self, syntax: &Syntax, position: Position) -> Option<Checked> {
        match &syntax.what {
            What::Literal(value) => self.constant(value.clone()),
            What::Name(name) => self.field(name, &syntax.at, position),
            What::Not(operand) => self.not(syntax, operand, position),
            What::Negative(operand) => self.negative(syntax, operand, position),
            What::Binary(operator, at, sides) => self.binary(*operator, at, sides, position),
            What::Choose(parts) => self.choice(parts, position),
            What::Call(call) => self.call(call, &syntax.at, position),
            What::List(items) => {
                for item in items {
                    self.part(item, position);
                }
                let (zh, en) = ("列表不能写在这里", "no list stands here");
                self.refuse(Fault::new(syntax.at.clone(), zh, en).help(
                    "列表写在“属于”之后，或作 包含 的第一个参数",
                    "a list stands after in, or first in contains",
                ))
            }
        }
    }

    fn constant(&mut self, value: Value) -> Option<Checked> {
        let kind = value.kind()?;
        self.node(Step::Constant(value), kind)
    }

    fn field(&mut self, name: &str, at: &Range<usize>, position: Position) -> Option<Checked> {
        let place = match self.scope.find(name) {
            Found::Field(place) => place,
            Found::Unclear => {
                let which = self.scope.candidates(name);
                let (zh, en) =
                    (format!("“{name}”要写明来源"), format!("`{name}` needs its source"));
                return self.refuse(Fault::new(at.clone(), zh, en).help(
                    format!("请写 {}", which.join(" 或 ")),
                    format!("write {}", which.join(" or ")),
                ));
            }
            Found::Nothing => {
                let fault = self.unknown(name, at);
                return self.refuse(fault);
            }
        };
        let field = &self.scope.fields[place];
        let reading = Reading { place, kind: field.kind, name: self.name(name, place, field) };
        match (position.rows, field.fold.gives(field.kind)) {
            (Some(_), _) => self.node(Step::Each(reading), field.kind),
            (None, Some(kind)) => self.node(Step::Folded(reading, field.fold), kind),
            (None, None) => {
                let kind = field.kind.said();
                let fault = Fault::new(
                    at.clone(),
                    format!("“{name}”是{}，几行合不成一个值", kind.zh),
                    format!("`{name}` is {} and does not come to one value over rows", kind.en),
                );
                self.refuse(fault.help(
                    "请写在 计数、存在 等函数里",
                    "put it into count, exists or another function over rows",
                ))
            }
        }
    }

    /// The place of the name in the list of those in use.
    fn name(&mut self, written: &str, place: usize, field: &Field<'_>) -> usize {
        let named = Named { place, said: field.said(written.contains('.')) };
        self.names.iter().position(|known| *known == named).unwrap_or_else(|| {
            self.names.push(named);
            self.names.len() - 1
        })
    }

    /// The fault of a name that no field has, with what was probably meant.
    fn unknown(&self, name: &str, at: &Range<usize>) -> Fault {
        let fault = Fault::new(
            at.clone(),
            format!("没有字段“{name}”"),
            format!("there is no field `{name}`"),
        );
        if let Some(row) = FunctionRow::named(name) {
            let form = row.form();
            return fault.help(
                format!("这是函数，写作 {}", form.zh),
                format!("it is a function: {}", form.en),
            );
        }
        let is_known = |piece: &str| !matches!(self.scope.find(piece), Found::Nothing);
        if let Some(word) = word::run_in(name, is_known) {
            return fault
                .help(format!("“{word}”前后请各空一格"), format!("put spaces around {word}"));
        }
        match self.scope.nearest(name) {
            Some(near) => {
                fault.help(format!("是否想写 {near}？"), format!("did you mean `{near}`?"))
            }
            None => fault,
        }
    }

    fn not(&mut self, whole: &Syntax, operand: &Syntax, position: Position) -> Option<Checked> {
        let inner = self.part(operand, position)?;
        if inner.kind == Kind::Bool {
            return self.node(Step::Not(inner.at), Kind::Bool);
        }
        let kind = inner.kind.said();
        let fault = Fault::new(
            whole.at.start..operand.at.end,
            format!("“非”之后要是条件，这里是{}", kind.zh),
            format!("after ! stands a condition, here stands {}", kind.en),
        );
        self.refuse(fault.help(
            "整个条件请放进括号，如 非 (甲 > 1)",
            "put the whole condition into brackets: !(a > 1)",
        ))
    }

    fn negative(&mut self, whole: &Syntax, operand: &Syntax, at: Position) -> Option<Checked> {
        let inner = self.part(operand, at)?;
        if let Some(Node { step: Step::Constant(value), .. }) = self.nodes.last_mut()
            && let Some(negative) = negative_number(value)
        {
            *value = negative;
            return Some(inner);
        }
        if inner.kind.is_number() || inner.kind == Kind::Duration {
            return self.node(Step::Negative(inner.at), inner.kind);
        }
        let kind = inner.kind.said();
        self.refuse(Fault::new(
            whole.at.clone(),
            format!("“-”之后要是数或时长，这里是{}", kind.zh),
            format!("after - stands a number or a duration, here stands {}", kind.en),
        ))
    }

    fn choice(&mut self, parts: &[Syntax; 3], position: Position) -> Option<Checked> {
        let [condition, then, otherwise] = parts;
        let asked = self.part(condition, position);
        let asked = asked.and_then(|asked| self.must_be_condition(asked, condition));
        let (then, last) = (self.part(then, position), self.part(otherwise, position));
        let (asked, then, last) = (asked?, then?, last?);
        let Some(kind) = then.kind.joined(last.kind) else {
            let (one, two) = (then.kind.said(), last.kind.said());
            return self.refuse(Fault::new(
                otherwise.at.clone(),
                format!("“:”两边要同类：左边是{}，右边是{}", one.zh, two.zh),
                format!("both sides of : are of one kind; here are {} and {}", one.en, two.en),
            ));
        };
        let (then, last) = (self.promoted(then, kind)?, self.promoted(last, kind)?);
        self.node(Step::Choose([asked.at, then.at, last.at]), kind)
    }

    /// The part as a value of a kind it can be.
    fn promoted(&mut self, part: Checked, kind: Kind) -> Option<Checked> {
        if part.kind == kind { Some(part) } else { self.node(Step::Promote(part.at), kind) }
    }

    fn must_be_condition(&mut self, part: Checked, syntax: &Syntax) -> Option<Checked> {
        if part.kind == Kind::Bool {
            return Some(part);
        }
        let fault = not_a_condition(&syntax.at, part.kind);
        self.refuse(fault)
    }

    /// The function whose name is nearest to a misspelt one.
    fn nearest_function(name: &str) -> Option<String> {
        let rows = super::function::FUNCTIONS.iter();
        nearest(name, rows.flat_map(|row| [row.names.zh, row.names.en]))
    }
}

/// A number that is written out, with the other sign; 0 has none.
fn negative_number(value: &Value) -> Option<Value> {
    match value {
        Value::Int(number) => number.checked_neg().map(Value::Int),
        Value::Decimal(number) if number.is_zero() => Some(Value::Decimal(*number)),
        Value::Decimal(number) => Some(Value::Decimal(-*number)),
        _ => None,
    }
}

/// The fault of a value where a condition is to stand.
pub(super) fn not_a_condition(at: &Range<usize>, kind: Kind) -> Fault {
    let kind = kind.said();
    let fault = Fault::new(
        at.clone(),
        format!("这里要写条件，而这是{}", kind.zh),
        format!("a condition is to stand here, this is {}", kind.en),
    );
    fault.help("请写成比较，如 甲 > 1", "compare it with something: a > 1")
}
