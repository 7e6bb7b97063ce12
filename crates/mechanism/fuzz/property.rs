//! What holds for any text (不变的规律): the check never panics and points into the text, a sound file converts both ways and says
//! the same, and an expression that was accepted never fails, whatever the rows hold. Bytes that begin with `=` are an
//! expression, all others a file.

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use qz_domain::calendar::Calendar;
use qz_mechanism::block::{Block, Value as Written};
use qz_mechanism::change::difference;
use qz_mechanism::check::{check, is_sound};
use qz_mechanism::expression::{
    Context, Expression, Field, Fold, Kind, Scope, Subject, Value, spelled,
};
use qz_mechanism::grammar::Shape;
use qz_mechanism::language::{Language, Names};
use qz_mechanism::rule::Facts;
use qz_mechanism::spell::format;
use qz_mechanism::{Diagnostic, Mechanism, burden};
use rust_decimal::Decimal;
use std::sync::{Arc, LazyLock};

/// Holds some bytes to it; panics where it does not hold.
pub fn hold(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match text.strip_prefix('=') {
        Some(expression) => hold_expression(expression),
        None => hold_file(&text),
    }
}

fn hold_file(text: &str) {
    let reading = check(text);
    for remark in &reading.remarks {
        hold_remark(text, remark);
        let is_of_parser =
            ["这里写法不对", "这个文件不是"].iter().any(|it| remark.what().zh.starts_with(it));
        assert!(!is_of_parser, "the scan sees what the parser would: {remark:?}");
    }
    let formatted = format(text, None);
    let Some(mechanism) = reading.mechanism else { return };
    assert!(formatted.is_ok(), "what reads is laid out");
    for block in mechanism.root().all() {
        hold_rules(&mechanism, block);
    }
    let _ = (mechanism.reading(), burden::burden(&mechanism, &[&mechanism], Some(0)));
    if is_sound(&reading.remarks) {
        hold_conversion(&mechanism);
    }
}

fn hold_remark(text: &str, remark: &Diagnostic) {
    assert!(text.get(remark.at.clone()).is_some(), "it points into the text: {remark:?}");
    assert!(remark.line > 0 && remark.column > 0);
    for language in Language::ALL {
        assert!(!remark.what().within(language).is_empty(), "{remark:?}");
    }
}

/// A sound file is the same file in the other language.
fn hold_conversion(mechanism: &Mechanism) {
    let text = mechanism.text();
    let to = |text: &str, language| format(text, Some(language)).unwrap_or_default();
    let (zh, en) = (to(text, Language::Chinese), to(text, Language::English));
    for (once, language) in [(&zh, Language::Chinese), (&en, Language::English)] {
        assert_eq!(to(once, language), *once, "converting twice is converting once");
    }
    assert_eq!(to(&en, Language::Chinese), zh, "there and back is back");
    assert_eq!(to(&zh, Language::English), en, "there and back is back");
    let other = if mechanism.language() == Language::Chinese { en } else { zh };
    let again = check(&other);
    assert!(is_sound(&again.remarks), "it is sound in the other language: {:?}", again.remarks);
    let Some(again) = again.mechanism else { panic!("it is read in the other language") };
    assert_eq!(again.counts(), mechanism.counts());
    assert_eq!(difference(mechanism, &again), [], "converting changes nothing");
    let laid = format(text, None).unwrap_or_default();
    assert_eq!(
        format(&laid, None).unwrap_or_default(),
        laid,
        "laying out twice is laying out once"
    );
}

/// The expressions of an element, asked of rows of its source.
fn hold_rules(mechanism: &Mechanism, block: &Block) {
    let Some(facts) = Facts::of(mechanism, block) else { return };
    for setting in &block.settings {
        let Written::Text(text) = &setting.value else { continue };
        let read = match setting.key.shape() {
            Shape::Condition => facts.condition(text),
            Shape::Quantity => facts.quantity(text),
            _ => continue,
        };
        if let Ok(expression) = read {
            ask(&expression, &facts.fields(), text);
        }
    }
}

const fn field(zh: &'static str, en: &'static str, kind: Kind, fold: Fold) -> Field<'static> {
    Field {
        source: Some(Names::new("考勤", "attendance")), names: Names::new(zh, en), kind, fold
    }
}

/// A field of each kind.
const FIELDS: [Field<'static>; 9] = [
    field("迟到", "late", Kind::Int, Fold::Sum),
    field("最多", "most", Kind::Int, Fold::Max),
    field("均分", "score", Kind::Decimal, Fold::Mean),
    field("纪实", "noted", Kind::Bool, Fold::Any),
    field("岗位", "post", Kind::Text, Fold::Latest),
    field("上任", "since", Kind::Date, Fold::Latest),
    field("收到", "received", Kind::Instant, Fold::Max),
    field("用时", "took", Kind::Duration, Fold::Sum),
    field("标签", "tags", Kind::List(&Kind::Text), Fold::Latest),
];

