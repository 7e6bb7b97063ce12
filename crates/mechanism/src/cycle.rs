//! Cycles (周期) over a stretch of days: where each begins and ends, and which days a rule reads the facts of.

use crate::term::{Measure, Window};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The most cycles of one stretch: a day each, for ten years.
const MOST: usize = 3_660;

/// A stretch of days, both inclusive.
pub type Stretch = (Date, Date);

/// The cycles of a word that a stretch holds, each cut to the stretch; without a word the stretch is one.
pub fn cycles(word: Option<&str>, (from, to): Stretch) -> Vec<Stretch> {
    let mut cycles = vec![];
    let mut first = from;
    while first <= to && cycles.len() < MOST {
        let last = end(word, first).min(to);
        cycles.push((first, last));
        let Ok(next) = last.tomorrow() else { break };
        first = next;
    }
    cycles
}

/// So many cycles of a word as end before a day, in order; without a word there is none.
pub fn before(word: Option<&str>, day: Date, count: usize) -> Vec<Stretch> {
    let mut earlier = vec![];
    let mut day = day;
    while earlier.len() < count {
        let Ok(last) = day.yesterday() else { break };
        let Some(first) = word.and_then(|word| start(word, last)) else { break };
        earlier.push((first, last));
        day = first;
    }
    earlier.reverse();
    earlier
}

/// The whole cycle of a word that a day lies in; what comes once lasts for ever. None where the word is none.
pub fn holding(word: &str, day: Date) -> Option<Stretch> {
    match word {
        "once" => Some((Date::MIN, Date::MAX)),
        _ => Some((start(word, day)?, end(Some(word), day))),
    }
}

/// The first day of the cycle that a day lies in.
fn start(word: &str, day: Date) -> Option<Date> {
    let months = match word {
        "daily" => return Some(day),
        "weekly" => {
            let since = i64::from(day.weekday().since(Weekday::Monday));
            return day.checked_sub(since.days()).ok();
        }
        "monthly" => 1,
        "quarterly" => 3,
        "half-yearly" => 6,
        "yearly" => 12,
        _ => return None,
    };
    Date::new(day.year(), (day.month() - 1) / months * months + 1, 1).ok()
}

/// The last day of the cycle that a day lies in.
fn end(word: Option<&str>, day: Date) -> Date {
    let month_end = |month: i8| Date::new(day.year(), month, 1).map_or(day, Date::last_of_month);
    match word {
        Some("daily") => day,
        Some("weekly") => {
            let left = 6 - i64::from(day.weekday().since(Weekday::Monday));
            day.checked_add(left.days()).unwrap_or(day)
        }
        Some("monthly") => day.last_of_month(),
        Some("quarterly") => month_end((day.month() - 1) / 3 * 3 + 3),
        Some("half-yearly") => month_end(if day.month() <= 6 { 6 } else { 12 }),
        Some("yearly") => month_end(12),
        _ => Date::MAX,
    }
}

/// The days a rule reads in a cycle.
pub fn window(window: Window, (first, last): Stretch) -> Stretch {
    let quarter = |day: Date| Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1);
    let begin = match window {
        Window::Cycle => Ok(first),
        Window::Month => Ok(last.first_of_month()),
        Window::Quarter => quarter(last),
        Window::Year => Ok(last.first_of_year()),
        Window::Last(number, measure) => {
            let number = i64::from(number);
            let span = match measure {
                Measure::Years => number.years(),
                Measure::Months => number.months(),
                Measure::Weeks => number.weeks(),
                _ => number.days(),
            };
            last.checked_sub(span).and_then(Date::tomorrow)
        }
    };
    (begin.unwrap_or(first), last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn cycles_fill_a_stretch_without_gap_or_overlap() {
        let year = (date(2015, 1, 1), date(2015, 12, 31));
        for (word, count) in [
            ("monthly", 12),
            ("quarterly", 4),
            ("half-yearly", 2),
            ("yearly", 1),
            ("daily", 365),
            ("weekly", 53),
        ] {
            let cycles = cycles(Some(word), year);
            assert_eq!(cycles.len(), count, "{word}");
            assert_eq!((cycles[0].0, cycles[count - 1].1), year);
            assert!(
                cycles.windows(2).all(|two| two[0].1.tomorrow().is_ok_and(|next| next == two[1].0))
            );
        }
        let part = cycles(Some("monthly"), (date(2015, 6, 17), date(2015, 8, 2)));
        assert_eq!(part[1], (date(2015, 7, 1), date(2015, 7, 31)));
        assert_eq!((part.len(), part[2].1), (3, date(2015, 8, 2)));
        assert_eq!(cycles(None, year), [year]);
    }

    #[test]
    fn the_cycles_before_end_where_a_stretch_begins() {
        let first = date(2015, 3, 1);
        let quarters = before(Some("quarterly"), first, 2);
        let expected =
            [(date(2014, 10, 1), date(2014, 12, 31)), (date(2015, 1, 1), date(2015, 2, 28))];
        assert_eq!(quarters, expected);
        assert_eq!(before(Some("weekly"), first, 1), [(date(2015, 2, 23), date(2015, 2, 28))]);
        assert_eq!(before(Some("daily"), first, 2).len(), 2);
        assert_eq!((before(Some("once"), first, 3), before(None, first, 3)), (vec![], vec![]));
    }

    #[test]
    fn a_day_lies_in_one_whole_cycle() {
        let day = date(2015, 6, 17);
        assert_eq!(holding("monthly", day), Some((date(2015, 6, 1), date(2015, 6, 30))));
        assert_eq!(holding("weekly", day), Some((date(2015, 6, 15), date(2015, 6, 21))));
        assert_eq!(holding("once", day), Some((Date::MIN, Date::MAX)));
        assert_eq!(holding("sometimes", day), None);
    }

    #[test]
    fn a_window_ends_with_its_cycle() {
        let june = (date(2015, 6, 1), date(2015, 6, 30));
        assert_eq!(window(Window::Cycle, june), june);
        assert_eq!(window(Window::Year, june), (date(2015, 1, 1), date(2015, 6, 30)));
        assert_eq!(window(Window::Quarter, june), (date(2015, 4, 1), date(2015, 6, 30)));
        let months = Window::Last(12, Measure::Months);
        assert_eq!(window(months, june), (date(2014, 7, 1), date(2015, 6, 30)));
        assert_eq!(window(Window::Last(30, Measure::Days), june), june);
    }
}
