//! Changes of the county's own law (期限调整): a term that no law sets gets another length from a coming
//! day on, on a paper of the county's, proposed by one and confirmed by another.
//!
//! 提出 → 确认 or 不同意, or 撤回. Terms that run keep the day they were given.

mod refusal;
mod transition;

pub use refusal::ChangeRefusal;
pub use transition::{Step, TRANSITIONS};

use super::{CountyLaw, CountyTerm, Law};
use crate::id::LawChangeId;
use crate::refusal::Refusal;
use crate::spelled;
use crate::term::Length;
use jiff::civil::Date;

spelled! {
    /// Where a change of the county's law stands (环节).
    Stage {
        /// 待确认: proposed.
        Proposed = "proposed", "待确认";
        /// 已确认: holds from its first day on.
        Confirmed = "confirmed", "已确认";
        /// 未同意
        Refused = "refused", "未同意";
        /// 已撤回
        Withdrawn = "withdrawn", "已撤回";
    }
}

/// The most characters of the paper's number.
pub const SOURCE_MOST: usize = 80;

/// A change as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawChange {
    /// Number in the store.
    pub id: LawChangeId,
    /// The code of the term.
    pub code: String,
    /// How long it is to be.
    pub length: Length,
    /// From which day on.
    pub from: Date,
    /// The county's paper that says so.
    pub source: String,
    /// Why.
    pub reason: String,
    /// Where it stands.
    pub stage: Stage,
    /// Why it was refused or withdrawn; empty before.
    pub answer: String,
    /// Proposed on.
    pub proposed_on: Date,
    /// The day of the latest step.
    pub latest_on: Date,
    /// The how-manieth that the county confirmed; `None` before.
    pub ordinal: Option<i64>,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}

impl LawChange {
    /// What it lays over the file once it is confirmed.
    pub fn term(&self) -> CountyTerm {
        let Self { code, length, from, source, .. } = self;
        CountyTerm { code: code.clone(), length: *length, from: *from, source: source.clone() }
    }

    /// Refuses a change that could not be: of a term that the law sets or that is not in force, beyond
    /// its bounds, of a day that is not to come, or that changes nothing.
    ///
    /// # Errors
    /// What stands in its way.
    pub fn must_be_possible(&self, county: &CountyLaw, today: Date) -> Result<(), Refusal> {
        let on = Law::shipped().on(self.from);
        let now = county.term(on, &self.code)?;
        let name = || (now.term.zh.clone(), now.term.en.clone());
        let Some(bounds) = now.term.county else {
            let source = now.term.source.clone();
            return Err(ChangeRefusal::SetByLaw { name: name(), source }.into());
        };
        if !bounds.hold(self.length) {
            let (least, most) = (bounds.least, bounds.most);
            return Err(ChangeRefusal::OutOfBounds { name: name(), least, most }.into());
        }
        if self.from <= today {
            return Err(ChangeRefusal::NotToCome { from: self.from, today }.into());
        }
        let same = |one: &&CountyTerm| one.code == self.code && one.from == self.from;
        if let Some(one) = county.terms().iter().find(same) {
            let source = one.source.clone();
            return Err(ChangeRefusal::SetForThatDay { from: self.from, source }.into());
        }
        if now.length() == self.length {
            return Err(Refusal::NothingChanged);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Worded;
    use jiff::civil::date;

    fn change(code: &str, length: &str) -> LawChange {
        let text = str::to_owned;
        LawChange {
            id: LawChangeId(1),
            code: text(code),
            length: length.parse().unwrap(),
            from: date(2016, 3, 1),
            source: text("千办发〔2016〕3号"),
            reason: text("农忙"),
            stage: Stage::Proposed,
            answer: String::new(),
            proposed_on: date(2016, 2, 16),
            latest_on: date(2016, 2, 16),
            ordinal: None,
            version: 1,
        }
    }

    #[test]
    fn the_law_the_bounds_and_the_day_stand_in_the_way() {
        let today = date(2016, 2, 16);
        let mut county = CountyLaw::default();
        let found = |county: &CountyLaw, change: &LawChange, day| {
            change.must_be_possible(county, day).map_err(|refusal| refusal.key())
        };
        let window = change("statement_window", "7wd");
        assert_eq!(found(&county, &window, today), Ok(()));
        for (wrong, key) in [
            (change("remedy_ask", "20d"), "refusal-law-set-by-law"),
            (change("statement_window", "2wd"), "refusal-law-out-of-bounds"),
            (change("statement_window", "7d"), "refusal-law-out-of-bounds"),
            (change("statement_window", "5wd"), "refusal-nothing-changed"),
            (change("teatime", "5wd"), "refusal-law-unknown"),
        ] {
            assert_eq!(found(&county, &wrong, today), Err(key));
        }
        for day in [date(2016, 3, 1), date(2016, 3, 2)] {
            assert_eq!(found(&county, &window, day), Err("refusal-law-not-to-come"));
        }
        county.add(window.term());
        let other = change("statement_window", "10wd");
        assert_eq!(found(&county, &other, today), Err("refusal-law-set-for-that-day"));
    }
}