fn hold_expression(text: &str) {
    let scope = Scope { fields: &FIELDS };
    for language in Language::ALL {
        let _ = spelled(text, language, |name| scope.spelled(name, language));
    }
    let expression = match Expression::read(text, &scope) {
        Ok(expression) => expression,
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in faults {
                assert!(text.get(fault.at.clone()).is_some(), "it points into the text: {fault:?}");
            }
            return;
        }
    };
    ask(&expression, &FIELDS, text);
}

static CALENDAR: LazyLock<Option<Calendar>> = LazyLock::new(|| Calendar::shipped().ok());

/// Asks an expression of rows of all sorts; what it comes to is of its kind.
fn ask(expression: &Expression, fields: &[Field<'_>], text: &str) {
    let Some(calendar) = CALENDAR.as_ref() else { panic!("the calendar is there") };
    let mut chance = seed(text);
    for today in [date(2015, 12, 21), Date::MAX, Date::MIN] {
        let windows = windows(fields, &mut chance);
        let windows: Vec<Vec<&[Value]>> =
            windows.iter().map(|rows| rows.iter().map(Vec::as_slice).collect()).collect();
        let (rows, earlier) = (&windows[0], &windows[1..]);
        let subject = Subject { rows, earlier };
        let context = Context { calendar, today };
        let value = expression.value(&subject, &context);
        if let Some(kind) = value.kind() {
            assert_eq!(kind, expression.kind());
        }
        let holds = expression.holds(&subject, &context);
        assert_eq!(holds, if let Value::Bool(truth) = value { Some(truth) } else { None });
        let trace = expression.trace(&subject, &context);
        assert_eq!(trace.value(), &value);
        for language in Language::ALL {
            assert!(!trace.say(language).is_empty());
        }
    }
}

/// Three windows of up to three rows.
fn windows(fields: &[Field<'_>], chance: &mut u64) -> Vec<Vec<Vec<Value>>> {
    let row = |chance: &mut u64| -> Vec<Value> {
        fields.iter().map(|field| any(field.kind, chance)).collect()
    };
    (0..3).map(|_| (0..next(chance) / 2).map(|_| row(chance)).collect()).collect()
}

/// A value of a kind, often one at an end of its range; now and then none.
fn any(kind: Kind, chance: &mut u64) -> Value {
    if next(chance) == 0 {
        return Value::Missing;
    }
    match kind {
        Kind::Bool => Value::Bool(next(chance) > 3),
        Kind::Int => Value::Int([0, 1, -1, 7, 40, i64::MAX, i64::MIN][next(chance)]),
        Kind::Decimal => Value::Decimal(decimals()[next(chance)]),
        Kind::Text => Value::Text(Arc::from(TEXTS[next(chance)])),
        Kind::Date => Value::Date(DAYS[next(chance)]),
        Kind::Instant => Value::Instant(INSTANTS[next(chance)]),
        Kind::Duration => Value::Duration(LENGTHS[next(chance)]),
        Kind::List(of) => Value::List((0..next(chance)).map(|_| any(*of, chance)).collect()),
    }
}

const TEXTS: [&str; 7] = ["", "甲", "书记", "a\"b\\", "\n", "值班", "一二三四五六七八九十"];
const DAYS: [Date; 7] = [
    Date::MIN,
    Date::MAX,
    date(2015, 6, 27),
    date(2016, 2, 29),
    date(1, 1, 1),
    date(2015, 12, 20),
    date(2026, 1, 5),
];
const INSTANTS: [Timestamp; 7] = [
    Timestamp::MIN,
    Timestamp::MAX,
    Timestamp::UNIX_EPOCH,
    Timestamp::constant(1_450_000_000, 0),
    Timestamp::constant(1_450_000_000, 999_999_999),
    Timestamp::constant(-1, 0),
    Timestamp::constant(1_767_000_000, 1),
];
const LENGTHS: [SignedDuration; 7] = [
    SignedDuration::MIN,
    SignedDuration::MAX,
    SignedDuration::ZERO,
    SignedDuration::from_hours(30),
    SignedDuration::from_secs(-1),
    SignedDuration::from_nanos(1),
    SignedDuration::from_hours(24),
];

fn decimals() -> [Decimal; 7] {
    let [half, least] = [Decimal::new(5, 1), Decimal::new(1, 28)];
    [Decimal::ZERO, Decimal::ONE, half, least, -least, Decimal::MIN, Decimal::MAX]
}

/// Chance by the text alone, so that the same text is asked of the same rows.
fn seed(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |seed, byte| {
        (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// A number from 0 to 6.
fn next(chance: &mut u64) -> usize {
    *chance ^= *chance << 13;
    *chance ^= *chance >> 7;
    *chance ^= *chance << 17;
    usize::try_from((*chance >> 33) % 7).unwrap_or(0)
}
