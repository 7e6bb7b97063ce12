//! The functions (函数) of expressions, in one table: the checker reads it, and so do the pages that explain it.

use super::value::Kind;
use crate::language::{Names, Said};

/// A function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Function {
    /// How many rows.
    Count,
    /// The sum over rows.
    Sum,
    /// The mean over rows.
    Mean,
    /// Whether there is one.
    Exists,
    /// Whether something is in it.
    Contains,
    /// Days between days.
    Days,
    /// Whether a day is worked.
    Workday,
    /// Workdays since a day.
    WorkdaysSince,
    /// Window after window.
    Consecutive,
    /// In how many windows.
    Cumulative,
    /// In the window before.
    Previous,
    /// A day.
    Date,
    /// A length of time.
    Duration,
}

/// What an argument may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// A condition.
    Condition,
    /// A number.
    Number,
    /// A number or a length of time.
    Amount,
    /// A field by its name alone, or a condition.
    FieldOrCondition,
    /// Text, or a list.
    TextOrList,
    /// Text where the argument before is text, else what that list holds.
    PartOfIt,
    /// A day.
    Date,
    /// A whole number.
    Int,
    /// A whole number that is written out, from 1 to [`MOST_WINDOWS`].
    Windows,
    /// Any value but a list that is written out.
    Anything,
    /// A day in quotes, or a point in time.
    DateTextOrInstant,
}

/// What a function gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gives {
    /// Values of this kind.
    Kind(Kind),
    /// Values of the kind of its first argument.
    SameAsArgument,
}

/// Where a function looks for the values of its first argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Where it stands itself.
    Here,
    /// In each row of the window.
    Rows,
    /// In this window and those before.
    Windows,
}

/// An argument (参数).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// What the pages call it.
    pub names: Names<'static>,
    /// What it may be.
    pub takes: Takes,
}

/// A row of the table of functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FunctionRow {
    /// The function.
    pub function: Function,
    /// Its names.
    pub names: Names<'static>,
    /// Its arguments.
    pub parameters: &'static [Parameter],
    /// How many of them must be there.
    pub least: usize,
    /// What it gives.
    pub gives: Gives,
    /// Where it looks.
    pub reach: Reach,
    /// What it means, in one sentence.
    pub means: Names<'static>,
}

/// The most windows that a condition may be asked to hold in, one after another.
pub const MOST_WINDOWS: i64 = 60;

const fn parameter(zh: &'static str, en: &'static str, takes: Takes) -> Parameter {
    Parameter { names: Names::new(zh, en), takes }
}

const CONDITION: Parameter = parameter("条件", "condition", Takes::Condition);
const FROM: Parameter = parameter("起", "from", Takes::Date);
const TO: Parameter = parameter("止", "to", Takes::Date);

