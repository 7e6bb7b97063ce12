//! What may follow what in a roster, and in the handing over of a turn.

use super::{Stage, SwapStage};
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 拟定: written, and written anew until it is published.
    Draft,
    /// 发布
    Publish,
    /// 调整: after it was published, with a reason.
    Change,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Publish, Self::Change];
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Draft => Action::RosterDraft,
            Self::Publish => Action::RosterPublish,
            Self::Change => Action::RosterChange,
        }
    }
}

/// A step of handing a turn over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SwapStep {
    /// 提出
    Ask,
    /// 批准
    Approve,
    /// 不批
    Refuse,
    /// 撤回
    Withdraw,
}

impl SwapStep {
    /// Every step.
    pub const ALL: [Self; 4] = [Self::Ask, Self::Approve, Self::Refuse, Self::Withdraw];
}

impl Stepped for SwapStep {
    fn action(self) -> Action {
        match self {
            Self::Ask => Action::SwapAsk,
            Self::Approve => Action::SwapApprove,
            Self::Refuse => Action::SwapRefuse,
            Self::Withdraw => Action::SwapWithdraw,
        }
    }
}

const OF_UNIT: &[Guard] = &[Guard::ForUnit];

/// Every lawful move of a roster.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Draft, Stage::Drafted, OF_UNIT),
    row(Some(Stage::Drafted), Step::Draft, Stage::Drafted, OF_UNIT),
    row(Some(Stage::Drafted), Step::Publish, Stage::Published, &[Guard::ToCome]),
    row(Some(Stage::Published), Step::Change, Stage::Published, OF_UNIT),
];

/// Every lawful move of handing a turn over.
pub const SWAPS: &[Row<SwapStage, SwapStep>] = &[
    row(None, SwapStep::Ask, SwapStage::Pending, &[Guard::ForUnit, Guard::Clash]),
    row(
        Some(SwapStage::Pending),
        SwapStep::Approve,
        SwapStage::Approved,
        &[Guard::Separation, Guard::Clash],
    ),
    row(Some(SwapStage::Pending), SwapStep::Refuse, SwapStage::Refused, &[Guard::Separation]),
    row(Some(SwapStage::Pending), SwapStep::Withdraw, SwapStage::Withdrawn, &[]),
];
