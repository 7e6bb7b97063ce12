//! The loop: take what is queued, run it in one transaction, commit, answer.

use super::batch::RunsBatch;
use super::errand::{Answer, Errand};
use super::write::Write;
use super::{Ambient, MOST, OPEN_MS};
use crate::error::StoreError;
use crate::store::Store;
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::time::Instant;

pub(super) enum Task {
    Errand(Box<dyn Errand>),
    Batch(Box<dyn RunsBatch>),
}

/// Runs until the last handle is gone; every connection fault ends one transaction only.
pub(super) async fn run(store: Store, ambient: Ambient, mut tasks: Receiver<Task>) {
    let mut left_over = None;
    loop {
        let task = match left_over.take() {
            Some(task) => Some(task),
            None => tasks.recv().await,
        };
        match task {
            None => return,
            Some(Task::Batch(batch)) => run_batch(&store, &ambient, batch).await,
            Some(Task::Errand(first)) => {
                left_over = run_group(&store, &ambient, first, &mut tasks).await;
            }
        }
    }
}

async fn open(store: &Store, ambient: &Ambient) -> Result<Write, StoreError> {
    Write::open(store.writing().await?, ambient.clone()).await
}

/// Runs the first errand and what else is queued. Returns a batch that was met on the way.
async fn run_group(
    store: &Store,
    ambient: &Ambient,
    first: Box<dyn Errand>,
    tasks: &mut Receiver<Task>,
) -> Option<Task> {
    let mut write = match open(store, ambient).await {
        Ok(write) => write,
        Err(fault) => {
            tracing::error!(
                error = &fault as &dyn std::error::Error,
                "no transaction could be opened"
            );
            first.fail(fault);
            return None;
        }
    };
    let until = Instant::now() + Duration::from_millis(OPEN_MS);
    let mut answers = Vec::new();
    let mut broken = run_one(&mut write, first, &mut answers).await.err();
    let mut met = None;
    while broken.is_none() && answers.len() < MOST && Instant::now() < until {
        match tasks.try_recv() {
            Ok(Task::Errand(errand)) => {
                broken = run_one(&mut write, errand, &mut answers).await.err();
            }
            Ok(batch) => {
                met = Some(batch);
                break;
            }
            Err(_) => break,
        }
    }
    finish(write, broken, answers).await;
    met
}

async fn run_one(
    write: &mut Write,
    errand: Box<dyn Errand>,
    answers: &mut Vec<Answer>,
) -> Result<(), StoreError> {
    let mark = match write.mark().await {
        Ok(mark) => mark,
        Err(fault) => {
            errand.fail(StoreError::NotCommitted(fault.to_string()));
            return Err(fault);
        }
    };
    let verdict = errand.run(write).await;
    answers.push(verdict.answer);
    if verdict.keep { write.keep().await } else { write.undo(mark).await }
}

/// Commits and answers. When the commit fails nobody is told that anything happened.
async fn finish(mut write: Write, broken: Option<StoreError>, answers: Vec<Answer>) {
    let outcome = match broken {
        Some(fault) => Err(fault),
        None => write.commit().await,
    };
    let fault = outcome.err().map(|fault| chain(&fault));
    if let Some(fault) = &fault {
        tracing::error!(fault, "a batch was not committed");
        write.abandon().await;
    }
    for answer in answers {
        answer(fault.clone().map_or(Ok(()), |fault| Err(StoreError::NotCommitted(fault))));
    }
}

/// An error and its causes in one line.
pub(super) fn chain(fault: &StoreError) -> String {
    let mut text = fault.to_string();
    let mut cause = std::error::Error::source(fault);
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}

async fn run_batch(store: &Store, ambient: &Ambient, batch: Box<dyn RunsBatch>) {
    match open(store, ambient).await {
        Ok(write) => batch.run(write).await,
        Err(fault) => batch.fail(fault),
    }
}
