//! The demo's time and chance: scripted while the year is loaded, real afterwards.

use super::scenario::Scenario;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use qz_acts::chance::{SeededChance, SystemChance};
use qz_acts::clock::ScriptedClock;
use qz_domain::ambient::{Chance, Clock};
use qz_domain::instant::instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// When the county begins to keep its records.
pub fn beginning(scenario: &Scenario) -> Timestamp {
    at(scenario.beginning)
}

/// The evening on which what happened that day is on record.
pub fn evening(day: Date) -> Timestamp {
    at(day.at(23, 30, 0, 0))
}

/// The instant a scenario starts at, on its own day or on another.
pub fn start(scenario: &Scenario, day: Option<Date>) -> Timestamp {
    let start = scenario.start;
    at(day.map_or(start, |day| day.to_datetime(start.time())))
}

fn at(when: DateTime) -> Timestamp {
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
    /// Standing at a scenario's start; chance follows from its seed.
    pub fn of(scenario: &Scenario) -> Self {
        let start = start(scenario, None);
        let seeded = SeededChance::new(scenario.seed);
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
