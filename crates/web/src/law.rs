//! The names of measures and grounds, as the law of a day has them, in the visitor's language.

use crate::words::{Locale, Words};
use jiff::civil::Date;
use qz_domain::law::Law;

fn of(words: Words, zh: &str, en: &str) -> String {
    match words.locale {
        Locale::ZhCn => zh.to_owned(),
        Locale::En => en.to_owned(),
    }
}

/// A measure that was in force on a day; its code, when none was.
pub(crate) fn measure(words: Words, day: Date, code: &str) -> String {
    let found = Law::shipped().on(day).measure(code);
    found.map_or_else(|_| code.to_owned(), |measure| of(words, &measure.zh, &measure.en))
}

/// A ground that was in force on a day; its code, when none was.
pub(crate) fn ground(words: Words, day: Date, code: &str) -> String {
    let found = Law::shipped().on(day).ground(code);
    found.map_or_else(|_| code.to_owned(), |ground| of(words, &ground.zh, &ground.en))
}
