//! What a function may be given.

use super::operator::windows;
use super::{Checked, Checker, Position, not_a_condition};
use crate::expression::fault::Fault;
use crate::expression::function::{Function, FunctionRow, Gives, Parameter, Reach, Takes};
use crate::expression::node::{At, Step};
use crate::expression::syntax::{Call, Syntax, What};
use crate::expression::value::{Kind, Value};
use std::ops::Range;

impl Checker<'_> {
    /// A call; `whole` is where it stands with its arguments.
    pub(super) fn call(
        &mut self,
        call: &Call,
        whole: &Range<usize>,
        position: Position,
    ) -> Option<Checked> {
        let Some(row) = FunctionRow::named(&call.name) else {
            let fault = Self::no_function(call);
            for argument in &call.arguments {
                self.part(argument, position);
            }
            return self.refuse(fault);
        };
        if let Some(outer) = nested_in(row, position) {
            return self.refuse(nesting(call, outer));
        }
        if !(row.least..=row.parameters.len()).contains(&call.arguments.len()) {
            return self.refuse(miscounted(row, whole, call.arguments.len()));
        }
        if let (Function::Date, [Syntax { at, what: What::Literal(Value::Text(text)) }]) =
            (row.function, call.arguments.as_slice())
        {
            return match text.parse() {
                Ok(day) if text.len() == 10 => self.constant(Value::Date(day)),
                _ => self.refuse(no_day(at, text)),
            };
        }
        self.function(row, call, position)
    }

    fn function(&mut self, row: &FunctionRow, call: &Call, outer: Position) -> Option<Checked> {
        let inner = match row.reach {
            Reach::Here => outer,
            Reach::Rows => Position { rows: Some(row.function), ..outer },
            Reach::Windows => Position { windows: Some(row.function), ..outer },
        };
        let mut parts: Vec<Option<Checked>> = vec![];
        for (argument, parameter) in call.arguments.iter().zip(row.parameters) {
            let first = parts.first().copied().flatten();
            parts.push(self.argument(argument, parameter, (first, inner)));
        }
        let parts: Vec<Checked> = parts.into_iter().collect::<Option<_>>()?;
        let kind = match row.gives {
            Gives::Kind(kind) => kind,
            Gives::SameAsArgument => parts.first()?.kind,
        };
        let arguments: Box<[At]> = parts.iter().map(|part| part.at).collect();
        self.node(Step::Call(row.function, arguments), kind)
    }

    /// An argument; `first` is the first one of the call, where this is another and that passed.
    fn argument(
        &mut self,
        syntax: &Syntax,
        parameter: &Parameter,
        (first, position): (Option<Checked>, Position),
    ) -> Option<Checked> {
        match (parameter.takes, &syntax.what) {
            (Takes::TextOrList, What::List(_)) => return self.list(syntax, position),
            (Takes::Windows, _) => {
                return match windows(syntax) {
                    Some(number) => self.constant(Value::Int(number)),
                    None => self.refuse(misfit(syntax, parameter.takes, None)),
                };
            }
            _ => {}
        }
        let part = self.part(syntax, position)?;
        let is_field = matches!(syntax.what, What::Name(_));
        let fits = match parameter.takes {
            Takes::Condition => part.kind == Kind::Bool,
            Takes::Number => part.kind.is_number(),
            Takes::Amount => part.kind.is_number() || part.kind == Kind::Duration,
            Takes::FieldOrCondition => is_field || part.kind == Kind::Bool,
            Takes::TextOrList => matches!(part.kind, Kind::Text | Kind::List(_)),
            Takes::PartOfIt => match first?.kind {
                Kind::List(of) => of.joined(part.kind).is_some(),
                kind => kind == part.kind,
            },
            Takes::Date => part.kind == Kind::Date,
            Takes::Int => part.kind == Kind::Int,
            Takes::Windows => false,
            Takes::Anything => true,
            Takes::DateTextOrInstant => part.kind == Kind::Instant,
        };
        match (fits, parameter.takes) {
            (true, _) => Some(part),
            (false, Takes::Condition) => self.refuse(not_a_condition(&syntax.at, part.kind)),
            (false, takes) => self.refuse(misfit(syntax, takes, Some(part.kind))),
        }
    }

    fn no_function(call: &Call) -> Fault {
        let name = &call.name;
        let (zh, en) = (format!("没有函数“{name}”"), format!("there is no function `{name}`"));
        let fault = Fault::new(call.at.clone(), zh, en);
        let last = name.rsplit('.').next().and_then(FunctionRow::named);
        if let (true, Some(row)) = (name.contains('.'), last) {
            let form = row.form();
            return fault.help(format!("写作 {}", form.zh), format!("write {}", form.en));
        }
        match Self::nearest_function(name) {
            Some(near) => {
                fault.help(format!("是否想写 {near}？"), format!("did you mean `{near}`?"))
            }
            None => fault,
        }
    }
}

/// The function in which another must not stand.
fn nested_in(row: &FunctionRow, position: Position) -> Option<Function> {
    match row.reach {
        Reach::Here => None,
        Reach::Rows => position.rows,
        Reach::Windows => position.rows.or(position.windows),
    }
}

fn nesting(call: &Call, outer: Function) -> Fault {
    let (name, outer) = (&call.name, outer.row().names);
    let zh = format!("{} 里不能再用 {name}", outer.zh);
    let en = format!("`{name}` does not stand within `{}`", outer.en);
    Fault::new(call.at.clone(), zh, en).help("请分开写", "write one beside the other")
}

fn miscounted(row: &FunctionRow, at: &Range<usize>, count: usize) -> Fault {
    let (names, form) = (row.names, row.form());
    let (least, most) = (row.least, row.parameters.len());
    let range = if least == most { least.to_string() } else { format!("{least}–{most}") };
    let plural = if most == 1 { "argument" } else { "arguments" };
    Fault::new(
        at.clone(),
        format!("{} 要 {range} 个参数，这里有 {count} 个", names.zh),
        format!("`{}` takes {range} {plural}, here are {count}", names.en),
    )
    .help(format!("写作 {}", form.zh), format!("write {}", form.en))
}

fn no_day(at: &Range<usize>, text: &str) -> Fault {
    let (zh, en) = (format!("没有“{text}”这一天"), format!("\"{text}\" is no day"));
    Fault::new(at.clone(), zh, en)
        .help("日期写作 \"2015-06-27\"", "a day is written \"2015-06-27\"")
}

/// The fault of an argument that the function does not take.
fn misfit(syntax: &Syntax, takes: Takes, kind: Option<Kind>) -> Fault {
    let wanted = takes.said();
    let (zh, en) = match kind.map(Kind::said) {
        Some(kind) => (format!("，而这是{}", kind.zh), format!(", this is {}", kind.en)),
        None => (String::new(), String::new()),
    };
    Fault::new(
        syntax.at.clone(),
        format!("这里要写{}{zh}", wanted.zh),
        format!("{} is to stand here{en}", wanted.en),
    )
}