/// Every function there is.
pub const FUNCTIONS: [FunctionRow; 13] = [
    FunctionRow {
        function: Function::Count,
        names: Names::new("计数", "count"),
        parameters: &[CONDITION],
        least: 1,
        gives: Gives::Kind(Kind::Int),
        reach: Reach::Rows,
        means: Names::new(
            "符合条件的行数；条件不明的行不计，并说明略去几行。",
            "How many rows meet the condition; rows that do not tell are left out and counted apart.",
        ),
    },
    FunctionRow {
        function: Function::Sum,
        names: Names::new("求和", "sum"),
        parameters: &[parameter("量", "amount", Takes::Amount)],
        least: 1,
        gives: Gives::SameAsArgument,
        reach: Reach::Rows,
        means: Names::new(
            "各行之和；没有行时为 0，缺的行不计。",
            "The sum over the rows; 0 without rows, and missing ones are left out.",
        ),
    },
    FunctionRow {
        function: Function::Mean,
        names: Names::new("均值", "mean"),
        parameters: &[parameter("量", "amount", Takes::Number)],
        least: 1,
        gives: Gives::Kind(Kind::Decimal),
        reach: Reach::Rows,
        means: Names::new(
            "各行的平均数，为小数；没有行时为缺，缺的行不计。",
            "The mean over the rows, a decimal; missing without rows, and missing ones are left out.",
        ),
    },
    FunctionRow {
        function: Function::Exists,
        names: Names::new("存在", "exists"),
        parameters: &[parameter("字段或条件", "field or condition", Takes::FieldOrCondition)],
        least: 1,
        gives: Gives::Kind(Kind::Bool),
        reach: Reach::Rows,
        means: Names::new(
            "字段：是否有一行知道它；条件：是否有一行符合。",
            "Of a field, whether some row knows it; of a condition, whether some row meets it.",
        ),
    },
    FunctionRow {
        function: Function::Contains,
        names: Names::new("包含", "contains"),
        parameters: &[
            parameter("文字或列表", "text or list", Takes::TextOrList),
            parameter("其中", "part", Takes::PartOfIt),
        ],
        least: 2,
        gives: Gives::Kind(Kind::Bool),
        reach: Reach::Here,
        means: Names::new(
            "文字中是否有这段文字，列表中是否有这个值。",
            "Whether the text has this text in it, or the list this value.",
        ),
    },
    FunctionRow {
        function: Function::Days,
        names: Names::new("天数", "days"),
        parameters: &[FROM, TO],
        least: 1,
        gives: Gives::Kind(Kind::Int),
        reach: Reach::Here,
        means: Names::new(
            "从起日到止日的天数，起日不计；不写止日则算到运行之日。",
            "Days from one day to another, the first not counted; without the other, to the day of the run.",
        ),
    },
    FunctionRow {
        function: Function::Workday,
        names: Names::new("工作日", "workday"),
        parameters: &[parameter("日期", "date", Takes::Date)],
        least: 1,
        gives: Gives::Kind(Kind::Bool),
        reach: Reach::Here,
        means: Names::new(
            "这一天是否上班；该年放假通知未知则为缺。",
            "Whether offices work on the day; missing where that year's holidays are not known.",
        ),
    },
    FunctionRow {
        function: Function::WorkdaysSince,
        names: Names::new("已过工作日", "workdays_since"),
        parameters: &[FROM, TO],
        least: 1,
        gives: Gives::Kind(Kind::Int),
        reach: Reach::Here,
        means: Names::new(
            "起日之后到止日为止的工作日数，起日不计；不写止日则算到运行之日。",
            "Workdays after one day up to another; without the other, up to the day of the run.",
        ),
    },
    FunctionRow {
        function: Function::Consecutive,
        names: Names::new("连续", "consecutive"),
        parameters: &[CONDITION, parameter("期数", "windows", Takes::Windows)],
        least: 2,
        gives: Gives::Kind(Kind::Bool),
        reach: Reach::Windows,
        means: Names::new(
            "本期及之前各期，连续这么多期都符合条件。",
            "Whether the condition holds in this window and those before, this many in all.",
        ),
    },
    FunctionRow {
        function: Function::Cumulative,
        names: Names::new("累计", "cumulative"),
        parameters: &[CONDITION],
        least: 1,
        gives: Gives::Kind(Kind::Int),
        reach: Reach::Windows,
        means: Names::new(
            "本期及之前各期中，有几期符合条件；条件不明的期不计。",
            "In how many windows, this one and those before, the condition holds; those that do not tell are left out.",
        ),
    },
    FunctionRow {
        function: Function::Previous,
        names: Names::new("上期", "previous"),
        parameters: &[parameter("量", "quantity", Takes::Anything)],
        least: 1,
        gives: Gives::SameAsArgument,
        reach: Reach::Windows,
        means: Names::new(
            "上一期的值；没有上一期则为缺。",
            "The value in the window before; missing where there is none.",
        ),
    },
    FunctionRow {
        function: Function::Date,
        names: Names::new("日期", "date"),
        parameters: &[parameter("日期或时刻", "day or instant", Takes::DateTextOrInstant)],
        least: 1,
        gives: Gives::Kind(Kind::Date),
        reach: Reach::Here,
        means: Names::new(
            "写出的一天，如 \"2015-06-27\"，或某一时刻在本县是哪一天。",
            "The day that is written, such as \"2015-06-27\", or the county's day at a point in time.",
        ),
    },
    FunctionRow {
        function: Function::Duration,
        names: Names::new("时长", "duration"),
        parameters: &[
            parameter("天", "days", Takes::Int),
            parameter("小时", "hours", Takes::Int),
            parameter("分", "minutes", Takes::Int),
        ],
        least: 1,
        gives: Gives::Kind(Kind::Duration),
        reach: Reach::Here,
        means: Names::new(
            "这么多天、小时、分的时长，一天为 24 小时。",
            "A length of so many days of 24 hours, hours and minutes.",
        ),
    },
];

