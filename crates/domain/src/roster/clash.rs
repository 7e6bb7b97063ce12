//! What a draft of a roster should make whoever draws it up think twice (排班提示). None of it is refused: people decide.

use super::DutyTurn;
use crate::attendance::CoverKind;
use crate::id::{DutyPostId, PersonId};
use jiff::civil::Date;

/// Something to think twice about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clash {
    /// The same person twice on one day; on site it is judged by the first post alone.
    Twice {
        /// Who.
        person: PersonId,
        /// When.
        day: Date,
    },
    /// On leave or on a trip.
    Away {
        /// Who.
        person: PersonId,
        /// When.
        day: Date,
        /// On which.
        kind: CoverKind,
    },
    /// Two nights one after the other.
    SecondNight {
        /// Who.
        person: PersonId,
        /// The second of them.
        day: Date,
    },
}

/// What to think twice about, in the order it is listed in [`Clash`]. `is_night` tells of a post whether its duty lasts
/// into the next day; `away` are the days on which somebody is on leave or on a trip.
pub fn clashes(
    turns: &[DutyTurn],
    is_night: impl Fn(DutyPostId) -> bool,
    away: &[(PersonId, Date, CoverKind)],
) -> Vec<Clash> {
    let mut found = vec![];
    for (at, turn) in turns.iter().enumerate() {
        let (person, day) = (turn.person, turn.day);
        let is_again = |other: &&DutyTurn| (other.person, other.day) == (person, day);
        if turns.iter().take(at).any(|other| is_again(&other)) {
            found.push(Clash::Twice { person, day });
        }
        let on = |(who, when, _): &&(PersonId, Date, CoverKind)| (*who, *when) == (person, day);
        found.extend(away.iter().filter(on).map(|(_, _, kind)| Clash::Away {
            person,
            day,
            kind: *kind,
        }));
        let before = day.yesterday().ok();
        let was_night = |other: &DutyTurn| {
            is_night(other.post) && other.person == person && Some(other.day) == before
        };
        if is_night(turn.post) && turns.iter().any(was_night) {
            found.push(Clash::SecondNight { person, day });
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
