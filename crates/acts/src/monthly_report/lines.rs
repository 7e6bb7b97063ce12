//! What is owed and what was reported in a span of months: members × months of every plan, each with its
//! lamp of today.

use crate::{ActError, calendar};
use jiff::civil::Date;
use qz_domain::id::CampaignId;
use qz_domain::month::Month;
use qz_domain::monthly_report::{Lamp, MonthlyReport, ReportKey, lamp};
use qz_domain::term::Due;
use qz_domain::unit::Unit;
use qz_store::monthly_report::owed::{self, Member};
use qz_store::{Conn, monthly_report};
use std::collections::HashMap;

/// A report that is owed or was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLine {
    /// Which.
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
    /// The report, once it was confirmed.
    pub report: Option<MonthlyReport>,
}

impl ReportLine {
    fn new(member: &Member, (key, due): (ReportKey, Due), report: Option<MonthlyReport>) -> Self {
        Self {
            key,
            title: member.title.clone(),
            lead: member.lead.clone(),
            unit: member.unit.clone(),
            due,
            lamp: Lamp::Unknown,
            report,
        }
    }

    fn lit(self, today: Date) -> Self {
        let reported = self.report.as_ref().map(|report| (report.stage, report.first_on));
        Self { lamp: lamp(self.due, today, reported), ..self }
    }
}

/// The line of one report.
pub(super) async fn line(
    conn: &mut Conn,
    owed: super::load::Owed,
    today: Date,
) -> Result<ReportLine, ActError> {
    let super::load::Owed { member, month, report } = owed;
    let due = match &report {
        Some(report) => report.due.due,
        None => member.reporting.deadline(&calendar::known(conn).await?, month).due,
    };
    let key = ReportKey { campaign: member.campaign, unit: member.unit.id, month };
    Ok(ReportLine::new(&member, (key, due), report).lit(today))
}

/// The lines of a span of months, plan by plan and unit by unit, the months in order.
pub(super) async fn lines(
    conn: &mut Conn,
    span: (Month, Month),
    today: Date,
) -> Result<Vec<ReportLine>, ActError> {
    let members = owed::members(conn, (span.0.first(), span.1.last()), None).await?;
    if members.is_empty() {
        return Ok(vec![]);
    }
    let reports = monthly_report::of_months(conn, span).await?;
    let mut reports: HashMap<_, _> =
        reports.into_iter().map(|one| ((one.campaign, one.unit, one.month), one)).collect();
    let calendar = calendar::known(conn).await?;
    let mut dues: HashMap<(CampaignId, Month), Due> = HashMap::new();
    let mut lines = vec![];
    for member in &members {
        for month in member.reporting.months(span) {
            let (campaign, unit) = (member.campaign, member.unit.id);
            let report = reports.remove(&(campaign, unit, month));
            let due = match &report {
                Some(report) => report.due.due,
                None => *dues
                    .entry((campaign, month))
                    .or_insert_with(|| member.reporting.deadline(&calendar, month).due),
            };
            let key = ReportKey { campaign, unit, month };
            lines.push(ReportLine::new(member, (key, due), report).lit(today));
        }
    }
    Ok(lines)
}
