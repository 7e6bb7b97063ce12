//! The number on a visit's paper twin (表号): year and serial, `2015-0311`.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Year and serial of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VisitNumber {
    year: i16,
    serial: i64,
}

/// A text that is not a visit number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a visit number: write year and serial, like `2015-0311`")]
pub struct ParseVisitNumberError(pub String);

impl VisitNumber {
    /// The number of a year and a serial; `None` outside 1900–2199 or 1–99,999,999.
    pub fn new(year: i16, serial: i64) -> Option<Self> {
        let fits = (1900..=2199).contains(&year) && (1..=99_999_999).contains(&serial);
        fits.then_some(Self { year, serial })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The serial within the year.
    pub fn serial(self) -> i64 {
        self.serial
    }
}

impl fmt::Display for VisitNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{:04}", self.year, self.serial)
    }
}

impl FromStr for VisitNumber {
    type Err = ParseVisitNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = text
            .trim()
            .split_once('-')
            .and_then(|(year, serial)| Self::new(year.parse().ok()?, serial.parse().ok()?));
        number
            .filter(|number| number.to_string() == text.trim())
            .ok_or_else(|| ParseVisitNumberError(text.trim().to_owned()))
    }
}

impl TryFrom<String> for VisitNumber {
    type Error = ParseVisitNumberError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<VisitNumber> for String {
    fn from(number: VisitNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::VisitNumber;
    use proptest::prelude::*;

    #[test]
    fn only_the_one_form_is_read() {
        assert_eq!("2015-0311".parse(), Ok(VisitNumber::new(2015, 311).unwrap()));
        for text in ["2015-311", "2015-00311", "15-0311", "2015-0000", "2015", "", "2015-+311"] {
            assert!(text.parse::<VisitNumber>().is_err(), "{text}");
        }
        insta::assert_snapshot!(
            "311".parse::<VisitNumber>().unwrap_err(),
            @"`311` is not a visit number: write year and serial, like `2015-0311`"
        );
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(year in 1900_i16..=2199, serial in 1_i64..=99_999_999) {
            let number = VisitNumber::new(year, serial).unwrap();
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }
    }
}
