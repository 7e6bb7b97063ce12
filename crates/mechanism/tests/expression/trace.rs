//! How a value came about, line by line.

use super::county::{context, read, row, text, with_subject};
use jiff::civil::date;
use qz_mechanism::expression::Value::{self, Bool, Int, Missing};
use qz_mechanism::expression::{RowUsed, Trace};
use qz_mechanism::language::Language::{Chinese, English};

fn trace(written: &str, windows: &[Vec<Vec<Value>>], ask: impl FnOnce(&Trace<'_>)) {
    let expression = read(written);
    with_subject(windows, |subject| ask(&expression.trace(&subject, &context())));
}

fn rows(late: &[Value]) -> Vec<Vec<Value>> {
    late.iter().map(|late| row(&[("late", late.clone())])).collect()
}

#[test]
fn values_stand_beside_the_names() {
    let known = row(&[("late", Int(5)), ("absent", Int(1))]);
    trace("迟到天数 > 3", &[vec![known.clone()]], |trace| {
        assert_eq!(trace.say(Chinese), "迟到天数(5) > 3 → 是");
        assert_eq!(trace.say(English), "late(5) > 3 → true");
        assert_eq!(trace.value(), &Bool(true));
        assert_eq!(trace.rows().into_iter().collect::<Vec<_>>(), [RowUsed { window: 0, row: 0 }]);
    });
    trace("late > 3 && absent*2 >= 4 || post == '镇长'", &[vec![known]], |trace| {
        assert_eq!(
            trace.say(Chinese),
            "迟到天数(5) > 3 且 缺勤半天数(1) * 2 >= 4 或 岗位(缺) = \"镇长\" → 缺\n  \
             迟到天数(5) > 3 且 缺勤半天数(1) * 2 >= 4 → 否\n    \
             迟到天数(5) > 3 → 是\n    \
             缺勤半天数(1) * 2 >= 4 → 否\n      \
             缺勤半天数(1) * 2 → 2\n  \
             岗位(缺) = \"镇长\" → 缺"
        );
    });
}

#[test]
fn rows_that_were_used_and_left_out_are_said() {
    let rows = rows(&[Int(5), Missing, Int(2), Int(4), Int(6)]);
    trace("计数(迟到天数 > 3) >= 2 且 迟到天数 > 10", &[rows], |trace| {
        assert_eq!(
            trace.say(Chinese),
            "计数(迟到天数 > 3)(3) >= 2 且 迟到天数(17) > 10 → 是\n  \
             计数(迟到天数 > 3)(3) >= 2 → 是\n    \
             计数(迟到天数 > 3) → 3（共 5 行，用第 1、4–5 行，缺 1 行）\n  \
             迟到天数(17) > 10 → 是\n    \
             迟到天数 → 17（共 5 行，用第 1、3–5 行，缺 1 行）"
        );
        let line = &trace.lines(English)[2];
        assert_eq!(line.to_string(), "count(late > 3) → 3 (5 rows; used 1, 4–5; 1 missing)");
        assert_eq!((line.rows.as_slice(), line.missing), (&[0, 3, 4][..], 1));
        let used: Vec<_> = trace.rows().into_iter().map(|used| used.row).collect();
        assert_eq!(used, [0, 2, 3, 4]);
    });
}

#[test]
fn each_window_has_its_line() {
    let windows = [rows(&[Int(5)]), rows(&[Int(1)])];
    trace("连续(迟到天数 > 3, 3) 或 上期(迟到天数) = 1", &windows, |trace| {
        assert_eq!(
            trace.say(Chinese),
            "连续(迟到天数 > 3, 3)(否) 或 上期(迟到天数)(1) = 1 → 是\n  \
             连续(迟到天数 > 3, 3) → 否\n    \
             本期：迟到天数(5) > 3 → 是\n    \
             上期：迟到天数(1) > 3 → 否\n    \
             前 2 期：迟到天数 > 3 → 缺\n  \
             上期(迟到天数)(1) = 1 → 是\n    \
             上期(迟到天数) → 1\n      \
             上期：迟到天数 → 1"
        );
        assert!(trace.say(English).contains("\n    2 windows before: late > 3 → missing\n"));
        let used: Vec<_> = trace.rows().into_iter().map(|used| used.window).collect();
        assert_eq!(used, [0, 1]);
    });
}

#[test]
fn days_texts_and_choices_are_written_as_an_expression_would() {
    let known = row(&[("since", Value::Date(date(2015, 1, 1))), ("post", text("镇\"长\""))]);
    let written = "天数(上任日) > 300 ? 岗位 : 岗位 属于 ['甲', '乙'] ? '丙' : '丁'";
    trace(written, &[vec![known]], |trace| {
        assert_eq!(
            trace.lines(English)[0].to_string(),
            "days(since(2015-01-01))(354) > 300 ? post(\"镇\\\"长\\\"\") : \
             post(\"镇\\\"长\\\"\") in [\"甲\", \"乙\"] ? \"丙\" : \"丁\" → \"镇\\\"长\\\"\""
        );
    });
    for (written, said) in [
        ("(1+2)*3 - (4 - 5)", "(1 + 2) * 3 - (4 - 5)"),
        ("-(1 + 2) * -3", "-(1 + 2) * -3"),
        ("-(-(0)) - -(-3) + -0.0", "0 - 3 + 0.0"),
        ("-(迟到天数 - 3)", "-(late - 3)"),
        ("not (是 or 否) and 是", "!(true || false) && true"),
        ("(是 ? 1 : 2) + 1", "(true ? 1 : 2) + 1"),
        ("(是 ? 否 : 是) ? 1 : 2.0", "(true ? false : true) ? 1 : 2.0"),
        ("上任日 < 日期('2015-06-27') + 时长(3)", "since < date(\"2015-06-27\") + duration(3)"),
    ] {
        assert_eq!(read(written).say(English), said);
    }
}
