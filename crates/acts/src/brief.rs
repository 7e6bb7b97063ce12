//! The brief of a week (一周简报): what was done, beside the week before and the year so far, and how
//! many records are in work. Counts alone: a leader reads them and sees no matter of anybody.

use crate::matter::public::MatterFigures;
use crate::{ActError, Acts};
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

pub use qz_store::brief::InWork;

/// The counts of some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The first and the last day.
    pub days: (Date, Date),
    /// Filed visits.
    pub visits: i64,
    /// What came of matters.
    pub matters: MatterFigures,
}

/// What a brief says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// The week from its Monday, as far as it went.
    pub week: Counted,
    /// The whole week before.
    pub before: Counted,
    /// The year so far.
    pub year: Counted,
    /// What is in work now, by kind and stage.
    pub in_work: Vec<InWork>,
}

impl Acts {
    /// The brief of the week of a day, up to that day.
    pub async fn brief(&self, day: Date) -> Result<Brief, ActError> {
        let monday = monday(day);
        let first = Date::new(day.year(), 1, 1).unwrap_or(day);
        let in_work = qz_store::brief::in_work(&mut self.reader().await?, day).await?;
        Ok(Brief {
            week: self.counted((monday, day)).await?,
            before: self.counted((back(monday, 7.days()), back(monday, 1.day()))).await?,
            year: self.counted((first, day)).await?,
            in_work,
        })
    }

    async fn counted(&self, days: (Date, Date)) -> Result<Counted, ActError> {
        let visits = self.filed_figures(days, None).await?.visits;
        Ok(Counted { days, visits, matters: self.matter_figures(days, None).await? })
    }
}

/// The Monday of a day's week.
fn monday(day: Date) -> Date {
    back(day, i64::from(day.weekday().since(Weekday::Monday)).days())
}

fn back(day: Date, span: Span) -> Date {
    day.saturating_sub(span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_week_begins_on_its_monday() {
        for (day, begin) in [(21, 15), (15, 15), (16, 15), (22, 22)] {
            assert_eq!(monday(date(2015, 6, day)), date(2015, 6, begin));
        }
    }
}
