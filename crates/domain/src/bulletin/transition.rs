//! What may follow what in a bulletin.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a bulletin's procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 拟稿
    Draft,
    /// 修改拟稿: a new version, to be checked again.
    Edit,
    /// 核校
    Check,
    /// 隐私审查
    Review,
    /// 会签
    Countersign,
    /// 签发: the number is taken.
    Sign,
    /// 发布
    Publish,
    /// 更正: a decision it tells of was changed.
    Correct,
    /// 撤回: what it tells does not stand.
    Withdraw,
    /// 撤稿
    CallOff,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Draft => Action::BulletinDraft,
            Self::Edit => Action::BulletinEdit,
            Self::Check => Action::BulletinCheck,
            Self::Review => Action::BulletinReview,
            Self::Countersign => Action::BulletinCountersign,
            Self::Sign => Action::BulletinSign,
            Self::Publish => Action::BulletinPublish,
            Self::Correct => Action::BulletinCorrect,
            Self::Withdraw => Action::BulletinWithdraw,
            Self::CallOff => Action::BulletinCallOff,
        }
    }
}

const DRAFT: &[Guard] = &[Guard::Sources, Guard::Past];
const HAND: &[Guard] = &[Guard::Separation, Guard::Past];
const SIGN: &[Guard] = &[Guard::CounterSignature, Guard::Separation, Guard::Past];
const PUBLISH: &[Guard] = &[Guard::Publication, Guard::Separation, Guard::Past];
const CORRECT: &[Guard] = &[Guard::Sources, Guard::Past];
const FREE: &[Guard] = &[];

/// Every lawful move of a bulletin.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Draft, Stage::Drafted, DRAFT),
    row(Some(Stage::Drafted), Step::Check, Stage::Checked, HAND),
    row(Some(Stage::Checked), Step::Review, Stage::Reviewed, HAND),
    row(Some(Stage::Reviewed), Step::Countersign, Stage::Countersigned, HAND),
    row(Some(Stage::Reviewed), Step::Sign, Stage::Signed, SIGN),
    row(Some(Stage::Countersigned), Step::Sign, Stage::Signed, SIGN),
    row(Some(Stage::Signed), Step::Publish, Stage::Published, PUBLISH),
    row(Some(Stage::Published), Step::Correct, Stage::Published, CORRECT),
    row(Some(Stage::Published), Step::Withdraw, Stage::Published, CORRECT),
    row(Some(Stage::Drafted), Step::Edit, Stage::Drafted, DRAFT),
    row(Some(Stage::Checked), Step::Edit, Stage::Drafted, DRAFT),
    row(Some(Stage::Drafted), Step::CallOff, Stage::CalledOff, FREE),
    row(Some(Stage::Checked), Step::CallOff, Stage::CalledOff, FREE),
    row(Some(Stage::Reviewed), Step::CallOff, Stage::CalledOff, FREE),
    row(Some(Stage::Countersigned), Step::CallOff, Stage::CalledOff, FREE),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let steps = [
            Step::Draft,
            Step::Edit,
            Step::Check,
            Step::Review,
            Step::Countersign,
            Step::Sign,
            Step::Publish,
            Step::Correct,
            Step::Withdraw,
            Step::CallOff,
        ];
        walk(TRANSITIONS, &steps);
    }

    #[test]
    fn what_was_reviewed_is_never_edited_and_what_is_edited_is_checked_again() {
        for row in TRANSITIONS.iter().filter(|row| row.step == Step::Edit) {
            assert!(matches!(row.from, Some(Stage::Drafted | Stage::Checked)));
            assert_eq!(row.to, Stage::Drafted);
        }
    }

    #[test]
    fn what_has_a_number_cannot_be_called_off() {
        for row in TRANSITIONS.iter().filter(|row| row.step == Step::CallOff) {
            assert!(!matches!(row.from, Some(Stage::Signed | Stage::Published)));
        }
    }
}
