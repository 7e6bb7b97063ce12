//! The fields, days and rows that the tests ask about.

use jiff::civil::{Date, date};
use qz_domain::calendar::Calendar;
use qz_mechanism::expression::{
    Context, Expression, Fault, Field, Fold, Kind, Scope, Subject, Value,
};
use qz_mechanism::language::{Language, Names};
use rust_decimal::Decimal;
use std::sync::LazyLock;

const ATTENDANCE: Option<Names<'static>> = Some(Names::new("考勤", "attendance"));

const fn field(zh: &'static str, en: &'static str, kind: Kind, fold: Fold) -> Field<'static> {
    Field { source: ATTENDANCE, names: Names::new(zh, en), kind, fold }
}

/// One field of each kind, some with more than one way to fold.
pub const FIELDS: [Field<'static>; 16] = [
    field("迟到天数", "late", Kind::Int, Fold::Sum),
    field("缺勤半天数", "absent", Kind::Int, Fold::Sum),
    field("有纪实", "noted", Kind::Bool, Fold::Any),
    field("均分", "score", Kind::Decimal, Fold::Mean),
    field("岗位", "post", Kind::Text, Fold::Latest),
    field("上任日", "since", Kind::Date, Fold::Latest),
    field("收到", "received", Kind::Instant, Fold::Max),
    field("用时", "took", Kind::Duration, Fold::Sum),
    field("标签", "tags", Kind::List(&Kind::Text), Fold::Latest),
    field("最多", "most", Kind::Int, Fold::Max),
    field("最少", "fewest", Kind::Int, Fold::Min),
    field("人均", "each", Kind::Int, Fold::Mean),
    Field {
        source: None, names: Names::new("级别", "level"), kind: Kind::Int, fold: Fold::Latest
    },
    Field {
        source: Some(Names::new("督查事项", "tasks")),
        names: Names::new("逾期", "overdue"),
        kind: Kind::Int,
        fold: Fold::Sum,
    },
    Field {
        source: Some(Names::new("信访", "letters")),
        names: Names::new("逾期", "overdue"),
        kind: Kind::Int,
        fold: Fold::Sum,
    },
    // Its fold does not fit: it is for functions over rows alone.
    field("姓名", "name", Kind::Text, Fold::Sum),
];

/// The scope of the fields.
pub const SCOPE: Scope<'static> = Scope { fields: &FIELDS };

/// The day of the run.
pub const TODAY: Date = date(2015, 12, 21);

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());

/// The shipped calendar and the day of the run.
pub fn context() -> Context<'static> {
    Context { calendar: &CALENDAR, today: TODAY }
}

/// The place of a field by its English name.
pub fn place(name: &str) -> usize {
    FIELDS.iter().position(|field| field.names.en == name).unwrap()
}

/// A row in which these fields are known.
pub fn row(known: &[(&str, Value)]) -> Vec<Value> {
    let mut row = vec![Value::Missing; FIELDS.len()];
    for (name, value) in known {
        row[place(name)] = value.clone();
    }
    row
}

pub fn text(text: &str) -> Value {
    Value::Text(text.into())
}

pub fn decimal(number: &str) -> Value {
    Value::Decimal(Decimal::from_str_exact(number).unwrap())
}

/// Reads an expression that is in order.
pub fn read(written: &str) -> Expression {
    Expression::read(written, &SCOPE).unwrap_or_else(|faults| panic!("{written}: {faults:#?}"))
}

/// The faults of an expression, each with the text it points at, in Chinese and in English.
pub fn faults(written: &str) -> Vec<[String; 3]> {
    let found = Expression::read(written, &SCOPE).err().unwrap_or_default();
    found.iter().map(|fault| said(written, fault)).collect()
}

pub fn said(written: &str, fault: &Fault) -> [String; 3] {
    let at = written[fault.at.clone()].to_owned();
    [at, fault.say(Language::Chinese), fault.say(Language::English)]
}

/// The value of an expression for windows of rows: this one, then those before, the latest first.
pub fn value_in(written: &str, windows: &[Vec<Vec<Value>>]) -> Value {
    let expression = read(written);
    with_subject(windows, |subject| expression.value(&subject, &context()))
}

/// Asks something of a subject with these windows.
pub fn with_subject<T>(windows: &[Vec<Vec<Value>>], ask: impl FnOnce(Subject<'_>) -> T) -> T {
    let windows: Vec<Vec<&[Value]>> =
        windows.iter().map(|rows| rows.iter().map(Vec::as_slice).collect()).collect();
    let (rows, earlier) =
        windows.split_first().map_or((&[][..], &[][..]), |(now, before)| (now, before));
    ask(Subject { rows, earlier })
}

/// The value of an expression for one row, as it is shown in English.
pub fn value_of(written: &str, row: &[Value]) -> String {
    value_in(written, &[vec![row.to_vec()]]).say(Language::English)
}

/// The value of an expression that asks nothing of rows, as it is shown in English.
pub fn value(written: &str) -> String {
    value_of(written, &[])
}