impl Function {
    /// Its row of the table.
    pub fn row(self) -> &'static FunctionRow {
        &FUNCTIONS[self as usize]
    }
}

impl FunctionRow {
    /// The row of a name in either language.
    pub fn named(name: &str) -> Option<&'static Self> {
        FUNCTIONS.iter().find(|row| row.names.has(name))
    }

    /// How it is called, with its arguments; those that may be left out stand in square brackets: `天数(起[, 止])`.
    pub fn form(&self) -> Said {
        let spell = |pick: fn(Names<'static>) -> &'static str| {
            let mut form = format!("{}(", pick(self.names));
            for (place, parameter) in self.parameters.iter().enumerate() {
                let opening = if place >= self.least { "[" } else { "" };
                let comma = if place > 0 { ", " } else { "" };
                form.extend([opening, comma, pick(parameter.names)]);
            }
            form.push_str(&"]".repeat(self.parameters.len() - self.least));
            form.push(')');
            form
        };
        Said::new(spell(|names| names.zh), spell(|names| names.en))
    }
}

impl Takes {
    /// What it may be, in words.
    pub const fn said(self) -> Names<'static> {
        match self {
            Self::Condition => Names::new("条件", "a condition"),
            Self::Number => Names::new("数", "a number"),
            Self::Amount => Names::new("数或时长", "a number or a duration"),
            Self::FieldOrCondition => Names::new("字段名或条件", "a field or a condition"),
            Self::TextOrList => Names::new("文字或列表", "text or a list"),
            Self::PartOfIt => Names::new("同类的值", "a value of the same kind"),
            Self::Date => Names::new("日期", "a date"),
            Self::Int => Names::new("整数", "a whole number"),
            Self::Windows => {
                Names::new("1 到 60 之间写明的整数", "a written whole number from 1 to 60")
            }
            Self::Anything => Names::new("值", "a value"),
            Self::DateTextOrInstant => {
                Names::new("引号里的日期或时刻", "a day in quotes or an instant")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FUNCTIONS, Function, FunctionRow};
    use crate::expression::is_name;
    use std::collections::BTreeSet;

    #[test]
    fn each_function_finds_its_row_and_no_name_means_two() {
        let mut names = BTreeSet::new();
        for row in &FUNCTIONS {
            assert_eq!(row.function.row(), row);
            for name in [row.names.zh, row.names.en] {
                assert!(is_name(name) && names.insert(name), "{name}");
                assert_eq!(FunctionRow::named(name), Some(row));
            }
            assert!((1..=row.parameters.len()).contains(&row.least), "{:?}", row.function);
            assert!(row.means.zh.ends_with('。') && row.means.en.ends_with('.'));
        }
    }

    #[test]
    fn a_form_shows_what_may_be_left_out() {
        let form = Function::Days.row().form();
        assert_eq!((form.zh.as_str(), form.en.as_str()), ("天数(起[, 止])", "days(from[, to])"));
        assert_eq!(Function::Duration.row().form().zh, "时长(天[, 小时[, 分]])");
        assert_eq!(Function::Consecutive.row().form().en, "consecutive(condition, windows)");
    }
}
