//! How pages write days, times, numbers, money and hidden names, in either language.
//!
//! Numbers follow GB/T 15835: four digits stand together (`1630`), longer ones are grouped
//! (`48,212`). Days and times are the county's (+08:00).

mod hidden;
mod rule;
mod time;
mod unit;

pub use hidden::{Hidden, masked};
pub use time::TimeTag;

use crate::words::Words;
use std::fmt::{Display, Write as _};

/// Bytes in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl Words {
    /// A whole number, grouped from five digits on: `48,212`.
    pub fn number(self, number: impl Display) -> String {
        grouped(&number.to_string())
    }

    /// A share of a whole to a tenth of a percent, halves up: `11.5%`; `–` when the whole is nought.
    pub fn percent(self, part: i64, whole: i64) -> String {
        if whole == 0 {
            return "–".to_owned();
        }
        let (part, whole) = (i128::from(part), i128::from(whole));
        let tenths = (part * 2000 + whole).div_euclid(whole * 2);
        decimal(tenths, 10, 1) + "%"
    }

    /// Points kept as hundredths, without needless noughts: `225` is `2.25`, `-50` is `-0.5`.
    pub fn points(self, hundredths: i64) -> String {
        decimal(i128::from(hundredths), 100, 2)
    }

    /// Money kept in fen (分): `123456` is `1,234.56元` or `¥1,234.56`.
    pub fn money(self, fen: i64) -> String {
        let sign = if fen < 0 { "-" } else { "" };
        let fen = fen.unsigned_abs();
        let amount = format!("{sign}{}.{:02}", thousands(&(fen / 100).to_string()), fen % 100);
        self.say_with("format-money", &[("amount", amount.into())])
    }

    /// A span of minutes: `3小时20分钟`.
    pub fn minutes(self, minutes: u32) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        let values = [("hours", hours.into()), ("minutes", rest.into())];
        match (hours, rest) {
            (0, _) => self.say_with("format-minutes", &values),
            (_, 0) => self.say_with("format-hours", &values),
            _ => self.say_with("format-hours-minutes", &values),
        }
    }
}

/// Groups the digits of a number by thousands when it has five or more before the point.
pub(crate) fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let whole = if whole.len() < 5 { whole.to_owned() } else { thousands(whole) };
    match fraction {
        Some(fraction) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{whole}"),
    }
}

fn thousands(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn decimal(value: i128, unit: u128, places: usize) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, rest) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
    let fraction = format!("{rest:0places$}");
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    grouped(&format!("{sign}{whole}{point}{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    const ZH: Words = Words { locale: Locale::ZhCn };
    const EN: Words = Words { locale: Locale::En };

    #[test]
    fn long_numbers_are_grouped_and_years_are_not() {
        let cases = [("0", "0"), ("1630", "1630"), ("48212", "48,212"), ("-1234567", "-1,234,567")];
        for (given, shown) in cases {
            assert_eq!(grouped(given), shown);
        }
        assert_eq!(grouped("12345.6"), "12,345.6");
        assert_eq!(ZH.number(48_212_u64), "48,212");
    }

    #[test]
    fn shares_round_halves_up() {
        assert_eq!(ZH.percent(1, 3), "33.3%");
        assert_eq!(ZH.percent(1, 2000), "0.1%");
        assert_eq!(ZH.percent(115, 1000), "11.5%");
        assert_eq!(ZH.percent(1, 1), "100%");
        assert_eq!(ZH.percent(3, 0), "–");
    }

    #[test]
    fn points_and_money_are_exact() {
        let points: Vec<String> = [225, -50, 300, 0, -1].map(|p| ZH.points(p)).into();
        assert_eq!(points, ["2.25", "-0.5", "3", "0", "-0.01"]);
        assert_eq!(ZH.money(123_456), "1,234.56元");
        assert_eq!(EN.money(-5), "¥-0.05");
    }

    #[test]
    fn spans_are_said_as_people_say_them() {
        assert_eq!([20, 60, 200].map(|m| ZH.minutes(m)), ["20分钟", "1小时", "3小时20分钟"]);
        assert_eq!([1, 60, 121].map(|m| EN.minutes(m)), ["1 minute", "1 hour", "2 h 1 min"]);
    }
}
