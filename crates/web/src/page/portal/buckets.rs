//! Counts by time: by month, by quarter or by year, whichever gives a chart of few bars; as a chart
//! whose bars open to their rows, and as the table with the same numbers.

use super::period::Period;
use crate::words::{Locale, Words};
use jiff::civil::Date;
use qz_document::chart::{self, Mark, Months, Point};

/// The most bars of months: a year.
const MOST_MONTHS: usize = 12;
/// The most months that are still drawn by quarter: three years.
const MOST_FOR_QUARTERS: usize = 36;

/// How the time is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    Month,
    Quarter,
    Year,
}

/// One piece of time with its count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bucket {
    /// Its days, within the period.
    pub period: Period,
    /// Its name in full: `2015年6月`.
    pub name: String,
    /// Its name where the rest is plain: `6月`.
    pub short: String,
    /// Its name below a bar: `6`.
    pub label: String,
    /// How many.
    pub count: i64,
}

/// What a chart counts, in the keys of its words: the unit, a bar, the most, nothing at all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted([&'static str; 4]);

/// Visits.
pub(super) const VISITS: Counted = Counted([
    "portal-chart-unit",
    "portal-chart-point",
    "portal-chart-most",
    "portal-chart-nothing",
]);
/// Findings borne out.
pub(super) const FINDINGS: Counted = Counted([
    "portal-chart-findings",
    "portal-chart-finding",
    "portal-chart-most-findings",
    "portal-chart-no-findings",
]);

/// The pieces of a period with their counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Buckets {
    pub buckets: Vec<Bucket>,
    cut: Cut,
}

impl Buckets {
    /// Cuts a period and counts the days in each piece.
    pub fn new(words: Words, period: Period, days: &[(Date, i64)]) -> Self {
        let cut = Cut::of(months(period));
        let one_year = period.from.year() == period.to.year();
        let mut buckets = Vec::new();
        let mut start = period.from;
        while start <= period.to {
            let whole = cut.around(start);
            let inside = whole.within(period);
            let [name, short, label] = cut.names(words, start, one_year);
            let counted = days.iter().filter(|(day, _)| inside.from <= *day && *day <= inside.to);
            let count = counted.map(|(_, count)| count).sum();
            buckets.push(Bucket { period: inside, name, short, label, count });
            match whole.to.tomorrow() {
                Ok(next) => start = next,
                Err(_) => break,
            }
        }
        Self { buckets, cut }
    }

    /// The key of the words for how the time is cut: for headings and columns.
    pub fn by(&self) -> &'static str {
        match self.cut {
            Cut::Month => "portal-by-month",
            Cut::Quarter => "portal-by-quarter",
            Cut::Year => "portal-by-year",
        }
    }

    /// The piece with the most, the first of equals; `None` when nothing is counted.
    pub fn most(&self) -> Option<&Bucket> {
        let some = self.buckets.iter().filter(|bucket| bucket.count > 0);
        some.rev().max_by_key(|bucket| bucket.count)
    }

    /// The chart of visits; `id` begins the ids of its elements, `rows` gives the rows behind a
    /// piece.
    pub fn chart(
        &self,
        words: Words,
        id: &str,
        title: &str,
        rows: impl Fn(Period) -> String,
    ) -> String {
        self.marked((words, VISITS), (id, title), rows, None)
    }

    /// As [`Buckets::chart`], of what is counted, with a day marked.
    pub fn marked(
        &self,
        (words, counted): (Words, Counted),
        (id, title): (&str, &str),
        rows: impl Fn(Period) -> String,
        mark: Option<(Date, &str)>,
    ) -> String {
        let Counted([unit, key, ..]) = counted;
        let points = self.buckets.iter().map(|b| point(words, (key, b), &rows));
        let points: Vec<Point> = points.collect();
        let (title_id, desc_id) = (format!("{id}-title"), format!("{id}-desc"));
        chart::bars(&Months {
            title_id: &title_id,
            desc_id: &desc_id,
            title,
            desc: &self.description((words, counted)),
            unit_label: &words.say(unit),
            points: &points,
            mark: mark.and_then(|(day, words)| self.mark(day, words)),
        })
    }

    /// A day as a mark; `None` when it is in no piece.
    fn mark<'a>(&self, day: Date, words: &'a str) -> Option<Mark<'a>> {
        let holds = |one: &Bucket| one.period.from <= day && day <= one.period.to;
        let bar = self.buckets.iter().position(holds)?;
        let Period { from, to } = self.buckets[bar].period;
        let days = |until: Date| usize::try_from((until - from).get_days()).unwrap_or_default();
        Some(Mark { bar, hundredths: days(day) * 100 / (days(to) + 1), words })
    }

    /// What the chart shows, in a sentence.
    pub fn description(&self, (words, counted): (Words, Counted)) -> String {
        let Counted([_, _, most, nothing]) = counted;
        let total: i64 = self.buckets.iter().map(|bucket| bucket.count).sum();
        match self.most() {
            None => words.say(nothing),
            Some(highest) => words.say_with(
                most,
                &[
                    ("total", total.into()),
                    ("when", highest.name.as_str().into()),
                    ("count", highest.count.into()),
                ],
            ),
        }
    }
}

fn point(words: Words, (key, bucket): (&str, &Bucket), rows: impl Fn(Period) -> String) -> Point {
    let said = [("when", bucket.name.as_str().into()), ("count", bucket.count.into())];
    Point {
        label: bucket.label.clone(),
        value: bucket.count.unsigned_abs(),
        words: words.say_with(key, &said),
        href: (bucket.count > 0).then(|| rows(bucket.period)),
    }
}

