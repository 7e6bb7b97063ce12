//! Values (值) and their kinds: what a field of a row says, and what an expression comes to.

use crate::language::{Language, Names, Said};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;
use std::sync::Arc;

const SECONDS_OF_A_DAY: u64 = 24 * 3600;

/// What values are (值的类型).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Yes or no (是否).
    Bool,
    /// A whole number of 64 bits (整数).
    Int,
    /// A decimal of up to 28 digits, exact (小数).
    Decimal,
    /// Text (文字).
    Text,
    /// A day (日期).
    Date,
    /// A point in time (时刻).
    Instant,
    /// A length of time, exact (时长).
    Duration,
    /// Several values of one kind (列表).
    List(&'static Kind),
}

/// A value. A value that nobody knows is a third thing beside yes and no: whatever is asked of it is not known either.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// Not known (缺).
    Missing,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A decimal.
    Decimal(Decimal),
    /// Text.
    Text(Arc<str>),
    /// A day.
    Date(Date),
    /// A point in time.
    Instant(Timestamp),
    /// A length of time.
    Duration(SignedDuration),
    /// Several values of one kind, some of them perhaps missing.
    List(Arc<[Value]>),
}

impl Kind {
    /// What the kind is called.
    pub fn said(self) -> Said {
        match self {
            Self::Bool => Said::new("条件", "bool"),
            Self::Int => Said::new("整数", "int"),
            Self::Decimal => Said::new("小数", "decimal"),
            Self::Text => Said::new("文字", "text"),
            Self::Date => Said::new("日期", "date"),
            Self::Instant => Said::new("时刻", "instant"),
            Self::Duration => Said::new("时长", "duration"),
            Self::List(of) => {
                let of = of.said();
                Said::new(format!("{}列表", of.zh), format!("list of {}", of.en))
            }
        }
    }

    /// Lists of this kind; a list holds no lists.
    pub fn list(self) -> Option<Self> {
        Some(Self::List(match self {
            Self::Bool => &Self::Bool,
            Self::Int => &Self::Int,
            Self::Decimal => &Self::Decimal,
            Self::Text => &Self::Text,
            Self::Date => &Self::Date,
            Self::Instant => &Self::Instant,
            Self::Duration => &Self::Duration,
            Self::List(_) => return None,
        }))
    }

    /// Whether it is a number.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Int | Self::Decimal)
    }

    /// Whether its values have an order that means something. Text has none: by its signs, 乙 comes before 甲.
    pub fn is_ordered(self) -> bool {
        self.is_number() || matches!(self, Self::Date | Self::Instant | Self::Duration)
    }

    /// The kind that holds the values of both: a whole number is a decimal where one is asked for.
    pub(super) fn joined(self, other: Self) -> Option<Self> {
        match (self, other) {
            (one, two) if one == two => Some(one),
            (one, two) if one.is_number() && two.is_number() => Some(Self::Decimal),
            _ => None,
        }
    }
}

impl Value {
    /// The kind of the value; none where it is missing, and for a list that says nothing of its kind.
    pub fn kind(&self) -> Option<Kind> {
        match self {
            Self::Missing => None,
            Self::Bool(_) => Some(Kind::Bool),
            Self::Int(_) => Some(Kind::Int),
            Self::Decimal(_) => Some(Kind::Decimal),
            Self::Text(_) => Some(Kind::Text),
            Self::Date(_) => Some(Kind::Date),
            Self::Instant(_) => Some(Kind::Instant),
            Self::Duration(_) => Some(Kind::Duration),
            Self::List(values) => values.iter().find_map(Self::kind)?.list(),
        }
    }

    /// The value as a page shows it.
    pub fn say(&self, language: Language) -> String {
        match (self, language) {
            (Self::Missing, Language::Chinese) => "缺".to_owned(),
            (Self::Missing, Language::English) => "missing".to_owned(),
            (Self::Bool(truth), Language::Chinese) => if *truth { "是" } else { "否" }.to_owned(),
            (Self::Bool(truth), Language::English) => truth.to_string(),
            (Self::Int(number), _) => number.to_string(),
            (Self::Decimal(number), _) => number.normalize().to_string(),
            (Self::Text(text), _) => quoted(text),
            (Self::Date(day), _) => day.to_string(),
            (Self::Instant(at), _) => qz_domain::instant::rfc3339(*at),
            (Self::Duration(length), _) => say_length(*length, language),
            (Self::List(values), _) => {
                let values: Vec<_> = values.iter().map(|value| value.say(language)).collect();
                format!("[{}]", values.join(", "))
            }
        }
    }
}

/// Text in quotes, as an expression would have it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn say_length(length: SignedDuration, language: Language) -> String {
    let seconds = length.as_secs().unsigned_abs();
    let parts = [
        (seconds / SECONDS_OF_A_DAY, Names::new("天", " d")),
        (seconds / 3600 % 24, Names::new("小时", " h")),
        (seconds / 60 % 60, Names::new("分", " min")),
        (seconds % 60, Names::new("秒", " s")),
    ];
    let said = parts.into_iter().filter(|(count, _)| *count > 0);
    let said = said.map(|(count, unit)| format!("{count}{}", unit.within(language)));
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        return Names::new("0天", "0 d").within(language).to_owned();
    }
    let sign = if length.is_negative() { "-" } else { "" };
    format!("{sign}{}", said.join(Names::new("", " ").within(language)))
}
