//! Where a matter stands.

use super::crowd::Crowd;
use qz_domain::weight::Weight;
use qz_domain::{accountability, bulletin, finding, review, visit};

/// The statement's window, by its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clock {
    Before,
    At,
    After,
}

/// What becomes of a served decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    Stands,
    Felled,
}

/// What must never have happened, a bit each.
pub mod stain {
    pub const OWN_FINDING: u16 = 1;
    pub const TIED: u16 = 1 << 1;
    pub const UNHEARD: u16 = 1 << 2;
    pub const NO_REMEDY: u16 = 1 << 3;
    pub const BEYOND_AUTHORITY: u16 = 1 << 4;
    pub const HEAVIER: u16 = 1 << 5;
    pub const TOLD_TOO_SOON: u16 = 1 << 6;
    pub const NO_DECISION: u16 = 1 << 7;
    pub const TOO_FEW: u16 = 1 << 8;
    pub const NOT_COUNTERSIGNED: u16 = 1 << 9;
    pub const NOT_VERIFIED: u16 = 1 << 10;
}

/// Who has a matter, and how much its procedure weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Organ {
    pub weight: Weight,
    /// The organ is the unit concerned itself.
    pub is_own: bool,
}

impl Organ {
    /// Another than the unit, with every step.
    pub const FULL: Self = Self { weight: Weight::County, is_own: false };
}

/// The stages of the machines, who has met the matter, and what was done that must not be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct World {
    pub visit: Option<visit::Stage>,
    pub finding: Option<finding::Stage>,
    pub accountability: Option<accountability::Stage>,
    pub review: Option<review::Stage>,
    pub bulletin: Option<bulletin::Stage>,
    /// Who has the finding.
    pub looks: Organ,
    /// Who has the accountability.
    pub decides: Organ,
    pub clock: Clock,
    /// Said or waived, whatever came of it.
    pub spoke: bool,
    /// The bulletin is its own subject's.
    pub is_on_request: bool,
    /// A review that was served felled the decision, or one that was decided will.
    pub fate: Fate,
    /// The bulletin rests on a served decision that stands, or on faults and a plan.
    pub is_grounded: bool,
    pub crowd: Crowd,
    pub stains: u16,
}

impl World {
    pub fn new() -> Self {
        Self {
            visit: None,
            finding: None,
            accountability: None,
            review: None,
            bulletin: None,
            looks: Organ::FULL,
            decides: Organ::FULL,
            clock: Clock::Before,
            spoke: false,
            is_on_request: false,
            fate: Fate::Stands,
            is_grounded: false,
            crowd: Crowd::new(),
            stains: 0,
        }
    }

    /// Where nobody is tied to the matter but its subject.
    pub fn of_the_subject_alone() -> Self {
        Self { crowd: Crowd::of_the_subject_alone(), ..Self::new() }
    }

    /// A served decision that no review felled and none looks at.
    pub fn is_standing(&self) -> bool {
        use review::Stage::{Refused, Served, Withdrawn};
        let is_over = matches!(self.review, None | Some(Served | Refused | Withdrawn));
        self.accountability == Some(accountability::Stage::Served)
            && is_over
            && self.fate == Fate::Stands
    }

    /// Somebody may be given notice of it.
    pub fn may_be_noticed(&self) -> bool {
        let is_light = self.looks.weight.is_light();
        self.finding == Some(finding::Stage::Verified)
            || self.is_borne_out()
            || (is_light && self.finding == Some(finding::Stage::Registered))
    }

    /// Borne out, wholly or in part.
    pub fn is_borne_out(&self) -> bool {
        self.finding.is_some_and(finding::Stage::is_borne_out)
    }
}
