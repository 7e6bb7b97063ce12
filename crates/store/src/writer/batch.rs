//! Many acts in order in one transaction: an import, a replay.

use super::actor::chain;
use super::errand::{Act, Done, Running, perform};
use super::write::Write;
use crate::error::StoreError;
use tokio::sync::oneshot;

/// What a batch does at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchMode {
    /// Keep all, or none when one was refused.
    AllOrNothing,
    /// Keep none: only find out what would be refused.
    Rehearse,
}

/// What came of a batch, act by act in order.
pub struct BatchReport<A: Act> {
    /// Each act's receipt or its refusal.
    pub outcomes: Vec<Result<Done<A::Receipt>, A::Error>>,
    /// Whether the batch was kept.
    pub kept: bool,
    /// Whether it was stopped before its end; then nothing was kept.
    pub stopped: bool,
}

/// Hears how many acts were tried; `false` stops the batch.
type Progress = Box<dyn FnMut(usize) -> bool + Send>;

pub(super) struct Batch<A: Act> {
    pub acts: Vec<(String, A)>,
    pub mode: BatchMode,
    pub progress: Progress,
    pub answer: oneshot::Sender<Result<BatchReport<A>, StoreError>>,
}

pub(super) trait RunsBatch: Send {
    fn run(self: Box<Self>, write: Write) -> Running<'static, ()>;
    fn fail(self: Box<Self>, fault: StoreError);
}

impl<A: Act> RunsBatch for Batch<A> {
    fn run(self: Box<Self>, write: Write) -> Running<'static, ()> {
        Box::pin(async move {
            let Self { acts, mode, progress, answer } = *self;
            let outcome = run_all::<A>(write, (acts, mode, progress)).await;
            let outcome = outcome.map_err(|fault| StoreError::NotCommitted(chain(&fault)));
            let _ = answer.send(outcome);
        })
    }

    fn fail(self: Box<Self>, fault: StoreError) {
        let _ = self.answer.send(Err(fault));
    }
}

async fn run_all<A: Act>(
    mut write: Write,
    batch: (Vec<(String, A)>, BatchMode, Progress),
) -> Result<BatchReport<A>, StoreError> {
    let mode = batch.1;
    let mut report = match try_all(&mut write, batch.0, batch.2).await {
        Ok(report) => report,
        Err(fault) => {
            write.abandon().await;
            return Err(fault);
        }
    };
    let whole = !report.stopped && report.outcomes.iter().all(Result::is_ok);
    if mode == BatchMode::AllOrNothing && whole {
        match write.commit().await {
            Ok(()) => report.kept = true,
            Err(fault) => {
                write.abandon().await;
                return Err(fault);
            }
        }
    } else {
        write.abandon().await;
    }
    Ok(report)
}

/// Tries every act in order, each behind its own savepoint.
async fn try_all<A: Act>(
    write: &mut Write,
    acts: Vec<(String, A)>,
    mut progress: Progress,
) -> Result<BatchReport<A>, StoreError> {
    let outcomes = Vec::with_capacity(acts.len());
    let mut report = BatchReport { outcomes, kept: false, stopped: false };
    for (request, act) in acts {
        let mark = write.mark().await?;
        let outcome = perform(write, request, act).await;
        if outcome.is_ok() {
            write.keep().await?;
        } else {
            write.undo(mark).await?;
        }
        report.outcomes.push(outcome);
        if !progress(report.outcomes.len()) {
            report.stopped = true;
            break;
        }
    }
    Ok(report)
}
