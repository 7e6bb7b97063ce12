//! The demo's time and chance: scripted while the year is loaded, real afterwards.

use super::SEED;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, datetime};
use qz_acts::chance::{SeededChance, SystemChance};
use qz_acts::clock::ScriptedClock;
use qz_domain::ambient::{Chance, Clock};
use qz_domain::instant::instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What the county's clock shows while the year is loaded.
const START: DateTime = datetime(2016, 2, 16, 9, 1, 0, 0);

/// The instant the demo starts at, on its own day or on another.
pub fn start(day: Option<Date>) -> Timestamp {
    let when = day.map_or(START, |day| day.to_datetime(START.time()));
    instant(when).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Time and chance of a demo. Cheap to clone.
#[derive(Clone)]
pub struct DemoAmbient {
    clock: Arc<ScriptedClock>,
    chance: Arc<DemoChance>,
}

struct DemoChance {
    seeded: SeededChance,
    is_set_free: AtomicBool,
}

impl Chance for DemoChance {
    fn bytes(&self) -> [u8; 32] {
        if self.is_set_free.load(Ordering::SeqCst) {
            SystemChance.bytes()
        } else {
            self.seeded.bytes()
        }
    }
}

impl DemoAmbient {
    /// Standing at the start; chance follows from the seed.
    pub fn new() -> Self {
        let start = start(None);
        let seeded = SeededChance::new(SEED);
        let chance = DemoChance { seeded, is_set_free: AtomicBool::new(false) };
        Self { clock: Arc::new(ScriptedClock::standing_at(start)), chance: Arc::new(chance) }
    }

    /// The clock, for the acts.
    pub fn clock(&self) -> Arc<dyn Clock> {
        self.clock.clone()
    }

    /// The chance, for the acts.
    pub fn chance(&self) -> Arc<dyn Chance> {
        self.chance.clone()
    }

    /// From here on the clock ticks, and chance is the machine's.
    pub fn set_free(&self, from: Timestamp) {
        self.chance.is_set_free.store(true, Ordering::SeqCst);
        self.clock.stand_at(from);
        self.clock.tick();
    }
}
