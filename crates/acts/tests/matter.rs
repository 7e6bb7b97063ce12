//! A matter from the visit to the bulletin, on both engines; every refusal by its guard.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "matter/chain.rs"]
mod chain;
#[path = "matter/dismissed.rs"]
mod dismissed;
#[path = "matter/gate.rs"]
mod gate;
#[path = "matter/hand_over.rs"]
mod hand_over;
#[path = "matter/length.rs"]
mod length;
#[path = "matter/liability.rs"]
mod liability;
#[path = "matter/light.rs"]
mod light;
#[path = "matter/refused.rs"]
mod refused;
#[path = "matter/service.rs"]
mod service;
#[path = "matter/term.rs"]
mod term;
#[path = "matter/told.rs"]
mod told;
#[path = "matter/tolerance.rs"]
mod tolerance;
