//! What is refused, where, and in which words: the table is `refused.txt`.

use super::county::{SCOPE, faults};
use qz_mechanism::expression::{Expression, LONGEST};
use qz_mechanism::language::Language;

const REFUSED: &str = include_str!("refused.txt");

#[test]
fn each_fault_says_where_it_is_what_is_wrong_and_what_to_write() {
    let lines = REFUSED.lines().filter(|line| !line.is_empty() && !line.starts_with("## "));
    let mut found = vec![];
    for written in lines.clone().filter(|line| !line.starts_with("  ")) {
        found.push(written.to_owned());
        found.extend(faults(written).iter().map(|fault| format!("  {}", fault.join(" ¦ "))));
    }
    let expected: Vec<_> = lines.collect();
    assert!(expected.len() > 200);
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn every_full_width_sign_is_named_where_it_stands() {
    for sign in "（）＜＞＝＋－＊／％！，；？：［］＆｜“”‘’【】、×÷≤≥≠".chars()
    {
        let written = format!("迟到天数 {sign} 3");
        let named = faults(&written).into_iter().find(|fault| fault[0] == sign.to_string());
        assert!(
            named.is_some_and(|[_, zh, en]| zh.contains(sign) && en.contains("; write ")),
            "{sign}"
        );
        let quoted = format!("岗位 = '{sign}'");
        assert!(faults(&quoted).is_empty(), "{quoted}");
    }
}

#[test]
fn nothing_is_no_expression() {
    for written in ["", "  ", "// 说明"] {
        let said = ["表达式是空的", "the expression is empty"].map(str::to_owned);
        assert_eq!(faults(written)[0][1..], said);
    }
}

#[test]
fn a_condition_is_asked_for_where_one_is_needed() {
    assert!(Expression::condition("迟到天数 > 3", &SCOPE).is_ok());
    let faults = Expression::condition("迟到天数", &SCOPE).unwrap_err();
    assert_eq!(faults[0].say(Language::Chinese), "这里要写条件，而这是整数；请写成比较，如 甲 > 1");
}

#[test]
fn length_depth_and_size_are_bounded() {
    let said = |text: &str| {
        let faults = Expression::read(text, &SCOPE).err().unwrap_or_default();
        faults.iter().map(|fault| fault.say(Language::English)).collect::<Vec<_>>()
    };
    let none: [&str; 0] = [];
    let long = |bytes: usize| format!("岗位 = '{}'", "a".repeat(bytes - 11));
    assert_eq!(said(&long(LONGEST)), none);
    assert_eq!(
        said(&long(LONGEST + 1)),
        ["the expression has 2001 bytes, more than 2000; make several of it"]
    );

    let deep = "the expression is nested deeper than 32";
    let nested = |open: &str, depth: usize, close: &str| {
        format!("{}有纪实{}", open.repeat(depth), close.repeat(depth))
    };
    for (open, close) in [("(", ")"), ("!", ""), ("是 ? 是 : ", ""), ("包含([", "], 是)")] {
        let each = if open.contains('[') { 2 } else { 1 };
        assert_eq!(said(&nested(open, 32 / each, close)), none, "{open}");
        assert_eq!(said(&nested(open, 32 / each + 1, close)), [deep], "{open}");
    }
    for open in ["(", "!", "-", "[", "计数(", "是?是:", "1 in [", "1+("] {
        let hostile = open.repeat((LONGEST - 20) / open.len());
        assert_eq!(said(&hostile), [deep], "{open}");
    }
    let hostile = "(".repeat(10_000);
    assert_eq!(
        said(&hostile),
        ["the expression has 10000 bytes, more than 2000; make several of it"]
    );

    let terms = |count: usize| vec!["1"; count].join("+");
    assert_eq!(said(&terms(100)), none);
    assert_eq!(said(&terms(101)), ["the expression has more than 200 parts; make several of it"]);
}
