//! What may follow what in a campaign's plan.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a campaign's plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 拟稿
    Draft,
    /// 修改: the whole plan at once.
    Edit,
    /// 印发
    Issue,
    /// 撤销
    CallOff,
    /// 替换: what the issue of a later plan does to the one it names. Nobody takes it by itself.
    Replace,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Draft => Action::CampaignDraft,
            Self::Edit => Action::CampaignEdit,
            Self::Issue | Self::Replace => Action::CampaignIssue,
            Self::CallOff => Action::CampaignCallOff,
        }
    }
}

const FREE: &[Guard] = &[Guard::Past];
const HAND: &[Guard] = &[Guard::Separation, Guard::Past];

/// Every lawful move of a plan. What is issued is never edited: another takes its place.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Draft, Stage::Drafted, FREE),
    row(Some(Stage::Drafted), Step::Edit, Stage::Drafted, FREE),
    row(Some(Stage::Drafted), Step::Issue, Stage::Issued, HAND),
    row(Some(Stage::Drafted), Step::CallOff, Stage::CalledOff, FREE),
    row(Some(Stage::Issued), Step::Replace, Stage::Replaced, HAND),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let steps = [Step::Draft, Step::Edit, Step::Issue, Step::CallOff, Step::Replace];
        walk(TRANSITIONS, &steps);
    }

    #[test]
    fn what_is_issued_is_never_edited_or_called_off() {
        for row in TRANSITIONS.iter().filter(|row| row.from == Some(Stage::Issued)) {
            assert_eq!(row.step, Step::Replace);
        }
    }
}
