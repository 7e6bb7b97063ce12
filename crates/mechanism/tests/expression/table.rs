//! What each operator and function gives, missing values and all.

use super::county::{decimal, place, read, row, text, value, value_in, value_of};
use jiff::SignedDuration;
use jiff::civil::date;
use qz_mechanism::expression::Value::{self, Bool, Int, Missing};
use qz_mechanism::expression::{Function, is_name};
use qz_mechanism::fact::SOURCES;
use qz_mechanism::language::Language;

fn check(rows: &[(&str, &str)], ask: impl Fn(&str) -> String) {
    let wrong: Vec<_> = rows
        .iter()
        .map(|(written, expected)| (written, ask(written), expected))
        .filter(|(_, found, expected)| found != *expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn numbers_are_reckoned_exactly() {
    check(
        &[
            ("1 + 2 * 3", "7"),
            ("(1 + 2) * 3", "9"),
            ("7 - 2 - 1", "4"),
            ("-7 % 3", "-1"),
            ("7.5 % 2", "1.5"),
            ("0.1 + 0.2", "0.3"),
            ("0.1 + 0.2 == 0.3", "true"),
            ("1 / 4", "0.25"),
            ("6 / 3", "2"),
            ("6 / 3 == 2", "true"),
            ("1 + 0.5", "1.5"),
            ("2 * 1.50", "3"),
            ("-(2 - 5)", "3"),
            ("--2", "2"),
            ("10 - -3", "13"),
            ("0.1234567890123456789012345678", "0.1234567890123456789012345678"),
        ],
        value,
    );
}

#[test]
fn what_is_too_large_or_divided_by_nothing_is_missing() {
    check(
        &[
            ("1 / 0", "missing"),
            ("1 % 0", "missing"),
            ("1.5 % 0.0", "missing"),
            ("1.5 / 0", "missing"),
            ("9223372036854775807 + 1", "missing"),
            ("-9223372036854775807 - 2", "missing"),
            ("9223372036854775807 * 2", "missing"),
            ("7922816251426433759354395033.5 * 100", "missing"),
            ("-(-9223372036854775807 - 1)", "missing"),
            ("(-9223372036854775807 - 1) % -1", "missing"),
            ("日期(\"9999-12-31\") + 时长(1)", "missing"),
            ("时长(9223372036854775807)", "missing"),
            ("时长(3) * 9223372036854775807", "missing"),
            ("1 / 0 > 1", "missing"),
        ],
        value,
    );
}

#[test]
fn values_of_a_kind_are_compared() {
    check(
        &[
            ("1 < 2", "true"),
            ("2 <= 2", "true"),
            ("2 > 2.0", "false"),
            ("2 >= 2.0", "true"),
            ("2 = 2.00", "true"),
            ("2 == 3", "false"),
            ("2 != 3", "true"),
            ("'甲' = \"甲\"", "true"),
            ("\"甲\" != \"乙\"", "true"),
            ("是 = true", "true"),
            ("#true = #false", "false"),
            ("否 != 是", "true"),
            ("日期(\"2015-06-27\") < date(\"2015-06-28\")", "true"),
            ("时长(1) = 时长(0, 24)", "true"),
            ("时长(1, 0, 1) > duration(1)", "true"),
        ],
        value,
    );
}

#[test]
fn a_missing_value_is_neither_true_nor_false() {
    let known = row(&[("noted", Bool(true))]);
    check(
        &[
            ("迟到天数", "missing"),
            ("迟到天数 > 3", "missing"),
            ("迟到天数 = 迟到天数", "missing"),
            ("迟到天数 != 3", "missing"),
            ("迟到天数 + 1", "missing"),
            ("-迟到天数", "missing"),
            ("岗位 = \"甲\"", "missing"),
            ("非 (迟到天数 > 3)", "missing"),
            ("迟到天数 > 3 且 有纪实", "missing"),
            ("有纪实 且 迟到天数 > 3", "missing"),
            ("迟到天数 > 3 且 非 有纪实", "false"),
            ("非 有纪实 且 迟到天数 > 3", "false"),
            ("迟到天数 > 3 或 有纪实", "true"),
            ("有纪实 或 迟到天数 > 3", "true"),
            ("迟到天数 > 3 或 非 有纪实", "missing"),
            ("迟到天数 > 3 ? 1 : 2", "missing"),
            ("有纪实 ? 1 : 迟到天数", "1"),
            ("迟到天数 属于 [1, 2]", "missing"),
            ("1 in [1, 迟到天数]", "true"),
            ("2 in [1, 迟到天数]", "missing"),
            ("天数(上任日)", "missing"),
            ("工作日(上任日)", "missing"),
            ("包含(岗位, \"甲\")", "missing"),
            ("包含(标签, \"甲\")", "missing"),
        ],
        |written| value_of(written, &known),
    );
}

#[test]
fn logic_in_signs_and_in_words_is_the_same() {
    for (signs, words, plain) in [
        ("true && false", "是 且 否", "true and false"),
        ("true && true", "是 且 是", "true and true"),
        ("false || true", "否 或 是", "false or true"),
        ("!false", "非 否", "not false"),
        ("!true || true && false", "非 是 或 是 且 否", "not true or true and false"),
    ] {
        assert_eq!(value(signs), value(words), "{signs}");
        assert_eq!(value(signs), value(plain), "{signs}");
    }
    assert_eq!(value("true || true && false"), "true");
}

#[test]
fn a_choice_takes_one_side_and_both_have_its_kind() {
    check(
        &[
            ("1 < 2 ? 'a' : 'b'", "\"a\""),
            ("1 > 2 ? 1 : 2 > 3 ? 4 : 5", "5"),
            ("(1 < 2 ? 1 : 2.5) / 1", "1"),
            ("1 < 2 ? 1 : 2.5", "1"),
            ("1 + (是 ? 2 : 3) * 2", "5"),
        ],
        value,
    );
    assert_eq!(value_in("1 < 2 ? 1 : 2.5", &[]), decimal("1"));
}

#[test]
fn lists_and_texts_tell_what_is_in_them() {
    let known = row(&[
        ("post", text("镇长助理")),
        ("tags", Value::List([text("甲"), Missing, text("乙")].into())),
    ]);
    check(
        &[
            ("3 属于 [1, 2, 3]", "true"),
            ("3 in [1, 2.5]", "false"),
            ("3 in [3.0]", "true"),
            ("岗位 属于 [\"镇长\", \"镇长助理\"]", "true"),
            ("包含(岗位, \"助理\")", "true"),
            ("contains(岗位, \"书记\")", "false"),
            ("包含(标签, \"甲\")", "true"),
            ("\"乙\" in 标签", "true"),
            ("包含(标签, \"丙\")", "missing"),
            ("包含([1, 2], 2)", "true"),
            ("日期(\"2015-06-27\") in [日期(\"2015-06-26\"), 日期(\"2015-06-27\")]", "true"),
        ],
        |written| value_of(written, &known),
    );
}

#[test]
fn days_run_to_the_day_of_the_run_unless_an_end_is_given() {
    let at = "2015-12-18T17:00:00Z".parse().unwrap();
    let known = row(&[
        ("since", Value::Date(date(2015, 9, 25))),
        ("received", Value::Instant(at)),
        ("took", Value::Duration(SignedDuration::from_hours(30))),
    ]);
    check(
        &[
            ("天数(上任日)", "87"),
            ("天数(上任日, 日期(\"2015-09-25\"))", "0"),
            ("天数(上任日, 日期(\"2015-09-24\"))", "-1"),
            ("days(上任日, 日期(\"2015-10-25\"))", "30"),
            // 26 and 27 September are a weekend, 1 to 7 October off, 10 October is worked.
            ("已过工作日(上任日, 日期(\"2015-10-12\"))", "7"),
            ("已过工作日(上任日, 日期(\"2015-09-01\"))", "0"),
            ("workdays_since(日期(\"2015-12-18\"))", "1"),
            ("工作日(日期(\"2015-10-10\"))", "true"),
            ("workday(日期(\"2015-10-01\"))", "false"),
            ("日期(收到)", "2015-12-19"),
            ("天数(日期(收到))", "2"),
            ("上任日 + 时长(7)", "2015-10-02"),
            ("上任日 - 时长(1, 23)", "2015-09-24"),
            ("上任日 - 日期(\"2015-09-20\")", "5 d"),
            ("收到 + 时长(0, 1)", "2015-12-19T02:00:00+08:00"),
            ("收到 - 收到 = 时长(0)", "true"),
            ("用时", "1 d 6 h"),
            ("用时 * 2 - 时长(0, 0, 30)", "2 d 11 h 30 min"),
            ("-用时", "-1 d 6 h"),
            ("用时 > 时长(1)", "true"),
        ],
        |written| value_of(written, &known),
    );
}

#[test]
fn a_workday_of_a_year_without_its_notice_is_missing() {
    check(
        &[
            ("工作日(日期(\"2099-01-05\"))", "missing"),
            ("已过工作日(日期(\"2026-12-01\"), 日期(\"2027-01-05\"))", "missing"),
            ("已过工作日(日期(\"2003-12-01\"), 日期(\"2004-01-05\"))", "missing"),
            ("已过工作日(日期(\"2003-12-31\"), 日期(\"2004-01-02\"))", "1"),
            ("已过工作日(日期(\"0001-01-01\"), 日期(\"9999-01-05\"))", "missing"),
            ("天数(日期(\"2099-01-05\"), 日期(\"2099-01-06\"))", "1"),
        ],
        value,
    );
}

fn rows() -> Vec<Vec<Value>> {
    let known = |late: Value, noted: Value, score: &str, day: i8| {
        row(&[
            ("late", late.clone()),
            ("most", late.clone()),
            ("fewest", late.clone()),
            ("each", late),
            ("noted", noted),
            ("score", decimal(score)),
            ("since", Value::Date(date(2015, 6, day))),
        ])
    };
    vec![
        known(Int(5), Bool(false), "1.5", 1),
        known(Missing, Missing, "2.0", 2),
        known(Int(2), Bool(true), "3.0", 3),
        row(&[]),
    ]
}

#[test]
fn a_bare_field_is_what_its_rows_come_to() {
    check(
        &[
            ("迟到天数", "7"),
            ("有纪实", "true"),
            ("最多", "5"),
            ("最少", "2"),
            ("人均", "3.5"),
            ("上任日", "2015-06-03"),
            ("岗位", "missing"),
            ("人均 * 2 = 迟到天数", "true"),
        ],
        |written| value_in(written, &[rows()]).say(Language::English),
    );
    assert_eq!(value_of("人均", &row(&[("each", Int(3))])), "3");
    assert_eq!(value_in("人均", &[vec![row(&[("each", Int(3))])]]), decimal("3"));
}

#[test]
fn without_rows_a_sum_is_0_and_most_else_is_missing() {
    check(
        &[
            ("迟到天数", "0"),
            ("用时", "0 d"),
            ("有纪实", "false"),
            ("均分", "missing"),
            ("最多", "missing"),
            ("最少", "missing"),
            ("岗位", "missing"),
            ("计数(迟到天数 > 1)", "0"),
            ("求和(均分)", "0"),
            ("均值(迟到天数)", "missing"),
            ("存在(迟到天数)", "false"),
            ("存在(迟到天数 > 1)", "false"),
        ],
        |written| value_in(written, &[vec![]]).say(Language::English),
    );
}

#[test]
fn functions_over_rows_leave_out_what_is_missing() {
    check(
        &[
            ("计数(迟到天数 > 3)", "1"),
            ("计数(迟到天数 >= 2)", "2"),
            ("计数(是)", "4"),
            ("求和(迟到天数)", "7"),
            ("求和(迟到天数 * 2 + 1)", "16"),
            ("均值(迟到天数)", "3.5"),
            ("mean(均分)", "2.1666666666666666666666666667"),
            ("存在(岗位)", "false"),
            ("存在(迟到天数)", "true"),
            ("存在(有纪实)", "true"),
            ("存在(迟到天数 > 4)", "true"),
            ("exists(迟到天数 > 5)", "false"),
            ("存在(姓名)", "false"),
            ("计数(姓名 = \"甲\")", "missing"),
            ("计数(有纪实 ? 迟到天数 > 1 : 均分 > 1)", "2"),
        ],
        |written| value_in(written, &[rows()]).say(Language::English),
    );
}

#[test]
fn rows_of_which_none_knows_come_to_nothing() {
    let unknown = vec![row(&[]), row(&[])];
    for written in ["迟到天数", "计数(迟到天数 > 1)", "求和(迟到天数)", "均值(迟到天数)"]
    {
        assert_eq!(value_in(written, std::slice::from_ref(&unknown)), Missing, "{written}");
    }
    assert_eq!(value_in("存在(迟到天数 > 1)", std::slice::from_ref(&unknown)), Missing);
    assert_eq!(value_in("存在(迟到天数)", &[unknown]), Bool(false));
}

/// A window in which somebody was late so many days; none knows of a window without a number.
fn late(days: Option<i64>) -> Vec<Vec<Value>> {
    vec![row(&[("late", days.map_or(Missing, Int))])]
}

#[test]
fn windows_before_are_asked_the_same() {
    let windows = [late(Some(5)), late(Some(4)), late(None), late(Some(6)), late(Some(0))];
    check(
        &[
            ("连续(迟到天数 > 3, 1)", "true"),
            ("连续(迟到天数 > 3, 2)", "true"),
            ("连续(迟到天数 > 3, 3)", "missing"),
            ("consecutive(迟到天数 > 3, 4)", "missing"),
            ("连续(迟到天数 > 3, 5)", "false"),
            ("连续(迟到天数 > 3, 6)", "false"),
            ("累计(迟到天数 > 3)", "3"),
            ("cumulative(迟到天数 > 4)", "2"),
            ("上期(迟到天数)", "4"),
            ("迟到天数 - previous(迟到天数)", "1"),
            ("上期(计数(迟到天数 > 1))", "1"),
            ("累计(存在(迟到天数))", "4"),
        ],
        |written| value_in(written, &windows).say(Language::English),
    );
    assert_eq!(value_in("上期(迟到天数)", &[late(Some(1))]), Missing);
    assert_eq!(value_in("连续(迟到天数 > 3, 2)", &[late(Some(5))]), Missing);
    assert_eq!(value_in("连续(迟到天数 > 3, 2)", &[late(Some(1))]), Bool(false));
    assert_eq!(value_in("累计(迟到天数 > 3)", &[late(None), late(None)]), Missing);
}

#[test]
fn a_value_of_another_kind_or_outside_of_the_row_is_missing() {
    let wrong =
        row(&[("late", text("五")), ("score", Int(3)), ("tags", Value::List([Int(1)].into()))]);
    assert_eq!(value_of("迟到天数", &wrong), "missing");
    assert_eq!(value_of("包含(标签, \"甲\")", &wrong), "missing");
    assert_eq!(value_in("均分", &[vec![wrong]]), decimal("3"));
    assert_eq!(value_of("标签", &[Int(1)]), "missing");
}

#[test]
fn a_name_may_be_written_with_its_source_in_either_language() {
    let known = row(&[("late", Int(5))]);
    for written in ["迟到天数", "late", "考勤.迟到天数", "attendance.late", "考勤.late"]
    {
        assert_eq!(value_of(written, &known), "5", "{written}");
    }
    assert_eq!(value_of("late > 3 // 迟到\n且 late < 6", &known), "true");
}

#[test]
fn an_expression_tells_which_fields_functions_and_values_it_uses() {
    let expression =
        read("计数(late > 3) > 1 且 考勤.迟到天数 + 级别 < 天数(上任日, 日期('2015-01-01'))");
    let fields: Vec<_> = expression.fields().collect();
    assert_eq!(fields, [place("late"), place("since"), place("level")]);
    let functions: Vec<_> = expression.functions().collect();
    assert_eq!(functions, [Function::Count, Function::Days]);
    let literals: Vec<_> = expression.literals().cloned().collect();
    assert_eq!(literals, [Int(3), Int(1), Value::Date(date(2015, 1, 1))]);
}

#[test]
fn every_field_of_the_registry_can_be_named() {
    for source in SOURCES {
        let names = source.fields.iter().flat_map(|field| [field.names.en, field.names.zh]);
        for name in names.chain([source.names.en, source.names.zh]) {
            assert!(is_name(name), "{name}");
        }
    }
    for none in ["", "且", "true", "3天", "考勤.迟到", "a-b", "a b"] {
        assert!(!is_name(none), "{none}");
    }
}
