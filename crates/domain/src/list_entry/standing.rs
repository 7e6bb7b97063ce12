//! Where an entry stands on a day (榜上状态): it follows from its dates, so that a list is right at any clock.

use super::{ListEntry, Stage};
use crate::spelled;
use crate::term::Due;
use jiff::ToSpan;
use jiff::civil::Date;

spelled! {
    /// Where an entry stands on a day.
    Standing {
        /// 办理中: not yet before the public.
        Pending = "pending", "办理中";
        /// 公示中: anybody may read it, and it may be objected to.
        InNotice = "in_notice", "公示中";
        /// 暂缓上榜: the notice is over, and an objection made during it waits for its answer.
        Held = "held", "暂缓上榜";
        /// 在榜
        Listed = "listed", "在榜";
        /// 已到期: it came down by itself.
        Expired = "expired", "已到期";
        /// 依据失效: the decision it rested on no longer stands; it goes no further, wherever it was.
        Fallen = "fallen", "依据失效";
        /// 已撤下
        Removed = "removed", "已撤下";
        /// 未通过核实
        Declined = "declined", "未通过核实";
    }
}

impl Standing {
    /// Whether anybody may read whom it is about.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::InNotice | Self::Held | Self::Listed)
    }
}

impl ListEntry {
    /// Where it stands on a day; `fallen` is whether what it rests on no longer stands.
    ///
    /// A notice that waits for a year's calendar is not over; a listing that does is over on the first day it
    /// might be.
    pub fn standing(&self, fallen: bool, today: Date) -> Standing {
        match self.stage {
            Stage::Declined => Standing::Declined,
            Stage::Removed => Standing::Removed,
            _ if fallen => Standing::Fallen,
            Stage::Noticed | Stage::Contested => self.by_day(today),
            Stage::Nominated | Stage::Told | Stage::Stated | Stage::Verified => Standing::Pending,
        }
    }

    fn by_day(&self, today: Date) -> Standing {
        let is_over = |expiry: Date| today > expiry;
        match self.notice_end().filter(|end| today > *end) {
            None => Standing::InNotice,
            Some(_) if self.last_day().is_some_and(is_over) => Standing::Expired,
            Some(_) if self.is_held() => Standing::Held,
            Some(_) => Standing::Listed,
        }
    }

    /// The first day it is listed, once its notice has an end and no objection holds it.
    pub fn listed_from(&self) -> Option<Date> {
        let after = self.notice_end()?.saturating_add(1.day());
        (!self.is_held()).then(|| self.held_until.map_or(after, |day| day.max(after)))
    }

    /// The last day it is listed, or the first that might be the last.
    pub fn last_day(&self) -> Option<Date> {
        self.expiry.map(|term| term.due.earliest())
    }

    /// Whether an objection on a day is made during the notice: it stays the listing.
    pub fn is_in_notice(&self, day: Date) -> bool {
        self.notice_end().is_none_or(|end| day <= end)
    }

    fn is_held(&self) -> bool {
        self.stage == Stage::Contested && self.objected_on.is_some_and(|day| self.is_in_notice(day))
    }

    fn notice_end(&self) -> Option<Date> {
        match self.notice_due?.due {
            Due::Fixed(day) => Some(day),
            Due::AwaitingCalendar { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{ListEntryId, UnitId};
    use crate::list_entry::Board;
    use crate::term::{Deadline, Length};
    use jiff::civil::date;

    fn until(due: Due, length: Length) -> Deadline {
        Deadline { from: date(2015, 8, 3), length, due }
    }

    /// In notice from 3 to 10 August, listed from the 11th to 9 November.
    fn noticed() -> ListEntry {
        ListEntry {
            id: ListEntryId(1),
            board: Board::Red,
            unit: UnitId(2),
            person: None,
            decision: None,
            stage: Stage::Noticed,
            reason: String::new(),
            consent: String::new(),
            proposed_on: date(2015, 7, 1),
            statement_due: None,
            statement: String::new(),
            office: None,
            verified: String::new(),
            assessment: None,
            noticed_on: Some(date(2015, 8, 3)),
            notice_due: Some(until(Due::Fixed(date(2015, 8, 10)), Length::Workdays(5))),
            expiry: Some(until(Due::Fixed(date(2015, 11, 9)), Length::Days(90))),
            objected_on: None,
            held_until: None,
            removed_on: None,
            removal: String::new(),
            latest_on: date(2015, 8, 3),
            version: 1,
        }
    }

    #[test]
    fn an_entry_comes_up_after_its_notice_and_comes_down_by_itself() {
        let one = noticed();
        let on = |month, day| one.standing(false, date(2015, month, day));
        assert_eq!(
            [on(8, 3), on(8, 10), on(8, 11), on(11, 9), on(11, 10)],
            [
                Standing::InNotice,
                Standing::InNotice,
                Standing::Listed,
                Standing::Listed,
                Standing::Expired
            ]
        );
        assert_eq!(one.listed_from(), Some(date(2015, 8, 11)));
        assert_eq!(one.standing(true, date(2015, 9, 1)), Standing::Fallen);
        for stage in [Stage::Told, Stage::Stated, Stage::Verified] {
            let early = ListEntry { stage, ..noticed() };
            assert_eq!(early.standing(true, date(2015, 8, 3)), Standing::Fallen, "{stage:?}");
            assert_eq!(early.standing(false, date(2015, 8, 3)), Standing::Pending);
        }
        let declined = ListEntry { stage: Stage::Declined, ..noticed() };
        assert_eq!(declined.standing(true, date(2015, 8, 3)), Standing::Declined);
    }

    #[test]
    fn an_objection_of_the_notice_stays_the_listing_and_a_later_one_does_not() {
        let objected = |day| ListEntry {
            stage: Stage::Contested,
            objected_on: Some(date(2015, 8, day)),
            ..noticed()
        };
        let early = objected(7);
        assert_eq!(early.standing(false, date(2015, 8, 10)), Standing::InNotice);
        assert_eq!(early.standing(false, date(2015, 8, 11)), Standing::Held);
        assert_eq!(early.listed_from(), None);
        assert_eq!(objected(20).standing(false, date(2015, 8, 21)), Standing::Listed);
        let held = ListEntry { held_until: Some(date(2015, 8, 14)), ..noticed() };
        assert_eq!(held.listed_from(), Some(date(2015, 8, 14)));
        let past = early.standing(false, date(2015, 12, 1));
        assert_eq!(past, Standing::Expired, "no objection makes it last longer");
    }

    #[test]
    fn a_notice_that_waits_for_the_calendar_is_not_over() {
        let waits = Due::AwaitingCalendar { year: 2027, not_before: date(2027, 1, 4) };
        let one = ListEntry { notice_due: Some(until(waits, Length::Workdays(5))), ..noticed() };
        assert_eq!(one.standing(false, date(2027, 3, 1)), Standing::InNotice);
        assert_eq!(one.listed_from(), None);
    }
}
