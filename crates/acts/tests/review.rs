//! Reviews, on both engines: what falls with a decision, who may sit on a panel, every refusal by its guard.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "review/fallen.rs"]
mod fallen;
#[path = "review/handed.rs"]
mod handed;
#[path = "review/refused.rs"]
mod refused;
#[path = "review/renewed.rs"]
mod renewed;
