//! What anybody may know of monthly reports: which unit reported on, in time or not, and its counts.
//!
//! A post held by one person counts as a name (G8), so decisions on people are not told of a unit; what
//! a unit adds in words may name people and is not told either. A report that was returned has no
//! counts here until it is confirmed again.

use super::lines::{ReportLine, lines};
use crate::{ActError, Acts};
use jiff::Timestamp;
use jiff::civil::Date;
use qz_domain::instant;
use qz_domain::month::Month;
use qz_domain::monthly_report::{Counted, Counts, Lamp, ReportKey, Stage};
use qz_domain::term::Due;
use qz_domain::unit::Unit;

/// A member's report of a month as anybody may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicReport {
    /// Which: the campaign that asks for it, the unit, the month.
    pub key: ReportKey,
    /// The title of the campaign.
    pub title: String,
    /// The organ that leads it.
    pub lead: Unit,
    /// The unit that reports.
    pub unit: Unit,
    /// Until when.
    pub due: Due,
    /// How it stands today.
    pub lamp: Lamp,
    /// The day it was first reported.
    pub reported_on: Option<Date>,
    /// The counts that stand, those of people left out, and their cut-off.
    pub confirmed: Option<(Counts, Timestamp)>,
}

impl Acts {
    /// The reports of a span of months, plan by plan, unit by unit.
    pub async fn public_reports(
        &self,
        months: (Month, Month),
    ) -> Result<Vec<PublicReport>, ActError> {
        let today = instant::day(self.now());
        let found = lines(&mut self.reader().await?, months, today).await?;
        Ok(found.into_iter().map(public).collect())
    }
}

fn public(line: ReportLine) -> PublicReport {
    let ReportLine { key, title, lead, unit, due, lamp, report } = line;
    let standing = report.as_ref().filter(|report| report.stage == Stage::Confirmed);
    let confirmed = standing.map(|report| {
        let mut counts = report.confirmed.counts;
        counts.set(Counted::PersonDecisions, 0);
        (counts, report.confirmed.cutoff_at)
    });
    PublicReport {
        key,
        title,
        lead,
        unit,
        due,
        lamp,
        reported_on: report.map(|report| report.first_on),
        confirmed,
    }
}
