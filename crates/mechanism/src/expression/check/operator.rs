//! What may stand on the two sides of an operator.

use super::{Checked, Checker, Position};
use crate::expression::fault::Fault;
use crate::expression::node::Step;
use crate::expression::operator::{Arithmetic, Comparison, Operator};
use crate::expression::syntax::{Syntax, What};
use crate::expression::value::{Kind, Value};
use crate::language::Language;
use std::ops::Range;

impl Checker<'_> {
    /// An operator between two parts; `at` is where it stands.
    pub(super) fn binary(
        &mut self,
        operator: Operator,
        at: &Range<usize>,
        sides: &[Syntax; 2],
        position: Position,
    ) -> Option<Checked> {
        let [left, right] = sides;
        let one = self.part(left, position);
        if operator == Operator::In {
            let two = self.list(right, position);
            return self.membership(one?, two?, &right.at);
        }
        let two = self.part(right, position);
        match operator {
            Operator::And | Operator::Or => {
                let one = one.and_then(|one| self.must_be_condition(one, left));
                let two = two.and_then(|two| self.must_be_condition(two, right));
                let (one, two) = (one?.at, two?.at);
                let is_and = operator == Operator::And;
                self.node(if is_and { Step::And(one, two) } else { Step::Or(one, two) }, Kind::Bool)
            }
            Operator::Compare(comparison) => self.comparison(comparison, at, sides, (one?, two?)),
            Operator::Arithmetic(operation) => self.arithmetic(operation, at, one?, two?),
            Operator::In => None,
        }
    }

    fn comparison(
        &mut self,
        comparison: Comparison,
        at: &Range<usize>,
        sides: &[Syntax; 2],
        (one, two): (Checked, Checked),
    ) -> Option<Checked> {
        let operator = Operator::Compare(comparison);
        let joined = one.kind.joined(two.kind);
        let is_equality = matches!(comparison, Comparison::Equal | Comparison::Unequal);
        let fault = match joined {
            None => unlike(operator, at, one.kind, two.kind),
            Some(Kind::List(_)) => {
                Fault::new(at.clone(), "列表之间不能比较", "lists are not compared")
                    .help("请用“属于”或 包含", "use in or contains")
            }
            Some(kind) if !is_equality && !kind.is_ordered() => unordered(operator, at, kind),
            Some(_) => {
                return self.node(Step::Compare(comparison, one.at, two.at), Kind::Bool);
            }
        };
        let is_chain = one.kind == Kind::Bool
            && matches!(sides[0].what, What::Binary(Operator::Compare(_), ..));
        if !is_chain {
            return self.refuse(fault);
        }
        self.refuse(fault.help(
            "请分成两个比较，如 1 < 甲 且 甲 < 5",
            "make two comparisons of it: 1 < a && a < 5",
        ))
    }

    fn arithmetic(
        &mut self,
        operation: Arithmetic,
        at: &Range<usize>,
        one: Checked,
        two: Checked,
    ) -> Option<Checked> {
        match comes_to(operation, one.kind, two.kind) {
            Some(kind) => self.node(Step::Arithmetic(operation, one.at, two.at), kind),
            None => self.refuse(no_such_sum(operation, at, one.kind, two.kind)),
        }
    }

    /// What stands after `in` or first in `contains`: a list, written out or not.
    pub(in crate::expression) fn list(
        &mut self,
        syntax: &Syntax,
        position: Position,
    ) -> Option<Checked> {
        let What::List(items) = &syntax.what else {
            let part = self.part(syntax, position)?;
            let kind = part.kind.said();
            return match part.kind {
                Kind::List(_) => Some(part),
                _ => self.refuse(
                    Fault::new(
                        syntax.at.clone(),
                        format!("“属于”之后要是列表，这里是{}", kind.zh),
                        format!("after in stands a list, here stands {}", kind.en),
                    )
                    .help("列表写作 [甲, 乙]", "a list is written [a, b]"),
                ),
            };
        };
        let parts: Vec<_> = items.iter().map(|item| self.part(item, position)).collect();
        let parts: Vec<Checked> = parts.into_iter().collect::<Option<_>>()?;
        let Some(first) = parts.first() else {
            return self.refuse(Fault::new(syntax.at.clone(), "列表是空的", "the list is empty"));
        };
        let mut kind = first.kind;
        for (part, item) in parts.iter().zip(items) {
            let Some(joined) = kind.joined(part.kind) else {
                let (one, two) = (kind.said(), part.kind.said());
                return self.refuse(Fault::new(
                    item.at.clone(),
                    format!("列表里要同类：前面是{}，这里是{}", one.zh, two.zh),
                    format!("a list is of one kind; before is {}, here is {}", one.en, two.en),
                ));
            };
            kind = joined;
        }
        let Some(kind) = kind.list() else {
            let (zh, en) = ("列表里不能再放列表", "a list holds no lists");
            return self.refuse(Fault::new(syntax.at.clone(), zh, en));
        };
        self.node(Step::List(parts.iter().map(|part| part.at).collect()), kind)
    }

    fn membership(&mut self, one: Checked, two: Checked, at: &Range<usize>) -> Option<Checked> {
        match two.kind {
            Kind::List(of) if of.joined(one.kind).is_some() => {
                self.node(Step::In(one.at, two.at), Kind::Bool)
            }
            kind => {
                let (one, two) = (one.kind.said(), kind.said());
                self.refuse(Fault::new(
                    at.clone(),
                    format!("“属于”两边要同类：左边是{}，右边是{}", one.zh, two.zh),
                    format!("in looks for {} in a {}", one.en, two.en),
                ))
            }
        }
    }
}

