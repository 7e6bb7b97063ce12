//! The days on which somebody waits for an answer (待认定): explained ones, contested ones.

use super::concern::Answering;
use super::judged::judge;
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::attendance::exception::{Stage, asks};
use qz_domain::id::{AccountId, PersonId};
use qz_domain::power::Reach;
use qz_store::attendance::Who;
pub use qz_store::attendance::exception::OpenLine;
use qz_store::{Conn, attendance, unit};
use std::collections::BTreeMap;

impl Acts {
    /// The days that wait for this account's answer: explained ones of its unit, of heads where it stands above them,
    /// contested ones. Never its own, and none that came to something else since.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn attendance_open(&self, account: AccountId) -> Result<Vec<OpenLine>, ActError> {
        let mut conn = self.reader().await?;
        let Some(actor) = self.actor(&mut conn, account).await? else { return Ok(vec![]) };
        let may_any = |action| power::reach(&actor, action).is_some();
        if !may_any(Action::ExceptionSettle) && !may_any(Action::ExceptionDecide) {
            return Ok(vec![]);
        }
        let mut lines = attendance::exception::open(&mut conn).await?;
        let units = unit::all(&mut conn).await?;
        let answering = Answering::load(&mut conn, &units).await?;
        let above = power::reach(&actor, Action::ExceptionSettle) == Some(Reach::County);
        lines.retain(|line| {
            let action = match line.stage {
                Stage::Contested => Action::ExceptionDecide,
                _ => Action::ExceptionSettle,
            };
            let concern = answering.of(vec![line.key.person], line.unit.0);
            let is_own = actor.person == Some(line.key.person);
            let is_theirs = action == Action::ExceptionDecide || line.is_head == above;
            !is_own && is_theirs && power::may(&actor, action, &concern)
        });
        still_spoken_of(&mut conn, lines).await
    }
}

/// Of some days those that still come to what was said of them.
async fn still_spoken_of(conn: &mut Conn, lines: Vec<OpenLine>) -> Result<Vec<OpenLine>, ActError> {
    let mut by_person: BTreeMap<PersonId, Vec<&OpenLine>> = BTreeMap::new();
    for line in &lines {
        by_person.entry(line.key.person).or_default().push(line);
    }
    let mut spoken = vec![];
    for (person, own) in by_person {
        let days = own.iter().map(|line| line.key.day);
        let Some((first, last)) = days.clone().min().zip(days.max()) else { continue };
        let judged = judge(conn, Who::Person(person), (first, last)).await?;
        let holds = |line: &&OpenLine| {
            let mut days = judged.days.iter();
            days.any(|day| {
                let codes = day.row.codes;
                day.day == line.key.day && asks(codes) && codes.to_string() == line.judged
            })
        };
        spoken.extend(own.into_iter().filter(holds).map(|line| line.key));
    }
    Ok(lines.into_iter().filter(|line| spoken.contains(&line.key)).collect())
}
