//! How often at most (频次上限): a number for a span of the calendar, from a day on. What happens beyond it the act that
//! asks says: a visit needs a reason and somebody else who approves, a correction of attendance is refused.

use super::versions::Validity;
use crate::spelled;
use jiff::civil::{Date, date};

spelled! {
    /// The span of the calendar a cap counts in (时段).
    Per {
        /// 每季度: January to March, and so on.
        Quarter = "quarter", "每季度";
        /// 每月
        Month = "month", "每月";
    }
}

impl Per {
    /// The first and the last day of the span a day lies in.
    pub fn around(self, day: Date) -> (Date, Date) {
        match self {
            Self::Quarter => {
                let first = date(day.year(), (day.month() - 1) / 3 * 3 + 1, 1);
                let last = date(day.year(), first.month() + 2, 1).last_of_month();
                (first, last)
            }
            Self::Month => (day.first_of_month(), day.last_of_month()),
        }
    }
}

/// A cap (频次上限).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cap {
    /// Its code.
    pub code: String,
    /// What is counted, in Chinese.
    pub zh: String,
    /// What is counted, in English.
    pub en: String,
    /// How many at most.
    pub most: i64,
    /// In which span.
    pub per: Per,
    /// Where it stands in the law, or that it is the county's own.
    pub source: String,
    pub(super) validity: Validity,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Law;

    #[test]
    fn a_quarter_is_of_the_calendar() {
        let quarter = |day| Per::Quarter.around(day);
        assert_eq!(quarter(date(2024, 2, 29)), (date(2024, 1, 1), date(2024, 3, 31)));
        assert_eq!(quarter(date(2026, 11, 28)), (date(2026, 10, 1), date(2026, 12, 31)));
    }

    #[test]
    fn visits_to_a_unit_are_capped_from_the_day_of_the_rules_on() {
        let cap = |day| Law::shipped().on(day).cap("visit_unit").map(|cap| cap.most);
        assert_eq!(cap(date(2015, 6, 18)), None);
        assert_eq!(cap(date(2021, 1, 31)), None);
        assert_eq!(cap(date(2021, 2, 1)), Some(2));
    }
}
