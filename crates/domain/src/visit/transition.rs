//! What may follow what, as constant rows that every act consults.

use super::Stage;
use crate::action::Action;
use crate::procedure::{self, Row, Stepped, row};
use crate::refusal::{Guard, Refusal};

/// A step of a visit's procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 计划
    Plan,
    /// 填报: write up and sign first.
    Report,
    /// 会签: sign second.
    Sign,
    /// 录入纸面: file from paper with both signatures.
    FilePaper,
    /// 回应: the unit replies.
    Reply,
    /// 更正
    Correct,
    /// 附佐证
    Attach,
    /// 撤销
    CallOff,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Plan => Action::VisitPlan,
            Self::Report => Action::VisitReport,
            Self::Sign => Action::VisitSign,
            Self::FilePaper => Action::VisitFilePaper,
            Self::Reply => Action::VisitReply,
            Self::Correct => Action::VisitCorrect,
            Self::Attach => Action::VisitAttach,
            Self::CallOff => Action::VisitCallOff,
        }
    }
}

/// One row of the table.
pub type Transition = Row<Stage, Step>;

const PLAN: &[Guard] = &[Guard::TwoInspectors, Guard::Recusal, Guard::Frequency];
const DONE: &[Guard] = &[Guard::TwoInspectors, Guard::Trained, Guard::Recusal, Guard::Past];
const SIGN: &[Guard] = &[Guard::Separation, Guard::TwoInspectors, Guard::Trained, Guard::Recusal];
const FREE: &[Guard] = &[];

/// Every lawful move of a visit.
pub const TRANSITIONS: &[Transition] = &[
    row(None, Step::Plan, Stage::Planned, PLAN),
    row(Some(Stage::Planned), Step::Report, Stage::Reported, DONE),
    row(Some(Stage::Reported), Step::Sign, Stage::Filed, SIGN),
    row(None, Step::FilePaper, Stage::Filed, DONE),
    row(Some(Stage::Planned), Step::FilePaper, Stage::Filed, DONE),
    row(Some(Stage::Filed), Step::Reply, Stage::Filed, FREE),
    row(Some(Stage::Filed), Step::Correct, Stage::Filed, DONE),
    row(Some(Stage::Reported), Step::Attach, Stage::Reported, FREE),
    row(Some(Stage::Filed), Step::Attach, Stage::Filed, FREE),
    row(Some(Stage::Planned), Step::CallOff, Stage::CalledOff, FREE),
    row(Some(Stage::Reported), Step::CallOff, Stage::CalledOff, FREE),
];

/// The row of a step from a stage, or the refusal that names both.
pub fn step(from: Option<Stage>, step: Step) -> Result<&'static Transition, Refusal> {
    procedure::find(TRANSITIONS, from, step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    const STEPS: [Step; 8] = [
        Step::Plan,
        Step::Report,
        Step::Sign,
        Step::FilePaper,
        Step::Reply,
        Step::Correct,
        Step::Attach,
        Step::CallOff,
    ];

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &STEPS);
    }

    #[test]
    fn nothing_leads_out_of_a_called_off_visit_and_nothing_out_of_filed() {
        let rows = |stage| TRANSITIONS.iter().filter(move |row| row.from == Some(stage));
        assert_eq!(rows(Stage::CalledOff).count(), 0);
        assert!(rows(Stage::Filed).all(|row| row.to == Stage::Filed));
    }

    #[test]
    fn every_way_to_filed_passes_two_trained_unrelated_inspectors() {
        for row in TRANSITIONS
            .iter()
            .filter(|row| row.to == Stage::Filed && row.from != Some(Stage::Filed))
        {
            for guard in [Guard::TwoInspectors, Guard::Trained, Guard::Recusal] {
                assert!(row.guards.contains(&guard), "{row:?} lacks {guard:?}");
            }
        }
    }
}