/// The kind of a sum, a difference and so on; none where there is no such thing.
fn comes_to(operation: Arithmetic, one: Kind, two: Kind) -> Option<Kind> {
    use Arithmetic::{Add, Divide, Multiply, Subtract};
    use Kind::{Date, Decimal, Duration, Instant, Int};
    match (operation, one, two) {
        (Divide, one, two) if one.is_number() && two.is_number() => Some(Decimal),
        (_, one, two) if one.is_number() && two.is_number() => one.joined(two),
        (Subtract, Date, Date)
        | (Subtract, Instant, Instant)
        | (Add | Subtract, Duration, Duration)
        | (Multiply, Duration, Int)
        | (Multiply, Int, Duration) => Some(Duration),
        (Add | Subtract, Date | Instant, Duration) => Some(one),
        _ => None,
    }
}

fn no_such_sum(operation: Arithmetic, at: &Range<usize>, one: Kind, two: Kind) -> Fault {
    let sign = Operator::Arithmetic(operation).spelled(Language::English);
    let (first, second) = (one.said(), two.said());
    let fault = Fault::new(
        at.clone(),
        format!("{}与{}之间不能用 {sign}", first.zh, second.zh),
        format!("{sign} does not go between {} and {}", first.en, second.en),
    );
    match (one, two) {
        (Kind::Date | Kind::Instant, Kind::Int) => {
            fault.help("天数写作 时长(3)", "so many days are written duration(3)")
        }
        (Kind::Text, _) | (_, Kind::Text) => {
            fault.help("文字不参加运算", "text takes no part in arithmetic")
        }
        _ => fault,
    }
}

/// The fault of two kinds that are not compared.
fn unlike(operator: Operator, at: &Range<usize>, one: Kind, two: Kind) -> Fault {
    let (first, second) = (one.said(), two.said());
    let fault = Fault::new(
        at.clone(),
        format!(
            "“{}”两边要同类：左边是{}，右边是{}",
            operator.spelled(Language::Chinese),
            first.zh,
            second.zh
        ),
        format!(
            "{} does not compare {} with {}",
            operator.spelled(Language::English),
            first.en,
            second.en
        ),
    );
    match (one, two) {
        (Kind::Date, Kind::Text) | (Kind::Text, Kind::Date) => {
            fault.help("日期写作 日期(\"2015-06-27\")", "a date is written date(\"2015-06-27\")")
        }
        (Kind::Date, Kind::Instant) | (Kind::Instant, Kind::Date) => {
            fault.help("时刻是哪一天，写作 日期(时刻)", "the day of an instant is date(instant)")
        }
        (Kind::Duration, Kind::Int) | (Kind::Int, Kind::Duration) => {
            fault.help("时长写作 时长(3)", "a length of days is written duration(3)")
        }
        (Kind::Bool, Kind::Int) | (Kind::Int, Kind::Bool) => {
            fault.help("“是”“否”不是数", "yes and no are no numbers")
        }
        _ => fault,
    }
}

/// The fault of a kind that has no order.
fn unordered(operator: Operator, at: &Range<usize>, kind: Kind) -> Fault {
    let said = kind.said();
    let sign = operator.spelled(Language::English);
    let fault = Fault::new(
        at.clone(),
        format!("{}不分大小，不能用 {sign}", said.zh),
        format!("{} has no order, so {sign} does not compare it", said.en),
    );
    fault.help("请用 = 或 !=", "use == or !=")
}

/// Whether a literal stands for so many windows.
pub(super) fn windows(syntax: &Syntax) -> Option<i64> {
    let most = crate::expression::function::MOST_WINDOWS;
    match syntax.what {
        What::Literal(Value::Int(number)) if (1..=most).contains(&number) => Some(number),
        _ => None,
    }
}
