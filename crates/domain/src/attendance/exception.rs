//! What asks for an explanation (考勤异常): a day that is not as it should be is explained by the person, settled by
//! whoever answers for the unit, and contested where it is held to be wrong. What nobody explained may be settled all the
//! same: at once where that clears the person, else once they were asked and let their days to explain go by. Only here,
//! and only by people, is a day called 旷工.

use super::Codes;
use crate::action::Action;
use crate::id::{ExceptionId, PersonId, UnitId};
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;
use crate::spelled;
use jiff::civil::Date;

/// The most characters of an explanation.
pub const SAID_MOST: usize = 300;

spelled! {
    /// Where an exception stands (异常状态).
    Stage {
        /// 已请说明: the person was asked what happened.
        Asked = "asked", "已请说明";
        /// 已说明: the person said what happened.
        Explained = "explained", "已说明";
        /// 已认定: the unit said what the day was.
        Settled = "settled", "已认定";
        /// 有异议: the person holds that to be wrong.
        Contested = "contested", "有异议";
        /// 已复核: personnel looked again, and that is the end of it.
        Final = "final", "已复核";
    }
}

spelled! {
    /// What people found a day to have been (认定结果).
    Outcome {
        /// 情况属实: the explanation holds; nothing is held against anybody.
        Excused = "excused", "情况属实";
        /// 公出
        Trip = "trip", "公出";
        /// 请假补办
        Leave = "leave", "请假补办";
        /// 设备原因
        Device = "device", "设备原因";
        /// 维持: late, early or missing, as it was judged.
        Stands = "stands", "维持";
        /// 旷工: absent without leave; counts towards the days the law names.
        Awol = "awol", "旷工";
    }
}

impl Outcome {
    /// Whether the day is then as good as normal.
    pub fn clears(self) -> bool {
        !matches!(self, Self::Stands | Self::Awol)
    }
}

/// A step of an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 请予说明
    Ask,
    /// 说明
    Explain,
    /// 认定
    Settle,
    /// 提出异议
    Contest,
    /// 复核
    Decide,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Ask => Action::ExceptionAsk,
            Self::Explain => Action::ExceptionExplain,
            Self::Settle => Action::ExceptionSettle,
            Self::Contest => Action::ExceptionContest,
            Self::Decide => Action::ExceptionDecide,
        }
    }
}

const OTHERS: &[Guard] = &[Guard::Recusal];
const HEARD: &[Guard] = &[Guard::Recusal, Guard::Heard];
const ANEW: &[Guard] = &[Guard::Separation, Guard::Recusal];

/// Every lawful move of an exception.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Ask, Stage::Asked, OTHERS),
    row(None, Step::Explain, Stage::Explained, &[]),
    row(Some(Stage::Asked), Step::Explain, Stage::Explained, &[]),
    row(Some(Stage::Explained), Step::Explain, Stage::Explained, &[]),
    row(None, Step::Settle, Stage::Settled, HEARD),
    row(Some(Stage::Asked), Step::Settle, Stage::Settled, HEARD),
    row(Some(Stage::Explained), Step::Settle, Stage::Settled, HEARD),
    row(Some(Stage::Settled), Step::Contest, Stage::Contested, &[]),
    row(Some(Stage::Contested), Step::Decide, Stage::Final, ANEW),
];

/// A day that people said something about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Number in the store.
    pub id: ExceptionId,
    /// Whose day.
    pub person: PersonId,
    /// The unit that answers for the day.
    pub unit: UnitId,
    /// The day.
    pub day: Date,
    /// Where it stands.
    pub stage: Stage,
    /// What the day came to when people last spoke of it, as [`Codes`] are written; when it comes to something else
    /// later, what was found no longer says anything of it.
    pub judged: String,
    /// Half-days without evidence then.
    pub halves: i64,
    /// The day the person was asked; from then on the days to explain count.
    pub asked_on: Option<Date>,
    /// What the person said; empty where they said nothing.
    pub said: String,
    /// What it was found to be.
    pub outcome: Option<Outcome>,
    /// Why, in words.
    pub because: String,
    /// Who found it.
    pub settled_by: Option<PersonId>,
    /// The day it was found; from then on it may be contested for some days.
    pub settled_on: Option<Date>,
    /// Why it is held to be wrong.
    pub contested: String,
    /// Counts every change.
    pub version: i64,
}

impl Exception {
    /// Whether what was said speaks of what the day comes to now. What speaks of another result binds nobody: the day is
    /// then as if nothing had been said.
    pub fn speaks_of(&self, judged: &str) -> bool {
        self.judged == judged
    }

