//! The writer (写入者): the one place where a governed table changes.
//!
//! Acts queue; the writer takes what is there, runs each inside one transaction behind a savepoint
//! of its own, gives the leaves their places, commits, and only then answers. The first statement
//! of the transaction locks the ledger's head, which puts the batches of several processes in
//! order. A refused act is rolled back to its savepoint; when the commit fails nobody is told
//! that anything happened.

mod actor;
mod batch;
mod errand;
mod keep;
mod seal;
mod write;

pub use batch::{BatchMode, BatchReport};
pub use errand::{Act, Chore, Done};
pub use keep::SignedCheckpoint;
pub use write::{Deed, Free, ObjectRef, Subject, Write};

use crate::error::StoreError;
use crate::store::Store;
use actor::Task;
use errand::{ActErrand, ChoreErrand};
use qz_domain::ambient::{Chance, Clock};
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};

/// The most acts one transaction takes.
const MOST: usize = 1000;
/// How long a transaction stays open for more acts, in milliseconds.
const OPEN_MS: u64 = 5;

/// Where the writer gets time and chance from.
#[derive(Clone)]
pub struct Ambient {
    /// Tells the time of every act.
    pub clock: Arc<dyn Clock>,
    /// Gives the salt of every leaf.
    pub chance: Arc<dyn Chance>,
}

/// A handle to the writer. Cheap to clone; the writer stops when the last handle is gone.
#[derive(Clone)]
pub struct Writer {
    queue: mpsc::Sender<Task>,
}

impl Writer {
    pub(crate) fn start(store: Store, ambient: Ambient) -> Self {
        let (queue, tasks) = mpsc::channel(4 * MOST);
        tokio::spawn(actor::run(store, ambient, tasks));
        Self { queue }
    }

    /// Performs an act. The answer comes after the commit: what it says is kept.
    ///
    /// `request` is the caller's own name for this act; repeating it returns the first receipt.
    pub async fn perform<A: Act>(
        &self,
        request: String,
        act: A,
    ) -> Result<Done<A::Receipt>, A::Error> {
        let (answer, wait) = oneshot::channel();
        let errand = Box::new(ActErrand { request, act, answer });
        let sent = self.queue.send(Task::Errand(errand)).await;
        match sent {
            Ok(()) => wait.await.unwrap_or_else(|_| Err(StoreError::WriterStopped.into())),
            Err(_) => Err(StoreError::WriterStopped.into()),
        }
    }

    /// How many errands wait.
    pub fn waiting(&self) -> usize {
        self.queue.max_capacity() - self.queue.capacity()
    }

    /// Changes free tables only: sessions, codes, progress. Leaves no leaf.
    pub async fn chore<C: Chore>(&self, chore: C) -> Result<C::Output, StoreError> {
        let (answer, wait) = oneshot::channel();
        let errand = Box::new(ChoreErrand { chore, answer });
        self.queue.send(Task::Errand(errand)).await.map_err(|_| StoreError::WriterStopped)?;
        wait.await.unwrap_or(Err(StoreError::WriterStopped))
    }

    /// Keeps a signed checkpoint of the tree as it is or was. `false` when it, or a later one, is
    /// kept already. Not an act: it leaves no leaf, but every later leaf names it.
    pub async fn keep_checkpoint(&self, checkpoint: SignedCheckpoint) -> Result<bool, StoreError> {
        let (answer, wait) = oneshot::channel();
        let errand = Box::new(keep::KeepErrand { checkpoint, answer });
        self.queue.send(Task::Errand(errand)).await.map_err(|_| StoreError::WriterStopped)?;
        wait.await.unwrap_or(Err(StoreError::WriterStopped))
    }

    /// Performs many acts in order in one transaction: all are kept or none. `progress` hears how
    /// many have been tried; it may stop the batch by returning `false`.
    pub async fn batch<A: Act>(
        &self,
        acts: Vec<(String, A)>,
        mode: BatchMode,
        progress: impl FnMut(usize) -> bool + Send + 'static,
    ) -> Result<BatchReport<A>, StoreError> {
        let (answer, wait) = oneshot::channel();
        let batch = batch::Batch { acts, mode, progress: Box::new(progress), answer };
        self.queue
            .send(Task::Batch(Box::new(batch)))
            .await
            .map_err(|_| StoreError::WriterStopped)?;
        wait.await.unwrap_or(Err(StoreError::WriterStopped))
    }
}
