//! What may follow what in an objection.

use super::{Office, Outcome, Stage};
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 提出
    Raise,
    /// 撤回: by the person.
    Withdraw,
    /// 答复: by the office that keeps the entry.
    Answer(Office, Outcome),
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Raise => Action::ObjectionRaise,
            Self::Withdraw => Action::ObjectionWithdraw,
            Self::Answer(Office::Record, _) => Action::ObjectionAnswer,
            Self::Answer(Office::Matter, _) => Action::ObjectionAnswerMatter,
        }
    }
}

const OPEN: Option<Stage> = Some(Stage::Raised);
const APART: &[Guard] = &[Guard::Separation, Guard::Recusal];

/// Every lawful move of an objection.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Raise, Stage::Raised, &[]),
    row(OPEN, Step::Withdraw, Stage::Withdrawn, &[]),
    row(OPEN, Step::Answer(Office::Record, Outcome::Corrected), Stage::Corrected, APART),
    row(OPEN, Step::Answer(Office::Record, Outcome::Kept), Stage::Kept, APART),
    row(OPEN, Step::Answer(Office::Matter, Outcome::Corrected), Stage::Corrected, APART),
    row(OPEN, Step::Answer(Office::Matter, Outcome::Kept), Stage::Kept, APART),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::objection::EntryKind;
    use crate::procedure::tests::walk;
    use crate::spelled::Spelled;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let mut steps = vec![Step::Raise, Step::Withdraw];
        for office in Office::ALL {
            steps.extend(Outcome::ALL.iter().map(|outcome| Step::Answer(*office, *outcome)));
        }
        walk(TRANSITIONS, &steps);
    }

    #[test]
    fn base_data_is_the_personnel_offices_and_a_matter_is_its_organs() {
        let matters = [EntryKind::Accountability, EntryKind::Bulletin];
        for kind in EntryKind::ALL {
            assert_eq!(kind.office() == Office::Matter, matters.contains(kind), "{kind:?}");
        }
    }
}
