//! What holds for every term: order, counts, and that waiting ends with the notice.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;
use qz_domain::calendar::Calendar;
use qz_domain::term::{Due, Length, due};
use std::sync::LazyLock;

static SHIPPED: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());

/// What was known in the year 2014.
static IN_2014: LazyLock<Calendar> = LazyLock::new(|| {
    let notice = include_str!("../../../law/holidays/2014.toml");
    Calendar::without_years().unwrap().with_notice(notice).unwrap()
});

fn a_day() -> impl Strategy<Value = Date> {
    let first = Date::constant(2004, 1, 1);
    (0..8000_i32).prop_map(move |days| first.saturating_add(days.days()))
}

fn a_length() -> impl Strategy<Value = Length> {
    prop_oneof![
        (1..400_u16).prop_map(Length::Days),
        (1..300_u16).prop_map(Length::Workdays),
        (1..36_u16).prop_map(Length::Months),
    ]
}

/// The day it ends, or the first on which it may.
fn earliest(due: Due) -> Date {
    match due {
        Due::Fixed(day) | Due::AwaitingCalendar { not_before: day, .. } => day,
    }
}

fn longer(length: Length) -> Length {
    match length {
        Length::Days(number) => Length::Days(number + 1),
        Length::Workdays(number) => Length::Workdays(number + 1),
        Length::Months(number) => Length::Months(number + 1),
    }
}

proptest! {
    #[test]
    fn a_term_ends_on_a_workday_after_its_first_day(from in a_day(), length in a_length()) {
        if let Due::Fixed(day) = due(&SHIPPED, from, length) {
            prop_assert!(day > from);
            prop_assert!(SHIPPED.is_workday(day).unwrap());
        }
    }

    #[test]
    fn a_later_start_and_a_longer_term_never_end_earlier(from in a_day(), length in a_length()) {
        let ends = earliest(due(&SHIPPED, from, length));
        prop_assert!(earliest(due(&SHIPPED, from.saturating_add(1.day()), length)) >= ends);
        prop_assert!(earliest(due(&SHIPPED, from, longer(length))) >= ends);
    }

    #[test]
    fn working_days_are_as_many_as_were_asked_for(from in a_day(), number in 1..300_u16) {
        if let Due::Fixed(end) = due(&SHIPPED, from, Length::Workdays(number)) {
            let after = from.saturating_add(1.day()).series(1.day()).take_while(|day| *day <= end);
            let worked = after.filter(|day| SHIPPED.is_workday(*day).unwrap()).count();
            prop_assert_eq!(worked, usize::from(number));
        }
    }

    #[test]
    fn only_rest_days_lie_between_the_counted_day_and_the_end(from in a_day(), days in 1..400_u16) {
        if let Due::Fixed(end) = due(&SHIPPED, from, Length::Days(days)) {
            let counted = from.saturating_add(i32::from(days).days());
            let mut between = counted.series(1.day()).take_while(|day| *day < end);
            prop_assert!(between.all(|day| !SHIPPED.is_workday(day).unwrap()));
            prop_assert!(counted <= end);
        }
    }

    #[test]
    fn what_waits_for_a_notice_is_fixed_by_it(days in 0..365_i32, length in a_length()) {
        let from = Date::constant(2014, 1, 1).saturating_add(days.days());
        let full = earliest(due(&SHIPPED, from, length));
        match due(&IN_2014, from, length) {
            Due::Fixed(day) => prop_assert_eq!(day, full),
            Due::AwaitingCalendar { year, not_before } => {
                prop_assert!(!IN_2014.knows(year) && SHIPPED.knows(year));
                prop_assert!(from < not_before && not_before <= full);
            }
        }
    }

    #[test]
    fn a_length_is_read_back_as_printed(length in a_length()) {
        prop_assert_eq!(length.to_string().parse(), Ok(length));
    }
}
