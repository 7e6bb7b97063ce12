//! The facts of findings and decisions: only what stands. What came to nothing has no row, nor has what a review felled, nor
//! anything that is not yet decided; whoever a row speaks of was heard before.

use super::field::{count, day, text, word};
use super::words::Measure::Items;
use super::words::{Grain, Per, named};
use super::{Fed, Feeding, Source};
use qz_domain::finding::Adjudication;
use qz_domain::person::PersonKind;
use qz_domain::post::Rank;
use qz_domain::weight::Weight;

/// Findings that are borne out, by the unit they concern (查实问题).
pub(super) const FINDINGS: Source = Source {
    names: named(("findings", "查实问题")),
    grain: Grain::Finding,
    per: &[Per::Unit, Per::Case],
    placed: named(("By the day of the adjudication.", "按认定当日。")),
    fields: &[
        count(
            ("findings", "查实数"),
            Items,
            ("One for each finding that is borne out and stands.", "每件查实且仍成立的问题记一。"),
        ),
        count(("upheld", "属实"), Items, ("One where it is wholly borne out.", "认定属实的记一。")),
        count(
            ("partly", "部分属实"),
            Items,
            ("One where it is partly borne out.", "认定部分属实的记一。"),
        ),
        word::<Adjudication>(
            ("stage", "认定结论"),
            ("What was said of it: upheld or partly.", "属实或部分属实。"),
        ),
        count(
            ("self_seen", "自查发现"),
            Items,
            (
                "One where the unit saw it itself, without a visit.",
                "单位自行发现、不经走访的记一。",
            ),
        ),
        word::<Weight>(
            ("weight", "程序轻重"),
            ("How much its procedure weighs.", "所用程序的轻重。"),
        ),
        text(
            ("ground", "依据"),
            ("Code of the ground in the law of its day.", "认定所依据条款在当日法规中的代码。"),
        ),
        count(
            ("decided", "有效决定"),
            Items,
            ("Served decisions on it that stand.", "其上已送达且仍成立的决定数。"),
        ),
        count(
            ("under_review", "复核中"),
            Items,
            ("One where a decision on it is under review.", "其上有决定正在复核的记一。"),
        ),
        count(
            ("changed", "经复核变更"),
            Items,
            ("One where a review changed a decision on it.", "其上有决定经复核改变的记一。"),
        ),
        count(
            ("final", "终局"),
            Items,
            (
                "One where nothing on it is open and no time to ask for a review runs.",
                "其上无未了事项、复核期限均已届满的记一。",
            ),
        ),
        count(
            ("put_right", "已整改"),
            Items,
            ("One where all that was ordered on it is closed.", "所下达整改均已销号的记一。"),
        ),
        count(
            ("to_put_right", "未整改完"),
            Items,
            ("Rectifications on it that are not closed.", "其上未销号的整改数。"),
        ),
        day(("adjudicated_on", "认定日"), ("The day of the adjudication.", "认定的日期。")),
    ],
    feeding: Feeding::Fed(Fed::Findings),
    is_of_now: true,
};

/// Served decisions that stand, by the unit or the person held to account (决定).
pub(super) const DECISIONS: Source = Source {
    names: named(("decisions", "决定")),
    grain: Grain::Decision,
    per: &[Per::Person, Per::Unit, Per::Case],
    placed: named(("By the day of service.", "按送达当日。")),
    fields: &[
        count(
            ("decisions", "决定数"),
            Items,
            ("One for each served decision that stands.", "每件已送达且仍成立的决定记一。"),
        ),
        count(
            ("on_unit", "对单位"),
            Items,
            ("One where it is on the unit itself.", "对单位的记一。"),
        ),
        count(("on_person", "对个人"), Items, ("One where it is on a person.", "对个人的记一。")),
        text(
            ("measure", "措施"),
            (
                "Code of the measure that stands, in the law of its day.",
                "现行有效措施在当日法规中的代码。",
            ),
        ),
        word::<Rank>(
            ("rank", "时任职级"),
            ("The rank of the person on the day of the notice.", "告知当日本人的职级。"),
        ),
        word::<PersonKind>(
            ("footing", "时任类别"),
            ("The footing of the person on the day of the notice.", "告知当日本人的人员类别。"),
        ),
        word::<Weight>(
            ("weight", "程序轻重"),
            ("How much its procedure weighs.", "所用程序的轻重。"),
        ),
        count(
            ("in_meeting", "会议议定"),
            Items,
            ("One where a meeting voted on it.", "经会议表决的记一。"),
        ),
        count(
            ("under_review", "复核中"),
            Items,
            ("One while it is under review.", "正在复核的记一。"),
        ),
        count(
            ("varied", "复核变更"),
            Items,
            ("One where a review put a lighter measure.", "经复核减轻的记一。"),
        ),
        count(
            ("confirmed", "复核维持"),
            Items,
            ("One where a review upheld it.", "经复核维持的记一。"),
        ),
        count(
            ("final", "终局"),
            Items,
            (
                "One where no review is open and no time to ask for one runs.",
                "无复核未了且复核期限已届满的记一。",
            ),
        ),
        count(
            ("told", "已通报"),
            Items,
            ("One where a published bulletin tells of it.", "已在通报中发布的记一。"),
        ),
        day(("decided_on", "决定日"), ("The day of the decision.", "作出决定的日期。")),
        day(("served_on", "送达日"), ("The day of service.", "送达的日期。")),
    ],
    feeding: Feeding::Fed(Fed::Decisions),
    is_of_now: true,
};
