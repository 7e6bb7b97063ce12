//! What waits for a re-check (复核队列), one at a time: what was promised, what the unit says it did, and what somebody
//! saw there since.

use super::view::RectificationView;
use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_domain::rectification::{Rectification, Stage};
use qz_domain::visit;
use qz_store::list::Page;
use qz_store::visit::list::{VisitFilter, VisitLine, VisitSort};

/// One of those that wait for a re-check, in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToRecheck {
    /// The rectification.
    pub view: RectificationView,
    /// Its place among those that wait, from 1.
    pub place: usize,
    /// How many wait.
    pub of: usize,
    /// The latest visit to the unit since it said that it was done, as far as whoever asks may read it.
    pub seen: Option<VisitLine>,
}

impl Acts {
    /// The rectification at a place of those an account may re-check, the most pressing first; past the end it is the
    /// first again, and `None` when none waits.
    pub async fn to_recheck(
        &self,
        account: AccountId,
        place: usize,
    ) -> Result<Option<ToRecheck>, ActError> {
        let mut waiting = self.rectifications_waiting(account).await?;
        waiting.retain(|line| line.rectification.stage == Stage::Claimed);
        let of = waiting.len();
        let at = place.checked_sub(1).filter(|at| *at < of).unwrap_or(0);
        let Some(line) = waiting.get(at) else { return Ok(None) };
        let view = self.rectification(account, line.rectification.id).await?;
        let seen = self.seen_since(account, &view.line.rectification).await?;
        Ok(Some(ToRecheck { view, place: at + 1, of, seen }))
    }

    async fn seen_since(
        &self,
        account: AccountId,
        one: &Rectification,
    ) -> Result<Option<VisitLine>, ActError> {
        let filter = VisitFilter {
            unit: Some(one.unit),
            stage: Some(visit::Stage::Filed),
            ..VisitFilter::default()
        };
        let found = self.visits(account, &filter, VisitSort::Latest, Page::number(1, 1)).await;
        let latest = match found {
            Ok((lines, _)) => lines.into_iter().next(),
            Err(ActError::Forbidden(_)) => None,
            Err(fault) => return Err(fault),
        };
        Ok(latest.filter(|line| is_since(line, one.claimed_on)))
    }
}

fn is_since(line: &VisitLine, claimed: Option<Date>) -> bool {
    line.visited_at.map(instant::day).zip(claimed).is_some_and(|(seen, claimed)| seen >= claimed)
}
