//! How many days somebody was found absent without leave (旷工天数): in a row, and within a year. The Civil Servant Law,
//! art. 88, says days, the rules for public institutions, art. 15, say working days; both readings are shown. They alert
//! and never decide.

use crate::calendar::Calendar;
use jiff::ToSpan;
use jiff::civil::Date;

/// In a row: at so many days somebody is to be talked to and helped first.
pub const TALK: i64 = 10;
/// In a row: more than so many days.
pub const ROW_MOST: i64 = 15;
/// Within a year: more than so many days.
pub const YEAR_MOST: i64 = 30;

/// Days absent without leave, in half-days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Absences {
    /// The most in a row, rest days between them left out.
    pub row_workdays: i64,
    /// The most in a row, rest days between them counted in.
    pub row_days: i64,
    /// Within the year that ends on the last of them.
    pub year: i64,
}

/// How far that goes (旷工预警): a prompt, never a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// Talk and help first.
    Talk,
    /// More than the law allows in one of its readings.
    Exceeded,
}

impl Absences {
    /// Of the days that were found so, each with its half-days, in the order of time.
    pub fn of(found: &[(Date, i64)], calendar: &Calendar) -> Self {
        let mut counted = Self::default();
        let (mut work, mut all) = (0, 0);
        let mut last: Option<Date> = None;
        for (day, halves) in found {
            let rests = last.and_then(|last| between(last, *day, calendar));
            (work, all) = match rests {
                Some(rests) => (work + halves, all + halves + 2 * rests),
                None => (*halves, *halves),
            };
            counted.row_workdays = counted.row_workdays.max(work);
            counted.row_days = counted.row_days.max(all);
            last = Some(*day);
        }
        let since = last.map(|last| last.saturating_sub(1.year()));
        let within = found.iter().filter(|(day, _)| since.is_some_and(|since| since < *day));
        counted.year = within.map(|(_, halves)| halves).sum();
        counted
    }

    /// Whether somebody is to be alerted.
    pub fn alert(self) -> Option<Alert> {
        let row = self.row_days.max(self.row_workdays);
        if row > 2 * ROW_MOST || self.year > 2 * YEAR_MOST {
            Some(Alert::Exceeded)
        } else {
            (row >= 2 * TALK).then_some(Alert::Talk)
        }
    }
}

/// The rest days between two days; `None` where a working day lies between them, or one that is not known.
fn between(one: Date, other: Date, calendar: &Calendar) -> Option<i64> {
    let mut rests = 0;
    let mut day = one.tomorrow().ok()?;
    while day < other {
        if calendar.is_workday(day) != Ok(false) {
            return None;
        }
        rests += 1;
        day = day.tomorrow().ok()?;
    }
    Some(rests)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn of(days: impl Iterator<Item = (Date, i64)>) -> Absences {
        Absences::of(&days.collect::<Vec<_>>(), &Calendar::shipped().unwrap())
    }

    fn workdays(from: Date, count: usize) -> impl Iterator<Item = (Date, i64)> {
        let calendar = Calendar::shipped().unwrap();
        let days = from.series(1.day()).filter(move |day| calendar.is_workday(*day) == Ok(true));
        days.take(count).map(|day| (day, 2))
    }

    #[test]
    fn the_sixteenth_day_in_a_row_alerts_and_the_tenth_warns() {
        let from = date(2026, 3, 2);
        let ten = of(workdays(from, 8));
        assert_eq!((ten.row_workdays, ten.row_days), (16, 20), "a weekend lies between");
        assert_eq!(ten.alert(), Some(Alert::Talk));
        assert_eq!(of(workdays(from, 7)).alert(), None);
        let fifteen = of(workdays(from, 11));
        assert_eq!((fifteen.row_workdays, fifteen.row_days), (22, 30));
        assert_eq!(fifteen.alert(), Some(Alert::Talk), "fifteen is not more than fifteen");
        assert_eq!(of(workdays(from, 12)).alert(), Some(Alert::Exceeded));
    }

    #[test]
    fn a_day_at_work_ends_the_row_and_two_halves_are_a_day() {
        let day = |day| date(2026, 3, day);
        let found = [(day(2), 1), (day(3), 1), (day(5), 2)];
        let counted = of(found.into_iter());
        assert_eq!((counted.row_workdays, counted.row_days, counted.year), (2, 2, 4));
    }

    #[test]
    fn the_thirty_first_day_of_a_year_alerts() {
        let every_other = |count: usize| {
            let days = workdays(date(2026, 1, 5), 2 * count);
            days.step_by(2).take(count).collect::<Vec<_>>().into_iter()
        };
        assert_eq!(of(every_other(30)).alert(), None);
        assert_eq!(of(every_other(31)).alert(), Some(Alert::Exceeded));
        let long_ago = std::iter::once((date(2024, 3, 4), 2)).chain(every_other(30));
        assert_eq!(of(long_ago).year, 60, "what is over a year old is out");
    }
}
