//! What every handler can reach.

use super::WebConfig;
use super::measure::Metrics;
use crate::door::{Doors, ListedDoor, RailOffer};
use crate::shell::{Named, Site};
use axum::extract::FromRef;
use qz_acts::Acts;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What every handler can reach. Cheap to clone.
#[derive(Clone)]
pub struct WebState {
    /// Reads and acts.
    pub acts: Acts,
    /// What the installation says of itself.
    pub config: Arc<WebConfig>,
    /// What is the same on every page.
    pub site: Arc<Site>,
    /// Every door there is.
    pub doors: Arc<[ListedDoor]>,
    /// What the desk may offer.
    pub offers: Arc<[RailOffer]>,
    /// Counts and times.
    pub(crate) metrics: Metrics,
}

impl WebState {
    pub(super) fn new(acts: Acts, config: WebConfig, site: Arc<Site>, doors: &Doors) -> Self {
        Self {
            acts,
            config: Arc::new(config),
            site,
            doors: doors.listed().into(),
            offers: doors.offers().into(),
            metrics: Metrics::start(),
        }
    }
}

impl FromRef<WebState> for Arc<Site> {
    fn from_ref(state: &WebState) -> Self {
        Arc::clone(&state.site)
    }
}

/// How far the product is on its way to being ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preparing {
    /// What is being done, in both languages.
    pub label: Named,
    /// How much of it is done.
    pub done: u64,
    /// Of how much; 0 while that is not known.
    pub total: u64,
}

/// Whether the product is ready to be used (就绪). The binary keeps a clone and sets it; until then
/// every page shows how far the preparation is.
#[derive(Debug, Clone)]
pub struct Readiness(Arc<Mutex<Option<Preparing>>>);

impl Readiness {
    /// Ready from the start.
    pub fn ready() -> Self {
        Self(Arc::default())
    }

    /// Not ready yet.
    pub fn preparing(preparing: Preparing) -> Self {
        Self(Arc::new(Mutex::new(Some(preparing))))
    }

    /// Says how far it is.
    pub fn progress(&self, preparing: Preparing) {
        *self.lock() = Some(preparing);
    }

    /// Says that it is ready now.
    pub fn set_ready(&self) {
        *self.lock() = None;
    }

    /// What is still being done; nothing once it is ready.
    pub fn now(&self) -> Option<Preparing> {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Option<Preparing>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
