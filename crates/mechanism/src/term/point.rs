//! Points in time by which something is to be done, such as 月末 or 收到后7日.

use super::length::{Length, Measure, number};
use crate::language::Language;
use jiff::civil::Date;

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// A week (周).
    Week,
    /// A month (月).
    Month,
    /// A quarter (季).
    Quarter,
    /// Half a year (半年).
    HalfYear,
    /// A year (年).
    Year,
}

/// What a term may run from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Receipt (收到).
    Receipt,
    /// That it was issued (发出).
    Issue,
    /// That it was ordered (下达).
    Order,
    /// That it was taken up (受理).
    Acceptance,
    /// A hit (命中).
    Hit,
    /// That it was registered (登记).
    Entry,
    /// The end of a meeting (会后).
    Meeting,
    /// What happened (发生).
    Occurrence,
}

/// A point in time (时点).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Point {
    /// A day of the month of the cycle (20日).
    DayOfMonth(u8),
    /// A day of the month after (次月5日).
    DayOfNextMonth(u8),
    /// A day of the first month after the quarter (季后首月10日).
    DayAfterQuarter(u8),
    /// A day of the year (12月31日).
    DayOfYear(u8, u8),
    /// The last day of a stretch (月末).
    EndOf(Span),
    /// A day of each week, Monday is 1 (每周二).
    Weekday(u8),
    /// So long after the beginning of a stretch (月初后3个工作日).
    AfterStart(Span, u16, Measure),
    /// So long after the end of a stretch (月后5个工作日).
    AfterEnd(Span, u16, Measure),
    /// So long after something happened (收到后7日).
    After(Anchor, u16, Measure),
    /// So long before the term (到期前3日).
    BeforeDue(u16, Measure),
    /// A day (2015-12-31).
    On(Date),
    /// The same day (当日).
    SameDay,
}

/// How each stretch is written.
pub(crate) const SPANS: [(Span, (&str, &str)); 5] = [
    (Span::Week, ("周", "week")),
    (Span::Month, ("月", "month")),
    (Span::Quarter, ("季", "quarter")),
    (Span::HalfYear, ("半年", "half-year")),
    (Span::Year, ("年", "year")),
];

/// How what a term may run from is written.
pub(crate) const ANCHORS: [(Anchor, (&str, &str)); 8] = [
    (Anchor::Receipt, ("收到", "receipt")),
    (Anchor::Issue, ("发出", "issue")),
    (Anchor::Order, ("下达", "order")),
    (Anchor::Acceptance, ("受理", "acceptance")),
    (Anchor::Hit, ("命中", "hit")),
    (Anchor::Entry, ("登记", "entry")),
    (Anchor::Meeting, ("会", "meeting")),
    (Anchor::Occurrence, ("发生", "occurrence")),
];

const WEEKDAYS: [(&str, &str); 7] = [
    ("一", "monday"),
    ("二", "tuesday"),
    ("三", "wednesday"),
    ("四", "thursday"),
    ("五", "friday"),
    ("六", "saturday"),
    ("日", "sunday"),
];

/// How points are written, for whoever wrote something else.
pub const FORMS: (&str, &str) = (
    "可以写：20日、月末、每周二、月初后3个工作日、月后5个工作日、收到后7日、到期前3日、次月5日、季后首月10日、12月31日、当日、2015-12-31",
    "it may be day-20, month-end, every-tuesday, month-start+3wd, month-end+5wd, receipt+7d, due-3d, next-month-day-5, \
     quarter-next-month-day-10, month-12-day-31, same-day, 2015-12-31",
);

impl Point {
    /// Reads one in either language.
    pub fn read(text: &str) -> Option<Self> {
        if matches!(text, "当日" | "same-day") {
            return Some(Self::SameDay);
        }
        chinese(text).or_else(|| english(text)).or_else(|| text.parse().ok().map(Self::On))
    }

