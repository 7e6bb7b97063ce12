//! Confirm the report of a month (确认月报): the counts as the records stand now, and what the unit adds.
//! The first confirmation makes the report; a later one is another version of it.

use super::load::{Begun, begin};
use super::{ReportChanged, screened};
use crate::matter::{self, Doing, PaperForm};
use crate::{ActError, calendar};
use jiff::civil::Date;
use qz_domain::id::{AccountId, ConfirmationId, MonthlyReportId};
use qz_domain::matter::Part;
use qz_domain::month::Month;
use qz_domain::monthly_report::{Confirmation, MonthlyReport, ReportKey, Stage, Step, WORDS_MOST};
use qz_domain::refusal::Refusal;
use qz_domain::{field, instant};
use qz_store::monthly_report::live;
use qz_store::{Act, Subject, Write, hand, monthly_report};

/// Confirms the report of a month.
#[derive(Debug, Clone)]
pub struct ConfirmReport {
    /// Who confirms it.
    pub actor: AccountId,
    /// Which report.
    pub key: ReportKey,
    /// The version they read; 0 before the first.
    pub version: i64,
    /// What the unit adds; may be empty.
    pub words: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for ConfirmReport {
    type Receipt = ReportChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ReportChanged, ActError> {
        let Self { actor, key, version, words, paper } = self;
        let begun = begin(write, actor, key, (Step::Confirm, version)).await?;
        let first = must_be_over(instant::day(write.now()), key.month)?;
        let words = field::optional_text("words", &words, WORDS_MOST)?;
        let latest = begun.owed.report.as_ref().map_or(first, |report| report.latest_on);
        let doing = matter::alone(write, &begun.actor, &paper, Some(latest)).await?;
        let confirmed = counted(write, key, (doing.day, words)).await?;
        must_be_new(begun.owed.report.as_ref(), &confirmed)?;
        keep(write, &begun, confirmed, &doing).await
    }
}

/// The first day a month may be reported, if that has come.
fn must_be_over(today: Date, month: Month) -> Result<Date, Refusal> {
    let from = month.next().map_or(Date::MAX, Month::first);
    if today < from {
        return Err(Refusal::MonthNotOver { month: month.to_string(), from });
    }
    Ok(from)
}

/// What is confirmed: the counts at this instant.
async fn counted(
    write: &mut Write,
    key: ReportKey,
    (on, words): (Date, String),
) -> Result<Confirmation, ActError> {
    let counts = live::counts(write.reads(), key.month, Some(key.unit)).await?;
    Ok(Confirmation {
        id: ConfirmationId(write.next_id()),
        on,
        cutoff_at: write.now(),
        counts: counts.get(&key.unit).copied().unwrap_or_default(),
        words,
    })
}

/// Refuses to confirm again what stands confirmed in the same counts and words.
fn must_be_new(report: Option<&MonthlyReport>, new: &Confirmation) -> Result<(), Refusal> {
    let same = |report: &&MonthlyReport| {
        let before = &report.confirmed;
        report.stage == Stage::Confirmed
            && (before.counts, &before.words) == (new.counts, &new.words)
    };
    report.filter(same).map_or(Ok(()), |_| Err(Refusal::NothingChanged))
}

async fn keep(
    write: &mut Write,
    begun: &Begun,
    confirmed: Confirmation,
    doing: &Doing,
) -> Result<ReportChanged, ActError> {
    let hands = screened(write, begun, Part::Confirmed, doing).await?;
    let (stage, latest_on) = (begun.transition.to, doing.day);
    let report = match &begun.owed.report {
        Some(had) => {
            let version = had.version + 1;
            let report = MonthlyReport { stage, latest_on, version, confirmed, ..had.clone() };
            monthly_report::update(write, &report).await?;
            monthly_report::confirm(write, &report).await?;
            report
        }
        None => first(write, begun, confirmed).await?,
    };
    if !hands.is_empty() {
        hand::add_to_report(write, report.id, &hands).await?;
    }
    write.record(doing.deed(Step::Confirm, report.id.object(), &begun.actor)).await?;
    Ok(ReportChanged { version: report.version, stage })
}

/// Makes the report with its first confirmation, which decides whether it was on time.
async fn first(
    write: &mut Write,
    begun: &Begun,
    confirmed: Confirmation,
) -> Result<MonthlyReport, ActError> {
    let calendar = calendar::known(write.reads()).await?;
    let (member, month) = (&begun.owed.member, begun.owed.month);
    let report = MonthlyReport {
        id: MonthlyReportId(write.next_id()),
        campaign: member.campaign,
        unit: member.unit.id,
        month,
        stage: begun.transition.to,
        due: member.reporting.deadline(&calendar, month),
        first_on: confirmed.on,
        latest_on: confirmed.on,
        reason: String::new(),
        version: 1,
        confirmed,
    };
    monthly_report::insert(write, &report).await?;
    Ok(report)
}
