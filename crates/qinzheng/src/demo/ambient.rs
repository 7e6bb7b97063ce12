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

/// Before the first visit: units, posts, people and accounts are there.
const BEGINNING: DateTime = datetime(2015, 1, 1, 8, 0, 0, 0);

/// When the county begins to keep its records.
pub fn beginning() -> Timestamp {
    instant(BEGINNING).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The evening on which what happened that day is on record.
pub fn evening(day: Date) -> Timestamp {
    instant(day.at(23, 30, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH)
}

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

    /// The clock, for whoever moves it on.
    pub fn movable(&self) -> Arc<ScriptedClock> {
        self.clock.clone()
    }

    /// The chance, for the acts.
    pub fn chance(&self) -> Arc<dyn Chance> {
        self.chance.clone()
    }

    /// The clock stands at an instant of the script.
    pub fn stand_at(&self, at: Timestamp) {
        self.clock.stand_at(at);
    }

    /// From here on the clock ticks, and chance is the machine's.
    pub fn set_free(&self, from: Timestamp) {
        self.chance.is_set_free.store(true, Ordering::SeqCst);
        self.clock.tick_from(from);
    }
}
