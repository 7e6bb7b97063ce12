//! The facts of rectifications: a row for every period in which one was not closed, or was closed or looked at again.

use super::field::{count, day, word};
use super::words::Measure::{Items, Times};
use super::words::{Grain, Per, named};
use super::{Fed, Feeding, Source};
use qz_domain::rectification::Stage;

/// What units put right (整改).
pub(super) const RECTIFICATIONS: Source = Source {
    names: named(("rectifications", "整改")),
    grain: Grain::Rectification,
    per: &[Per::Unit, Per::Case],
    placed: named((
        "In every period in which it was open, closed or looked at again.",
        "在办、销号或回访所在的每一期都列入。",
    )),
    fields: &[
        count(("rectifications", "整改项"), Items, ("One for each of them.", "每项整改记一。")),
        count(
            ("due", "本期到期"),
            Items,
            ("One where its last day falls in the period.", "完成期限在本期内的记一。"),
        ),
        count(
            ("overdue", "逾期"),
            Items,
            (
                "One where its last day is past and the unit had not said that it is put right.",
                "期限已过、单位尚未申请销号的记一。",
            ),
        ),
        count(
            ("plan_overdue", "方案逾期"),
            Items,
            ("One where the unit let the days for a plan go by.", "逾期未报整改方案的记一。"),
        ),
        count(("unsettled", "未销号"), Items, ("One while it is not closed.", "尚未销号的记一。")),
        count(
            ("returned", "退回"),
            Times,
            ("Re-checks of the period that found something missing.", "本期复核退回的次数。"),
        ),
        count(
            ("escalated", "升级"),
            Times,
            ("Re-checks of the period that escalated it.", "本期复核升级的次数。"),
        ),
        count(
            ("closed", "销号"),
            Items,
            ("One where it was closed in the period.", "本期销号的记一。"),
        ),
        count(
            ("closed_in_time", "按期销号"),
            Items,
            (
                "One where it was closed in the period and the unit had said so in time.",
                "本期销号且单位按期申请的记一。",
            ),
        ),
        count(
            ("closed_late", "逾期销号"),
            Items,
            (
                "One where it was closed in the period and the unit had said so too late.",
                "本期销号而单位逾期申请的记一。",
            ),
        ),
        count(("revisited", "回访"), Times, ("Revisits of the period.", "本期回访的次数。")),
        count(
            ("reopened", "重启"),
            Times,
            ("Revisits of the period that found that it does not last.", "本期回访后重启的次数。"),
        ),
        count(
            ("extended", "准予延期"),
            Items,
            ("One where more time was granted.", "已准予延期的记一。"),
        ),
        count(
            ("promised", "承诺事项"),
            Items,
            (
                "One where it rests on a promise of a self-requested bulletin.",
                "源自自请通报承诺的记一。",
            ),
        ),
        word::<Stage>(("stage", "环节"), ("Where it stands now.", "现在所处的环节。")),
        day(
            ("due_on", "完成期限"),
            ("Its last day, more time included.", "完成的最后一天，含延期。"),
        ),
    ],
    feeding: Feeding::Fed(Fed::Rectifications),
    is_of_now: true,
};
