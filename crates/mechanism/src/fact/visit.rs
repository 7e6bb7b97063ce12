//! The facts of visits: those that are filed, by the unit that was visited. What a visit saw is said only where it was borne
//! out; who went is not said.

use super::field::{count, instant, mean, word};
use super::words::Measure::{Days, Items, People, Times};
use super::words::{Grain, Per, named};
use super::{Fed, Feeding, Source};
use qz_domain::visit::Manner;

/// Visits (查访).
pub(super) const VISITS: Source = Source {
    names: named(("visits", "查访")),
    grain: Grain::Visit,
    per: &[Per::Unit],
    placed: named(("By the day on which it was done.", "按走访当日。")),
    fields: &[
        count(
            ("visits", "走访次数"),
            Times,
            ("One for each filed visit.", "每次已归档的走访记一。"),
        ),
        count(("open", "明察"), Times, ("One where it was announced at the door.", "明察的记一。")),
        count(("covert", "暗访"), Times, ("One where it was told afterwards.", "暗访的记一。")),
        count(
            ("written", "书面"),
            Times,
            ("One where it was done on documents.", "书面检查的记一。"),
        ),
        count(
            ("telephone", "电话"),
            Times,
            ("One where it was done by telephone.", "电话检查的记一。"),
        ),
        word::<Manner>(("manner", "方式"), ("How it was done.", "走访的方式。")),
        count(
            ("drawn", "抽取产生"),
            Times,
            ("One where the unit was drawn and not chosen.", "单位经抽取确定的记一。"),
        ),
        count(
            ("over_cap", "超频次"),
            Times,
            (
                "One where it was planned beyond the cap, with a leader's yes.",
                "超出频次上限、经同意安排的记一。",
            ),
        ),
        mean(("team", "组员人数"), People, ("How many went.", "参加走访的人数。")),
        count(
            ("borne_out", "查实"),
            Times,
            (
                "One where something it saw was borne out and stands.",
                "所见情况经认定属实或部分属实且仍成立的记一。",
            ),
        ),
        count(("replied", "已回应"), Times, ("One where the unit replied.", "单位已回应的记一。")),
        count(
            ("disputed", "有异议"),
            Times,
            ("One where the unit disputes what was seen.", "单位对所见有异议的记一。"),
        ),
        count(
            ("planned", "附整改打算"),
            Times,
            ("One where the reply says how it is put right.", "回应附有整改打算的记一。"),
        ),
        mean(
            ("reply_days", "回应天数"),
            Days,
            (
                "Days from the visit to the reply; unknown before it.",
                "走访到回应相隔的天数，未回应为缺。",
            ),
        ),
        count(
            ("corrected", "更正处数"),
            Items,
            ("Fields of the record corrected since.", "归档后更正的栏目数。"),
        ),
        instant(("visited_at", "走访时间"), ("When it was done.", "走访的时间。")),
    ],
    feeding: Feeding::Fed(Fed::Visits),
    is_of_now: true,
};
