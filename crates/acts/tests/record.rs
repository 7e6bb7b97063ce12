//! One's own record on both engines: objections, who read it, messages.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "record/message.rs"]
mod message;
#[path = "record/objection.rs"]
mod objection;
#[path = "record/reads.rs"]
mod reads;
