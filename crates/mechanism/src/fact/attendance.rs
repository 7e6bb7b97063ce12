//! The facts of attendance: of each person whom a rule binds, over a window of days that are over. What speaks against
//! somebody is counted only once it stands: people found it so and it can no longer be contested, or the person was asked
//! and let the days to explain go by.

use super::Measure::{Days, HalfDays, Minutes, Points};
use super::{Field, Grain, Kind, Measure, Source};

const fn count(
    names: (&'static str, &'static str),
    measure: Measure,
    means: &'static str,
) -> Field {
    Field { names, kind: Kind::Count, measure, means }
}

/// What a day came to, once people were heard (考勤).
pub(super) const ATTENDANCE: Source = Source {
    names: ("attendance", "考勤"),
    grain: Grain::Person,
    fields: &[
        count(("days", "天数"), Days, "Days for which a rule bound the person."),
        count(("obliged", "应到天数"), Days, "Days on which the person was to be there."),
        count(("in_order", "正常天数"), Days, "Days in order, or found to be."),
        count(("late", "迟到天数"), Days, "Days late, where that stands."),
        count(("left_early", "早退天数"), Days, "Days left early, where that stands."),
        count(("missing", "缺卡次数"), Points, "Points without evidence, where that stands."),
        count(("absent", "缺勤半天数"), HalfDays, "Half-days without evidence, where that stands."),
        count(
            ("awol", "旷工半天数"),
            HalfDays,
            "Half-days that people found to be absence without leave.",
        ),
        count(("leave", "请假天数"), Days, "Days with leave."),
        count(("trip", "公出天数"), Days, "Days with a trip."),
        count(("worked", "在岗分钟"), Minutes, "Minutes worked within the sessions."),
        count(
            ("asking", "待说明"),
            Days,
            "Days that ask for words or an answer; nothing is held against anybody for them.",
        ),
        count(
            ("overdue", "说明逾期"),
            Days,
            "Days on which the person was asked and let the days to explain go by.",
        ),
    ],
};
