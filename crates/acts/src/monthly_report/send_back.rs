//! Return a report (退回月报): something is missing, and the unit is told what. By the lead, and by nobody
//! who confirmed it.

use super::load::begin;
use super::{ReportChanged, screened};
use crate::ActError;
use crate::matter::{self, PaperForm};
use crate::message;
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::AccountId;
use qz_domain::matter::Part;
use qz_domain::monthly_report::{ReportKey, Step};
use qz_store::{Act, Subject, Write, hand, monthly_report};

/// Returns a report to its unit.
#[derive(Debug, Clone)]
pub struct ReturnReport {
    /// Who returns it.
    pub actor: AccountId,
    /// Which report.
    pub key: ReportKey,
    /// The version they read.
    pub version: i64,
    /// What is missing.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for ReturnReport {
    type Receipt = ReportChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ReportChanged, ActError> {
        let Self { actor, key, version, reason, paper } = self;
        let begun = begin(write, actor, key, (Step::Return, version)).await?;
        let mut report = begun.owed.report.clone().ok_or(ActError::NotFound)?;
        report.reason = field::text("reason", &reason, REASON_MOST)?;
        let doing = matter::alone(write, &begun.actor, &paper, Some(report.latest_on)).await?;
        let hands = screened(write, &begun, Part::Returned, &doing).await?;
        report.stage = begun.transition.to;
        report.latest_on = doing.day;
        report.version += 1;
        monthly_report::update(write, &report).await?;
        if !hands.is_empty() {
            hand::add_to_report(write, report.id, &hands).await?;
        }
        message::returned(write, &report).await?;
        write.record(doing.deed(Step::Return, report.id.object(), &begun.actor)).await?;
        Ok(ReportChanged { version: report.version, stage: report.stage })
    }
}
