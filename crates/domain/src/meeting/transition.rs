//! What may follow what in a meeting.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 召集
    Call,
    /// 调整参会人
    Attend,
    /// 调整议题
    Agenda,
    /// 表决: the ballot on one matter is taken down.
    Vote,
    /// 签署纪要
    Sign,
    /// 取消
    CallOff,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Call => Action::MeetingCall,
            Self::Attend | Self::Agenda => Action::MeetingChange,
            Self::Vote => Action::MeetingVote,
            Self::Sign => Action::MeetingSign,
            Self::CallOff => Action::MeetingCallOff,
        }
    }
}

const FREE: &[Guard] = &[];
const CALL: &[Guard] = &[Guard::Panel];
const VOTE: &[Guard] = &[
    Guard::Panel,
    Guard::Heard,
    Guard::Authority,
    Guard::NoHeavier,
    Guard::Separation,
    Guard::Recusal,
    Guard::Past,
];
const SIGN: &[Guard] = &[Guard::Vote, Guard::Past];

/// Every lawful move of a meeting. Signed minutes never change.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Call, Stage::Called, CALL),
    row(Some(Stage::Called), Step::Attend, Stage::Called, CALL),
    row(Some(Stage::Called), Step::Agenda, Stage::Called, FREE),
    row(Some(Stage::Called), Step::Vote, Stage::Called, VOTE),
    row(Some(Stage::Called), Step::Sign, Stage::Held, SIGN),
    row(Some(Stage::Called), Step::CallOff, Stage::CalledOff, FREE),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let steps = [Step::Call, Step::Attend, Step::Agenda, Step::Vote, Step::Sign, Step::CallOff];
        walk(TRANSITIONS, &steps);
    }

    #[test]
    fn nothing_follows_signed_minutes_or_a_meeting_that_was_called_off() {
        for end in [Stage::Held, Stage::CalledOff] {
            assert!(TRANSITIONS.iter().all(|row| row.from != Some(end)), "{end:?}");
        }
    }
}
