//! The ledger under test: laws, refusals word for word, foreign vectors, second opinions.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod law;
mod memory_log;
mod oracle;
mod reference;
mod refusal;
mod second_opinion;
