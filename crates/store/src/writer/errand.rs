//! What the writer runs: acts, and chores that leave no leaf.

use super::write::{Free, Write};
use crate::error::StoreError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use std::pin::Pin;
use tokio::sync::oneshot;

/// Something that may lawfully be done. It loads what its guards need, decides, writes and
/// records itself once, all through the one [`Write`] it is lent.
pub trait Act: Send + 'static {
    /// What whoever did it is told; kept, and told again when the request is repeated.
    type Receipt: Serialize + DeserializeOwned + Send + 'static;
    /// Why it was not done.
    type Error: From<StoreError> + Send + 'static;

    /// Does it. An error rolls everything back that it wrote.
    fn perform(
        self,
        write: &mut Write,
    ) -> impl Future<Output = Result<Self::Receipt, Self::Error>> + Send;
}

/// A change of free tables.
pub trait Chore: Send + 'static {
    /// What comes of it.
    type Output: Send + 'static;

    /// Does it.
    fn run(self, free: &mut Free) -> impl Future<Output = Result<Self::Output, StoreError>> + Send;
}

/// What came of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done<R> {
    /// The receipt.
    pub receipt: R,
    /// Whether the request had been done before and this is its first receipt.
    pub repeated: bool,
}

pub(super) type Running<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// Tells the caller, once the fate of the transaction is known.
pub(super) type Answer = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// What an errand came to: whether its writes stay, and how to answer.
pub(super) struct Verdict {
    pub keep: bool,
    pub answer: Answer,
}

pub(super) trait Errand: Send {
    fn run(self: Box<Self>, write: &mut Write) -> Running<'_, Verdict>;
    /// Answers without having run.
    fn fail(self: Box<Self>, fault: StoreError);
}

pub(super) struct ActErrand<A: Act> {
    pub request: String,
    pub act: A,
    pub answer: oneshot::Sender<Result<Done<A::Receipt>, A::Error>>,
}

/// Runs an act, or finds the receipt of its first time.
pub(super) async fn perform<A: Act>(
    write: &mut Write,
    request: String,
    act: A,
) -> Result<Done<A::Receipt>, A::Error> {
    if let Some(receipt) = write.receipt_of(&request).await? {
        let receipt = serde_json::from_str(&receipt).map_err(StoreError::from)?;
        return Ok(Done { receipt, repeated: true });
    }
    let before = write.pending();
    write.name_request(request);
    let receipt = act.perform(write).await?;
    let text = serde_json::to_string(&receipt).map_err(StoreError::from)?;
    match write.pending() - before {
        1 if write.recorded_last() => write.keep_receipt(text),
        1 => return Err(StoreError::NumberAfterRecord.into()),
        found => return Err(StoreError::NotOneRecord(found).into()),
    }
    Ok(Done { receipt, repeated: false })
}

impl<A: Act> Errand for ActErrand<A> {
    fn run(self: Box<Self>, write: &mut Write) -> Running<'_, Verdict> {
        Box::pin(async move {
            let Self { request, act, answer } = *self;
            let outcome = perform(write, request, act).await;
            let keep = outcome.is_ok();
            let answer: Answer = Box::new(move |committed| {
                let told = match committed {
                    Err(fault) if keep => Err(fault.into()),
                    _ => outcome,
                };
                // Nobody waits any more: the act stands all the same.
                let _ = answer.send(told);
            });
            Verdict { keep, answer }
        })
    }

    fn fail(self: Box<Self>, fault: StoreError) {
        let _ = self.answer.send(Err(fault.into()));
    }
}

pub(super) struct ChoreErrand<C: Chore> {
    pub chore: C,
    pub answer: oneshot::Sender<Result<C::Output, StoreError>>,
}

impl<C: Chore> Errand for ChoreErrand<C> {
    fn run(self: Box<Self>, write: &mut Write) -> Running<'_, Verdict> {
        Box::pin(async move {
            let Self { chore, answer } = *self;
            let outcome = chore.run(write.free()).await;
            let keep = outcome.is_ok();
            let answer: Answer = Box::new(move |committed| {
                let _ = answer.send(committed.and(outcome));
            });
            Verdict { keep, answer }
        })
    }

    fn fail(self: Box<Self>, fault: StoreError) {
        let _ = self.answer.send(Err(fault));
    }
}
