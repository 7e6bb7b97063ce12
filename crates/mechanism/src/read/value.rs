//! A value by its shape.

use super::TEXT_MOST;
use crate::block::Value;
use crate::grammar::kind::{self, word_of};
use crate::grammar::word::{self, TRUTHS};
use crate::grammar::{Shape, Twin};
use crate::language::{Language, Said};
use crate::nearest::meant;
use crate::term::{Length, Point, Window, point};
use kdl::KdlValue;

/// What is wrong with a value, and what to write.
type Wrong = Box<(Said, Said)>;

fn wrong<T>(what: Said, help: Said) -> Result<T, Wrong> {
    Err(Box::new((what, help)))
}

/// Reads a value of a shape.
pub(super) fn read(
    shape: Shape,
    value: &KdlValue,
    written: &str,
    language: Language,
) -> Result<Value, Wrong> {
    match shape {
        Shape::Text | Shape::Source | Shape::Condition | Shape::Quantity => text(value, written),
        Shape::TextOr(words) => match word::find(words, written) {
            Some(names) => Ok(Value::Word(names)),
            None => text(value, written),
        },
        Shape::Word(words) => one_of(words, written, language).map(Value::Word),
        Shape::Truth => truth(value, written),
        Shape::Whole(least, most) => whole(value, written, (least, most)),
        Shape::Number => number(written),
        Shape::Day => match written.parse() {
            Ok(day) => Ok(Value::Day(day)),
            Err(_) => wrong(
                Said::new(format!("“{written}”不是日期"), format!("`{written}` is no day")),
                Said::new("写成：\"2015-06-27\"", "write: \"2015-06-27\""),
            ),
        },
        Shape::Point => term(Point::read(written).map(Value::Point), written, point::FORMS),
        Shape::Length => {
            let forms =
                ("可以写：7日、5个工作日、3个月、1年、永久", "it may be 7d, 5wd, 3mo, 1y, forever");
            term(Length::read(written).map(Value::Length), written, forms)
        }
        Shape::Window => {
            let forms = (
                "可以写：本周期、本月、本季、本年、近12个月、近30日",
                "it may be this-cycle, this-month, this-quarter, this-year, last-12mo, last-30d",
            );
            term(Window::read(written).map(Value::Window), written, forms)
        }
        Shape::KindWord => {
            let words: Vec<Twin> = kind::WORDS.iter().map(|word| word.names).collect();
            match word_of(written) {
                Some(found) => Ok(Value::Kind(*found)),
                None => none_of(&words, written, language),
            }
        }
    }
}

fn text(value: &KdlValue, written: &str) -> Result<Value, Wrong> {
    if matches!(value, KdlValue::Bool(_) | KdlValue::Null) {
        return wrong(
            Said::new("这里要写文字", "this is to be text"),
            Said::new("加引号", "put it in quotes"),
        );
    }
    let length = written.chars().count();
    if written.trim().is_empty() {
        return wrong(Said::new("这里是空的", "this is empty"), Said::default());
    }
    if length > TEXT_MOST {
        return wrong(
            Said::new(
                format!("这里有{length}字，最多{TEXT_MOST}字"),
                format!("this has {length} signs, more than {TEXT_MOST}"),
            ),
            Said::default(),
        );
    }
    Ok(Value::Text(written.to_owned()))
}

fn one_of(words: &'static [Twin], written: &str, language: Language) -> Result<Twin, Wrong> {
    match word::find(words, written) {
        Some(names) => Ok(names),
        None => none_of(words, written, language),
    }
}

fn none_of<T>(words: &[Twin], written: &str, language: Language) -> Result<T, Wrong> {
    let known: Vec<&str> = words.iter().map(|names| language.of(*names)).collect();
    let help = meant(written, known.iter().copied()).unwrap_or_else(|| {
        Said::new(
            format!("可以写：{}", known.join("、")),
            format!("it may be {}", known.join(", ")),
        )
    });
    wrong(
        Said::new(
            format!("这里不能写“{written}”"),
            format!("`{written}` is none of the words here"),
        ),
        help,
    )
}

fn truth(value: &KdlValue, written: &str) -> Result<Value, Wrong> {
    if let Some(truth) = value.as_bool() {
        return Ok(Value::Truth(truth));
    }
    match word::find(TRUTHS, written) {
        Some(names) => Ok(Value::Truth(names.1 == "yes")),
        None => wrong(
            Said::new(
                format!("这里要写“是”或者“否”，不是“{written}”"),
                format!("this is yes or no, not `{written}`"),
            ),
            Said::default(),
        ),
    }
}

fn whole(value: &KdlValue, written: &str, (least, most): (i64, i64)) -> Result<Value, Wrong> {
    let found = match value {
        KdlValue::Integer(number) => i64::try_from(*number).ok(),
        _ => None,
    };
    match found.filter(|number| (least..=most).contains(number)) {
        Some(number) => Ok(Value::Whole(number)),
        None => wrong(
            Said::new(
                format!("这里要写{least}到{most}的整数，不是“{written}”"),
                format!("this is a whole number from {least} to {most}, not `{written}`"),
            ),
            Said::default(),
        ),
    }
}

fn number(written: &str) -> Result<Value, Wrong> {
    match written.replace('_', "").parse() {
        Ok(number) => Ok(Value::Number(number)),
        Err(_) => wrong(
            Said::new(
                format!("这里要写数，不是“{written}”"),
                format!("this is a number, not `{written}`"),
            ),
            Said::new("写成：0、30 或者 2.5，不加引号", "write 0, 30 or 2.5, without quotes"),
        ),
    }
}

fn term(found: Option<Value>, written: &str, forms: Twin) -> Result<Value, Wrong> {
    match found {
        Some(value) => Ok(value),
        None => wrong(
            Said::new(format!("“{written}”不是期限"), format!("`{written}` is no term")),
            Said::new(forms.0, forms.1),
        ),
    }
}
