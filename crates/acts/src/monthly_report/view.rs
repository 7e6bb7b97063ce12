//! What a unit sees of its monthly reports, and the lead of those of every member, the missing ones too.

pub use super::lines::ReportLine;
pub use qz_store::ledger::ActEntry;

use super::lines::{line, lines};
use super::load::{Owed, Side, concern, load, side};
use crate::actor::Actor;
use crate::matter::view::{NamedHand, named};
use crate::{ActError, Acts, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_domain::month::Month;
use qz_domain::monthly_report::{Confirmation, Counts, Lamp, ReportKey, Stage, Step, TRANSITIONS};
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_store::monthly_report::{confirmations, live, owed};
use qz_store::{Conn, Subject, hand};

/// What a viewer looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportFilter {
    /// From this month to that one, both included.
    pub months: (Month, Month),
    /// With this lamp.
    pub lamp: Option<Lamp>,
    /// With these words in the unit's name, or its code.
    pub words: String,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ReportSort {
    /// Latest month first, then by unit.
    #[default]
    Month,
    /// By unit, then month.
    Unit,
    /// By the last day.
    Due,
}

/// A report, owed or made, with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportView {
    /// Which it is and how it stands.
    pub line: ReportLine,
    /// The counts of the month as the records stand now.
    pub live: Counts,
    /// Everything that was confirmed, first to last.
    pub confirmations: Vec<Confirmation>,
    /// Everybody who had a part in it.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// The reports of months that are over, as far as an account may see them.
    pub async fn monthly_reports(
        &self,
        account: AccountId,
        filter: &ReportFilter,
        sort: ReportSort,
    ) -> Result<Vec<ReportLine>, ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::MonthlyReportRead))?;
        let today = instant::day(self.now());
        let mut found = lines(&mut conn, filter.months, today).await?;
        found.retain(|line| fits(line, filter, today) && sees(&actor, line));
        match sort {
            ReportSort::Month => found.sort_by_key(|line| std::cmp::Reverse(line.key.month)),
            ReportSort::Unit => found.sort_by(|a, b| a.unit.code.cmp(&b.unit.code)),
            ReportSort::Due => found.sort_by_key(|line| line.due.earliest()),
        }
        Ok(found)
    }

    /// What an account may confirm that is owed or was returned, the most pressing first.
    pub async fn owed_reports(&self, account: AccountId) -> Result<Vec<ReportLine>, ActError> {
        let mut conn = self.reader().await?;
        let Some(actor) = self.actor(&mut conn, account).await? else { return Ok(vec![]) };
        let today = instant::day(self.now());
        let mut found = lines(&mut conn, around(today), today).await?;
        found.retain(|line| line.is_open() && line.key.month.last() < today);
        found.retain(|line| {
            let parties = (&line.unit, &line.lead);
            let concern = concern(parties, line.report.as_ref(), Side::Unit);
            power::may(&actor, Action::MonthlyReportConfirm, &concern)
        });
        found.sort_by_key(|line| line.due.earliest());
        Ok(found)
    }

    /// A report as an account may see it. One it may not see does not exist for it.
    pub async fn monthly_report(
        &self,
        account: AccountId,
        key: ReportKey,
    ) -> Result<ReportView, ActError> {
        let mut conn = self.reader().await?;
        let owed = load(&mut conn, key).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        if !power::may(&actor, Action::MonthlyReportRead, &owed.concern(Side::Both)) {
            return Err(ActError::NotFound);
        }
        let today = instant::day(self.now());
        let steps = steps(&actor, &owed, today);
        let line = line(&mut conn, owed, today).await?;
        let counts = live::counts(&mut conn, key.month, Some(key.unit)).await?;
        let mut view = ReportView {
            line,
            live: counts.get(&key.unit).copied().unwrap_or_default(),
            confirmations: vec![],
            hands: vec![],
            timeline: vec![],
            steps,
        };
        history(&mut conn, &mut view).await?;
        Ok(view)
    }

    /// Whom a report concerns; `None` when nothing is owed under that key.
    pub async fn monthly_report_concern(
        &self,
        key: ReportKey,
        side: Side,
    ) -> Result<Option<Concern>, ActError> {
        match load(&mut self.reader().await?, key).await {
            Ok(owed) => Ok(Some(owed.concern(side))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The months that are looked at when none are asked for: those of the last year in which one was to
    /// be reported.
    pub async fn usual_months(&self) -> Result<(Month, Month), ActError> {
        let extent = owed::extent(&mut self.reader().await?).await?;
        Ok(usual(instant::day(self.now()), extent.map(|(_, last)| last)))
    }

    /// The first and the last year, up to this one, in which a report is owed; `None` before a plan was
    /// issued.
    pub async fn report_years(&self) -> Result<Option<(i16, i16)>, ActError> {
        let extent = owed::extent(&mut self.reader().await?).await?;
        let now = instant::day(self.now()).year();
        let years = |(first, last): (Date, Date)| (first.year(), last.year().min(now));
        Ok(extent.map(years).filter(|(first, last)| first <= last))
    }
}

/// The months of the last year of which one is over, as far as plans go.
fn usual(today: Date, last: Option<Date>) -> (Month, Month) {
    let over = Month::of(today.first_of_month().yesterday().unwrap_or(today));
    let year = last.map_or(over.year(), |last| last.year().min(over.year()));
    let end = |month| Month::new(year, month).unwrap_or(over);
    (end(1), end(12))
}

impl ReportLine {
    /// Whether it waits for the unit.
    pub fn is_open(&self) -> bool {
        self.report.as_ref().is_none_or(|report| report.stage == Stage::Returned)
    }
}

/// The months in which something may still be owed on a day: from the year before on.
pub(super) fn around(today: Date) -> (Month, Month) {
    let first = Month::new(today.year() - 1, 1).unwrap_or(Month::of(today));
    (first, Month::of(today))
}

fn fits(line: &ReportLine, filter: &ReportFilter, today: Date) -> bool {
    let unit = &line.unit;
    let words = filter.words.trim();
    let is_named = words.is_empty()
        || unit.code == words
        || unit.name.contains(words)
        || unit.name_en.to_lowercase().contains(&words.to_lowercase());
    is_named && line.key.month.last() < today && filter.lamp.is_none_or(|lamp| lamp == line.lamp)
}

fn sees(actor: &Actor, line: &ReportLine) -> bool {
    let concern = concern((&line.unit, &line.lead), line.report.as_ref(), Side::Both);
    power::may(actor, Action::MonthlyReportRead, &concern)
}

/// The steps an actor may take on a month that is over.
fn steps(actor: &Actor, owed: &Owed, today: Date) -> Vec<Step> {
    let from = owed.report.as_ref().map(|report| report.stage);
    let rows = TRANSITIONS.iter().filter(|row| row.from == from && owed.month.last() < today);
    let can = |step: &Step| power::may(actor, step.action(), &owed.concern(side(*step)));
    rows.map(|row| row.step).filter(can).collect()
}

async fn history(conn: &mut Conn, view: &mut ReportView) -> Result<(), ActError> {
    let Some(report) = &view.line.report else { return Ok(()) };
    view.confirmations = confirmations(conn, report.id).await?;
    let hands = hand::of_report(conn, report.id).await?;
    view.hands = named(conn, &hands).await?;
    view.timeline = qz_store::ledger::acts_of(conn, report.id.object()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_year_looked_at_is_the_last_with_a_month_to_report() {
        let year = |today, last| usual(today, last).0.year();
        assert_eq!(year(date(2016, 2, 16), Some(date(2015, 12, 31))), 2015);
        assert_eq!(year(date(2016, 1, 4), Some(date(2016, 12, 31))), 2015);
        assert_eq!(year(date(2016, 2, 1), Some(date(2016, 12, 31))), 2016);
        assert_eq!(year(date(2016, 2, 1), None), 2016);
    }
}
