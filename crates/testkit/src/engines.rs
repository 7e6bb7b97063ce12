//! A story told on both engines: a fresh SQLite file, and a fresh PostgreSQL database where there
//! is a server.

use crate::postgres::fresh_database;
use jiff::Timestamp;
use qz_acts::Acts;
use qz_acts::chance::SeededChance;
use qz_acts::clock::ScriptedClock;
use qz_store::{Store, StoreError, StoreUrl};
use std::sync::Arc;

/// Runs the story with the address of an empty, migrated store: on SQLite, then on PostgreSQL.
///
/// # Panics
/// When the story does; when a store cannot be made; with `CI=true` when there is no PostgreSQL.
pub async fn on_both_engines(story: impl AsyncFn(StoreUrl)) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    story(StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    if let Some(database) = fresh_database("migrated", migrate).await {
        story(StoreUrl::Postgres(database.url())).await;
    }
}

/// Brings an empty database up to date, for the template that tests are cloned from.
///
/// # Errors
/// What [`Store::open`] says.
pub async fn migrate(url: String) -> Result<(), StoreError> {
    Store::open(&StoreUrl::Postgres(url)).await?.close().await;
    Ok(())
}

/// The first morning of the demo: 2016-02-16 09:01 at +08:00.
pub const MORNING: Timestamp = Timestamp::constant(1_455_584_460, 0);

/// A clock that stands at [`MORNING`].
pub fn clock() -> Arc<ScriptedClock> {
    Arc::new(ScriptedClock::standing_at(MORNING))
}

/// Chance that follows from a fixed seed.
pub fn chance() -> Arc<SeededChance> {
    Arc::new(SeededChance::new(2015))
}

/// As [`acts`], with the clock standing at another instant, and a chance of its own: what is done later on the
/// same store is another request.
///
/// # Panics
/// When the store cannot be opened.
pub async fn acts_at(url: &StoreUrl, at: Timestamp) -> Acts {
    let clock = Arc::new(ScriptedClock::standing_at(at));
    let chance = Arc::new(SeededChance::new(at.as_second().unsigned_abs()));
    Acts::open(url, clock, chance).await.expect("a store that opens")
}

/// The acts of a store with the fixed clock and chance.
///
/// # Panics
/// When the store cannot be opened.
pub async fn acts(url: &StoreUrl) -> Acts {
    Acts::open(url, clock(), chance()).await.expect("a store that opens")
}
