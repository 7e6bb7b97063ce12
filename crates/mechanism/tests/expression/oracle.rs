//! The part that is CEL is read and reckoned as another reader of CEL does.

use super::arbitrary::{CEL, Writer, is_short};
use super::county::{context, text};
use cel::{Context, Program};
use qz_mechanism::expression::{Expression, Field, Fold, Kind, Scope, Subject, Value};
use qz_mechanism::language::Names;
use std::collections::BTreeMap;

/// How many random expressions are compared.
const EXPRESSIONS: usize = 10_000;

/// What an expression must have been compared with at least once.
const OPERATORS: [&str; 17] = [
    " + ", " - ", " * ", " % ", " < ", " <= ", " > ", " >= ", " == ", " != ", " && ", " || ", "!(",
    "-(", " in [", " ? ", "\"甲\"",
];

const fn field(name: &'static str, kind: Kind) -> Field<'static> {
    Field { source: None, names: Names::new(name, name), kind, fold: Fold::Latest }
}

const FIELDS: [Field<'static>; 5] = [
    field("late", Kind::Int),
    field("absent", Kind::Int),
    field("noted", Kind::Bool),
    field("calm", Kind::Bool),
    field("post", Kind::Text),
];

/// Bytes from a seed, the same on every machine.
struct Seed(u64);

impl Seed {
    fn next(&mut self) -> u8 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0.to_be_bytes()[0]
    }

    fn tape(&mut self) -> Vec<u8> {
        (0..120).map(|_| self.next()).collect()
    }
}

fn ours(written: &str, row: &[Value]) -> Value {
    let expression = Expression::read(written, &Scope { fields: &FIELDS });
    let expression = expression.unwrap_or_else(|faults| panic!("{written}: {faults:#?}"));
    expression.value(&Subject { rows: &[row], earlier: &[] }, &context())
}

/// What the other reader says; none where it cannot go on, as after a sum that is too large.
fn theirs(written: &str, row: &[Value]) -> Option<Value> {
    let mut context = Context::default();
    for (field, value) in FIELDS.iter().zip(row) {
        let name = field.names.en;
        match value {
            Value::Int(number) => context.add_variable_from_value(name, *number),
            Value::Bool(truth) => context.add_variable_from_value(name, *truth),
            Value::Text(text) => context.add_variable_from_value(name, text.to_string()),
            _ => {}
        }
    }
    let program = Program::compile(written).unwrap_or_else(|fault| panic!("{written}: {fault}"));
    match program.execute(&context).ok()? {
        cel::Value::Int(number) => Some(Value::Int(number)),
        cel::Value::Bool(truth) => Some(Value::Bool(truth)),
        cel::Value::String(of) => Some(text(&of)),
        other => panic!("{written}: {other:?}"),
    }
}

#[test]
fn the_part_that_is_cel_is_reckoned_as_cel() {
    let mut seed = Seed(20_150_627);
    let mut compared: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut all, mut broken_off) = (0, 0);
    while all < EXPRESSIONS {
        let (written, _) = Writer::new(&CEL, &seed.tape()).whole();
        if !is_short(&written) {
            continue;
        }
        all += 1;
        let number = |seed: &mut Seed| Value::Int(i64::from(seed.next() % 12) - 3);
        let row = [
            number(&mut seed),
            number(&mut seed),
            Value::Bool(seed.next() > 127),
            Value::Bool(seed.next() > 127),
            text(if seed.next() > 127 { "甲" } else { "镇长" }),
        ];
        let Some(expected) = theirs(&written, &row) else {
            broken_off += 1;
            // A list with a value that cannot be said breaks off there; here it is only that value.
            if !written.contains(" in [") {
                assert_eq!(ours(&written, &row), Value::Missing, "{written} for {row:?}");
            }
            continue;
        };
        assert_eq!(ours(&written, &row), expected, "{written} for {row:?}");
        for operator in OPERATORS.into_iter().filter(|operator| written.contains(operator)) {
            *compared.entry(operator).or_default() += 1;
        }
    }
    println!("{all} expressions, {broken_off} of them broken off; compared with: {compared:?}");
    for operator in OPERATORS {
        assert!(compared.get(operator).is_some_and(|count| *count > 0), "{operator}");
    }
}