    /// As it is written.
    pub fn write(self, language: Language) -> String {
        let is_chinese = language == Language::Chinese;
        let span = |span: Span| named(&SPANS, span, language);
        let length = |number, measure| Length::Of(number, measure).write(language);
        match self {
            Self::DayOfMonth(day) if is_chinese => format!("{day}日"),
            Self::DayOfMonth(day) => format!("day-{day}"),
            Self::DayOfNextMonth(day) if is_chinese => format!("次月{day}日"),
            Self::DayOfNextMonth(day) => format!("next-month-day-{day}"),
            Self::DayAfterQuarter(day) if is_chinese => format!("季后首月{day}日"),
            Self::DayAfterQuarter(day) => format!("quarter-next-month-day-{day}"),
            Self::DayOfYear(month, day) if is_chinese => format!("{month}月{day}日"),
            Self::DayOfYear(month, day) => format!("month-{month}-day-{day}"),
            Self::EndOf(of) => format!("{}{}", span(of), language.of(("末", "-end"))),
            Self::Weekday(day) => {
                let names = WEEKDAYS.get(usize::from(day) - 1).copied().unwrap_or_default();
                format!("{}{}", language.of(("每周", "every-")), language.of(names))
            }
            Self::AfterStart(of, number, measure) => {
                format!(
                    "{}{}{}",
                    span(of),
                    language.of(("初后", "-start+")),
                    length(number, measure)
                )
            }
            Self::AfterEnd(of, number, measure) => {
                format!("{}{}{}", span(of), language.of(("后", "-end+")), length(number, measure))
            }
            Self::After(anchor, number, measure) => {
                let anchor = named(&ANCHORS, anchor, language);
                format!("{anchor}{}{}", language.of(("后", "+")), length(number, measure))
            }
            Self::BeforeDue(number, measure) => {
                format!("{}{}", language.of(("到期前", "due-")), length(number, measure))
            }
            Self::On(day) => day.to_string(),
            Self::SameDay => language.of(("当日", "same-day")).to_owned(),
        }
    }
}

fn named<T: PartialEq + Copy>(
    rows: &[(T, (&'static str, &'static str))],
    of: T,
    language: Language,
) -> &'static str {
    rows.iter().find(|row| row.0 == of).map_or("", |row| language.of(row.1))
}

fn length(text: &str) -> Option<(u16, Measure)> {
    match Length::read(text)? {
        Length::Of(number, measure) => Some((number, measure)),
        Length::Forever => None,
    }
}

/// A day of a month written at the end of a text: `5日`, or `5` in English.
fn day(text: &str, after: &str) -> Option<u8> {
    let (day, rest) = number(text)?;
    let day = u8::try_from(day).ok()?;
    (rest == after && (1..=31).contains(&day)).then_some(day)
}

fn chinese(text: &str) -> Option<Point> {
    if let Some(rest) = text.strip_prefix("次月") {
        return day(rest, "日").map(Point::DayOfNextMonth);
    }
    if let Some(rest) = text.strip_prefix("季后首月") {
        return day(rest, "日").map(Point::DayAfterQuarter);
    }
    if let Some(rest) = text.strip_prefix("每周") {
        let found = WEEKDAYS.iter().position(|(zh, _)| *zh == rest)?;
        return u8::try_from(found + 1).ok().map(Point::Weekday);
    }
    if let Some(rest) = text.strip_prefix("到期前") {
        return length(rest).map(|(number, measure)| Point::BeforeDue(number, measure));
    }
    if let Some((month, rest)) = text.split_once('月').filter(|(month, _)| number(month).is_some())
    {
        return of_year(month, rest.strip_suffix('日')?);
    }
    if let Some(day) = day(text, "日") {
        return Some(Point::DayOfMonth(day));
    }
    for (span, (name, _)) in SPANS {
        let Some(rest) = text.strip_prefix(name) else { continue };
        if rest == "末" {
            return Some(Point::EndOf(span));
        }
        if let Some((number, measure)) = rest.strip_prefix("初后").and_then(length) {
            return Some(Point::AfterStart(span, number, measure));
        }
        if let Some((number, measure)) = rest.strip_prefix('后').and_then(length) {
            return Some(Point::AfterEnd(span, number, measure));
        }
    }
    let (before, rest) = text.split_once('后')?;
    let (anchor, _) = ANCHORS.iter().find(|(_, (zh, _))| *zh == before)?;
    length(rest).map(|(number, measure)| Point::After(*anchor, number, measure))
}

