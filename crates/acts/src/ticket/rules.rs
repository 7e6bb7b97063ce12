//! What the day's round does about tickets (每日): closes what nobody objects to any more, erases what was
//! told once its time is over, forgets how to reach whoever sent it.

use super::keep;
use super::verdict::close;
use crate::{ActError, Acts, BatchMode};
use jiff::civil::Date;
use qz_domain::id::TicketId;
use qz_domain::instant;
use qz_domain::procedure;
use qz_domain::ticket::{Step, TRANSITIONS};
use qz_store::ticket::{self, rules};
use qz_store::{Act, Chore, Free, StoreError, Write};

/// The most tickets of one transaction.
const MOST: i64 = 200;

/// Does one thing that the rule asks for, if the ticket still stands so.
struct ByRule(TicketId, Step);

impl Act for ByRule {
    type Receipt = ();
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<(), ActError> {
        let Self(id, step) = self;
        let mut row = ticket::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
        let transition = procedure::find(TRANSITIONS, Some(row.stage), step)?;
        if step == Step::Lapse {
            close(write, &mut row).await?;
        } else {
            row.erase();
            rules::unsay(write, id).await?;
        }
        keep(write, (row, transition), None).await.map(drop)
    }
}

struct Forget(Date);

impl Chore for Forget {
    type Output = ();

    async fn run(self, free: &mut Free) -> Result<(), StoreError> {
        rules::forget(free, self.0).await
    }
}

impl Acts {
    /// Closes, erases and forgets all that is due; tells how many tickets it closed or erased. Asked
    /// again, it does nothing.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn ticket_round(&self) -> Result<usize, ActError> {
        let today = instant::day(self.now());
        let mut done = 0;
        for step in [Step::Lapse, Step::Erase] {
            loop {
                let mut conn = self.reader().await?;
                let due = match step {
                    Step::Lapse => rules::to_lapse(&mut conn, today, MOST).await?,
                    _ => rules::to_erase(&mut conn, today, MOST).await?,
                };
                drop(conn);
                if due.is_empty() {
                    break;
                }
                done += self.ticket_batch(step, due).await?;
            }
        }
        self.writer().chore(Forget(today)).await?;
        Ok(done)
    }

    async fn ticket_batch(&self, step: Step, due: Vec<TicketId>) -> Result<usize, ActError> {
        let name = if step == Step::Lapse { "lapse" } else { "erase" };
        let act = |id: TicketId| (format!("{name}:ticket:{id}"), ByRule(id, step));
        let acts: Vec<_> = due.into_iter().map(act).collect();
        let report = self.writer().batch(acts, BatchMode::AllOrNothing, |_| true).await?;
        let outcomes = report.outcomes.into_iter().collect::<Result<Vec<_>, _>>()?;
        Ok(outcomes.len())
    }
}
