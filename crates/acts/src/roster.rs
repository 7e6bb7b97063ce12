//! Duty rosters (值班表): posts of a unit, the month that is drawn up, published and changed, turns that are handed over.

mod change;
mod draft;
pub(crate) mod hours;
mod load;
mod post;
mod publish;
mod swap;
pub mod view;
mod written;

pub use change::ChangeRoster;
pub use draft::DraftRoster;
pub use post::{AddDutyPost, CloseDutyPost, DutyPostForm, DutyPostKept};
pub use publish::PublishRoster;
pub use swap::{ApproveSwap, AskSwap, RefuseSwap, SwapChanged, SwapForm, WithdrawSwap};
pub use written::{Cell, POST_FIELDS, RosterForm};

use qz_domain::id::RosterId;
use qz_domain::roster::Stage;
use serde::{Deserialize, Serialize};

/// What a step on a roster gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterKept {
    /// In the store.
    pub roster: RosterId,
    /// Where it stands now.
    pub stage: Stage,
    /// The version it made.
    pub version: i64,
}
