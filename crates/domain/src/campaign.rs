//! Campaigns (专项): the county's drive on one thing, with its implementation plan (实施方案): why, until
//! when, in which phases, and which unit answers for what.
//!
//! 拟稿 → 印发; a later plan may take an earlier one's place. That a campaign has begun or ended follows
//! from its days, never from anybody's hand. There is no target for findings or for people.

mod refusal;
mod transition;

pub use refusal::CampaignRefusal;
pub use transition::{Step, TRANSITIONS};

use crate::field::{Fault, FieldError};
use crate::id::{CampaignId, UnitId};
use crate::spelled;
use jiff::civil::Date;

spelled! {
    /// Where a campaign's plan stands (环节).
    Stage {
        /// 待印发: drafted.
        Drafted = "drafted", "待印发";
        /// 已印发: every member unit answers for its duties, and anybody reads it.
        Issued = "issued", "已印发";
        /// 已被替换: a later plan took its place.
        Replaced = "replaced", "已被替换";
        /// 已撤销: called off before it was issued.
        CalledOff = "called_off", "已撤销";
    }
}

spelled! {
    /// How a span of days stands to a day (进展).
    Progress {
        /// 未开始
        Ahead = "ahead", "未开始";
        /// 进行中
        Running = "running", "进行中";
        /// 已结束
        Ended = "ended", "已结束";
    }
}

/// The most characters of a title, of a phase's title, and of the document's number.
pub const LINE_MOST: usize = 80;
/// The most characters of the purpose.
pub const PURPOSE_MOST: usize = 600;
/// The most characters of the plan's text.
pub const BODY_MOST: usize = 12_000;
/// The most characters of a duty.
pub const DUTY_MOST: usize = 300;
/// The most phases.
pub const PHASES_MOST: usize = 8;
/// The most duties.
pub const DUTIES_MOST: usize = 60;
/// The working days after a month's end until which the member units report: least and most.
pub const REPORT_DAYS: (i64, i64) = (1, 20);

/// A campaign as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Number in the store.
    pub id: CampaignId,
    /// The lead (牵头单位).
    pub organ: UnitId,
    /// Where its plan stands.
    pub stage: Stage,
    /// The title.
    pub title: String,
    /// The plan's document number (发文字号); may be empty.
    pub doc_number: String,
    /// Why.
    pub purpose: String,
    /// The plan's text, with the marks of an article: see [`crate::article::body`].
    pub body: String,
    /// The first day.
    pub starts: Date,
    /// The last day.
    pub ends: Date,
    /// How many working days after a month's end the member units report.
    pub report_days: i64,
    /// The issued campaign whose place it takes.
    pub replaces: Option<CampaignId>,
    /// Drafted on.
    pub drafted_on: Date,
    /// Issued on.
    pub issued_on: Option<Date>,
    /// The day of the latest step.
    pub latest_on: Date,
    /// Why it was called off; empty before.
    pub reason: String,
    /// Its phases, in order.
    pub phases: Vec<Phase>,
    /// What each unit answers for, in the order of the plan.
    pub duties: Vec<Duty>,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}

/// A phase (阶段).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// What it is called.
    pub title: String,
    /// The first day.
    pub starts: Date,
    /// The last day.
    pub ends: Date,
}

/// A duty item (责任事项): what one unit answers for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Which unit.
    pub unit: UnitId,
    /// What.
    pub text: String,
    /// Until when, where it is before the campaign's end.
    pub due: Option<Date>,
}

impl Campaign {
    /// How it stands to a day.
    pub fn progress(&self, day: Date) -> Progress {
        Progress::of((self.starts, self.ends), day)
    }

    /// The member units (成员单位): those that answer for something, in the order of the plan.
    pub fn members(&self) -> Vec<UnitId> {
        let mut members = vec![];
        for Duty { unit, .. } in &self.duties {
            if !members.contains(unit) {
                members.push(*unit);
            }
        }
        members
    }
}

impl Phase {
    /// How it stands to a day.
    pub fn progress(&self, day: Date) -> Progress {
        Progress::of((self.starts, self.ends), day)
    }
}

impl Progress {
    /// How days, both included, stand to a day.
    pub fn of((starts, ends): (Date, Date), day: Date) -> Self {
        if day < starts {
            Self::Ahead
        } else if day > ends {
            Self::Ended
        } else {
            Self::Running
        }
    }
}

/// Refuses a day that is none of the campaign's.
///
/// # Errors
/// The field, with the days it may have.
pub fn within(
    field: &'static str,
    (from, until): (Date, Date),
    day: Date,
) -> Result<Date, FieldError> {
    if (from..=until).contains(&day) {
        Ok(day)
    } else {
        Err(FieldError::new(field, Fault::OutsideDays { from, until }))
    }
}

/// Refuses a phase that ends before it begins, or begins before the one above it has ended.
///
/// # Errors
/// The field at fault.
pub fn follows(phase: &Phase, above: Option<&Phase>) -> Result<(), FieldError> {
    if phase.ends < phase.starts {
        return Err(FieldError::new("phase_ends", Fault::EndsBeforeStart));
    }
    match above {
        Some(above) if phase.starts <= above.ends => {
            Err(FieldError::new("phase_starts", Fault::Overlapping))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn phase(from: i8, until: i8) -> Phase {
        let day = |day| date(2015, 6, day);
        Phase { title: "动员部署".to_owned(), starts: day(from), ends: day(until) }
    }

    #[test]
    fn a_phase_is_ahead_running_or_over_by_the_day_alone() {
        let phase = phase(10, 20);
        let on = |day| phase.progress(date(2015, 6, day));
        assert_eq!([9, 10, 20, 21].map(on), {
            use Progress::{Ahead, Ended, Running};
            [Ahead, Running, Running, Ended]
        });
    }

    #[test]
    fn phases_follow_one_another_and_never_overlap() {
        let fault = |fault| Err(FieldError::new("phase_starts", fault));
        assert_eq!(follows(&phase(10, 20), None), Ok(()));
        assert_eq!(follows(&phase(21, 21), Some(&phase(10, 20))), Ok(()));
        assert_eq!(follows(&phase(20, 25), Some(&phase(10, 20))), fault(Fault::Overlapping));
        assert_eq!(follows(&phase(1, 5), Some(&phase(10, 20))), fault(Fault::Overlapping));
        let backwards = FieldError::new("phase_ends", Fault::EndsBeforeStart);
        assert_eq!(follows(&phase(9, 8), None), Err(backwards));
    }

    #[test]
    fn a_day_outside_is_refused_with_the_days_there_are() {
        let (from, until) = (date(2015, 5, 1), date(2015, 12, 31));
        for day in [from, until] {
            assert_eq!(within("duty_due", (from, until), day), Ok(day));
        }
        let outside = FieldError::new("duty_due", Fault::OutsideDays { from, until });
        assert_eq!(within("duty_due", (from, until), date(2016, 1, 1)), Err(outside));
    }
}
