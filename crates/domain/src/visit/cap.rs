//! How often a unit may be visited (走访频次): beyond the cap of the day a plan needs a reason and a
//! leader who approves, and neither plans nor goes. Ground: 政府督查工作条例 15.

use crate::id::PersonId;
use crate::law::Cap;
use crate::refusal::{Guard, Refusal, Worded};
use jiff::civil::Date;

/// A plan beyond the cap, with what allows it (超频次).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverCap {
    /// How many were planned in the same span before it.
    pub planned: i64,
    /// How many the law of the day had at most.
    pub most: i64,
    /// Why one more.
    pub reason: String,
    /// Who approved it.
    pub approver: PersonId,
}

/// What a plan beyond the cap must say (超频次理由和同意人).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Why one more.
    pub reason: String,
    /// Who is named as approving.
    pub approver: PersonId,
    /// Their name, for a refusal.
    pub name: String,
    /// Whether they lead the planning organ or one above it on the day.
    pub leads: bool,
}

/// Why one more visit may not be planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CapRefusal {
    /// The span is full, and the plan says neither why one more nor who approves.
    Full {
        /// The visited unit.
        unit: String,
        /// How many are planned.
        planned: i64,
        /// How many there may be.
        most: i64,
        /// The first day of the span.
        from: Date,
        /// Its last day.
        until: Date,
    },
    /// Others are planned for the same weeks, and whoever plans was not told; told, they may go on.
    Beside {
        /// The visited unit.
        unit: String,
        /// How many.
        count: usize,
    },
    /// Whoever is named as approving plans the visit or goes there.
    OwnApproval {
        /// Their name.
        person: String,
    },
    /// Whoever is named as approving leads neither the planning organ nor one above it.
    LeadsNothing {
        /// Their name.
        person: String,
        /// The planning organ.
        organ: String,
    },
}

/// Passes a plan through the cap: nothing while there is room, else what allows one more.
///
/// `planned` are the visits of the span there are; `own` whoever plans this one or goes.
///
/// # Errors
/// There is no room, and no exception or one that does not hold.
pub fn capped(
    (cap, planned, day): (&Cap, i64, Date),
    (unit, organ): (&str, &str),
    exception: Option<Exception>,
    own: &[PersonId],
) -> Result<Option<OverCap>, CapRefusal> {
    if planned < cap.most {
        return Ok(None);
    }
    let Some(exception) = exception else {
        let (from, until) = cap.per.around(day);
        let (unit, most) = (unit.to_owned(), cap.most);
        return Err(CapRefusal::Full { unit, planned, most, from, until });
    };
    let Exception { reason, approver, name: person, leads } = exception;
    if own.contains(&approver) {
        return Err(CapRefusal::OwnApproval { person });
    }
    if !leads {
        return Err(CapRefusal::LeadsNothing { person, organ: organ.to_owned() });
    }
    Ok(Some(OverCap { planned, most: cap.most, reason, approver }))
}

impl CapRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::Full { .. } | Self::Beside { .. } => Guard::Frequency,
            Self::OwnApproval { .. } => Guard::Separation,
            Self::LeadsNothing { .. } => Guard::Authority,
        }
    }
}

impl Worded for CapRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::Full { .. } => "refusal-visits-full",
            Self::Beside { .. } => "refusal-visit-beside",
            Self::OwnApproval { .. } => "refusal-own-approval",
            Self::LeadsNothing { .. } => "refusal-leads-nothing",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Full { unit, planned, most, from, until } => vec![
                ("unit", unit.clone()),
                ("planned", planned.to_string()),
                ("most", most.to_string()),
                ("from", from.to_string()),
                ("until", until.to_string()),
            ],
            Self::Beside { unit, count } => {
                vec![("unit", unit.clone()), ("count", count.to_string())]
            }
            Self::OwnApproval { person } => vec![("person", person.clone())],
            Self::LeadsNothing { person, organ } => {
                vec![("person", person.clone()), ("organ", organ.clone())]
            }
        }
    }
}

impl From<CapRefusal> for Refusal {
    fn from(refusal: CapRefusal) -> Self {
        Self::Cap(refusal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Law;

    const PLANNER: PersonId = PersonId(1);
    const LEADER: PersonId = PersonId(9);

    fn plan(planned: i64, exception: Option<Exception>) -> Result<Option<OverCap>, CapRefusal> {
        let day = jiff::civil::date(2026, 5, 4);
        let cap = Law::shipped().on(day).cap("visit_unit").unwrap();
        capped((cap, planned, day), ("枫渡镇", "效能督查室"), exception, &[PLANNER])
    }

    fn exception(approver: PersonId, leads: bool) -> Exception {
        Exception { reason: "回访".to_owned(), approver, name: "荀知远".to_owned(), leads }
    }

    #[test]
    fn while_there_is_room_nothing_is_asked() {
        assert_eq!(plan(1, None), Ok(None));
        assert_eq!(plan(1, Some(exception(PLANNER, false))), Ok(None));
    }

    #[test]
    fn one_more_needs_a_reason_and_a_leader_who_is_somebody_else() {
        let key = |exception| plan(2, exception).unwrap_err().key();
        assert_eq!(key(None), "refusal-visits-full");
        assert_eq!(key(Some(exception(PLANNER, true))), "refusal-own-approval");
        assert_eq!(key(Some(exception(LEADER, false))), "refusal-leads-nothing");
        let over = plan(2, Some(exception(LEADER, true))).unwrap().unwrap();
        assert_eq!((over.planned, over.most, over.approver), (2, 2, LEADER));
    }
}
