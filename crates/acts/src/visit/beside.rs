//! What else is planned for a unit in the same weeks (同期走访), said before a plan is submitted, so that
//! two organs go together or one does not go.
//!
//! Only what the account may read anyway is said, covert visits among them for whoever plans for the
//! whole county. Of any other not even the number is counted: that there is one would tell.

use super::load::Loaded;
use super::view::seen_by;
use crate::actor::Actor;
use crate::organisation::named_unit;
use crate::{ActError, Acts};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, UnitId, VisitId};
use qz_domain::refusal::Refusal;
use qz_domain::visit::CapRefusal;
use qz_store::visit::beside;
pub use qz_store::visit::list::VisitLine;
use qz_store::{Conn, Write};

/// A visit that is planned beside another (同期走访).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The visit, with its organ and its team.
    pub line: VisitLine,
    /// Its last day.
    pub until: Date,
    /// Why it is done.
    pub purpose: String,
}

impl Acts {
    /// The visits to a unit that an account may read and that are planned for the weeks of the days
    /// `from` to `until`.
    pub async fn visits_beside(
        &self,
        account: AccountId,
        unit: &str,
        (from, until): (Date, Date),
    ) -> Result<Vec<Beside>, ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::VisitPlan))?;
        let unit = named_unit(&mut conn, "unit", unit).await?;
        let mut found = vec![];
        for line in lines(&mut conn, &actor, unit.id, (from, until)).await? {
            let visit = qz_store::visit::find(&mut conn, line.id).await?;
            let visit = visit.ok_or(ActError::NotFound)?;
            found.push(Beside { line, until: visit.planned_until, purpose: visit.purpose });
        }
        Ok(found)
    }
}

/// Refuses a plan while there are others beside it of which whoever plans was not told.
pub(super) async fn must_be_told(
    write: &mut Write,
    loaded: &Loaded,
    actor: &Actor,
    told: Option<&[VisitId]>,
) -> Result<(), ActError> {
    let (Some(told), Loaded { visit, unit, .. }) = (told, loaded) else { return Ok(()) };
    let days = (visit.planned_from, visit.planned_until);
    let lines = lines(write.reads(), actor, unit.id, days).await?;
    if lines.iter().all(|line| told.contains(&line.id)) {
        return Ok(());
    }
    let (unit, count) = (unit.name.clone(), lines.len());
    Err(Refusal::from(CapRefusal::Beside { unit, count }).into())
}

async fn lines(
    conn: &mut Conn,
    actor: &Actor,
    unit: UnitId,
    (from, until): (Date, Date),
) -> Result<Vec<VisitLine>, ActError> {
    let weeks = (monday(from), monday(until).saturating_add(6.days()));
    Ok(beside::planned(conn, &seen_by(actor), unit, weeks).await?)
}

/// The Monday of a day's week.
fn monday(day: Date) -> Date {
    let since = day.weekday().since(Weekday::Monday);
    day.saturating_sub(i32::from(since).days())
}
