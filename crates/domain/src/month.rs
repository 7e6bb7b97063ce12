//! Months (月份): a calendar month of one year, as reports and addresses name it: `2015-07`.

use jiff::civil::{Date, date};
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// The years a month may be of.
const YEARS: RangeInclusive<i16> = 1900..=2199;

/// A month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

/// A text that is no month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a month: write the year and the month, like `2015-07`")]
pub struct ParseMonthError(pub String);

impl Month {
    /// The month of a year, 1 to 12; `None` for another number or a year before 1900 or after 2199.
    pub fn new(year: i16, month: i8) -> Option<Self> {
        (YEARS.contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The month of a day.
    pub fn of(day: Date) -> Self {
        let year = day.year().clamp(*YEARS.start(), *YEARS.end());
        Self { year, month: day.month() }
    }

    /// The twelve months of a year.
    pub fn all_of(year: i16) -> impl Iterator<Item = Self> {
        (1..=12).filter_map(move |month| Self::new(year, month))
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Which of the year, 1 to 12.
    pub fn number(self) -> i8 {
        self.month
    }

    /// How many months it is after the first of year 0: no two months have the same.
    pub fn count(self) -> i64 {
        i64::from(self.year) * 12 + i64::from(self.month) - 1
    }

    /// Its first day.
    pub fn first(self) -> Date {
        date(self.year, self.month, 1)
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.first().last_of_month()
    }

    /// The one after; `None` after the last there is.
    pub fn next(self) -> Option<Self> {
        match self.month {
            12 => Self::new(self.year + 1, 1),
            month => Self::new(self.year, month + 1),
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = ParseMonthError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text).ok_or_else(|| ParseMonthError(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Month> {
    let (year, month) = text.split_once('-')?;
    let is_written = year.len() == 4
        && month.len() == 2
        && text.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
    is_written.then(|| Month::new(year.parse().ok()?, month.parse().ok()?)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_written_in_one_way_and_read_back() {
        let july = Month::new(2015, 7).unwrap();
        assert_eq!(july.to_string(), "2015-07");
        assert_eq!("2015-07".parse(), Ok(july));
        for text in ["", "2015", "2015-7", "2015-13", "2015-00", "1899-12", "2015-07-01", "+015-07"]
        {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
        insta::assert_snapshot!("July".parse::<Month>().unwrap_err(), @"`July` is not a month: write the year and the month, like `2015-07`");
    }

    #[test]
    fn a_month_has_its_days_and_the_year_goes_on() {
        let february = Month::of(date(2016, 2, 16));
        assert_eq!((february.first(), february.last()), (date(2016, 2, 1), date(2016, 2, 29)));
        assert_eq!(Month::new(2015, 12).unwrap().next(), Month::new(2016, 1));
        assert_eq!(Month::all_of(2015).last().and_then(Month::next), Month::new(2016, 1));
        assert_eq!(Month::new(2199, 12).unwrap().next(), None);
        let counts: Vec<_> = Month::all_of(2015).map(Month::count).collect();
        assert!(counts.windows(2).all(|pair| pair[0] + 1 == pair[1]));
    }
}
