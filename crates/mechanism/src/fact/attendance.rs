//! The facts of attendance: of each person whom a rule binds, over days that are over. What speaks against somebody is
//! counted only once it stands: people found it so and it can no longer be contested, or the person was asked and let the
//! days to explain go by.

use super::field::{Field, count, typed_fields};
use super::words::Measure::{Days, HalfDays, Minutes, Points};
use super::words::{Grain, Per, named};
use super::{Fed, Feeding, Source};

/// What a day came to, once people were heard (考勤).
pub(super) const ATTENDANCE: Source = Source {
    names: named(("attendance", "考勤")),
    grain: Grain::PersonPeriod,
    per: &[Per::Person, Per::Unit],
    placed: named(("By each of its days.", "按其中每一天。")),
    fields: AttendanceField::FIELDS,
    feeding: Feeding::Fed(Fed::Attendance),
    is_of_now: true,
};

typed_fields! {
    /// A field of attendance.
    AttendanceField {
        Days = count("days" "天数", Days, (
            "Days for which a rule bound the person.", "有考勤规则适用的天数。"));
        Obliged = count("obliged" "应到天数", Days, (
            "Days on which the person was to be there.", "应当到岗的天数。"));
        InOrder = count("in_order" "正常天数", Days, (
            "Days in order, or found to be.", "正常或经认定为正常的天数。"));
        Late = count("late" "迟到天数", Days, (
            "Days late, where that stands.", "迟到且已成立的天数。"));
        LeftEarly = count("left_early" "早退天数", Days, (
            "Days left early, where that stands.", "早退且已成立的天数。"));
        Missing = count("missing" "缺卡次数", Points, (
            "Points without evidence, where that stands.", "无打卡依据且已成立的打卡点数。"));
        Absent = count("absent" "缺勤半天数", HalfDays, (
            "Half-days without evidence, where that stands.", "无到岗依据且已成立的半天数。"));
        Awol = count("awol" "旷工半天数", HalfDays, (
            "Half-days that people found to be absence without leave.", "经人认定为旷工的半天数。"));
        Leave = count("leave" "请假天数", Days, ("Days with leave.", "请假的天数。"));
        Trip = count("trip" "公出天数", Days, ("Days with a trip.", "公出的天数。"));
        Worked = count("worked" "在岗分钟", Minutes, (
            "Minutes worked within the sessions.", "班次内在岗的分钟数。"));
        Asking = count("asking" "待说明", Days, (
            "Days that ask for words or an answer; nothing is held against anybody for them.",
            "还待说明或答复的天数，不因此对任何人不利。"));
        Overdue = count("overdue" "说明逾期", Days, (
            "Days on which the person was asked and let the days to explain go by.",
            "已请予说明而本人逾期未说明的天数。"));
    }
}
