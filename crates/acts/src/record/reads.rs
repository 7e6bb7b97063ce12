//! Notes who read about whom (查阅记录). A page hands its reads to a queue and goes on; they are
//! written a moment later, many at once. When the queue is full or the store fails, a warning says
//! so and the page is shown all the same. Why so: docs/adr/0019-reads-of-a-person.md.

use crate::Acts;
use crate::actor::Actor;
use qz_domain::id::{AccountId, PersonId};
use qz_domain::instant;
use qz_domain::reading::Reading;
use qz_domain::spelled::Spelled;
use qz_store::read_log::{self, Read};
use qz_store::{Chore, Free, StoreError, Writer};
use std::collections::HashSet;
use tokio::sync::{mpsc, oneshot};

/// How many pages' reads may wait.
const QUEUE: usize = 4096;
/// How many reads of one day are remembered as written.
const REMEMBERED: usize = 100_000;

enum Note {
    Reads(Vec<Read>),
    Settle(oneshot::Sender<()>),
}

/// The queue. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Reads(mpsc::Sender<Note>);

impl Reads {
    /// Starts the task that writes them; it ends when the last handle is gone.
    pub fn start(writer: Writer) -> Self {
        let (queue, notes) = mpsc::channel(QUEUE);
        tokio::spawn(run(writer, notes));
        Self(queue)
    }
}

struct Keep(Vec<Read>);

impl Chore for Keep {
    type Output = ();

    async fn run(self, free: &mut Free) -> Result<(), StoreError> {
        read_log::keep(free, &self.0).await
    }
}

type Key = (PersonId, AccountId, &'static str, i64, jiff::civil::Date);

fn key(read: &Read) -> Key {
    (read.person, read.reader, read.kind, read.subject, read.day)
}

async fn run(writer: Writer, mut notes: mpsc::Receiver<Note>) {
    let mut written: HashSet<Key> = HashSet::new();
    while let Some(first) = notes.recv().await {
        let (mut reads, mut waiting) = (vec![], vec![]);
        let mut next = Some(first);
        while let Some(note) = next {
            match note {
                Note::Reads(more) => reads.extend(more),
                Note::Settle(answer) => waiting.push(answer),
            }
            next = notes.try_recv().ok();
        }
        if written.len() > REMEMBERED {
            written.clear();
        }
        reads.retain(|read| written.insert(key(read)));
        if !reads.is_empty() {
            let keys: Vec<Key> = reads.iter().map(key).collect();
            if let Err(fault) = writer.chore(Keep(reads)).await {
                tracing::warn!(error = &fault as &dyn std::error::Error, "reads were not noted");
                written.retain(|key| !keys.contains(key));
            }
        }
        for answer in waiting {
            let _ = answer.send(());
        }
    }
}

impl Acts {
    /// Notes that an account read what tells of these people. Never waits and never fails; what one
    /// reads of oneself is not noted.
    pub fn note_reads(
        &self,
        reader: &Actor,
        (kind, subject): (Reading, i64),
        people: impl IntoIterator<Item = PersonId>,
    ) {
        let at = self.now();
        let day = instant::day(at);
        let (own, reader) = (reader.person, reader.account);
        let read = |person| Read { person, reader, kind: kind.code(), subject, day, at };
        let others = people.into_iter().filter(|person| Some(*person) != own);
        let reads: Vec<Read> = others.map(read).collect();
        if !reads.is_empty() && self.reads().0.try_send(Note::Reads(reads)).is_err() {
            tracing::warn!("reads were not noted: too many wait");
        }
    }

    /// Returns once the reads noted so far are written: for a stop in good order and for tests.
    pub async fn settle_reads(&self) {
        let (answer, done) = oneshot::channel();
        if self.reads().0.send(Note::Settle(answer)).await.is_ok() {
            let _ = done.await;
        }
    }
}
