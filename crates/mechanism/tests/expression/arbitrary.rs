//! Random expressions that are in order, and random rows: each is made from a tape of choices, so that a failing one
//! shrinks with its tape.

use super::county::{FIELDS, decimal, text as text_value};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;
use qz_mechanism::expression::{Kind, Value};

/// How tight parts bind, from a choice to what stands in brackets.
const CHOICE: u8 = 1;
const OR: u8 = 2;
const AND: u8 = 3;
const RELATION: u8 = 4;
const SUM: u8 = 5;
const PRODUCT: u8 = 6;
const SIGN: u8 = 7;
const WHOLE: u8 = 8;

/// The deepest that parts of a random expression stand in each other.
const DEEPEST: usize = 4;

/// What may be in a random expression.
#[derive(Debug)]
pub struct Dialect {
    /// The kinds of whole expressions.
    kinds: &'static [Kind],
    /// Only what CEL has as well, as CEL writes it.
    is_cel: bool,
}

/// All there is.
pub const ANY: Dialect = Dialect {
    kinds: &[
        Kind::Bool,
        Kind::Int,
        Kind::Decimal,
        Kind::Text,
        Kind::Date,
        Kind::Instant,
        Kind::Duration,
        Kind::List(&Kind::Text),
    ],
    is_cel: false,
};

/// What CEL has as well.
pub const CEL: Dialect = Dialect { kinds: &[Kind::Bool, Kind::Int, Kind::Text], is_cel: true };

/// An expression of a dialect, in order.
pub fn text(dialect: &'static Dialect) -> impl Strategy<Value = String> {
    let tapes = prop::collection::vec(any::<u8>(), 0..300);
    tapes
        .prop_map(move |tape| Writer::new(dialect, &tape).whole().0)
        .prop_filter("too long", |text| is_short(text))
}

/// An expression of a dialect with its kind.
pub fn typed(dialect: &'static Dialect) -> impl Strategy<Value = (String, Kind)> {
    let tapes = prop::collection::vec(any::<u8>(), 0..300);
    let whole = tapes.prop_map(move |tape| Writer::new(dialect, &tape).whole());
    whole.prop_filter("too long", |(text, _)| is_short(text))
}

/// Windows of random rows, this one first.
pub fn windows() -> impl Strategy<Value = Vec<Vec<Vec<Value>>>> {
    let row = prop::collection::vec(any::<u8>(), 40).prop_map(|tape| row(&mut Tape::new(&tape)));
    let rows = prop::collection::vec(row, 0..4);
    prop::collection::vec(rows, 0..4)
}

/// Whether an expression keeps to the limits of its length and its parts.
pub fn is_short(text: &str) -> bool {
    text.len() < 1_000
}

/// Choices, one a byte; the first of all choices once it ends.
pub struct Tape<'t> {
    bytes: std::slice::Iter<'t, u8>,
}

impl<'t> Tape<'t> {
    pub fn new(bytes: &'t [u8]) -> Self {
        Self { bytes: bytes.iter() }
    }

