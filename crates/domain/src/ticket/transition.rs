//! What may follow what in a ticket.

use super::{Outcome, Stage};
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 提交: by anybody.
    Submit,
    /// 受理, 接办: by whoever handles it from now on.
    Accept,
    /// 先行隐去: the page is kept from the public until it is checked.
    Hide,
    /// 询问: of whoever sent it.
    Ask,
    /// 补充: by whoever sent it.
    Reply,
    /// 交办: to the unit complained of.
    HandOver,
    /// 承办回复: by that unit, to the office.
    Report,
    /// 答复
    Answer(Outcome),
    /// 已解决: by whoever sent it.
    Solved,
    /// 未解决: by whoever sent it, once.
    NotSolved,
    /// 到期办结: nobody said that it is not solved.
    Lapse,
    /// 到期抹除: what was told is erased.
    Erase,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Submit => Action::TicketSubmit,
            Self::Accept => Action::TicketAccept,
            Self::Hide => Action::TicketHide,
            Self::Ask => Action::TicketAsk,
            Self::Reply => Action::TicketReply,
            Self::HandOver => Action::TicketHandOver,
            Self::Report => Action::TicketReport,
            Self::Answer(_) => Action::TicketAnswer,
            Self::Solved => Action::TicketSolved,
            Self::NotSolved => Action::TicketNotSolved,
            Self::Lapse => Action::TicketLapse,
            Self::Erase => Action::TicketErase,
        }
    }
}

use Stage::{Accepted, Answered, Closed, HandedOver, Reopened, Reported, Submitted};

const APART: &[Guard] = &[Guard::Separation, Guard::Recusal];
const HANDLER: &[Guard] = &[Guard::Separation];

/// Every lawful move of a ticket.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Submit, Submitted, &[Guard::Intake]),
    row(Some(Submitted), Step::Accept, Accepted, APART),
    row(Some(Reopened), Step::Accept, Accepted, APART),
    row(Some(Accepted), Step::Accept, Accepted, APART),
    row(Some(Reported), Step::Accept, Reported, APART),
    row(Some(Submitted), Step::Hide, Submitted, &[]),
    row(Some(Accepted), Step::Hide, Accepted, &[]),
    row(Some(Reopened), Step::Hide, Reopened, &[]),
    row(Some(Accepted), Step::Ask, Accepted, HANDLER),
    row(Some(Reported), Step::Ask, Reported, HANDLER),
    row(Some(Submitted), Step::Reply, Submitted, &[]),
    row(Some(Accepted), Step::Reply, Accepted, &[]),
    row(Some(HandedOver), Step::Reply, HandedOver, &[]),
    row(Some(Reported), Step::Reply, Reported, &[]),
    row(Some(Reopened), Step::Reply, Reopened, &[]),
    row(Some(Accepted), Step::HandOver, HandedOver, HANDLER),
    row(Some(Reported), Step::HandOver, HandedOver, HANDLER),
    row(Some(HandedOver), Step::Report, Reported, &[]),
    row(Some(Accepted), Step::Answer(Outcome::Corrected), Answered, HANDLER),
    row(Some(Accepted), Step::Answer(Outcome::Removed), Answered, HANDLER),
    row(Some(Accepted), Step::Answer(Outcome::Declined), Answered, HANDLER),
    row(Some(Reported), Step::Answer(Outcome::Settled), Answered, HANDLER),
    row(Some(Reported), Step::Answer(Outcome::Declined), Answered, HANDLER),
    row(Some(Answered), Step::Solved, Closed, &[]),
    row(Some(Answered), Step::NotSolved, Reopened, &[]),
    row(Some(Answered), Step::Lapse, Closed, &[]),
    row(Some(Closed), Step::Erase, Closed, &[]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;
    use crate::spelled::Spelled;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let mut steps = vec![
            Step::Submit,
            Step::Accept,
            Step::Hide,
            Step::Ask,
            Step::Reply,
            Step::HandOver,
            Step::Report,
            Step::Solved,
            Step::NotSolved,
            Step::Lapse,
            Step::Erase,
        ];
        steps.extend(Outcome::ALL.iter().map(|outcome| Step::Answer(*outcome)));
        walk(TRANSITIONS, &steps);
    }
}
