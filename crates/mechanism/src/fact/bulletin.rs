//! The facts of bulletins: published ones, a row for each unit they tell of. What a review felled is not told, nor is what was
//! withdrawn; whom a bulletin names is not said.

use super::field::{count, day, word};
use super::words::Measure::{Items, People};
use super::words::{Grain, Per, named};
use super::{Fed, Feeding, Source};
use qz_domain::bulletin::Scope;

/// Bulletins, by the unit they tell of (通报).
pub(super) const BULLETINS: Source = Source {
    names: named(("bulletins", "通报")),
    grain: Grain::Bulletin,
    per: &[Per::Unit],
    placed: named(("By the day of publication.", "按发布当日。")),
    fields: &[
        count(
            ("bulletins", "通报数"),
            Items,
            ("One for each bulletin that tells of the unit.", "每份涉及该单位的通报记一。"),
        ),
        count(
            ("self_requested", "自请通报"),
            Items,
            ("One where the unit's leader asked for it.", "单位负责人自请的记一。"),
        ),
        word::<Scope>(("scope", "范围"), ("Who may read its names.", "可读其姓名的范围。")),
        count(
            ("in_unit", "本单位范围"),
            Items,
            ("One where the unit alone reads it.", "仅本单位可读的记一。"),
        ),
        count(
            ("in_county", "全县范围"),
            Items,
            ("One where the county reads it.", "全县可读的记一。"),
        ),
        count(
            ("in_public", "公开范围"),
            Items,
            ("One where anybody reads it.", "向社会公开的记一。"),
        ),
        count(
            ("decisions", "所涉决定"),
            Items,
            (
                "Decisions of the unit that it tells of and that stand.",
                "所载该单位仍成立的决定数。",
            ),
        ),
        count(
            ("named", "点名人数"),
            People,
            (
                "How many of the unit it names; while a review runs, its subject is not named.",
                "点名该单位的人数，复核期间不计被复核的人。",
            ),
        ),
        count(
            ("under_review", "复核中"),
            Items,
            ("Decisions it tells of that are under review.", "所载决定中正在复核的件数。"),
        ),
        count(
            ("corrected", "已更正"),
            Items,
            ("One where it was corrected since.", "发布后更正过的记一。"),
        ),
        count(
            ("on_show", "在示"),
            Items,
            ("One while its names are shown.", "姓名尚在显示期内的记一。"),
        ),
        day(("published_on", "发布日"), ("The day of publication.", "发布的日期。")),
        day(
            ("expires_on", "显名截止日"),
            ("The last day its names are shown.", "显示姓名的最后一天。"),
        ),
    ],
    feeding: Feeding::Fed(Fed::Bulletins),
    is_of_now: true,
};
