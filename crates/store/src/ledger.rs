//! Reads of the ledger (账本): its head, its tiles and leaves, the checkpoints kept, the acts.
//!
//! Nothing here writes: leaves come from the writer's `seal`, checkpoints from
//! [`Writer::keep_checkpoint`](crate::Writer::keep_checkpoint).

mod act;
mod checkpoint;
mod head;
mod tile;

pub use act::{ActEntry, ActFilter, acts, acts_of, find_act, leaves_of};
pub use checkpoint::{Checkpoint, checkpoints, first_checkpoint_over, newest_checkpoint};
pub use head::{Head, head};
pub use tile::{Leaf, entries, hashes, leaf, leaf_of_act, tiles};
