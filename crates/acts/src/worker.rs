//! The worker (后台): does the jobs that acts put in, and tries again what failed.

use crate::Acts;
use crate::import::upload;
use qz_store::job::{self, Job};
use qz_store::{Chore, Free, StoreError};
use std::time::Duration;

/// How long a taken job is nobody else's.
const LEASE_SECONDS: i64 = 600;
/// How long the worker rests when there is nothing to do.
const REST: Duration = Duration::from_millis(500);

struct Take;

impl Chore for Take {
    type Output = Option<Job>;

    async fn run(self, free: &mut Free) -> Result<Option<Job>, StoreError> {
        let until = later(free, LEASE_SECONDS);
        job::take(free, until).await
    }
}

struct Settle {
    job: Job,
    fault: Option<String>,
}

impl Chore for Settle {
    type Output = ();

    async fn run(self, free: &mut Free) -> Result<(), StoreError> {
        match self.fault {
            None => job::finish(free, self.job.id).await,
            Some(fault) => {
                // 2, 4, 8 … seconds: a database that restarts is back by then.
                let again = later(free, 1 << (self.job.attempts + 1).clamp(1, 9));
                job::fail(free, self.job.id, &fault, again).await
            }
        }
    }
}

fn later(free: &Free, seconds: i64) -> jiff::Timestamp {
    let now = free.now();
    now.checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap_or(now)
}

impl Acts {
    /// Does jobs until the task is dropped.
    pub async fn run_worker(self) {
        let mut rounds = crate::record::Rounds::default();
        loop {
            rounds.make(&self).await;
            match self.do_next_job().await {
                Ok(true) => {}
                Ok(false) => tokio::time::sleep(REST).await,
                Err(fault) => {
                    tracing::warn!(error = &fault as &dyn std::error::Error, "the worker rests");
                    tokio::time::sleep(REST * 4).await;
                }
            }
        }
    }

    /// Does one job; tells whether there was one.
    pub async fn do_next_job(&self) -> Result<bool, StoreError> {
        let waiting = job::is_waiting(&mut self.reader().await?, self.now()).await?;
        if !waiting {
            return Ok(false);
        }
        let Some(job) = self.writer().chore(Take).await? else { return Ok(false) };
        let fault = self.work(&job).await.err().map(|fault| fault.to_string());
        if let Some(fault) = &fault {
            tracing::warn!(job.id, job.kind, fault, "a job failed and is tried again");
        }
        self.writer().chore(Settle { job, fault }).await?;
        Ok(true)
    }

    async fn work(&self, job: &Job) -> Result<(), crate::ActError> {
        match (job.kind.as_str(), job.payload.parse()) {
            (upload::JOB, Ok(id)) => self.work_on_upload(id).await,
            _ => Ok(()),
        }
    }
}