fn english(text: &str) -> Option<Point> {
    if let Some(rest) = text.strip_prefix("next-month-day-") {
        return day(rest, "").map(Point::DayOfNextMonth);
    }
    if let Some(rest) = text.strip_prefix("quarter-next-month-day-") {
        return day(rest, "").map(Point::DayAfterQuarter);
    }
    if let Some(rest) = text.strip_prefix("day-") {
        return day(rest, "").map(Point::DayOfMonth);
    }
    if let Some(rest) = text.strip_prefix("every-") {
        let found = WEEKDAYS.iter().position(|(_, en)| *en == rest)?;
        return u8::try_from(found + 1).ok().map(Point::Weekday);
    }
    if let Some(rest) = text.strip_prefix("due-") {
        return length(rest).map(|(number, measure)| Point::BeforeDue(number, measure));
    }
    if let Some((month, rest)) =
        text.strip_prefix("month-").and_then(|rest| rest.split_once("-day-"))
    {
        return of_year(month, rest);
    }
    for (span, (_, name)) in SPANS {
        let Some(rest) = text.strip_prefix(name) else { continue };
        if rest == "-end" {
            return Some(Point::EndOf(span));
        }
        if let Some((number, measure)) = rest.strip_prefix("-start+").and_then(length) {
            return Some(Point::AfterStart(span, number, measure));
        }
        if let Some((number, measure)) = rest.strip_prefix("-end+").and_then(length) {
            return Some(Point::AfterEnd(span, number, measure));
        }
    }
    let (before, rest) = text.split_once('+')?;
    let (anchor, _) = ANCHORS.iter().find(|(_, (_, en))| *en == before)?;
    length(rest).map(|(number, measure)| Point::After(*anchor, number, measure))
}

fn of_year(month: &str, day: &str) -> Option<Point> {
    let (month, day): (i8, i8) = (month.parse().ok()?, day.parse().ok()?);
    // Every year has it: 29 February is none.
    Date::new(2001, month, day).ok()?;
    Some(Point::DayOfYear(month.unsigned_abs(), day.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::super::{Length, Window};
    use super::{Language, Point};

    #[test]
    fn terms_are_written_alike_in_both_languages() {
        for (zh, en) in [
            ("20日", "day-20"),
            ("月末", "month-end"),
            ("半年末", "half-year-end"),
            ("每周二", "every-tuesday"),
            ("月初后3个工作日", "month-start+3wd"),
            ("月后5个工作日", "month-end+5wd"),
            ("收到后7日", "receipt+7d"),
            ("到期前3日", "due-3d"),
            ("季后首月10日", "quarter-next-month-day-10"),
            ("次月5日", "next-month-day-5"),
            ("12月31日", "month-12-day-31"),
            ("当日", "same-day"),
            ("2015-12-31", "2015-12-31"),
        ] {
            let point = Point::read(zh).unwrap_or_else(|| panic!("{zh}"));
            assert_eq!(Point::read(en), Some(point), "{en}");
            assert_eq!(point.write(Language::Chinese), zh);
            assert_eq!(point.write(Language::English), en);
        }
        for (zh, en) in [("7日", "7d"), ("5个工作日", "5wd"), ("3年", "3y"), ("永久", "forever")]
        {
            let length = Length::read(zh).unwrap_or_else(|| panic!("{zh}"));
            assert_eq!(
                (Length::read(en), length.write(Language::Chinese).as_str()),
                (Some(length), zh)
            );
            assert_eq!(length.write(Language::English), en);
        }
        for (zh, en) in
            [("本周期", "this-cycle"), ("近12个月", "last-12mo"), ("近30日", "last-30d")]
        {
            let window = Window::read(zh).unwrap_or_else(|| panic!("{zh}"));
            assert_eq!(
                (Window::read(en), window.write(Language::Chinese).as_str()),
                (Some(window), zh)
            );
            assert_eq!(window.write(Language::English), en);
        }
    }

    #[test]
    fn what_no_calendar_has_is_no_term() {
        for wrong in [
            "",
            "32日",
            "0日",
            "2月30日",
            "13月1日",
            "每周八",
            "查满三件",
            "收到后",
            "日",
            "月初后3",
        ] {
            assert_eq!(Point::read(wrong), None, "{wrong}");
        }
        assert_eq!(Length::read("0日"), None);
        assert_eq!(Window::read("近2小时"), None);
    }
}
