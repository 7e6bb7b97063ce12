//! Who may inspect whom: two, trained, and nobody with a tie to the visited unit.

use crate::id::{PersonId, UnitId};
use crate::kin::Relation;
use crate::refusal::{Guard, Refusal};
use jiff::civil::Date;

/// What the guards need to know of one inspector on the day of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspector {
    /// Who.
    pub person: PersonId,
    /// Their name, for a refusal.
    pub name: String,
    /// Whether a training in inspection is valid that day.
    pub is_trained: bool,
    /// The units in which they hold a post that day.
    pub units: Vec<UnitId>,
    /// Their kin who hold a post that day, with the unit.
    pub kin: Vec<TiedRelative>,
}

/// A relative's tie to a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TiedRelative {
    /// How they are related.
    pub relation: Relation,
    /// The unit in which the relative holds a post that day.
    pub unit: UnitId,
}

/// The visited unit as the guards see it.
#[derive(Debug, Clone, Copy)]
struct Visited<'a> {
    unit: UnitId,
    name: &'a str,
    below: &'a [UnitId],
}

/// Passes a team through the guards of a transition, or names the first that fails. Whoever keys
/// the sheet without being on the team (`recorder`) must be free of ties too, but need not be
/// trained.
///
/// `below` are the visited unit and every unit under it; `organ` the inspecting one.
pub fn screen(
    guards: &[Guard],
    (team, recorder): (&[Inspector], Option<&Inspector>),
    organ: UnitId,
    (unit, name): (UnitId, &str),
    below: &[UnitId],
    day: Date,
) -> Result<(), Refusal> {
    let visited = Visited { unit, name, below };
    for guard in guards {
        match guard {
            Guard::TwoInspectors => two_inspectors(team)?,
            Guard::Trained => trained(team, day)?,
            Guard::Recusal => recused(team.iter().chain(recorder), organ, visited)?,
            _ => {}
        }
    }
    Ok(())
}

fn two_inspectors(team: &[Inspector]) -> Result<(), Refusal> {
    for (at, one) in team.iter().enumerate() {
        if team[..at].iter().any(|other| other.person == one.person) {
            return Err(Refusal::SameInspectorTwice { person: one.name.clone() });
        }
    }
    if team.len() < 2 {
        return Err(Refusal::TooFewInspectors { found: team.len() });
    }
    Ok(())
}

fn trained(team: &[Inspector], day: Date) -> Result<(), Refusal> {
    for inspector in team {
        let person = inspector.name.clone();
        if inspector.units.is_empty() {
            return Err(Refusal::NoPost { person, day });
        }
        if !inspector.is_trained {
            return Err(Refusal::Untrained { person, day });
        }
    }
    Ok(())
}

fn recused<'a>(
    people: impl Iterator<Item = &'a Inspector>,
    organ: UnitId,
    visited: Visited<'_>,
) -> Result<(), Refusal> {
    let unit = || visited.name.to_owned();
    if organ == visited.unit {
        return Err(Refusal::OrganVisitsItself { unit: unit() });
    }
    for inspector in people {
        let person = || inspector.name.clone();
        if inspector.units.iter().any(|own| visited.below.contains(own)) {
            return Err(Refusal::BelongsToUnit { person: person(), unit: unit() });
        }
        if let Some(tie) = inspector.kin.iter().find(|tie| tie.unit == visited.unit) {
            let relation = tie.relation;
            return Err(Refusal::KinInUnit { person: person(), relation, unit: unit() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Worded;
    use proptest::prelude::*;

    const ORGAN: UnitId = UnitId(1);
    const TOWN: UnitId = UnitId(2);
    const CENTRE: UnitId = UnitId(3);
    const ALL: &[Guard] = &[Guard::TwoInspectors, Guard::Trained, Guard::Recusal];

    fn inspector(id: i64) -> Inspector {
        Inspector {
            person: PersonId(id),
            name: format!("p{id}"),
            is_trained: true,
            units: vec![ORGAN],
            kin: vec![],
        }
    }

    fn check(team: &[Inspector]) -> Result<(), Refusal> {
        let day = jiff::civil::date(2015, 3, 5);
        screen(ALL, (team, None), ORGAN, (TOWN, "town"), &[TOWN, CENTRE], day)
    }

    fn key(team: &[Inspector]) -> &'static str {
        check(team).unwrap_err().key()
    }

    #[test]
    fn two_trained_strangers_may_go() {
        assert_eq!(check(&[inspector(1), inspector(2)]), Ok(()));
    }

    #[test]
    fn each_guard_names_itself() {
        let (a, b) = (inspector(1), inspector(2));
        assert_eq!(key(std::slice::from_ref(&a)), "refusal-too-few-inspectors");
        assert_eq!(key(&[a.clone(), a.clone()]), "refusal-same-inspector-twice");
        let green = Inspector { is_trained: false, ..b.clone() };
        assert_eq!(key(&[a.clone(), green]), "refusal-untrained");
        let gone = Inspector { units: vec![], ..b.clone() };
        assert_eq!(key(&[a.clone(), gone]), "refusal-no-post");
        let local = Inspector { units: vec![ORGAN, CENTRE], ..b.clone() };
        assert_eq!(key(&[a.clone(), local]), "refusal-belongs-to-unit");
        let tie = TiedRelative { relation: Relation::Spouse, unit: TOWN };
        let tied = Inspector { kin: vec![tie], ..b };
        assert_eq!(key(&[a, tied]), "refusal-kin-in-unit");
    }

    #[test]
    fn whoever_keys_the_sheet_needs_no_training_but_no_tie_either() {
        let team = [inspector(1), inspector(2)];
        let keyed_by = |recorder: &Inspector| {
            let day = jiff::civil::date(2015, 3, 5);
            screen(ALL, (&team, Some(recorder)), ORGAN, (TOWN, "town"), &[TOWN, CENTRE], day)
        };
        let clerk = Inspector { is_trained: false, ..inspector(3) };
        assert_eq!(keyed_by(&clerk), Ok(()));
        let local = Inspector { units: vec![CENTRE], ..clerk };
        assert_eq!(keyed_by(&local).unwrap_err().key(), "refusal-belongs-to-unit");
    }

    proptest! {
        /// One bad inspector spoils any team, wherever he stands in it.
        #[test]
        fn a_bad_inspector_is_found_at_any_place(size in 2_usize..6, at in 0_usize..6, fault in 0..3) {
            let at = at % size;
            let mut team: Vec<_> = (1..=size).map(|id| inspector(i64::try_from(id).unwrap())).collect();
            match fault {
                0 => team[at].is_trained = false,
                1 => team[at].units.push(CENTRE),
                _ => team[at].kin.push(TiedRelative { relation: Relation::InLaw, unit: TOWN }),
            }
            prop_assert!(check(&team).is_err());
        }
    }
}
