//! Rules of the law by the name of the visitor's language.

use crate::words::Words;
use jiff::civil::Date;
use qz_domain::law::{Law, Unlawful};
use qz_domain::term::Length;

impl Words {
    /// A length of time.
    pub fn length(self, length: Length) -> String {
        let key = match length {
            Length::Days(_) => "matter-days",
            Length::Workdays(_) => "matter-workdays",
            Length::Months(_) => "matter-months",
        };
        self.say_with(key, &[("count", i64::from(length.count()).into())])
    }

    /// A measure by its code, as the law of a day names it.
    pub fn measure(self, code: &str, day: Date) -> String {
        let found = Law::shipped().on(day).measure(code);
        self.rule(code, &found.map(|measure| (measure.zh.as_str(), measure.en.as_str())))
    }

    /// A ground by its code, as the law of a day names it.
    pub fn ground(self, code: &str, day: Date) -> String {
        let found = Law::shipped().on(day).ground(code);
        self.rule(code, &found.map(|ground| (ground.zh.as_str(), ground.en.as_str())))
    }

    /// A rule that was not in force on the day has its name all the same.
    fn rule(self, code: &str, found: &Result<(&str, &str), Unlawful>) -> String {
        match found {
            Ok((zh, en)) => self.unit(zh, en).to_owned(),
            Err(Unlawful::NotInForce { name: (zh, en), .. }) => self.unit(zh, en).to_owned(),
            Err(_) => code.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::words::{Locale, Words};
    use jiff::civil::date;

    #[test]
    fn a_rule_has_its_name_on_any_day() {
        let (zh, en) = (Words::new(Locale::ZhCn), Words::new(Locale::En));
        let day = date(2015, 7, 1);
        assert_eq!(zh.measure("circulated_criticism", day), "通报批评");
        assert_eq!(en.measure("circulated_criticism", day), "circulated criticism");
        assert!(zh.ground("leaders_2009_5", date(2026, 1, 1)).contains("第5条"));
        assert_eq!(zh.measure("no_such", day), "no_such");
    }
}
