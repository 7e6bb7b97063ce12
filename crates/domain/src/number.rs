//! The numbers on papers (编号): year and serial, without gap where a procedure asks for it.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Whether a year and a serial can stand in a number: 1900–2199, 1–99,999,999.
fn fits(year: i16, serial: i64) -> bool {
    (1900..=2199).contains(&year) && (1..=99_999_999).contains(&serial)
}

macro_rules! year_numbers {
    ($($(#[$doc:meta])* $name:ident, $error:ident, $what:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name {
            year: i16,
            serial: i64,
        }

        #[doc = concat!("A text that is not a ", $what, " number.")]
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        #[error("`{0}` is not a {what} number: write year and serial, like `2015-0311`", what = $what)]
        pub struct $error(pub String);

        impl $name {
            /// The number of a year and a serial; `None` outside 1900–2199 or 1–99,999,999.
            pub fn new(year: i16, serial: i64) -> Option<Self> {
                fits(year, serial).then_some(Self { year, serial })
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

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "{}-{:04}", self.year, self.serial)
            }
        }

        impl FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let number = text
                    .trim()
                    .split_once('-')
                    .and_then(|(year, serial)| Self::new(year.parse().ok()?, serial.parse().ok()?));
                number
                    .filter(|number| number.to_string() == text.trim())
                    .ok_or_else(|| $error(text.trim().to_owned()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(number: $name) -> Self {
                number.to_string()
            }
        }
    )+};
}

year_numbers! {
    /// The number on a visit's paper twin (表号).
    VisitNumber, ParseVisitNumberError, "visit";
    /// The number of a finding (线索编号).
    FindingNumber, ParseFindingNumberError, "finding";
    /// The number on the receipt of a ticket (受理编号).
    TicketNumber, ParseTicketNumberError, "ticket";
}

/// Year and serial of a decision or a bulletin (文号) of one organ: `〔2015〕1号`, without leading zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentNumber {
    /// The year.
    pub year: i16,
    /// The serial within the year and the organ, from 1.
    pub serial: i64,
}

impl DocumentNumber {
    /// The number of a year and a serial; `None` outside 1900–2199 or 1–99,999,999.
    pub fn new(year: i16, serial: i64) -> Option<Self> {
        fits(year, serial).then_some(Self { year, serial })
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "〔{}〕{}号", self.year, self.serial)
    }
}

#[cfg(test)]
mod tests {
    use super::{DocumentNumber, VisitNumber};
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

    #[test]
    fn a_document_number_has_no_leading_zero() {
        assert_eq!(DocumentNumber::new(2015, 1).unwrap().to_string(), "〔2015〕1号");
        assert_eq!(DocumentNumber::new(2015, 0), None);
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(year in 1900_i16..=2199, serial in 1_i64..=99_999_999) {
            let number = VisitNumber::new(year, serial).unwrap();
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }
    }
}
