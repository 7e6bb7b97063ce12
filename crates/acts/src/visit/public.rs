//! What anybody may know of visits: the rows of filed ones, and their counts.
//!
//! The publication gate (G8): the unit and never a person; no observation, no outcome, no reply.
//! A matter that nobody has screened is not told apart from a visit without one.

use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::id::UnitId;
use qz_domain::unit::Unit;
use qz_domain::visit::Manner;
use qz_store::visit::{cap, figure, public};
use std::cmp::Reverse;
use std::collections::HashMap;

pub use qz_store::list::Page;
pub use qz_store::visit::figure::Span;
pub use qz_store::visit::list::NamedUnit;
pub use qz_store::visit::public::{PublicFilter, PublicSort, PublicVisit};

/// The counts of a span of days, all of one moment: every part adds up to `visits`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicFigures {
    /// The first day counted.
    pub from: Date,
    /// The last day counted.
    pub to: Date,
    /// All filed visits.
    pub visits: i64,
    /// For each day that had any, in order.
    pub by_day: Vec<(Date, i64)>,
    /// For each manner that was used, in the order people expect.
    pub by_manner: Vec<(Manner, i64)>,
    /// For each inspecting organ, most first.
    pub by_organ: Vec<(Unit, i64)>,
    /// For each visited unit, most first.
    pub by_unit: Vec<(Unit, i64)>,
}

impl Acts {
    /// The filed visits as anybody may know them: one page, and how many there are in all.
    pub async fn filed_visits(
        &self,
        filter: &PublicFilter,
        sort: PublicSort,
        page: Page,
    ) -> Result<(Vec<PublicVisit>, i64), ActError> {
        Ok(public::page(&mut self.reader().await?, filter, sort, page).await?)
    }

    /// The first and the last day with a filed visit; `None` before the first is filed.
    pub async fn filed_extent(&self) -> Result<Option<(Date, Date)>, ActError> {
        Ok(public::extent(&mut self.reader().await?).await?)
    }

    /// How many filed visits to a unit in these days had been planned beyond the cap.
    pub async fn filed_over_cap(
        &self,
        (from, to): (Date, Date),
        unit: UnitId,
    ) -> Result<i64, ActError> {
        let span = Span::days(from, to);
        Ok(cap::filed_over_cap(&mut self.reader().await?, span, unit).await?)
    }

    /// The counts of the days `from` to `to`, of visits to one unit or to any.
    pub async fn filed_figures(
        &self,
        (from, to): (Date, Date),
        unit: Option<UnitId>,
    ) -> Result<PublicFigures, ActError> {
        let mut conn = self.reader().await?;
        let tally = figure::tally(&mut conn, Span::days(from, to), unit).await?;
        // Units are only ever added, so those read now hold all that were counted.
        let units = qz_store::unit::all(&mut conn).await?;
        let units = units.into_iter().map(|unit| (unit.id, unit)).collect();
        Ok(PublicFigures {
            from,
            to,
            visits: tally.days.iter().map(|(_, count)| count).sum(),
            by_day: tally.days,
            by_manner: sorted(tally.manners, |manner| *manner),
            by_organ: named(tally.organs, &units)?,
            by_unit: named(tally.units, &units)?,
        })
    }
}

fn sorted<T, K: Ord>(mut counts: Vec<(T, i64)>, key: impl Fn(&T) -> K) -> Vec<(T, i64)> {
    counts.sort_by_key(|(what, _)| key(what));
    counts
}

/// The units with their counts, most first, equal ones by code.
fn named(
    counts: Vec<(UnitId, i64)>,
    units: &HashMap<UnitId, Unit>,
) -> Result<Vec<(Unit, i64)>, ActError> {
    let named = counts
        .into_iter()
        .map(|(id, count)| Ok((units.get(&id).cloned().ok_or(ActError::NotFound)?, count)));
    let mut named: Vec<_> = named.collect::<Result<_, ActError>>()?;
    named.sort_by_cached_key(|(unit, count)| (Reverse(*count), unit.code.clone()));
    Ok(named)
}
