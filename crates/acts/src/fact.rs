//! Facts (事实) from the county's records, as the sources of the mechanism language declare them, as known now.
//!
//! Whoever asks sees of a source what the desk's lists of the same records show them by their office: those of the county, or
//! those of their units. What is somebody's own they read in their own record.

mod right;

use crate::actor::Actor;
use crate::{ActError, Acts, attendance, filing, list_entry, monthly_report, power};
use jiff::civil::Date;
use qz_domain::fact::{FactColumn, FactTable};
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_domain::power::Concern;
use qz_mechanism::Mechanism;
use qz_mechanism::block::Block;
pub use qz_mechanism::fact::{
    Fed, Feeding, Field, Fold, Grain, Kind, Measure, Per, SOURCES, Source, source,
};
use qz_mechanism::rule::Facts;
use qz_store::Conn;
use qz_store::fact::{self, Asked, Feed};

impl Acts {
    /// What a source says of some periods, each from its first day to its last. Of a source that no record fills yet it is a table
    /// without rows; [`Source::feeding`] says what has to be there first.
    ///
    /// # Errors
    /// Forbidden to whoever may not list the records; not found where there is no such source.
    pub async fn facts(
        &self,
        account: AccountId,
        (name, periods): (&str, &[(Date, Date)]),
    ) -> Result<FactTable, ActError> {
        let source = source(name).ok_or(ActError::NotFound)?;
        let today = instant::day(self.now());
        let Feeding::Fed(fed) = source.feeding else {
            return Ok(FactTable {
                columns: columns(source.fields),
                rows: vec![],
                known_on: today,
            });
        };
        let mut conn = self.reader().await?;
        let action = right::action(fed);
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::Forbidden(action))?;
        let sight = right::sight(&actor, fed).ok_or(ActError::Forbidden(action))?;
        let asked = Asked { periods: periods.to_vec(), today, sight, viewer: actor.person };
        gathered(&mut conn, fed, &asked).await
    }
}

/// Refuses whoever may not list the records that a rule reads, of the units that something concerns.
pub(crate) fn must_read(
    actor: &Actor,
    (mechanism, element): (&Mechanism, &Block),
    concern: &Concern,
) -> Result<(), ActError> {
    match Facts::of(mechanism, element) {
        Some(Facts::Source(Source { feeding: Feeding::Fed(fed), .. })) => {
            let action = right::action(*fed);
            let concern = Concern { stage: right::stage(*fed), ..concern.clone() };
            if power::may(actor, action, &concern) {
                Ok(())
            } else {
                Err(ActError::Forbidden(action))
            }
        }
        Some(Facts::Own(own)) => {
            let action = filing::read_by(mechanism, own);
            if power::may(actor, action, concern) {
                Ok(())
            } else {
                Err(ActError::Forbidden(action))
            }
        }
        _ => Ok(()),
    }
}

/// How a source is filled.
#[derive(Debug, Clone, Copy)]
enum Filled {
    /// By one statement.
    Statement(&'static Feed),
    /// Out of days as they are judged.
    Days,
    /// Out of entries as they stand on the day.
    Entries,
    /// Out of what is owed and what was reported.
    Owed,
}

/// What a source says, whoever asks.
pub(crate) async fn gathered(
    conn: &mut Conn,
    fed: Fed,
    asked: &Asked,
) -> Result<FactTable, ActError> {
    match filled(fed) {
        Filled::Statement(one) => Ok(fact::table(conn, one, asked).await?),
        Filled::Days => attendance::facts(conn, asked).await,
        Filled::Entries => list_entry::facts(conn, asked).await,
        Filled::Owed => monthly_report::facts(conn, asked).await,
    }
}

fn filled(fed: Fed) -> Filled {
    match fed {
        Fed::Attendance => Filled::Days,
        Fed::Lists => Filled::Entries,
        Fed::Reports => Filled::Owed,
        Fed::Staff => Filled::Statement(&fact::STAFF),
        Fed::Visits => Filled::Statement(&fact::VISITS),
        Fed::Findings => Filled::Statement(&fact::FINDINGS),
        Fed::Decisions => Filled::Statement(&fact::DECISIONS),
        Fed::Rectifications => Filled::Statement(&fact::RECTIFICATIONS),
        Fed::Bulletins => Filled::Statement(&fact::BULLETINS),
        Fed::Meetings => Filled::Statement(&fact::MEETINGS),
        Fed::Requests => Filled::Statement(&fact::REQUESTS),
        Fed::Tickets => Filled::Statement(&fact::TICKETS),
        Fed::Duties => Filled::Statement(&fact::DUTIES),
    }
}

/// The columns of declared fields.
pub(crate) fn columns(fields: &[Field]) -> Vec<FactColumn> {
    fields.iter().map(|field| FactColumn { name: field.names.en, kind: field.kind }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_says_what_its_source_declares() {
        for source in SOURCES {
            let Feeding::Fed(fed) = source.feeding else { continue };
            let Filled::Statement(one) = filled(fed) else { continue };
            assert_eq!(one.columns, columns(source.fields), "{}", source.names.en);
        }
    }
}
