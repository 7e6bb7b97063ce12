//! The facts of campaigns: what units answer for in the plans that were issued, and their monthly reports.

use super::field::{Field, count, day, text, truth, typed_fields, word};
use super::words::Measure::Items;
use super::words::{Grain, Per, named};
use super::{Fed, Feeding, Source};
use qz_domain::monthly_report::Lamp;

/// Duties of units in campaigns (责任事项).
pub(super) const DUTIES: Source = Source {
    names: named(("duties", "责任事项")),
    grain: Grain::Duty,
    per: &[Per::Unit],
    placed: named((
        "In every period on a day of which its campaign runs.",
        "专项实施期所及的每一期都列入。",
    )),
    fields: &[
        count(
            ("duties", "责任项数"),
            Items,
            (
                "One for each duty of a plan that was issued and not replaced.",
                "每项印发且未被替代的责任记一。",
            ),
        ),
        count(
            ("due", "本期到期"),
            Items,
            ("One where its last day falls in the period.", "期限在本期内的记一。"),
        ),
        count(
            ("past_due", "已到期"),
            Items,
            ("One where its last day is past.", "期限已过的记一。"),
        ),
        truth(
            ("has_own_day", "另定期限"),
            ("Whether it has a last day of its own.", "是否另定了期限。"),
        ),
        text(("campaign", "专项名称"), ("The title of the campaign.", "所属专项的名称。")),
        day(("due_on", "完成期限"), ("Its last day.", "完成的最后一天。")),
        day(("starts", "专项起始日"), ("The first day of the campaign.", "专项的第一天。")),
        day(("ends", "专项截止日"), ("The last day of the campaign.", "专项的最后一天。")),
    ],
    feeding: Feeding::Fed(Fed::Duties),
    is_of_now: true,
};

/// Monthly reports that are owed or were made (月报).
pub(super) const REPORTS: Source = Source {
    names: named(("reports", "月报")),
    grain: Grain::Report,
    per: &[Per::Unit],
    placed: named(("By the last day on which it is due.", "按报送期限。")),
    fields: ReportField::FIELDS,
    feeding: Feeding::Fed(Fed::Reports),
    is_of_now: true,
};

typed_fields! {
    /// A field of monthly reports.
    ReportField {
        Owed = count("owed" "应报", Items, ("One for each report that is owed.", "每份应报的月报记一。"));
        Made = count("made" "已报", Items, ("One where it was confirmed.", "已确认上报的记一。"));
        InTime = count("in_time" "按期", Items, ("One where it was confirmed in time.", "按期上报的记一。"));
        Late = count("late" "迟报", Items, ("One where it was confirmed too late.", "逾期后上报的记一。"));
        Missing = count("missing" "逾期未报", Items, (
            "One where its last day is past and nothing was confirmed.", "期限已过而未报的记一。"));
        Returned = count("returned" "退回待补", Items, (
            "One while it is returned because something is missing.", "退回尚未补报的记一。"));
        Lamp = word of Lamp ("lamp" "灯", ("How it stands to its term today.", "今日对期限的状态。"));
        Month = text("month" "所报月份", ("The month it is about.", "所报的月份。"));
        DueOn = day("due_on" "报送期限", (
            "The last day, or the first that might be it.", "报送的最后一天，节假日未定的为最早可能的一天。"));
        FirstOn = day("first_on" "首次上报日", ("The day of its first confirmation.", "第一次确认的日期。"));
    }
}
