//! Where chance comes from: the operating system, or a seed.

use qz_domain::ambient::Chance;
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::sync::{Mutex, PoisonError};

/// The operating system's random bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    #[expect(clippy::disallowed_methods, reason = "the one place that draws random bytes")]
    fn bytes(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        if let Err(fault) = getrandom::fill(&mut bytes) {
            // A machine without random bytes can make no salt, code or session: better no service.
            tracing::error!(%fault, "the operating system gives no random bytes");
            std::process::abort();
        }
        bytes
    }
}

/// Bytes that follow from a seed: the same in every replay. For the demo and for tests.
#[derive(Debug)]
pub struct SeededChance(Mutex<StdRng>);

impl SeededChance {
    /// Chance that follows from `seed`.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }
}

impl Chance for SeededChance {
    fn bytes(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }
}
