//! Powers (权限): which role may do what, how far it reaches.

use crate::action::Action;
use crate::id::{PersonId, UnitId};
use crate::role::Role;
use crate::spelled;
use crate::unit::Line;

spelled! {
    /// How far a power reaches (范围). Each one holds the ones before it.
    Reach {
        /// 本人: what the actor has a part in.
        Own = "own", "本人";
        /// 本单位: what concerns the unit of the grant.
        Unit = "unit", "本单位";
        /// 本系统: what concerns a unit of the same line.
        System = "system", "本系统";
        /// 全县
        County = "county", "全县";
    }
}

/// One row of the table of powers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Power {
    /// Who.
    pub role: Role,
    /// May do what.
    pub action: Action,
    /// In which stages of the object; empty means in any, or that there is no object.
    pub stages: &'static [&'static str],
    /// How far.
    pub reach: Reach,
}

/// A role that an account holds for a unit, as of now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The unit it is held for.
    pub unit: UnitId,
    /// That unit's line.
    pub line: Line,
}

/// What an object is to somebody: who has a part in it, which unit it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// The stage the object is in; empty where objects have none.
    pub stage: &'static str,
    /// The people who have a part in it.
    pub people: Vec<PersonId>,
    /// The units it concerns, with their lines.
    pub units: Vec<(UnitId, Line)>,
}

impl Concern {
    /// What concerns a unit as a whole, and nobody in it by name.
    pub fn of_unit(unit: UnitId, line: Line) -> Self {
        Self { stage: "", people: vec![], units: vec![(unit, line)] }
    }
}

impl Power {
    /// Whether this power, held through `grant` by `person`, covers an object.
    pub fn covers(&self, grant: &Grant, person: Option<PersonId>, concern: &Concern) -> bool {
        self.role == grant.role
            && (self.stages.is_empty() || self.stages.contains(&concern.stage))
            && nearest(grant, person, concern) <= self.reach
    }
}

/// How near an object is to the holder of a grant. Everything of the county is at least that.
fn nearest(grant: &Grant, person: Option<PersonId>, concern: &Concern) -> Reach {
    if person.is_some_and(|person| concern.people.contains(&person)) {
        return Reach::Own;
    }
    if concern.units.iter().any(|(unit, _)| *unit == grant.unit) {
        return Reach::Unit;
    }
    if concern.units.iter().any(|(_, line)| *line == grant.line) {
        return Reach::System;
    }
    Reach::County
}
