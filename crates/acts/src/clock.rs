//! Where time comes from: the machine, or a script.

use jiff::Timestamp;
use qz_domain::ambient::Clock;
use std::sync::atomic::{AtomicI64, Ordering};

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands at a given instant until it is set free, then ticks on from there: the
/// demo's clock, and a test's.
#[derive(Debug)]
pub struct ScriptedClock {
    stands_at: AtomicI64,
    /// Added to the machine's time once it ticks; `i64::MIN` while it stands.
    ahead_by: AtomicI64,
}

impl ScriptedClock {
    /// A clock that stands.
    pub fn standing_at(at: Timestamp) -> Self {
        Self { stands_at: AtomicI64::new(at.as_millisecond()), ahead_by: AtomicI64::new(i64::MIN) }
    }

    /// Sets it to another instant; it stands there.
    pub fn stand_at(&self, at: Timestamp) {
        self.stands_at.store(at.as_millisecond(), Ordering::SeqCst);
        self.ahead_by.store(i64::MIN, Ordering::SeqCst);
    }

    /// Sets it to another instant, from which it ticks on.
    pub fn tick_from(&self, at: Timestamp) {
        self.stand_at(at);
        self.tick();
    }

    /// Lets it tick from where it stands.
    pub fn tick(&self) {
        let machine = SystemClock.now().as_millisecond();
        let stood = self.stands_at.load(Ordering::SeqCst);
        self.ahead_by.store(stood - machine, Ordering::SeqCst);
    }
}

impl Clock for ScriptedClock {
    fn now(&self) -> Timestamp {
        let ahead = self.ahead_by.load(Ordering::SeqCst);
        let at = match ahead {
            i64::MIN => self.stands_at.load(Ordering::SeqCst),
            ahead => SystemClock.now().as_millisecond() + ahead,
        };
        Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}
