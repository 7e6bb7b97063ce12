//! Lamps (灯) and the clock that runs: they turn by the day, never by hand.

use super::{Rectification, Stage};
use crate::spelled;
use crate::term::{Deadline, Due};
use jiff::civil::Date;

spelled! {
    /// Which term runs (在走期限).
    Clock {
        /// 报方案
        Plan = "plan", "报整改方案";
        /// 整改
        Rectify = "rectify", "整改";
        /// 复核
        Recheck = "recheck", "复核";
        /// 回访
        Revisit = "revisit", "回访";
    }
}

spelled! {
    /// How a rectification stands to its term.
    Lamp {
        /// 未到期: grey, more than three days are left.
        NotDue = "not_due", "未到期";
        /// 临近到期: yellow, three days are left or fewer.
        Near = "near", "临近到期";
        /// 逾期: red.
        Overdue = "overdue", "已逾期";
        /// 按期整改: green, put right in time.
        InTime = "in_time", "按期整改";
        /// 逾期整改: yellow, put right after its term.
        Late = "late", "逾期整改";
        /// 期限待定: grey, the year's holiday notice is not out.
        Unknown = "unknown", "期限待定";
    }
}

/// From how many days before its last day a rectification wants attention.
pub const NEAR_DAYS: i32 = 3;

impl Rectification {
    /// Its terms, those that run and those that ran, to count them again.
    pub fn terms_mut(&mut self) -> Vec<&mut Deadline> {
        let maybe = [&mut self.recheck_due, &mut self.revisit_due];
        let always = [&mut self.plan_due, &mut self.due];
        always.into_iter().chain(maybe.into_iter().flatten()).collect()
    }

    /// The term that runs where it stands; none once a revisit found that it lasts.
    pub fn running(&self) -> Option<(Clock, Deadline)> {
        match self.stage {
            Stage::Ordered | Stage::Reopened => Some((Clock::Plan, self.plan_due)),
            Stage::Planned | Stage::Returned | Stage::Escalated => Some((Clock::Rectify, self.due)),
            Stage::Claimed => self.recheck_due.map(|due| (Clock::Recheck, due)),
            Stage::Closed => self.revisit_due.map(|due| (Clock::Revisit, due)),
            Stage::Lasting => None,
        }
    }

    /// Whether its unit said in time that it is put right; `None` where that is not known.
    pub fn is_in_time(&self) -> Option<bool> {
        let on = self.claimed_on?;
        match self.due.due {
            due if on <= due.earliest() => Some(true),
            Due::Fixed(_) => Some(false),
            Due::AwaitingCalendar { .. } => None,
        }
    }
}

/// The lamp of a rectification on a day.
pub fn lamp(one: &Rectification, today: Date) -> Lamp {
    if one.stage.is_done() {
        return match one.is_in_time() {
            Some(true) => Lamp::InTime,
            Some(false) => Lamp::Late,
            None => Lamp::Unknown,
        };
    }
    one.running().map_or(Lamp::Unknown, |(_, running)| waiting(running.due, today))
}

fn waiting(due: Due, today: Date) -> Lamp {
    match due {
        Due::Fixed(day) if today > day => Lamp::Overdue,
        due if (due.earliest() - today).get_days() > NEAR_DAYS => Lamp::NotDue,
        Due::Fixed(_) => Lamp::Near,
        Due::AwaitingCalendar { .. } => Lamp::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_waits_goes_from_grey_to_yellow_to_red() {
        let on = |day| waiting(Due::Fixed(date(2015, 8, 10)), date(2015, 8, day));
        assert_eq!([on(6), on(7), on(10), on(11)], {
            use Lamp::{Near, NotDue, Overdue};
            [NotDue, Near, Near, Overdue]
        });
        let open = Due::AwaitingCalendar { year: 2027, not_before: date(2027, 1, 7) };
        assert_eq!(waiting(open, date(2026, 12, 1)), Lamp::NotDue);
        assert_eq!(waiting(open, date(2027, 3, 1)), Lamp::Unknown);
    }
}
