//! The facts of requests of attendance. Which leave somebody asks for is not said, nor where they go.

use super::field::{count, day, word};
use super::words::Measure::{Days, Items};
use super::words::{Grain, Per, named};
use super::{Fed, Feeding, Source};
use qz_domain::request::{RequestKind, Stage};

/// Requests of attendance (请求).
pub(super) const REQUESTS: Source = Source {
    names: named(("requests", "请求")),
    grain: Grain::Request,
    per: &[Per::Person, Per::Unit, Per::Request],
    placed: named(("By its first day.", "按起始日。")),
    fields: &[
        count(
            ("requests", "申请数"),
            Items,
            ("One for each request that was not withdrawn.", "每件未撤回的申请记一。"),
        ),
        word::<RequestKind>(("kind", "申请类别"), ("What is asked for.", "申请的类别。")),
        count(("leave", "请假"), Items, ("One where it is for leave.", "请假的记一。")),
        count(("trip", "出差"), Items, ("One where it is for a trip.", "出差的记一。")),
        count(("field", "下乡"), Items, ("One where it is for work in villages.", "下乡的记一。")),
        count(("training", "培训"), Items, ("One where it is for a training.", "培训的记一。")),
        count(
            ("standing", "长期外勤"),
            Items,
            ("One where it is for a duty that stands for weeks.", "长期外勤的记一。"),
        ),
        count(("overtime", "加班"), Items, ("One where it is for overtime.", "加班的记一。")),
        count(
            ("correction", "补卡"),
            Items,
            ("One where it is for a forgotten punch.", "补卡的记一。"),
        ),
        word::<Stage>(("stage", "申请环节"), ("Where it stands.", "所处的环节。")),
        count(
            ("approved", "已批"),
            Items,
            ("One where it was approved and holds.", "已批且有效的记一。"),
        ),
        count(("pending", "待批"), Items, ("One while it waits for an answer.", "待批的记一。")),
        count(("refused", "不批"), Items, ("One where it was refused.", "不批的记一。")),
        count(
            ("late", "补登"),
            Items,
            ("One where it had begun when it was asked.", "事后补登的记一。"),
        ),
        count(
            ("days", "起止天数"),
            Days,
            (
                "Calendar days from its first to its last; until they were back, where that was earlier.",
                "首日至末日的历日数，提前返回的算到返回。",
            ),
        ),
        day(("begins_on", "起始日"), ("Its first day.", "第一天。")),
    ],
    feeding: Feeding::Fed(Fed::Requests),
    is_of_now: true,
};
