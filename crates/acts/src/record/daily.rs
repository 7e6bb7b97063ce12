//! What a day brings (每日): the messages that no act wants, the reads that are old, and what came to
//! nothing long enough ago.

use crate::message::{Details, message};
use crate::{ActError, Acts, monthly_report};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use qz_domain::instant;
use qz_domain::message::MessageKind;
use qz_store::outbox::{self, DueRow, Message};
use qz_store::{Chore, Free, StoreError, read_log};

/// From how many days before its last day a statement is called to mind.
const SOON: i64 = 1;
/// How far back names that went are told, should the program have rested.
const BACK: i64 = 30;
/// How many years reads are kept.
const KEPT_YEARS: i64 = 2;
/// How long until a round that failed is tried again.
const AGAIN: SignedDuration = SignedDuration::from_mins(5);

/// The day the latest round was for, and when a failed one is tried again.
#[derive(Debug, Default)]
pub(crate) struct Rounds {
    done_for: Option<Date>,
    again: Option<Timestamp>,
}

impl Rounds {
    /// Makes the day's round, once.
    pub async fn make(&mut self, acts: &Acts) {
        let now = acts.now();
        let today = instant::day(now);
        if self.done_for == Some(today) || self.again.is_some_and(|again| now < again) {
            return;
        }
        match acts.daily_round().await {
            Ok(()) => (self.done_for, self.again) = (Some(today), None),
            Err(fault) => {
                self.again = now.checked_add(AGAIN).ok();
                tracing::warn!(error = &fault as &dyn std::error::Error, "a day's round failed");
            }
        }
    }
}

struct Round {
    messages: Vec<Message>,
    forget: Option<Date>,
}

impl Chore for Round {
    type Output = ();

    async fn run(self, free: &mut Free) -> Result<(), StoreError> {
        outbox::put(free, &self.messages).await?;
        match self.forget {
            Some(before) => read_log::forget(free, before).await,
            None => Ok(()),
        }
    }
}

impl Acts {
    /// Puts in the messages of the day, each once however often it is asked, forgets old reads, erases
    /// what came to nothing once its time is over, and closes and erases tickets, and
    /// writes down which openings of sealed sources are over.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn daily_round(&self) -> Result<(), ActError> {
        let today = instant::day(self.now());
        let day = |days: i64| today.checked_add(days.days()).unwrap_or(today);
        let mut conn = self.reader().await?;
        let due = outbox::statements_due(&mut conn, (today, day(SOON))).await?;
        let gone = outbox::names_gone(&mut conn, (day(-BACK), day(-1))).await?;
        let reports = monthly_report::due(&mut conn, (today, day(SOON))).await?;
        drop(conn);
        let mut messages = told(MessageKind::StatementDue, due)?;
        messages.extend(told(MessageKind::NameGone, gone)?);
        messages.extend(reports);
        let forget = today.checked_sub(KEPT_YEARS.years()).ok();
        self.writer().chore(Round { messages, forget }).await?;
        self.expire_openings().await?;
        self.erase_dismissed().await?;
        self.erase_prompts().await?;
        self.ticket_round().await.map(drop)
    }
}

fn told(kind: MessageKind, rows: Vec<DueRow>) -> Result<Vec<Message>, ActError> {
    let one = |(person, about, day): DueRow| message(person, (kind, about), &Details::on(&day));
    rows.into_iter().map(one).collect()
}
