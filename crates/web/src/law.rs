//! The names of measures and grounds, as the law of a day has them, in the visitor's language.

use crate::words::Words;
use jiff::civil::Date;

/// A measure as the law of a day names it; its code, when nobody knows it.
pub(crate) fn measure(words: Words, day: Date, code: &str) -> String {
    words.measure(code, day)
}

/// A ground as the law of a day names it; its code, when nobody knows it.
pub(crate) fn ground(words: Words, day: Date, code: &str) -> String {
    words.ground(code, day)
}
