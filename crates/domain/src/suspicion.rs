//! Suspicions of a false accusation (诬告嫌疑): noted by whoever adjudicated a finding unfounded, and registered as a
//! finding of its own by somebody who took no part in that. Ground: 政务处分法 32, 53.
//!
//! A report that was wrong but honest is none: what is noted says what shows the intent. Nobody is named by it, and
//! the clearing of the earlier finding goes on without it.

mod refusal;
mod transition;

pub use refusal::SuspicionRefusal;
pub use transition::{Step, TRANSITIONS};

use crate::id::{FindingId, PersonId, SuspicionId};
use crate::matter::{Hand, Part};
use crate::spelled;
use jiff::civil::Date;

spelled! {
    /// Where a suspicion stands (处置环节).
    Stage {
        /// 待处置: noted.
        Noted = "noted", "待处置";
        /// 已登记线索: a finding was registered from it.
        Taken = "taken", "已登记线索";
        /// 不予登记: what is noted shows no intent.
        Dropped = "dropped", "不予登记";
    }
}

/// The most characters of each text: both stand in the facts of the finding that is registered.
pub const TEXT_MOST: usize = 450;

/// A suspicion as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspicion {
    /// Number in the store.
    pub id: SuspicionId,
    /// The finding that was unfounded.
    pub finding: FindingId,
    /// Where it stands.
    pub stage: Stage,
    /// What was told that is not so.
    pub facts: String,
    /// What shows that whoever told it knew.
    pub intent: String,
    /// Who noted it; `None` once erased.
    pub noted_by: Option<PersonId>,
    /// Noted on.
    pub noted_on: Date,
    /// Why nothing was registered; empty otherwise.
    pub answer: String,
    /// The finding that was registered from it.
    pub taken_as: Option<FindingId>,
    /// Counts up with every step on it; a step names the version it read.
    pub version: i64,
}

impl Suspicion {
    /// Whether its words are erased.
    pub fn is_erased(&self) -> bool {
        self.facts.is_empty()
    }
}

/// Refuses whoever did not adjudicate the finding: only they note a suspicion. Whoever keyed it is not meant.
///
/// `name` is theirs, for the refusal.
///
/// # Errors
/// Who it is.
pub fn must_have_adjudicated(
    (person, name): (PersonId, &str),
    hands: &[Hand],
) -> Result<(), SuspicionRefusal> {
    let adjudicated =
        |hand: &Hand| hand.person == person && hand.part == Part::Adjudicated && !hand.is_keyed;
    if hands.iter().any(adjudicated) {
        return Ok(());
    }
    Err(SuspicionRefusal::NotTheAdjudicator { person: name.to_owned() })
}

/// Refuses whoever took part in adjudicating the finding, keyed it, or was away while somebody did it for them.
///
/// # Errors
/// Who it is.
pub fn must_not_have_adjudicated(
    (person, name): (PersonId, &str),
    adjudicators: &[PersonId],
) -> Result<(), SuspicionRefusal> {
    if adjudicators.contains(&person) {
        return Err(SuspicionRefusal::Adjudicated { person: name.to_owned() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_adjudicated_notes_it_and_never_takes_it_further_keyed_or_done_for_them() {
        let hand = |id, part, is_keyed, is_absent| {
            let person = PersonId(id);
            Hand { person, part, is_keyed, is_absent }
        };
        let hands = [
            hand(1, Part::Adjudicated, false, false),
            hand(2, Part::Adjudicated, true, false),
            hand(3, Part::Adjudicated, false, true),
            hand(4, Part::Verified, false, false),
        ];
        let notes = |id| must_have_adjudicated((PersonId(id), "x"), &hands).is_ok();
        assert_eq!([1, 2, 3, 4].map(notes), [true, false, true, false]);
        let adjudicators = [PersonId(1), PersonId(2), PersonId(3)];
        let takes = |id| must_not_have_adjudicated((PersonId(id), "x"), &adjudicators).is_ok();
        assert_eq!([1, 2, 3, 4].map(takes), [false, false, false, true]);
    }
}
