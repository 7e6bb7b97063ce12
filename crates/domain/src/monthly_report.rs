//! Monthly reports (月报): the counts of a month that a member unit of a campaign confirms to the
//! organ that leads it. A month without any is a nil report (零报告), and is reported all the same.
//!
//! A report begins with its first confirmation; what is owed before follows from the plans, their
//! members and the months alone ([`Reporting`]), so a missing report needs no record of its own. The
//! counts are taken from the records at the instant of the confirmation, the cut-off. What becomes
//! known later makes the live counts differ; the unit may then confirm again, and every confirmation
//! is kept. Whether a report was on time is decided by the day of the first.

mod counts;
mod key;
mod lamp;
mod reporting;
mod transition;

pub use counts::{Counted, Counts};
pub use key::{ParseKeyError, ReportKey};
pub use lamp::{Lamp, NEAR_DAYS, lamp};
pub use reporting::Reporting;
pub use transition::{Step, TRANSITIONS};

use crate::id::{CampaignId, ConfirmationId, MonthlyReportId, UnitId};
use crate::month::Month;
use crate::spelled;
use crate::term::Deadline;
use jiff::Timestamp;
use jiff::civil::Date;

spelled! {
    /// Where a report stands (环节).
    Stage {
        /// 已上报: confirmed by the unit.
        Confirmed = "confirmed", "已上报";
        /// 已退回: something is missing; the unit confirms again.
        Returned = "returned", "已退回";
    }
}

/// The most characters of what a unit adds in words.
pub const WORDS_MOST: usize = 500;

/// A report as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthlyReport {
    /// Number in the store.
    pub id: MonthlyReportId,
    /// The campaign that asks for it.
    pub campaign: CampaignId,
    /// The unit that reports.
    pub unit: UnitId,
    /// The month reported on.
    pub month: Month,
    /// Where it stands.
    pub stage: Stage,
    /// Until when it is due.
    pub due: Deadline,
    /// The day of the first confirmation: it decides whether the report was on time.
    pub first_on: Date,
    /// The day of the latest step.
    pub latest_on: Date,
    /// What is missing, as whoever returned it last wrote; empty before.
    pub reason: String,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
    /// What the unit confirmed last.
    pub confirmed: Confirmation,
}

/// What a unit confirmed (确认).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Number in the store.
    pub id: ConfirmationId,
    /// The day it counts for.
    pub on: Date,
    /// The instant at which the counts were taken (截止时点).
    pub cutoff_at: Timestamp,
    /// The counts of the month at that instant.
    pub counts: Counts,
    /// What the unit adds; may be empty.
    pub words: String,
}
