//! The years one may choose (年份), those that have data: one click instead of two dates.

use super::period::Period;
use crate::query;
use crate::words::Words;

/// The most years that are offered.
const MOST: usize = 12;

/// A year, or all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct YearChoice {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether the page shows it now.
    pub current: bool,
}

/// The years of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Years {
    /// The years that have data.
    pub choices: Vec<YearChoice>,
}

impl Years {
    /// Whether there is another than the one that is shown.
    pub fn offered(&self) -> bool {
        self.choices.iter().any(|choice| !choice.current)
    }

    /// Whether no year has data yet.
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty()
    }
}

/// The years as `?year=2015`, the last first.
pub(super) fn by_year(known: Option<(i16, i16)>, now: Period, path: &str) -> Years {
    let choice = |year: i16| YearChoice {
        label: year.to_string(),
        href: query::with(path, "year", &year.to_string()),
        current: now.whole_year() == Some(year),
    };
    Years { choices: years(known).map(choice).collect() }
}

/// The years as `?from=2015-01-01&to=2015-12-31`, the last first, then all together. `now` is
/// nothing when the days that were asked for could not be read.
pub(super) fn by_period(
    words: Words,
    known: Option<(i16, i16)>,
    now: Option<Period>,
    path: &str,
) -> Years {
    let choice = |label: String, of: Period| YearChoice {
        label,
        href: of.link(path),
        current: now == Some(of),
    };
    let mut choices: Vec<_> =
        years(known).map(|year| choice(year.to_string(), Period::year(year))).collect();
    if let Some((first, last)) = known.filter(|(first, last)| first < last) {
        let all = Period { from: Period::year(first).from, to: Period::year(last).to };
        choices.push(choice(words.say("portal-all-years"), all));
    }
    Years { choices }
}

fn years(known: Option<(i16, i16)>) -> impl Iterator<Item = i16> {
    known.into_iter().flat_map(|(first, last)| (first..=last).rev()).take(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_year_comes_first_and_all_of_them_last() {
        let now = Some(Period::year(2014));
        let years = by_period(Words::default(), Some((2013, 2015)), now, "/statistics");
        assert!(years.offered());
        let choices = years.choices;
        let labels: Vec<&str> = choices.iter().map(|choice| &*choice.label).collect();
        assert_eq!(labels, ["2015", "2014", "2013", "全部年份"]);
        let current: Vec<bool> = choices.iter().map(|choice| choice.current).collect();
        assert_eq!(current, [false, true, false, false]);
        assert_eq!(choices[3].href, "/statistics?from=2013-01-01&to=2015-12-31");
        assert!(by_year(None, Period::year(2015), "/").is_empty());
        assert!(!by_year(Some((2015, 2015)), Period::year(2015), "/").offered());
        assert!(by_year(Some((2015, 2015)), Period::year(2013), "/").offered());
    }
}