    fn below(&mut self, count: usize) -> usize {
        usize::from(self.bytes.next().copied().unwrap_or(0)) % count
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// A row in which each field is missing, or has a value of its kind, or now and then of another.
fn row(tape: &mut Tape<'_>) -> Vec<Value> {
    let values = FIELDS.iter().map(|field| match tape.below(12) {
        0..3 => Value::Missing,
        3 => value(Kind::Text, tape),
        _ => value(field.kind, tape),
    });
    values.collect()
}

fn value(kind: Kind, tape: &mut Tape<'_>) -> Value {
    match kind {
        Kind::Bool => Value::Bool(tape.below(2) == 1),
        Kind::Int => Value::Int(tape.pick(&[0, 1, 2, 3, 7, -1, i64::MAX, i64::MIN])),
        Kind::Decimal => {
            decimal(tape.pick(&["0", "1.50", "-2.5", "79228162514264337593543950335"]))
        }
        Kind::Text => text_value(tape.pick(&["", "甲", "甲乙", "镇长"])),
        Kind::Date => {
            let day = date(2015, 12, 1).checked_add(i64::try_from(tape.below(40)).unwrap().days());
            Value::Date(tape.pick(&[day.unwrap(), date(9999, 12, 31), date(-9999, 1, 1)]))
        }
        Kind::Instant => {
            let then = Timestamp::from_second(1_450_000_000).unwrap();
            Value::Instant(tape.pick(&[then, Timestamp::MIN, Timestamp::MAX]))
        }
        Kind::Duration => Value::Duration(tape.pick(&[
            SignedDuration::from_hours(30),
            SignedDuration::ZERO,
            SignedDuration::MIN,
            SignedDuration::MAX,
        ])),
        Kind::List(of) => Value::List((0..tape.below(3)).map(|_| value(*of, tape)).collect()),
    }
}

/// Writes an expression.
pub struct Writer<'t> {
    tape: Tape<'t>,
    dialect: &'static Dialect,
    depth: usize,
    /// How tight the part binds that was written last.
    level: u8,
    in_rows: bool,
    in_windows: bool,
}

impl<'t> Writer<'t> {
    pub fn new(dialect: &'static Dialect, tape: &'t [u8]) -> Self {
        Self {
            tape: Tape::new(tape),
            dialect,
            depth: 0,
            level: WHOLE,
            in_rows: false,
            in_windows: false,
        }
    }

    /// An expression of some kind.
    pub fn whole(&mut self) -> (String, Kind) {
        let kind = self.tape.pick(self.dialect.kinds);
        (self.part(kind), kind)
    }

