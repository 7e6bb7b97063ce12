//! Terms of schemes in plain words: 月初后3个工作日, 7日, 近12个月.

use crate::words::Words;
use jiff::civil::Date;
use qz_mechanism::term::{Anchor, Length, Measure, Point, Span, Window};

/// A point in time.
pub(super) fn point(words: Words, point: Point) -> String {
    let say = |key: &str| words.say(&format!("mechanism-point-{key}"));
    let day = |key: &str, day: u8| {
        words.say_with(&format!("mechanism-point-{key}"), &[("day", day.into())])
    };
    let after = |key: &str, number, measure| {
        let length = length(words, Length::Of(number, measure));
        words.say_with(&format!("mechanism-point-{key}"), &[("length", length.into())])
    };
    match point {
        Point::DayOfMonth(of) => day("day", of),
        Point::DayOfNextMonth(of) => day("next-month", of),
        Point::DayAfterQuarter(of) => day("next-quarter", of),
        Point::DayOfYear(month, of) => day_of_year(words, (month, of)),
        Point::EndOf(of) => say(&format!("end-{}", span(of))),
        Point::Weekday(of) => {
            let weekday = words.say(&format!("weekday-{of}"));
            words.say_with("mechanism-point-weekday", &[("weekday", weekday.into())])
        }
        Point::AfterStart(of, number, measure) => {
            after(&format!("start-{}", span(of)), number, measure)
        }
        Point::AfterEnd(of, number, measure) => {
            after(&format!("past-{}", span(of)), number, measure)
        }
        Point::After(from, number, measure) => {
            after(&format!("after-{}", anchor(from)), number, measure)
        }
        Point::BeforeDue(number, measure) => after("before-due", number, measure),
        Point::On(day) => words.date(day),
        Point::SameDay => say("same-day"),
    }
}

/// A length of time.
pub(super) fn length(words: Words, length: Length) -> String {
    let Length::Of(count, measure) = length else { return words.say("mechanism-length-forever") };
    let measure = match measure {
        Measure::Hours => "hours",
        Measure::Days => "days",
        Measure::WorkingDays => "working-days",
        Measure::Weeks => "weeks",
        Measure::Months => "months",
        Measure::Years => "years",
    };
    words.say_with(&format!("mechanism-length-{measure}"), &[("count", count.into())])
}

/// A stretch that facts are read over.
pub(super) fn window(words: Words, window: Window) -> String {
    let key = match window {
        Window::Cycle => "cycle",
        Window::Month => "month",
        Window::Quarter => "quarter",
        Window::Year => "year",
        Window::Last(number, measure) => {
            let length = length(words, Length::Of(number, measure));
            return words.say_with("mechanism-window-last", &[("length", length.into())]);
        }
    };
    words.say(&format!("mechanism-window-{key}"))
}

/// A day that every year has.
fn day_of_year(words: Words, (month, day): (u8, u8)) -> String {
    let found = Date::new(2001, month.cast_signed(), day.cast_signed());
    found.map_or_else(|_| format!("{month}-{day}"), |day| words.month_day(day))
}

const fn span(span: Span) -> &'static str {
    match span {
        Span::Week => "week",
        Span::Month => "month",
        Span::Quarter => "quarter",
        Span::HalfYear => "half-year",
        Span::Year => "year",
    }
}

const fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Receipt => "receipt",
        Anchor::Issue => "issue",
        Anchor::Order => "order",
        Anchor::Acceptance => "acceptance",
        Anchor::Hit => "hit",
        Anchor::Entry => "entry",
        Anchor::Meeting => "meeting",
        Anchor::Occurrence => "occurrence",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    const SPANS: [Span; 5] = [Span::Week, Span::Month, Span::Quarter, Span::HalfYear, Span::Year];
    const ANCHORS: [Anchor; 8] = [
        Anchor::Receipt,
        Anchor::Issue,
        Anchor::Order,
        Anchor::Acceptance,
        Anchor::Hit,
        Anchor::Entry,
        Anchor::Meeting,
        Anchor::Occurrence,
    ];
    const MEASURES: [Measure; 6] = [
        Measure::Hours,
        Measure::Days,
        Measure::WorkingDays,
        Measure::Weeks,
        Measure::Months,
        Measure::Years,
    ];

    #[test]
    fn every_term_has_its_words_in_both_languages() {
        let (two, days) = (2, Measure::Days);
        let mut points = vec![
            Point::DayOfMonth(20),
            Point::DayOfNextMonth(5),
            Point::DayAfterQuarter(10),
            Point::DayOfYear(12, 31),
            Point::Weekday(2),
            Point::BeforeDue(two, days),
            Point::SameDay,
        ];
        points.extend(SPANS.map(Point::EndOf));
        points.extend(SPANS.map(|of| Point::AfterStart(of, two, days)));
        points.extend(SPANS.map(|of| Point::AfterEnd(of, two, days)));
        points.extend(ANCHORS.map(|from| Point::After(from, two, days)));
        let windows =
            [Window::Cycle, Window::Month, Window::Quarter, Window::Year, Window::Last(12, days)];
        for words in Locale::ALL.map(Words::new) {
            let mut said: Vec<_> = points.iter().map(|one| point(words, *one)).collect();
            said.extend(MEASURES.map(|of| length(words, Length::Of(two, of))));
            said.push(length(words, Length::Forever));
            said.extend(windows.map(|one| window(words, one)));
            assert!(said.iter().all(|text| !text.contains('⟦')), "{said:?}");
        }
    }

    #[test]
    fn terms_read_as_people_say_them() {
        let english = Words::new(Locale::En);
        let point = point(english, Point::AfterStart(Span::Month, 3, Measure::WorkingDays));
        assert_eq!(point, "3 working days after the month begins");
        assert_eq!(length(Words::default(), Length::Of(5, Measure::WorkingDays)), "5个工作日");
    }
}
