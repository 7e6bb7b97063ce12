//! What an account's units owe to schemes now, for its desk: the most pressing first.

use super::table::{filed, owing, state};
use crate::run::{Scheme, bound};
use crate::{ActError, Acts, calendar, power};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::filing::ItemState;
use qz_domain::id::{AccountId, AdoptionId};
use qz_domain::instant;
use qz_domain::power::Concern;
use qz_domain::unit::Unit;
use qz_engine::run::turns;
use qz_mechanism::cycle::Stretch;
use qz_mechanism::grammar::Kind;
use qz_store::filing;

/// Something a unit owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedItem {
    /// The version of the scheme.
    pub adoption: AdoptionId,
    /// What the scheme is called.
    pub scheme: String,
    /// Its element, by the title.
    pub element: String,
    /// The cycle.
    pub cycle: Stretch,
    /// The unit that owes it.
    pub unit: Unit,
    /// By when; none where that is not known.
    pub due: Option<Date>,
    /// Where it stands: waiting or late.
    pub state: ItemState,
    /// Whether it is a register: an entry, or that there was nothing.
    pub is_register: bool,
}

/// For how many days back what is still owed is shown.
const BACK: i64 = 92;

impl Acts {
    /// What the units of an account owe to schemes in force: what is late first, then by its day.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn owed_items(&self, account: AccountId) -> Result<Vec<OwedItem>, ActError> {
        let running = self.running(None).await?;
        let mut conn = self.reader().await?;
        let Some(actor) = self.actor(&mut conn, account).await? else { return Ok(vec![]) };
        let today = instant::day(self.now());
        let stretch = (today.saturating_sub(BACK.days()), today);
        let calendar = calendar::known(&mut conn).await?;
        let mut owed = vec![];
        for one in running {
            for version in &one.versions {
                let around = (version.clone(), one.unit.clone());
                let Ok(scheme) = Scheme::of(around, &one.versions) else { continue };
                let units = bound(&mut conn, &scheme).await?;
                let speaks = |unit: &&Unit| {
                    let concern = Concern::of_unit(unit.id, unit.line);
                    power::may(&actor, Action::FilingMake, &concern)
                };
                if !units.iter().any(|unit| speaks(&unit)) {
                    continue;
                }
                let turns = turns(&scheme.mechanism, &scheme.reign, stretch, &calendar);
                let first = turns.iter().map(|turn| turn.cycle.0).min().unwrap_or(today);
                let all = (first, today);
                let filings = filing::of_adoption(&mut conn, version.id, all).await?;
                for turn in &turns {
                    for unit in owing(turn, &scheme, &units).iter().filter(speaks) {
                        let first = filed(turn, unit, &filings).next();
                        let state = state(turn.due, first, today);
                        owed.extend(state.is_open().then(|| OwedItem {
                            adoption: version.id,
                            scheme: version.title.clone(),
                            element: turn.element.title().to_owned(),
                            cycle: turn.cycle,
                            unit: unit.clone(),
                            due: turn.due.map(qz_domain::term::Due::earliest),
                            state,
                            is_register: turn.element.kind() == Some(Kind::Register),
                        }));
                    }
                }
            }
        }
        owed.sort_by_key(|item| (item.due.unwrap_or(Date::MAX), item.adoption.0, item.cycle.0));
        Ok(owed)
    }
}
