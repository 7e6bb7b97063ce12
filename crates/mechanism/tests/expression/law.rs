//! What holds for every expression.

use super::arbitrary::{self, ANY};
use super::county::{FIELDS, SCOPE, context, read, with_subject};
use proptest::prelude::*;
use qz_mechanism::expression::{Expression, LONGEST, Value, spelled};
use qz_mechanism::language::Language::{Chinese, English};

/// Pieces that texts which are mostly no expressions are made of.
const PIECES: [&str; 40] = [
    "迟到天数",
    "late",
    "有纪实",
    "岗位",
    "上任日",
    "收到",
    "用时",
    "标签",
    "计数",
    "求和",
    "存在",
    "连续",
    "上期",
    "天数",
    "(",
    ")",
    "(",
    ")",
    "[",
    "]",
    ",",
    "?",
    ":",
    "+",
    "-",
    "*",
    "/",
    "%",
    "<",
    "=",
    "!",
    "&&",
    "或",
    "属于",
    "3",
    "0.5",
    "\"甲\"",
    "'",
    "（",
    "＞",
];

fn config() -> ProptestConfig {
    ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() }
}

/// Asks an expression in every way; what is asked must not fail, and says the same each time.
fn ask(expression: &Expression, windows: &[Vec<Vec<Value>>]) -> Value {
    with_subject(windows, |subject| {
        let context = context();
        let value = expression.value(&subject, &context);
        let holds = expression.holds(&subject, &context);
        assert_eq!(holds, if let Value::Bool(truth) = value { Some(truth) } else { None });
        let trace = expression.trace(&subject, &context);
        assert_eq!(trace.value(), &value);
        assert!(trace.say(Chinese).lines().count() >= trace.lines(English).len());
        for used in trace.rows() {
            assert!(used.row < windows[used.window].len());
        }
        value
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_the_checker_accepts_never_fails_at_run_time(
        (text, kind) in arbitrary::typed(&ANY),
        windows in arbitrary::windows(),
    ) {
        let expression = read(&text);
        prop_assert_eq!(expression.kind(), kind);
        let value = ask(&expression, &windows);
        match value.kind() {
            Some(found) => prop_assert_eq!(found, kind),
            None => prop_assert!(matches!(value, Value::Missing | Value::List(_))),
        }
        prop_assert!(expression.fields().all(|place| place < FIELDS.len()));
    }

    #[test]
    fn written_out_again_it_means_the_same(
        (text, _) in arbitrary::typed(&ANY),
        windows in arbitrary::windows(),
    ) {
        let expression = read(&text);
        let value = ask(&expression, &windows);
        for language in [Chinese, English] {
            let written = expression.say(language);
            prop_assume!(written.len() < LONGEST);
            let again = read(&written);
            prop_assert_eq!(again.say(language), written);
            prop_assert_eq!(ask(&again, &windows), value.clone());
        }
    }

    #[test]
    fn no_text_breaks_the_reader(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12),
        between in prop::sample::select(&["", " "][..]),
        windows in arbitrary::windows(),
    ) {
        let text = pieces.join(between);
        match Expression::read(&text, &SCOPE) {
            Ok(expression) => drop(ask(&expression, &windows)),
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                for fault in faults {
                    prop_assert!(text.get(fault.at.clone()).is_some(), "{}: {:?}", text, fault);
                }
            }
        }
        drop(spelled(&text, English, |name| SCOPE.spelled(name, English)));
    }

    #[test]
    fn no_signs_break_the_reader(text in "\\PC{0,40}") {
        for fault in Expression::condition(&text, &SCOPE).err().unwrap_or_default() {
            prop_assert!(text.get(fault.at).is_some());
        }
        drop(spelled(&text, Chinese, |_| None));
    }
}
