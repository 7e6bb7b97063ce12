//! Numbers in sentences, with what they measure: 三件, 5%, 百分之三十, 一定数量, three.

use super::unit::Unit;

/// A number with what it measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::refuse) struct Number {
    /// Its value; none where it is vague, such as 一定数量.
    pub value: Option<f64>,
    /// What it measures.
    pub measure: Measure,
}

/// What a number measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::refuse) enum Measure {
    /// Cases, problems, things.
    Items,
    /// People.
    People,
    /// Cases: 一月一案.
    Cases,
    /// How often.
    Times,
    /// A share.
    Share,
    /// Points of a score.
    Points,
    /// Money.
    Money,
    /// Days, hours, months.
    Time,
    /// It does not say.
    Bare,
}

/// What stands after a number; longer ones first where one begins with another.
const MEASURES: [(&str, Measure); 66] = [
    ("个工作日", Measure::Time),
    ("工作日", Measure::Time),
    ("个自然日", Measure::Time),
    ("个月", Measure::Time),
    ("个小时", Measure::Time),
    ("个季度", Measure::Time),
    ("个半天", Measure::Time),
    ("个百分点", Measure::Share),
    ("百分点", Measure::Share),
    ("季度", Measure::Time),
    ("小时", Measure::Time),
    ("学时", Measure::Time),
    ("分钟", Measure::Time),
    ("分之", Measure::Bare),
    ("人次", Measure::People),
    ("多件", Measure::Items),
    ("余件", Measure::Items),
    ("万元", Measure::Money),
    ("亿元", Measure::Money),
    ("%", Measure::Share),
    ("percent", Measure::Share),
    ("成", Measure::Share),
    ("日", Measure::Time),
    ("天", Measure::Time),
    ("周", Measure::Time),
    ("月", Measure::Time),
    ("年", Measure::Time),
    ("时", Measure::Time),
    ("day", Measure::Time),
    ("workday", Measure::Time),
    ("hour", Measure::Time),
    ("month", Measure::Time),
    ("week", Measure::Time),
    ("year", Measure::Time),
    ("minute", Measure::Time),
    ("working", Measure::Time),
    ("人", Measure::People),
    ("名", Measure::People),
    ("位", Measure::People),
    ("次", Measure::Times),
    ("期", Measure::Times),
    ("场", Measure::Times),
    ("轮", Measure::Times),
    ("回", Measure::Times),
    ("time", Measure::Times),
    ("分", Measure::Points),
    ("point", Measure::Points),
    ("元", Measure::Money),
    ("yuan", Measure::Money),
    ("案", Measure::Cases),
    ("件", Measure::Items),
    ("起", Measure::Items),
    ("例", Measure::Items),
    ("个", Measure::Items),
    ("条", Measure::Items),
    ("宗", Measure::Items),
    ("桩", Measure::Items),
    ("处", Measure::Items),
    ("批", Measure::Items),
    ("篇", Measure::Items),
    ("家", Measure::Items),
    ("项", Measure::Items),
    ("户", Measure::Items),
    ("份", Measure::Items),
    ("张", Measure::Items),
    ("封", Measure::Items),
];

/// Amounts without a figure.
const VAGUE: [(&str, Measure); 9] = [
    ("一定数量", Measure::Items),
    ("相当数量", Measure::Items),
    ("足够数量", Measure::Items),
    ("规定数量", Measure::Items),
    ("一定比例", Measure::Share),
    ("规定比例", Measure::Share),
    ("一半", Measure::Share),
    ("半数", Measure::Share),
    ("若干", Measure::Items),
];

/// What figures are held against instead of a number.
const OTHERS: [&str; 14] = [
    "上年",
    "去年",
    "上月",
    "上季",
    "上期",
    "同期",
    "往年",
    "全县平均",
    "全市平均",
    "平均水平",
    "其他单位",
    "兄弟单位",
    "last year",
    "last month",
];

const ENGLISH: [(&str, f64); 12] = [
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("twelve", 12.0),
    ("twenty", 20.0),
];

