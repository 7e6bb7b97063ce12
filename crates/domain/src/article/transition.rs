//! What may follow what in an article.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of an article's procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 拟稿
    Draft,
    /// 修改: a new version, to be checked again.
    Edit,
    /// 审核
    Check,
    /// 刊发
    Publish,
    /// 撤下
    Withdraw,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Draft => Action::ArticleDraft,
            Self::Edit => Action::ArticleEdit,
            Self::Check => Action::ArticleCheck,
            Self::Publish => Action::ArticlePublish,
            Self::Withdraw => Action::ArticleWithdraw,
        }
    }
}

const FREE: &[Guard] = &[Guard::Past];
const HAND: &[Guard] = &[Guard::Separation, Guard::Past];

/// Every lawful move of an article. What is published is never edited: it is withdrawn, and another
/// takes its place.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Draft, Stage::Drafted, FREE),
    row(Some(Stage::Drafted), Step::Edit, Stage::Drafted, FREE),
    row(Some(Stage::Checked), Step::Edit, Stage::Drafted, FREE),
    row(Some(Stage::Drafted), Step::Check, Stage::Checked, HAND),
    row(Some(Stage::Checked), Step::Publish, Stage::Published, HAND),
    row(Some(Stage::Drafted), Step::Withdraw, Stage::Withdrawn, FREE),
    row(Some(Stage::Checked), Step::Withdraw, Stage::Withdrawn, FREE),
    row(Some(Stage::Published), Step::Withdraw, Stage::Withdrawn, FREE),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let steps = [Step::Draft, Step::Edit, Step::Check, Step::Publish, Step::Withdraw];
        walk(TRANSITIONS, &steps);
    }

    #[test]
    fn what_is_published_is_never_edited() {
        for row in TRANSITIONS.iter().filter(|row| row.step == Step::Edit) {
            assert!(!matches!(row.from, None | Some(Stage::Published | Stage::Withdrawn)));
        }
    }
}
