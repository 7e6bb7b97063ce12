//! The facts of meetings: how matters were handled together. How often a meeting decided against somebody is not said.

use super::field::{count, day, least, mean, word};
use super::words::Measure::{Items, People, Times};
use super::words::{Grain, Per, named};
use super::{Fed, Feeding, Source};
use qz_domain::meeting::Stage;

/// Meetings, by the organ that held them (会议).
pub(super) const MEETINGS: Source = Source {
    names: named(("meetings", "会议")),
    grain: Grain::Meeting,
    per: &[Per::Unit],
    placed: named(("By the day for which it was called.", "按召集所定的开会日。")),
    fields: &[
        count(
            ("meetings", "会议次数"),
            Times,
            ("One for each meeting that was called.", "每次召集的会议记一。"),
        ),
        count(("held", "已开"), Times, ("One where its minutes are signed.", "纪要已签署的记一。")),
        count(("called_off", "已取消"), Times, ("One where it was called off.", "已取消的记一。")),
        count(
            ("unsigned", "未签纪要"),
            Times,
            ("One where its day is past and no minutes are signed.", "会期已过而纪要未签的记一。"),
        ),
        count(
            ("signed_at_once", "当日签纪要"),
            Times,
            ("One where the minutes were signed on its day.", "当日签署纪要的记一。"),
        ),
        word::<Stage>(("stage", "环节"), ("Where it stands.", "所处的环节。")),
        count(("matters", "议题数"), Items, ("Matters on its agenda.", "议程上的议题数。")),
        count(
            ("voted", "已议定"),
            Items,
            (
                "Matters on which something was put to the vote, whatever it was.",
                "已付表决的议题数，不论何种意见。",
            ),
        ),
        count(("put_off", "缓议"), Items, ("Matters that were put off.", "缓议的议题数。")),
        count(
            ("carried", "已执行"),
            Items,
            ("Matters that were carried out.", "已按表决办理的议题数。"),
        ),
        count(
            ("dissented", "有反对意见"),
            Items,
            ("Matters on which somebody voted against.", "有人反对的议题数。"),
        ),
        count(
            ("recused", "回避"),
            Times,
            ("How often somebody took no part in a matter.", "逐项回避的人次。"),
        ),
        mean(("called", "应到人数"), People, ("How many were called.", "应到的人数。")),
        least(("present", "实到人数"), People, ("How many came.", "实到的人数。")),
        day(("held_on", "开会日"), ("The day for which it was called.", "召集所定的日期。")),
    ],
    feeding: Feeding::Fed(Fed::Meetings),
    is_of_now: true,
};
