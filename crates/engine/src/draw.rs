//! The draw (随机抽取): who is visited is decided by nobody, and anybody can check that it was so.
//!
//! 1. **Terms** are settled: the pool in its order, how many are drawn, what for. Their commitment is announced by an
//!    act of its own. From then on no name can be put in or taken out, and the pool need not be told yet.
//! 2. Two parties each type an entry (抽签词) after that.
//! 3. The first checkpoint of the log that covers both entries is awaited. Nobody knows it while they type.
//! 4. The seed follows from commitment, entries and checkpoint; the names follow from the seed.
//! 5. What is published holds all of it, and [`verify`] works everything out again from that file alone. A draw
//!    that was called off is counted in the next one's file: nobody draws until the result pleases.
//!
//! In the spirit of DB35/T 2223-2024: process, algorithm and verification program are all open.

mod pick;
mod published;
mod seed;
mod terms;
mod verify;

pub use pick::pick;
pub use published::{Published, PublishedError};
pub use seed::{ENTRY_LEAST, ENTRY_MOST, Entry, seed};
pub use terms::{Terms, Ticket};
pub use verify::{DrawFault, Verified, verify};
