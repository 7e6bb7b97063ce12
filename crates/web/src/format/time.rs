//! Days and times: as words, and as `<time>` elements that machines read too.

use crate::words::Words;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Weekday};
use qz_domain::instant;
use std::fmt;

impl Words {
    /// A day: `2015年6月27日`, `27 June 2015`.
    pub fn date(self, day: Date) -> String {
        self.say_with("format-date", &self.parts(day))
    }

    /// A day without its year, where the year is plain: `6月27日`, `27 June`.
    pub fn month_day(self, day: Date) -> String {
        self.say_with("format-month-day", &self.parts(day))
    }

    /// The month of a day: `2015年6月`, `June 2015`.
    pub fn month(self, day: Date) -> String {
        self.say_with("format-month", &self.parts(day))
    }

    /// The day of the week: `星期六`, `Saturday`.
    pub fn weekday(self, day: Date) -> String {
        self.say(&format!("weekday-{}", number(day.weekday())))
    }

    /// A day and time: `2016年2月16日09:01`, `16 February 2016, 09:01`.
    pub fn date_time(self, when: DateTime) -> String {
        let (date, time) = (self.date(when.date()), clock(when));
        self.say_with("format-date-time", &[("date", date.into()), ("time", time.into())])
    }

    /// A day as an element: `<time datetime="2015-06-27">2015年6月27日</time>`.
    pub fn day(self, day: Date) -> TimeTag {
        TimeTag { machine: day.to_string(), text: self.date(day) }
    }

    /// A day without its year as an element; the machine still reads the year.
    pub fn short_day(self, day: Date) -> TimeTag {
        TimeTag { machine: day.to_string(), text: self.month_day(day) }
    }

    /// A day and time of the county as an element.
    pub fn moment(self, when: DateTime) -> TimeTag {
        let machine = when.strftime("%Y-%m-%dT%H:%M+08:00").to_string();
        TimeTag { machine, text: self.date_time(when) }
    }

    /// An instant as an element, at the county's clock.
    pub fn instant(self, at: Timestamp) -> TimeTag {
        self.moment(instant::civil(at))
    }

    fn parts(self, day: Date) -> [(&'static str, crate::words::Value<'static>); 3] {
        let month = self.say(&format!("month-{}", day.month()));
        [("year", day.year().into()), ("month", month.into()), ("day", day.day().into())]
    }
}

fn clock(when: DateTime) -> String {
    when.strftime("%H:%M").to_string()
}

fn number(weekday: Weekday) -> i8 {
    weekday.to_monday_one_offset()
}

/// A `<time>` element: safe to put into a template as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeTag {
    machine: String,
    text: String,
}

impl fmt::Display for TimeTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, r#"<time datetime="{}">{}</time>"#, self.machine, self.text)
    }
}

impl askama::filters::HtmlSafe for TimeTag {}

#[cfg(test)]
mod tests {
    use crate::words::{Locale, Words};
    use jiff::civil::date;

    const ZH: Words = Words { locale: Locale::ZhCn };
    const EN: Words = Words { locale: Locale::En };

    #[test]
    fn days_are_written_as_each_language_writes_them() {
        let day = date(2015, 6, 27);
        assert_eq!(
            [ZH.date(day), ZH.month_day(day), ZH.month(day), ZH.weekday(day)],
            ["2015年6月27日", "6月27日", "2015年6月", "星期六"]
        );
        assert_eq!(
            [EN.date(day), EN.month_day(day), EN.month(day), EN.weekday(day)],
            ["27 June 2015", "27 June", "June 2015", "Saturday"]
        );
    }

    #[test]
    fn times_carry_the_county_s_offset() {
        let when = date(2016, 2, 16).at(9, 1, 0, 0);
        assert_eq!(
            ZH.moment(when).to_string(),
            r#"<time datetime="2016-02-16T09:01+08:00">2016年2月16日09:01</time>"#
        );
        assert_eq!(EN.date_time(when), "16 February 2016, 09:01");
    }
}