/// How many months a period touches.
fn months(period: Period) -> usize {
    let number = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    usize::try_from(number(period.to) - number(period.from) + 1).unwrap_or_default()
}

impl Cut {
    fn of(months: usize) -> Self {
        match months {
            ..=MOST_MONTHS => Self::Month,
            more if more <= MOST_FOR_QUARTERS => Self::Quarter,
            _ => Self::Year,
        }
    }

    /// The whole piece around a day.
    fn around(self, day: Date) -> Period {
        match self {
            Self::Month => Period::month(day),
            Self::Quarter => {
                let first = (day.month() - 1) / 3 * 3 + 1;
                let of = |month| Date::new(day.year(), month, 1).unwrap_or(day);
                Period { from: of(first), to: of(first + 2).last_of_month() }
            }
            Self::Year => Period::year(day.year()),
        }
    }

    /// The name in full, the short one, the one below a bar.
    fn names(self, words: Words, day: Date, one_year: bool) -> [String; 3] {
        let month = words.say(&format!("month-short-{}", day.month()));
        let said = [
            ("year", day.year().into()),
            ("short", format!("{:02}", day.year() % 100).into()),
            ("quarter", ((day.month() - 1) / 3 + 1).into()),
            ("month", month.as_str().into()),
        ];
        let say = |key: &str| words.say_with(key, &said);
        let (name, short, label) = match self {
            Self::Month => {
                // Chinese needs the number alone: that it is a month is said beside the chart.
                let label = match words.locale {
                    Locale::ZhCn => day.month().to_string(),
                    Locale::En => month.clone(),
                };
                (words.month(day), month.clone(), label)
            }
            Self::Quarter => {
                (say("portal-quarter"), say("portal-quarter"), say("portal-quarter-label"))
            }
            Self::Year => (say("portal-year"), say("portal-year"), day.year().to_string()),
        };
        // Where several years stand in a row, the first piece of each bears the year's name.
        let begins = self != Self::Year && day.month() == 1 && !one_year;
        [name, short, if begins { say("portal-year-label") } else { label }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn period(from: Date, to: Date) -> Period {
        Period { from, to }
    }

    fn cut(from: Date, to: Date) -> Vec<(String, String)> {
        let buckets = Buckets::new(Words::default(), period(from, to), &[]).buckets;
        buckets.into_iter().map(|bucket| (bucket.name, bucket.label)).collect()
    }

    #[test]
    fn a_year_is_cut_by_month_and_longer_times_by_quarter_and_year() {
        let year = cut(date(2015, 1, 1), date(2015, 12, 31));
        assert_eq!((year.len(), &year[5]), (12, &("2015年6月".to_owned(), "6".to_owned())));
        let winter = cut(date(2014, 11, 20), date(2015, 2, 3));
        assert_eq!((winter.len(), winter[2].1.as_str()), (4, "15年"));
        let three = cut(date(2013, 1, 1), date(2015, 12, 31));
        assert_eq!((three.len(), three[11].0.as_str()), (12, "2015年第4季度"));
        assert_eq!((three[8].1.as_str(), three[11].1.as_str()), ("15年", "4季"));
        let ten = cut(date(2006, 5, 1), date(2015, 12, 31));
        assert_eq!((ten.len(), ten[0].1.as_str()), (10, "2006"));
    }

    #[test]
    fn the_first_of_the_highest_is_named() {
        let days = [(date(2015, 2, 3), 4), (date(2015, 5, 6), 4), (date(2015, 7, 1), 1)];
        let year = Buckets::new(Words::default(), Period::year(2015), &days);
        assert_eq!(year.most().map(|b| b.short.as_str()), Some("2月"));
        assert_eq!(year.description((Words::default(), VISITS)), "共9次；2015年2月最多，4次。");
    }

    #[test]
    fn a_day_is_marked_where_it_stands_in_its_month() {
        let year = Buckets::new(Words::default(), Period::year(2015), &[]);
        let at = |day| year.mark(day, "x").map(|mark| (mark.bar, mark.hundredths));
        assert_eq!(at(date(2015, 1, 1)), Some((0, 0)));
        assert_eq!(at(date(2015, 6, 16)), Some((5, 50)));
        assert_eq!(at(date(2016, 1, 1)), None);
    }

    proptest! {
        #[test]
        fn every_day_is_counted_once(
            start in 0_i32..20_000,
            length in 0_i32..9_000,
            at in prop::collection::vec(0_i32..9_000, 0..30),
        ) {
            let day = |n: i32| date(1980, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap();
            let period = period(day(start), day(start + length));
            let mut days: Vec<_> = at.iter().map(|n| (day(start + n % (length + 1)), 1)).collect();
            days.sort();
            let buckets = Buckets::new(Words::default(), period, &days).buckets;
            prop_assert_eq!(buckets.iter().map(|b| b.count).sum::<i64>(), i64::try_from(days.len()).unwrap());
            prop_assert_eq!(buckets.first().unwrap().period.from, period.from);
            prop_assert_eq!(buckets.last().unwrap().period.to, period.to);
            for pair in buckets.windows(2) {
                prop_assert_eq!(pair[0].period.to.tomorrow().unwrap(), pair[1].period.from);
            }
        }
    }
}
