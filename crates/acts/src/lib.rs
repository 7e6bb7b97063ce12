//! What anyone may lawfully do: one act a file, under `<procedure>/<verb>.rs`.
//!
//! The directory listing is the list of the system's powers. Acts run inside the writer's
//! transaction; [`Acts`] is what the doors (web, command line) hold.

pub mod account;
pub mod accountability;
pub mod actor;
pub mod adoption;
pub mod article;
pub mod attendance;
pub mod away;
pub mod backup;
pub mod brief;
pub mod bulletin;
pub mod calendar;
pub mod campaign;
pub mod chance;
pub mod clock;
pub mod deputy;
mod digest;
pub mod draw;
mod error;
pub mod fact;
pub mod filing;
pub mod finding;
pub mod identity;
pub mod import;
pub mod kin;
pub mod law;
pub mod liability;
pub mod list_entry;
pub mod log;
pub mod matter;
pub mod mechanism;
pub mod meeting;
pub mod message;
pub mod monthly_report;
pub mod objection;
pub mod organisation;
pub mod outage;
pub mod person;
pub mod power;
pub mod prompt;
pub mod punch;
pub mod record;
pub mod rectification;
pub mod request;
pub mod review;
pub mod roster;
pub mod run;
pub mod sanction;
pub mod script;
pub mod sealed;
pub mod stand_in;
pub mod suspicion;
pub mod terminal;
pub mod ticket;
pub mod training;
pub mod visit;
mod worker;
mod wrong;

pub use error::ActError;
pub use qz_store::{BatchMode, Done, StoreError, StoreUrl};

use qz_domain::ambient::{Chance, Clock};
use qz_store::{Ambient, Conn, Store, Writer};
use std::sync::Arc;

/// The one thing a door holds: reads, acts and the machine's clock and chance. Cheap to clone.
#[derive(Clone)]
pub struct Acts {
    store: Store,
    writer: Writer,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    progress: import::upload::Progress,
    passwords: identity::Passwords,
    reads: record::Reads,
    connections: ticket::Connections,
}

impl Acts {
    /// Opens a tenant's store and starts its writer.
    pub async fn open(
        url: &StoreUrl,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Self, StoreError> {
        let store = Store::open(url).await?;
        let ambient = Ambient { clock: Arc::clone(&clock), chance: Arc::clone(&chance) };
        let writer = store.writer(ambient);
        let progress = import::upload::Progress::default();
        let passwords = identity::Passwords::default();
        let reads = record::Reads::start(writer.clone());
        let connections = ticket::Connections::default();
        Ok(Self { store, writer, clock, chance, progress, passwords, reads, connections })
    }

    /// The instant that counts as now.
    pub fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }

    /// A fresh name for one request, so that repeating it does nothing twice.
    pub fn new_request(&self) -> String {
        let bytes = self.chance.bytes();
        uuid::Builder::from_random_bytes(first_half(bytes)).into_uuid().to_string()
    }

    /// Performs an act; the answer comes after the commit.
    pub async fn perform<A: qz_store::Act>(
        &self,
        request: String,
        act: A,
    ) -> Result<Done<A::Receipt>, A::Error> {
        self.writer.perform(request, act).await
    }

    /// Closes the store; what is under way ends first, what comes later fails.
    pub async fn close(&self) {
        self.store.close().await;
    }

    pub(crate) async fn reader(&self) -> Result<Conn, StoreError> {
        self.store.reader().await
    }

    /// How far the imports under way are.
    pub(crate) fn progress(&self) -> &import::upload::Progress {
        &self.progress
    }

    /// How many acts wait for the writer.
    pub fn waiting(&self) -> usize {
        self.writer.waiting()
    }

    /// Computes the hashes of passwords.
    pub fn passwords(&self) -> &identity::Passwords {
        &self.passwords
    }

    pub(crate) fn reads(&self) -> &record::Reads {
        &self.reads
    }

    pub(crate) fn writer(&self) -> &Writer {
        &self.writer
    }

    pub(crate) fn chance(&self) -> [u8; 32] {
        self.chance.bytes()
    }
}

fn first_half(bytes: [u8; 32]) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&bytes[..16]);
    half
}
