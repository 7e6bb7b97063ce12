//! Lamps (灯): how a report stands to its term. They turn by the clock, never by hand.

use crate::monthly_report::Stage;
use crate::spelled;
use crate::term::Due;
use jiff::civil::Date;

spelled! {
    /// A lamp. Grey, yellow, red, green; a red one that is reported later stays yellow.
    Lamp {
        /// 未到期: grey, more than three days are left.
        NotDue = "not_due", "未到期";
        /// 临近到期: yellow, three days are left or fewer.
        Near = "near", "临近到期";
        /// 逾期未报: red.
        Overdue = "overdue", "逾期未报";
        /// 按期上报: green.
        InTime = "in_time", "按期上报";
        /// 逾期后上报: yellow for good.
        Late = "late", "逾期后上报";
        /// 退回待补: yellow until it is confirmed again.
        Returned = "returned", "退回待补";
        /// 期限待定: grey, the year's holiday notice is not out.
        Unknown = "unknown", "期限待定";
    }
}

/// From how many days before its last day a report wants attention.
pub const NEAR_DAYS: i32 = 3;

/// The lamp of a report on a day. `reported` is where it stands and the day of its first confirmation;
/// `None` when there was none.
pub fn lamp(due: Due, today: Date, reported: Option<(Stage, Date)>) -> Lamp {
    match (reported, due) {
        (Some((Stage::Returned, _)), _) => Lamp::Returned,
        (Some((Stage::Confirmed, on)), due) if on <= due.earliest() => Lamp::InTime,
        (Some((Stage::Confirmed, _)), Due::Fixed(_)) => Lamp::Late,
        (None, Due::Fixed(day)) if today > day => Lamp::Overdue,
        (None, due) if (due.earliest() - today).get_days() > NEAR_DAYS => Lamp::NotDue,
        (None, Due::Fixed(_)) => Lamp::Near,
        (_, Due::AwaitingCalendar { .. }) => Lamp::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DUE: Due = Due::Fixed(date(2015, 8, 7));

    #[test]
    fn an_owed_report_goes_from_grey_to_yellow_to_red() {
        let on = |day| lamp(DUE, date(2015, 8, day), None);
        assert_eq!((on(1), on(3)), (Lamp::NotDue, Lamp::NotDue));
        assert_eq!((on(4), on(7)), (Lamp::Near, Lamp::Near));
        assert_eq!((on(8), on(31)), (Lamp::Overdue, Lamp::Overdue));
    }

    #[test]
    fn a_red_one_that_is_reported_later_stays_yellow_whatever_day_it_is() {
        for today in [date(2015, 8, 1), date(2016, 8, 1)] {
            let reported = |day| lamp(DUE, today, Some((Stage::Confirmed, date(2015, 8, day))));
            assert_eq!((reported(1), reported(7)), (Lamp::InTime, Lamp::InTime));
            assert_eq!(reported(8), Lamp::Late);
            let returned = Some((Stage::Returned, date(2015, 8, 1)));
            assert_eq!(lamp(DUE, today, returned), Lamp::Returned);
        }
    }

    #[test]
    fn a_term_without_its_notice_is_never_red_and_never_late() {
        let due = Due::AwaitingCalendar { year: 2027, not_before: date(2027, 1, 7) };
        let on = |month, day, reported| lamp(due, date(2027, month, day), reported);
        assert_eq!(on(1, 2, None), Lamp::NotDue);
        assert_eq!((on(1, 5, None), on(3, 1, None)), (Lamp::Unknown, Lamp::Unknown));
        let confirmed = |day| Some((Stage::Confirmed, date(2027, 1, day)));
        assert_eq!(on(3, 1, confirmed(7)), Lamp::InTime);
        assert_eq!(on(3, 1, confirmed(8)), Lamp::Unknown);
    }
}
