//! What the port keeps in mind: who called lately, so that a box that asks every few seconds is written down once a minute.

use axum::http::{HeaderMap, header};
use jiff::{SignedDuration, Timestamp};
use qz_acts::terminal::Called;
use qz_acts::{ActError, Acts};
use qz_domain::punch::Drift;
use qz_domain::terminal::Serial;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A call is written down when the last that was is older than this.
const EVERY: SignedDuration = SignedDuration::from_secs(60);

/// The most boxes kept in mind; then it begins anew.
const MOST: usize = 10_000;

/// The port.
#[derive(Clone)]
pub(super) struct Port {
    pub acts: Acts,
    noted: Arc<Mutex<HashMap<Serial, Timestamp>>>,
}

impl Port {
    pub fn new(acts: Acts) -> Self {
        Self { acts, noted: Arc::default() }
    }

    /// Who calls.
    pub async fn called(&self, serial: &Serial, headers: &HeaderMap) -> Result<Called, ActError> {
        let note = self.is_to_be_noted(serial);
        self.acts.terminal_called(serial, (note, self.drift(headers))).await
    }

    /// Who calls by number and key.
    pub async fn called_with_key(&self, serial: &Serial, key: &str) -> Result<Called, ActError> {
        // Whether it is heard is noted when all it says was read.
        let note = !self.is_noted(serial);
        let called = self.acts.terminal_called_with_key((serial, key), note).await?;
        if note && called == Called::Waiting {
            self.is_to_be_noted(serial);
        }
        Ok(called)
    }

    /// How far a box's clock is off, where its call says what it shows.
    pub fn drift(&self, headers: &HeaderMap) -> Option<Drift> {
        let said = headers.get(header::DATE)?.to_str().ok()?;
        let said = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(said).ok()?;
        Some(Drift::measured(said, self.acts.now()))
    }

    fn is_noted(&self, serial: &Serial) -> bool {
        let noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        noted.get(serial).is_some_and(|last| self.acts.now().duration_since(*last).abs() < EVERY)
    }

    /// Whether a call is to be written down now; from then on it is not, for a while.
    pub fn is_to_be_noted(&self, serial: &Serial) -> bool {
        if self.is_noted(serial) {
            return false;
        }
        let now = self.acts.now();
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.len() >= MOST {
            noted.clear();
        }
        noted.insert(serial.clone(), now);
        true
    }
}
