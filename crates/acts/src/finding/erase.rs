//! Erase what came to nothing (到期抹除): ninety days after it was dismissed, once everybody who was given
//! notice is cleared. The day's round does it, record by record; nobody is asked and nobody can stop it.

use crate::{ActError, Acts, BatchMode};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::finding::DISMISSED_DAYS;
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use qz_store::finding::dismissed::{self, Dismissed, erase};
use qz_store::{Act, Deed, ObjectRef, Write};

/// The most records of one transaction.
const MOST: i64 = 200;

/// Erases one record, if its time is over.
struct Erase(Dismissed);

impl Act for Erase {
    type Receipt = ();
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<(), ActError> {
        let until = last_day(instant::day(write.now()));
        let due = dismissed::due(write.reads(), until, (1, Some(self.0))).await?;
        let record = due.into_iter().next().ok_or(ActError::NotFound)?;
        erase::erase(write, record).await?;
        let (kind, id) = record.named();
        write.record(deed(ObjectRef { kind, id })).await?;
        Ok(())
    }
}

/// Done by nobody: the rule does it.
fn deed(object: ObjectRef) -> Deed {
    Deed {
        kind: Action::MatterErase.code(),
        object,
        by: None,
        recorded_by: None,
        paper: None,
        remark: String::new(),
    }
}

/// The last day of dismissal of what is erased today.
fn last_day(today: Date) -> Date {
    today.saturating_sub(DISMISSED_DAYS.days())
}

impl Acts {
    /// Erases everything whose time is over, a batch at a time; tells how many records. Asked again,
    /// it does nothing.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn erase_dismissed(&self) -> Result<usize, ActError> {
        let mut erased = 0;
        loop {
            let until = last_day(instant::day(self.now()));
            let due = dismissed::due(&mut self.reader().await?, until, (MOST, None)).await?;
            if due.is_empty() {
                return Ok(erased);
            }
            erased += self.erase_batch(due).await?;
        }
    }

    async fn erase_batch(&self, due: Vec<Dismissed>) -> Result<usize, ActError> {
        let named = |record: Dismissed| {
            let (kind, id) = record.named();
            (format!("erase:{kind}:{id}"), Erase(record))
        };
        let acts: Vec<_> = due.into_iter().map(named).collect();
        let report = self.writer().batch(acts, BatchMode::AllOrNothing, |_| true).await?;
        let outcomes = report.outcomes.into_iter().collect::<Result<Vec<_>, _>>()?;
        Ok(outcomes.len())
    }
}
