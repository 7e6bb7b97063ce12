//! Where a matter stands.

use super::crowd::Crowd;
use super::entry::Listing;
use super::putting_right::PuttingRight;
use qz_domain::weight::Weight;
use qz_domain::{accountability, bulletin, finding, list_entry, rectification, review, visit};

/// The statement's window, by its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Clock {
    #[default]
    Before,
    At,
    After,
}

impl Clock {
    /// The next day that matters; none once the window has passed.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Before => Some(Self::At),
            Self::At => Some(Self::After),
            Self::After => None,
        }
    }

    pub fn is_over(self) -> bool {
        self == Self::After
    }
}

/// What becomes of a served decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    Stands,
    Felled,
}

/// What must never have happened, a bit each.
pub mod stain {
    pub const OWN_FINDING: u32 = 1;
    pub const TIED: u32 = 1 << 1;
    pub const UNHEARD: u32 = 1 << 2;
    pub const NO_REMEDY: u32 = 1 << 3;
    pub const BEYOND_AUTHORITY: u32 = 1 << 4;
    pub const HEAVIER: u32 = 1 << 5;
    pub const TOLD_TOO_SOON: u32 = 1 << 6;
    pub const NO_DECISION: u32 = 1 << 7;
    pub const TOO_FEW: u32 = 1 << 8;
    pub const NOT_COUNTERSIGNED: u32 = 1 << 9;
    pub const NOT_VERIFIED: u32 = 1 << 10;
    pub const OWN_UNIT: u32 = 1 << 11;
    pub const NOT_FOR_THE_UNIT: u32 = 1 << 12;
    pub const NOT_RECHECKED: u32 = 1 << 13;
    pub const OUT_OF_TIME: u32 = 1 << 14;
    pub const NO_CONSENT: u32 = 1 << 15;
    pub const NOT_WEIGHED: u32 = 1 << 16;
    pub const NO_NOTICE: u32 = 1 << 17;
    pub const NOT_ANSWERED: u32 = 1 << 18;
    pub const PAST_ITS_DAY: u32 = 1 << 19;
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
    pub rectification: Option<rectification::Stage>,
    pub entry: Option<list_entry::Stage>,
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
    /// What is known of the rectification besides its stage.
    pub putting_right: PuttingRight,
    /// What is known of the entry of a list besides its stage.
    pub listing: Listing,
    pub crowd: Crowd,
    pub stains: u32,
}

impl World {
    pub fn new() -> Self {
        Self {
            visit: None,
            finding: None,
            accountability: None,
            review: None,
            bulletin: None,
            rectification: None,
            entry: None,
            looks: Organ::FULL,
            decides: Organ::FULL,
            clock: Clock::Before,
            spoke: false,
            is_on_request: false,
            fate: Fate::Stands,
            is_grounded: false,
            putting_right: PuttingRight::default(),
            listing: Listing::default(),
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
