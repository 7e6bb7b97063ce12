//! A table of facts (事实表): what a source says of stretches of days, as schemes read it.

use crate::id::{PersonId, UnitId};
use crate::spelled;
use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::fmt;

spelled! {
    /// What the values of a column are (值类型).
    FactKind {
        /// 是否: yes or no.
        Truth = "truth", "是否";
        /// 整数
        Whole = "whole", "整数";
        /// 小数
        Decimal = "decimal", "小数";
        /// 文字: a code where the field has a closed list of words.
        Text = "text", "文字";
        /// 日期
        Day = "day", "日期";
        /// 时刻
        Instant = "instant", "时刻";
    }
}

/// What a field of a row says; `None` in a row where nothing is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// Yes or no.
    Truth(bool),
    /// A whole number.
    Whole(i64),
    /// A number with its decimals.
    Decimal(Decimal),
    /// A text.
    Text(String),
    /// A civil day.
    Day(Date),
    /// An instant.
    Instant(Timestamp),
}

impl Fact {
    /// What it is.
    pub fn kind(&self) -> FactKind {
        match self {
            Self::Truth(_) => FactKind::Truth,
            Self::Whole(_) => FactKind::Whole,
            Self::Decimal(_) => FactKind::Decimal,
            Self::Text(_) => FactKind::Text,
            Self::Day(_) => FactKind::Day,
            Self::Instant(_) => FactKind::Instant,
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truth(truth) => write!(out, "{truth}"),
            Self::Whole(whole) => write!(out, "{whole}"),
            Self::Decimal(decimal) => write!(out, "{decimal}"),
            Self::Text(text) => out.write_str(text),
            Self::Day(day) => write!(out, "{day}"),
            Self::Instant(at) => write!(out, "{at}"),
        }
    }
}

/// A row: one record, or somebody over a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    /// The number by which a reader finds the record, or its number in the store where it has none.
    pub record: String,
    /// Whom it is about, with the work number; `None` where it is about nobody.
    pub person: Option<(PersonId, String)>,
    /// Which unit it is about, with its code; `None` where it is about none.
    pub unit: Option<(UnitId, String)>,
    /// The place, among the periods asked for, of the one it falls in.
    pub period: usize,
    /// What is said, in the order of the columns.
    pub facts: Vec<Option<Fact>>,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactColumn {
    /// The English name of its field.
    pub name: &'static str,
    /// What its values are.
    pub kind: FactKind,
}

/// What a source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactTable {
    /// The fields.
    pub columns: Vec<FactColumn>,
    /// The rows, period by period and within one in a fixed order.
    pub rows: Vec<FactRow>,
    /// The day on which it was asked: rows say what was known then, of earlier days too.
    pub known_on: Date,
}

impl FactTable {
    /// The place of a column by its English name.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_fact_is_of_its_kind_and_printed_plainly() {
        let all = [
            (Fact::Truth(true), FactKind::Truth, "true"),
            (Fact::Whole(-3), FactKind::Whole, "-3"),
            (Fact::Text("明察".to_owned()), FactKind::Text, "明察"),
            (Fact::Day(date(2016, 2, 16)), FactKind::Day, "2016-02-16"),
            (Fact::Instant(Timestamp::UNIX_EPOCH), FactKind::Instant, "1970-01-01T00:00:00Z"),
        ];
        for (fact, kind, printed) in all {
            assert_eq!((fact.kind(), &*fact.to_string()), (kind, printed));
        }
    }
}