    /// The same record with nothing said, of what the day comes to now.
    #[must_use]
    pub fn anew(self, unit: UnitId, judged: String, halves: i64) -> Self {
        let Self { id, person, day, version, .. } = self;
        Self { version, ..Self::unsaid(id, (person, unit), day, (judged, halves)) }
    }

    /// A day of which nothing was said yet.
    pub fn unsaid(
        id: ExceptionId,
        (person, unit): (PersonId, UnitId),
        day: Date,
        (judged, halves): (String, i64),
    ) -> Self {
        Self {
            id,
            person,
            unit,
            day,
            stage: Stage::Asked,
            judged,
            halves,
            asked_on: None,
            said: String::new(),
            outcome: None,
            because: String::new(),
            settled_by: None,
            settled_on: None,
            contested: String::new(),
            version: 0,
        }
    }

    /// What people found, as far as it speaks of what the day comes to now and may be relied on: it can no longer be
    /// contested, or was looked at again.
    ///
    /// `is_uncontested` says whether the days to contest it are over.
    pub fn found(&self, judged: &str, is_uncontested: bool) -> Option<Outcome> {
        let is_over = match self.stage {
            Stage::Final => true,
            Stage::Settled => is_uncontested || self.outcome.is_some_and(Outcome::clears),
            Stage::Asked | Stage::Explained | Stage::Contested => false,
        };
        self.outcome.filter(|_| is_over && self.speaks_of(judged))
    }

    /// Whether somebody is waiting for an answer.
    pub fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Explained | Stage::Contested)
    }
}

/// Whether a day asks for an explanation.
pub fn asks(codes: Codes) -> bool {
    use super::Code;
    const ASKED: [Code; 7] = [
        Code::ToVerify,
        Code::Unexplained,
        Code::UnexplainedHalf,
        Code::VeryLate,
        Code::Late,
        Code::LeftEarly,
        Code::MissingPunch,
    ];
    ASKED.iter().any(|code| codes.has(*code))
}

/// Whether a day is to be settled before its month is closed: what is absent or doubtful may not stand by silence.
pub fn must_be_settled(codes: Codes) -> bool {
    use super::Code;
    [Code::ToVerify, Code::Unexplained, Code::UnexplainedHalf].iter().any(|code| codes.has(*code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attendance::Code;
    use crate::procedure::tests::walk;
    use jiff::civil::date;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &[Step::Ask, Step::Explain, Step::Settle, Step::Contest, Step::Decide]);
    }

    fn settled(outcome: Outcome, stage: Stage) -> Exception {
        let (whose, judged) = ((PersonId(1), UnitId(1)), ("unexplained".to_owned(), 2));
        let unsaid = Exception::unsaid(ExceptionId(1), whose, date(2026, 3, 3), judged);
        let settled_on = Some(date(2026, 3, 9));
        Exception { stage, outcome: Some(outcome), settled_on, version: 1, ..unsaid }
    }

    #[test]
    fn what_is_held_against_somebody_counts_when_it_can_no_longer_be_contested() {
        let awol = settled(Outcome::Awol, Stage::Settled);
        assert_eq!(awol.found("unexplained", false), None);
        assert_eq!(awol.found("unexplained", true), Some(Outcome::Awol));
        let cleared = settled(Outcome::Trip, Stage::Settled);
        assert_eq!(cleared.found("unexplained", false), Some(Outcome::Trip));
        let contested = settled(Outcome::Awol, Stage::Contested);
        assert_eq!(contested.found("unexplained", true), None);
        let last = settled(Outcome::Awol, Stage::Final);
        assert_eq!(last.found("unexplained", false), Some(Outcome::Awol));
    }

    #[test]
    fn what_was_found_of_another_result_says_nothing_of_this_one() {
        let awol = settled(Outcome::Awol, Stage::Final);
        assert_eq!(awol.found("normal", true), None);
        let anew = awol.anew(UnitId(2), "late".to_owned(), 0);
        assert_eq!((anew.id, anew.unit, anew.version), (ExceptionId(1), UnitId(2), 1));
        assert!(anew.speaks_of("late") && anew.outcome.is_none() && anew.settled_on.is_none());
    }

    #[test]
    fn a_normal_day_asks_for_nothing() {
        assert!(!asks(Codes::of(Code::Normal).and(Codes::of(Code::Leave))));
        assert!(asks(Codes::of(Code::MissingPunch)) && !must_be_settled(Codes::of(Code::Late)));
        assert!(must_be_settled(Codes::of(Code::Late).and(Codes::of(Code::UnexplainedHalf))));
    }
}
