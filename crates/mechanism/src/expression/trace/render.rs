//! Writes an expression out, with or without its values, with no more brackets than it needs.

use super::Part;
use crate::expression::Expression;
use crate::expression::function::{Function, Reach};
use crate::expression::node::{At, Step};
use crate::expression::operator::{Arithmetic, Comparison, Operator};
use crate::expression::value::{Value, quoted};
use crate::expression::word;
use crate::language::Language;

/// How tight `?:` binds.
const CHOICE: u8 = 1;
/// How tight it binds what stands in it.
const WITHIN_CHOICE: u8 = 2;
/// How tight a sign before a value binds.
const SIGN: u8 = 7;

impl Expression {
    /// The expression in a language, written the one way there is.
    pub fn say(&self, language: Language) -> String {
        let mut writer = Writer { expression: self, language, text: String::new() };
        writer.write(self.root, None, 0);
        writer.text
    }
}

/// A part with the values of what is in it; its own stands beside it.
pub(super) fn with_values(expression: &Expression, part: &Part, language: Language) -> String {
    let mut writer = Writer { expression, language, text: String::new() };
    writer.write_inner(part.at, Some(part), 0);
    writer.text
}

struct Writer<'e> {
    expression: &'e Expression,
    language: Language,
    text: String,
}

impl Writer<'_> {
    /// Writes a step where `level` binds from outside, with its value after it where the text does not show it.
    fn write(&mut self, at: At, part: Option<&Part>, level: u8) {
        let at = self.expression.written(at);
        self.write_inner(at, part, level);
        let is_read = matches!(self.expression.node(at).step, Step::Folded(..) | Step::Call(..));
        if let Some(part) = part
            && is_read
        {
            self.text.push('(');
            self.text.push_str(&part.value.say(self.language));
            self.text.push(')');
        }
    }

    fn write_inner(&mut self, at: At, part: Option<&Part>, level: u8) {
        let inner = |place: usize| part.and_then(|part| part.parts.get(place));
        match &self.expression.node(at).step {
            Step::Constant(value) => self.constant(value),
            Step::Folded(reading, _) | Step::Each(reading) => self.name(reading.name),
            Step::Promote(of) => self.write_inner(*of, part, level),
            Step::Not(of) => {
                self.text.push_str(word::not(self.language));
                if self.language == Language::Chinese {
                    self.text.push(' ');
                }
                self.write(*of, inner(0), SIGN);
            }
            Step::Negative(of) => {
                self.text.push('-');
                self.write(*of, inner(0), SIGN);
            }
            Step::And(one, two) => self.binary(Operator::And, [*one, *two], part, level),
            Step::Or(one, two) => self.binary(Operator::Or, [*one, *two], part, level),
            Step::In(one, two) => self.binary(Operator::In, [*one, *two], part, level),
            Step::Compare(comparison, one, two) => {
                self.binary(comparison_of(*comparison), [*one, *two], part, level);
            }
            Step::Arithmetic(operation, one, two) => {
                self.binary(arithmetic_of(*operation), [*one, *two], part, level);
            }
            Step::Choose(parts) => self.choice(*parts, part, level),
            Step::List(items) => {
                self.text.push('[');
                self.items(items, part);
                self.text.push(']');
            }
            Step::Call(function, arguments) => self.call(*function, arguments, part),
        }
    }

    fn constant(&mut self, value: &Value) {
        let written = match value {
            Value::Text(text) => quoted(text),
            Value::Decimal(number) => number.to_string(),
            Value::Bool(truth) => word::truth(*truth, self.language).to_owned(),
            Value::Date(day) => {
                let name = Function::Date.row().names.within(self.language);
                format!("{name}(\"{day}\")")
            }
            value => value.say(self.language),
        };
        self.text.push_str(&written);
    }

    fn name(&mut self, name: usize) {
        let named = self.expression.names.get(name);
        self.text.push_str(named.map_or("", |named| named.said.within(self.language)));
    }

    fn binary(&mut self, operator: Operator, [one, two]: [At; 2], part: Option<&Part>, level: u8) {
        let own = operator.level();
        let inner = |place: usize| part.and_then(|part| part.parts.get(place));
        self.bracketed(own < level, |writer| {
            writer.write(one, inner(0), own);
            writer.text.push(' ');
            writer.text.push_str(operator.spelled(writer.language));
            writer.text.push(' ');
            writer.write(two, inner(1), own + 1);
        });
    }

    fn choice(&mut self, [asked, then, otherwise]: [At; 3], part: Option<&Part>, level: u8) {
        let inner = |place: usize| part.and_then(|part| part.parts.get(place));
        self.bracketed(level > CHOICE, |writer| {
            writer.write(asked, inner(0), WITHIN_CHOICE);
            writer.text.push_str(" ? ");
            writer.write(then, inner(1), WITHIN_CHOICE);
            writer.text.push_str(" : ");
            writer.write(otherwise, inner(2), CHOICE);
        });
    }

    fn call(&mut self, function: Function, arguments: &[At], part: Option<&Part>) {
        let row = function.row();
        self.text.push_str(row.names.within(self.language));
        self.text.push('(');
        // Over rows and windows the argument has many values, which stand in lines of their own.
        self.items(arguments, part.filter(|_| row.reach == Reach::Here));
        self.text.push(')');
    }

    fn items(&mut self, items: &[At], part: Option<&Part>) {
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                self.text.push_str(", ");
            }
            self.write(*item, part.and_then(|part| part.parts.get(place)), 0);
        }
    }

    fn bracketed(&mut self, is_bracketed: bool, write: impl FnOnce(&mut Self)) {
        if is_bracketed {
            self.text.push('(');
        }
        write(self);
        if is_bracketed {
            self.text.push(')');
        }
    }
}

impl Expression {
    /// The step that is written where a whole number stands for a decimal.
    fn written(&self, at: At) -> At {
        match self.node(at).step {
            Step::Promote(of) => of,
            _ => at,
        }
    }
}

const fn comparison_of(comparison: Comparison) -> Operator {
    Operator::Compare(comparison)
}

const fn arithmetic_of(operation: Arithmetic) -> Operator {
    Operator::Arithmetic(operation)
}