    /// One of several spellings; the last in the dialect of CEL.
    fn spelling(&mut self, of: &[&'static str]) -> &'static str {
        if self.dialect.is_cel { of[of.len() - 1] } else { self.tape.pick(of) }
    }

    fn part(&mut self, kind: Kind) -> String {
        self.depth += 1;
        let is_leaf = self.depth > DEEPEST || self.tape.below(4) == 0;
        let part = if is_leaf { self.leaf(kind) } else { self.inner(kind) };
        self.depth -= 1;
        part
    }

    /// A part in brackets where it would else bind less tight than asked for, and now and then without need.
    fn bound(&mut self, kind: Kind, least: u8) -> String {
        let part = self.part(kind);
        if self.level >= least && self.tape.below(5) > 0 {
            return part;
        }
        let space = self.spelling(&["", " ", " // 说明 且\n", ""]);
        format!("({space}{part})")
    }

    fn leaf(&mut self, kind: Kind) -> String {
        self.level = WHOLE;
        let is_literal = self.tape.below(2) == 0;
        let names: &[&'static str] = match kind {
            Kind::Bool if is_literal => &["是", "否", "#true", "false", "true"],
            Kind::Bool => &["有纪实", "attendance.noted", "noted"],
            Kind::Int if is_literal => return self.tape.below(30).to_string(),
            Kind::Int => &["迟到天数", "考勤.最多", "督查事项.逾期", "级别", "absent", "late"],
            Kind::Decimal if is_literal => &["2.0", "0.5", "3.25"],
            Kind::Decimal if self.in_rows => &["均分", "score"],
            Kind::Decimal => &["人均", "score"],
            Kind::Text if is_literal => &["'镇长'", "\"甲\""],
            Kind::Text => &["岗位", "考勤.岗位", "post"],
            Kind::Date if is_literal => &["日期(\"2015-06-27\")", "date('2015-12-01')"],
            Kind::Date => &["上任日", "attendance.since"],
            Kind::Instant => &["收到", "received"],
            Kind::Duration if is_literal => &["时长(3)", "duration(1, 2)"],
            Kind::Duration => &["用时", "took"],
            Kind::List(_) => &["标签", "tags"],
        };
        match kind {
            Kind::Bool | Kind::Int if self.dialect.is_cel && !is_literal => self
                .tape
                .pick(if kind == Kind::Bool { &["noted", "calm"] } else { &["late", "absent"] }),
            _ if self.dialect.is_cel && kind == Kind::Bool => self.tape.pick(&["true", "false"]),
            _ => self.spelling(names),
        }
        .to_owned()
    }

    fn inner(&mut self, kind: Kind) -> String {
        if self.tape.below(6) == 0 {
            let asked = self.bound(Kind::Bool, OR);
            // A whole number stands for a decimal.
            let is_whole = kind == Kind::Decimal && self.tape.below(2) == 0;
            let then = self.bound(if is_whole { Kind::Int } else { kind }, OR);
            let last = self.bound(kind, CHOICE);
            return self.made(CHOICE, format!("{asked} ? {then} : {last}"));
        }
        if !self.dialect.is_cel && !self.in_rows && !self.in_windows && self.tape.below(8) == 0 {
            let name = self.spelling(&["上期", "previous"]);
            let call = format!("{name}({})", self.within_windows(kind));
            return self.made(WHOLE, call);
        }
        match kind {
            Kind::Bool => self.condition(),
            Kind::Int => self.int(),
            Kind::Decimal => self.decimal(),
            Kind::Text | Kind::List(_) => self.leaf(kind),
            Kind::Date => self.date(),
            Kind::Instant => self.sum(Kind::Instant, Kind::Duration),
            Kind::Duration => self.duration(),
        }
    }

    /// A part with how tight it binds.
    fn made(&mut self, level: u8, part: String) -> String {
        self.level = level;
        part
    }

    fn binary(&mut self, level: u8, operators: &[&'static str], [one, two]: [Kind; 2]) -> String {
        let (one, operator) = (self.bound(one, level), self.tape.pick(operators));
        let two = self.bound(two, level + 1);
        let is_word = operator.chars().all(char::is_alphabetic);
        let space = if is_word { " " } else { self.spelling(&["", "  ", " "]) };
        self.made(level, format!("{one}{space}{operator}{space}{two}"))
    }

    fn sum(&mut self, one: Kind, two: Kind) -> String {
        self.binary(SUM, &["+", "-"], [one, two])
    }

    fn signed(&mut self, sign: &str, kind: Kind) -> String {
        let part = self.bound(kind, SIGN);
        let space = if sign.chars().all(char::is_alphabetic) { " " } else { "" };
        self.made(SIGN, format!("{sign}{space}{part}"))
    }

    fn condition(&mut self) -> String {
        let or = self.spelling(&["或", "or", "||"]);
        let and = self.spelling(&["且", "and", "&&"]);
        let not = self.spelling(&["非", "not", "!"]);
        let among = self.spelling(&["属于", "in"]);
        let equal = self.spelling(&["=", "=="]);
        let kinds: &[Kind] = if self.dialect.is_cel { CEL.kinds } else { &ANY.kinds[..7] };
        match self.tape.below(if self.dialect.is_cel { 7 } else { 9 }) {
            0 | 1 => self.binary(RELATION, &["<", "<=", ">", ">="], [Kind::Int; 2]),
            2 => {
                let kind = self.tape.pick(kinds);
                self.binary(RELATION, &[equal, "!="], [kind; 2])
            }
            3 => self.binary(AND, &[and], [Kind::Bool; 2]),
            4 => self.binary(OR, &[or], [Kind::Bool; 2]),
            5 => self.signed(not, Kind::Bool),
            6 => {
                let kind = self.tape.pick(kinds);
                let item = self.bound(kind, RELATION);
                let (one, two) = (self.part(kind), self.part(kind));
                self.made(RELATION, format!("{item} {among} [{one}, {two}]"))
            }
            7 => {
                let kinds = [Kind::Decimal, Kind::Date, Kind::Instant, Kind::Duration];
                let kind = self.tape.pick(&kinds);
                self.binary(RELATION, &["<", ">="], [kind; 2])
            }
            _ => self.question(),
        }
    }

    /// A function that tells yes or no.
    fn question(&mut self) -> String {
        let call = match self.tape.below(5) {
            0 => format!("包含({}, {})", self.part(Kind::List(&Kind::Text)), self.part(Kind::Text)),
            1 => format!("contains({}, {})", self.part(Kind::Text), self.part(Kind::Text)),
            2 => format!("工作日({})", self.part(Kind::Date)),
            _ if self.in_rows => return self.leaf(Kind::Bool),
            _ if self.in_windows || self.tape.below(2) == 0 => {
                let name = self.spelling(&["存在", "exists"]);
                let is_field = self.tape.below(3) == 0;
                let field =
                    if is_field { "姓名".to_owned() } else { self.within_rows(Kind::Bool) };
                format!("{name}({field})")
            }
            _ => {
                let count = self.tape.below(5) + 1;
                format!("连续({}, {count})", self.within_windows(Kind::Bool))
            }
        };
        self.made(WHOLE, call)
    }

    fn int(&mut self) -> String {
        let call = match self.tape.below(if self.dialect.is_cel { 5 } else { 10 }) {
            0 | 1 => return self.sum(Kind::Int, Kind::Int),
            2 | 3 => return self.binary(PRODUCT, &["*", "%"], [Kind::Int; 2]),
            4 => return self.signed("-", Kind::Int),
            5 => format!("天数({})", self.part(Kind::Date)),
            6 => format!("days({}, {})", self.part(Kind::Date), self.part(Kind::Date)),
            7 => format!("已过工作日({})", self.part(Kind::Date)),
            _ if self.in_rows => return self.leaf(Kind::Int),
            8 => format!("count({})", self.within_rows(Kind::Bool)),
            _ if self.in_windows => format!("求和({})", self.within_rows(Kind::Int)),
            _ => format!("累计({})", self.within_windows(Kind::Bool)),
        };
        self.made(WHOLE, call)
    }

    fn decimal(&mut self) -> String {
        match self.tape.below(5) {
            0 => self.binary(PRODUCT, &["/"], [Kind::Int; 2]),
            1 => self.sum(Kind::Decimal, Kind::Int),
            2 => self.binary(PRODUCT, &["*", "/", "%"], [Kind::Decimal; 2]),
            3 if !self.in_rows => {
                let call = format!("均值({})", self.within_rows(Kind::Int));
                self.made(WHOLE, call)
            }
            _ => self.signed("-", Kind::Decimal),
        }
    }

    fn date(&mut self) -> String {
        if self.tape.below(2) == 0 {
            let call = format!("日期({})", self.part(Kind::Instant));
            return self.made(WHOLE, call);
        }
        self.sum(Kind::Date, Kind::Duration)
    }

    fn duration(&mut self) -> String {
        let kind = self.tape.pick(&[Kind::Date, Kind::Instant, Kind::Duration]);
        match self.tape.below(5) {
            0 => self.binary(SUM, &["-"], [kind; 2]),
            1 => self.binary(PRODUCT, &["*"], [Kind::Duration, Kind::Int]),
            2 => {
                let call = format!("时长({}, {})", self.part(Kind::Int), self.part(Kind::Int));
                self.made(WHOLE, call)
            }
            3 => self.signed("-", Kind::Duration),
            _ => self.sum(Kind::Duration, Kind::Duration),
        }
    }

    fn within_rows(&mut self, kind: Kind) -> String {
        self.in_rows = true;
        let part = self.part(kind);
        self.in_rows = false;
        part
    }

    fn within_windows(&mut self, kind: Kind) -> String {
        self.in_windows = true;
        let part = self.part(kind);
        self.in_windows = false;
        part
    }
}
