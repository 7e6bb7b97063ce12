//! The keeper's rounds: a signature a minute when there is something new, a self-check a day.

use super::keeper::{LogKeeper, on_files};
use std::error::Error;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// A checkpoint at most this often. A log at rest needs none: the note carries no time, so it
/// would be the same note again.
const SIGN_EVERY: Duration = Duration::from_mins(1);
/// A full self-check at the start and then this often.
const CHECK_EVERY: Duration = Duration::from_hours(24);

impl LogKeeper {
    /// Makes its rounds until the task is dropped.
    pub async fn run(self) {
        tokio::join!(self.sign_rounds(), self.check_rounds());
    }

    async fn sign_rounds(&self) {
        let mut round = interval(SIGN_EVERY);
        round.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            round.tick().await;
            match self.sign_now().await {
                Ok(Some(signed)) => tracing::info!(size = signed.size, "the ledger was signed"),
                Ok(None) => {}
                Err(fault) => {
                    tracing::error!(error = &fault as &dyn Error, "the ledger was not signed");
                }
            }
        }
    }

    async fn check_rounds(&self) {
        let mut round = interval(CHECK_EVERY);
        round.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            round.tick().await;
            let files = self.files().clone();
            let signer = on_files(move || files.state()).await.ok();
            match self.log().check_now(signer).await.map(|check| check.outcome) {
                Ok(Ok(found)) => tracing::info!(size = found.size, "the ledger is in order"),
                Ok(Err(difference)) => {
                    tracing::error!(difference, "the store and its ledger differ");
                }
                Err(fault) => {
                    tracing::error!(error = &fault as &dyn Error, "the ledger was not checked");
                }
            }
        }
    }
}
