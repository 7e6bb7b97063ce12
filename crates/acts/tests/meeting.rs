//! One meeting decides an agenda of matters, on both engines; what is refused of it, by its guard.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "meeting/decided.rs"]
mod decided;
#[path = "meeting/refused.rs"]
mod refused;
