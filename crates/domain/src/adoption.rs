//! Adoptions (采用机制): a version of a scheme that a unit puts into force.
//!
//! 起草 → 施行 → 停止; its text is written by one hand and put into force by another. What is in force is never edited: a
//! later version of the same code takes its place, and a cycle keeps the version it began with.

mod refusal;
mod reign;
mod transition;

pub use refusal::AdoptionRefusal;
pub use reign::{Reign, reigns};
pub use transition::{Step, TRANSITIONS};

use crate::id::{AdoptionId, UnitId};
use crate::spelled;
use jiff::civil::Date;

spelled! {
    /// Where an adoption stands (环节).
    Stage {
        /// 待施行: drafted.
        Drafted = "drafted", "待施行";
        /// 施行中: from its first day on, for everybody to read.
        InForce = "in_force", "施行";
        /// 已停止: over after its last day.
        Ended = "ended", "已停止";
        /// 已撤回: taken back before it was put into force.
        Dropped = "dropped", "已撤回";
    }
}

spelled! {
    /// Which units a scheme binds (适用范围).
    Covers {
        /// 仅本单位
        Alone = "alone", "仅本单位";
        /// 本单位和下级单位
        Below = "below", "本单位和下级单位";
    }
}

/// The most bytes of a scheme's text.
pub const TEXT_MOST: usize = 256 * 1024;
/// The most characters of why remarks are accepted, or why it is taken back or ended.
pub const REASON_MOST: usize = 300;

/// An adoption as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adoption {
    /// Number in the store.
    pub id: AdoptionId,
    /// The unit that runs it.
    pub unit: UnitId,
    /// Which units it binds.
    pub covers: Covers,
    /// Where it stands.
    pub stage: Stage,
    /// The code of the scheme; the same in every version.
    pub code: String,
    /// What the scheme is called.
    pub title: String,
    /// The scheme, byte for byte.
    pub text: String,
    /// Drafted on.
    pub drafted_on: Date,
    /// The first day it is in force; none before it is put into force.
    pub since: Option<Date>,
    /// The last day it is in force, once it was ended.
    pub until: Option<Date>,
    /// The day of the latest step.
    pub latest_on: Date,
    /// Why remarks are accepted, or why it was taken back or ended; may be empty.
    pub reason: String,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}

impl Adoption {
    /// Whether it was ever put into force: from then on anybody reads it.
    pub fn is_public(&self) -> bool {
        self.since.is_some()
    }
}