/// The number that begins at a unit, and how many units it takes. What begins there and counts nothing, such as 第三条 or a
/// numeral within a word, takes its units and gives none.
pub(super) fn at(
    units: &[Unit],
    from: usize,
    is_expected: bool,
) -> Option<(Option<Number>, usize)> {
    let rest = units.get(from..)?;
    for (word, measure) in VAGUE {
        if let Some(taken) = starts(rest, word) {
            return Some((Some(Number { value: None, measure }), taken));
        }
    }
    if let Some(taken) = OTHERS.iter().find_map(|word| starts(rest, word)) {
        let number = Number { value: None, measure: Measure::Bare };
        return is_expected.then_some((Some(number), taken));
    }
    if let Some(taken) = starts(rest, "百分之") {
        let (value, length) = figure(rest.get(taken..)?)?;
        return Some((
            Some(Number { value: Some(value), measure: Measure::Share }),
            taken + length,
        ));
    }
    let (value, length) = figure(rest)?;
    let is_ordinal = from > 0 && units[from - 1].is("第");
    let behind = rest.get(length..).unwrap_or_default();
    let measured = MEASURES
        .iter()
        .find_map(|(word, measure)| starts(behind, word).map(|taken| (*measure, taken)));
    let is_written = rest[0].text.starts_with(|sign: char| sign.is_ascii_digit());
    let is_word = rest[0].text.len() > 1 && !is_written;
    match measured {
        Some((_, taken)) if is_ordinal => Some((None, length + taken)),
        Some((measure, taken)) => {
            Some((Some(Number { value: Some(value), measure }), length + taken))
        }
        None if is_ordinal => Some((None, length)),
        None if is_written || is_expected || (is_word && rest[0].text.is_ascii()) => {
            Some((Some(Number { value: Some(value), measure: Measure::Bare }), length))
        }
        None => None,
    }
}

/// How many units a word takes at the start of these.
fn starts(units: &[Unit], word: &str) -> Option<usize> {
    let taken = super::word::length(units, word);
    (taken > 0).then_some(taken)
}

/// The figure these units begin with.
fn figure(units: &[Unit]) -> Option<(f64, usize)> {
    let first = units.first()?;
    if let Ok(value) = first.text.parse::<f64>() {
        let scale = units.get(1).and_then(Unit::sign).map_or(1.0, |sign| match sign {
            '千' => 1_000.0,
            '万' => 10_000.0,
            _ => 1.0,
        });
        return Some((value * scale, 1 + usize::from(scale > 1.0)));
    }
    if let Some((_, value)) = ENGLISH.iter().find(|(word, _)| *word == first.text) {
        return Some((*value, 1));
    }
    let signs: Vec<char> =
        units.iter().map_while(Unit::sign).take_while(|one| is_numeral(*one)).collect();
    (!signs.is_empty()).then(|| (value(&signs), signs.len()))
}

fn is_numeral(sign: char) -> bool {
    digit(sign).is_some() || matches!(sign, '十' | '百' | '千' | '万' | '几' | '数')
}

fn digit(sign: char) -> Option<f64> {
    let value = match sign {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '俩' => 2,
        '三' | '叁' | '仨' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    };
    Some(f64::from(value))
}

fn value(signs: &[char]) -> f64 {
    let (mut sum, mut last) = (0.0, None);
    for sign in signs {
        let scale = match sign {
            '十' => 10.0,
            '百' => 100.0,
            '千' => 1_000.0,
            '万' => 10_000.0,
            '几' | '数' => {
                last = Some(3.0);
                continue;
            }
            digit_sign => {
                last = digit(*digit_sign);
                continue;
            }
        };
        sum += last.take().unwrap_or(1.0) * scale;
    }
    sum + last.unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::super::{Tag, sentences};
    use super::Measure;

    #[test]
    fn numbers_are_read_with_what_they_measure() {
        for (text, value, measure) in [
            ("三件", Some(3.0), Measure::Items),
            ("12起", Some(12.0), Measure::Items),
            ("百分之三十", Some(30.0), Measure::Share),
            ("60%", Some(60.0), Measure::Share),
            ("十二人次", Some(12.0), Measure::People),
            ("3个工作日", Some(3.0), Measure::Time),
            ("一定数量", None, Measure::Items),
            ("不少于5", Some(5.0), Measure::Bare),
            ("５万元", Some(50_000.0), Measure::Money),
            ("three days", Some(3.0), Measure::Time),
        ] {
            let found = sentences(text).into_iter().flat_map(|one| one.tokens);
            let number = found.filter_map(|token| match token.tag {
                Tag::Number(number) => Some((number.value, number.measure)),
                _ => None,
            });
            assert_eq!(number.collect::<Vec<_>>(), [(value, measure)], "{text}");
        }
        for text in ["第三条", "第7期", "一律", "统一"] {
            let has = |token: &super::super::Token| matches!(token.tag, Tag::Number(_));
            assert!(!sentences(text).iter().any(|one| one.tokens.iter().any(has)), "{text}");
        }
    }
}
