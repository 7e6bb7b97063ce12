//! The days a page or an answer tells of (统计时段): read from a query, said in words, put into links.

use crate::part::FieldError;
use crate::query;
use crate::refusal::{at, told};
use crate::words::Words;
use jiff::civil::{Date, date};
use qz_acts::visit::public::Span;
use qz_domain::field;
use qz_domain::refusal::Worded;
use serde::Deserialize;

/// A span of days, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    pub from: Date,
    pub to: Date,
}

/// The days a query asks for. Empty and absent are the same.
#[derive(Debug, Default, Clone, Deserialize)]
pub(crate) struct AskedPeriod {
    from: Option<String>,
    to: Option<String>,
}

impl AskedPeriod {
    /// The days as a query gave them.
    pub fn new(from: Option<String>, to: Option<String>) -> Self {
        Self { from, to }
    }

    /// Whether no day was given at all.
    pub fn is_empty(&self) -> bool {
        [&self.from, &self.to].into_iter().flatten().all(|given| given.trim().is_empty())
    }

    /// The days for the form that shows them again. What is no day stands in the message beside
    /// it: a browser does not put it into a field for days.
    pub fn typed(&self) -> (String, String) {
        let text = |given: &Option<String>| {
            let day = field::day("", given.as_deref().unwrap_or_default()).ok();
            day.map(|day| day.to_string()).unwrap_or_default()
        };
        (text(&self.from), text(&self.to))
    }

    /// The days, or what is wrong with them. One day alone takes the rest of its year with it;
    /// none at all is `usual`.
    pub fn read(&self, words: Words, usual: Period) -> Result<Period, Vec<FieldError>> {
        let mut faults = Vec::new();
        let from = day(words, "from", self.from.as_deref(), &mut faults);
        let to = day(words, "to", self.to.as_deref(), &mut faults);
        let period = match (from, to) {
            (None, None) => usual,
            (Some(from), None) => Period { from, to: Period::year(from.year()).to },
            (None, Some(to)) => Period { from: Period::year(to.year()).from, to },
            (Some(from), Some(to)) => Period { from, to },
        };
        if faults.is_empty() && period.from > period.to {
            let said =
                [("from", words.date(period.from).into()), ("to", words.date(period.to).into())];
            faults.push(FieldError::new("from", words.say_with("portal-period-backwards", &said)));
        }
        if faults.is_empty() { Ok(period) } else { Err(faults) }
    }
}

fn day(
    words: Words,
    name: &'static str,
    given: Option<&str>,
    faults: &mut Vec<FieldError>,
) -> Option<Date> {
    let given = given.map(str::trim).filter(|given| !given.is_empty())?;
    match field::day(name, given) {
        Ok(day) => Some(day),
        Err(wrong) => {
            let label = words.say(if name == "from" { "portal-from" } else { "portal-to" });
            let what = told(words, wrong.fault.key(), &wrong.fault.args());
            faults.push(FieldError::new(name, at(words, &label, &what)));
            None
        }
    }
}

impl Period {
    /// A calendar year.
    pub fn year(year: i16) -> Self {
        let bounded = year.clamp(1900, 2199);
        Self { from: date(bounded, 1, 1), to: date(bounded, 12, 31) }
    }

    /// The month of a day.
    pub fn month(day: Date) -> Self {
        Self { from: day.first_of_month(), to: day.last_of_month() }
    }

    /// The year, when it is exactly one.
    pub fn whole_year(self) -> Option<i16> {
        (self == Self::year(self.from.year())).then_some(self.from.year())
    }

    /// The days that are in both.
    pub fn within(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), to: self.to.min(other.to) }
    }

    /// The span as the acts take it.
    pub fn span(self) -> Span {
        Span::days(self.from, self.to)
    }

    /// An address with the span in its query.
    pub fn link(self, path: &str) -> String {
        let from = query::with(path, "from", &self.from.to_string());
        query::with(&from, "to", &self.to.to_string())
    }

    /// The span in words, as of `today`: `2015年全年`, `2016年至今`, `2015年6月`,
    /// `2015年6月1日至2015年9月3日`.
    pub fn words(self, words: Words, today: Date) -> String {
        let (first, last) = (self.from.year(), self.to.year());
        let values = [
            ("year", first.into()),
            ("first", first.into()),
            ("last", last.into()),
            ("from", words.date(self.from).into()),
            ("to", words.date(self.to).into()),
        ];
        if self.from == self.to {
            words.date(self.from)
        } else if self.whole_year() == Some(today.year()) {
            words.say_with("portal-period-this-year", &values)
        } else if self.whole_year().is_some() {
            words.say_with("portal-period-year", &values)
        } else if self.from == Self::year(first).from && self.to == Self::year(last).to {
            words.say_with("portal-period-years", &values)
        } else if self == Self::month(self.from) {
            words.month(self.from)
        } else {
            words.say_with("portal-period-days", &values)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    fn read(from: &str, to: &str) -> Result<Period, Vec<String>> {
        let asked = AskedPeriod { from: Some(from.to_owned()), to: Some(to.to_owned()) };
        let read = asked.read(Words::default(), Period::year(2015));
        read.map_err(|faults| {
            faults.into_iter().map(|f| format!("{}: {}", f.field, f.message)).collect()
        })
    }

    #[test]
    fn a_day_alone_takes_the_rest_of_its_year() {
        assert_eq!(read("", ""), Ok(Period::year(2015)));
        assert_eq!(
            read("2014-03-05", " "),
            Ok(Period { from: date(2014, 3, 5), to: date(2014, 12, 31) })
        );
        assert_eq!(
            read("", "2016/2/1"),
            Ok(Period { from: date(2016, 1, 1), to: date(2016, 2, 1) })
        );
    }

    #[test]
    fn bad_days_are_named_with_what_to_write() {
        insta::assert_debug_snapshot!(read("2015-13-01", "soon"), @r#"
        Err(
            [
                "from: 起始日期：“2015-13-01”不是日期，请写成2015-06-18这样。",
                "to: 截止日期：“soon”不是日期，请写成2015-06-18这样。",
            ],
        )
        "#);
        insta::assert_debug_snapshot!(read("2015-12-31", "2015-01-01"), @r#"
        Err(
            [
                "from: 起始日期2015年12月31日晚于截止日期2015年1月1日，请把两个日期对调。",
            ],
        )
        "#);
    }

    #[test]
    fn a_period_is_said_as_people_say_it() {
        let today = date(2016, 2, 16);
        let say =
            |locale, from: Date, to: Date| Period { from, to }.words(Words::new(locale), today);
        let said = |from: Date, to: Date| [say(Locale::ZhCn, from, to), say(Locale::En, from, to)];
        assert_eq!(said(date(2015, 1, 1), date(2015, 12, 31)), ["2015年全年", "2015"]);
        assert_eq!(said(date(2016, 1, 1), date(2016, 12, 31)), ["2016年至今", "2016 up to now"]);
        assert_eq!(said(date(2015, 6, 1), date(2015, 6, 30)), ["2015年6月", "June 2015"]);
        assert_eq!(said(date(2013, 1, 1), date(2015, 12, 31)), ["2013年至2015年", "2013 to 2015"]);
        assert_eq!(said(date(2015, 6, 1), date(2015, 6, 1)), ["2015年6月1日", "1 June 2015"]);
        assert_eq!(
            said(date(2015, 6, 1), date(2015, 9, 3)),
            ["2015年6月1日至2015年9月3日", "1 June 2015 to 3 September 2015"]
        );
    }
}
