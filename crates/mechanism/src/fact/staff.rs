//! The facts of staff: everybody who holds an own post on the last day of a period, or today where it is not over.

use super::field::{count, day, truth, word};
use super::words::Measure::{Items, People};
use super::words::{Grain, Per, named};
use super::{Fed, Feeding, Source};
use qz_domain::person::PersonKind;
use qz_domain::post::Rank;

/// Who holds which post (人员).
pub(super) const STAFF: Source = Source {
    names: named(("staff", "人员")),
    grain: Grain::StaffMember,
    per: &[Per::Person, Per::Unit],
    placed: named((
        "In every period on whose last day they hold an own post.",
        "期末日有本职岗位的，列入该期。",
    )),
    fields: &[
        count(("people", "人数"), People, ("One for each person.", "每人记一。")),
        word::<PersonKind>(
            ("footing", "人员类别"),
            ("On what footing they work, as recorded now.", "现登记的人员类别。"),
        ),
        word::<Rank>(("rank", "职级"), ("The rank of their own post.", "本职岗位的职级。")),
        truth(
            ("leads", "任领导职务"),
            ("Whether their own post leads its unit.", "本职是否为领导职务。"),
        ),
        count(
            ("second_line", "退二线"),
            People,
            ("One where they left the first line.", "已退二线的记一。"),
        ),
        count(
            ("on_loan", "借出"),
            People,
            (
                "One where they work elsewhere for a time: training post, secondment, village stay.",
                "挂职、借调、驻村而暂在他处工作的记一。",
            ),
        ),
        count(
            ("concurrent", "兼任岗位"),
            Items,
            ("Further posts held beside the own one.", "本职之外兼任的岗位数。"),
        ),
        count(
            ("acting", "代理"),
            People,
            ("One where they fill a leading post for the time being.", "代理领导岗位的记一。"),
        ),
        count(
            ("presiding", "主持工作"),
            People,
            ("One where they run a unit without its head.", "主持单位工作的记一。"),
        ),
        count(
            ("past_due", "任期逾期"),
            Items,
            (
                "Posts held although the expected end is past; a question to put, no fault.",
                "预定期满仍在任的岗位数，只提示核对，不是过错。",
            ),
        ),
        count(
            ("trained", "督查培训有效"),
            People,
            ("One where their training in inspection is valid.", "督查培训在有效期内的记一。"),
        ),
        day(("since", "本职起始日"), ("The first day in their own post.", "任本职的第一天。")),
    ],
    feeding: Feeding::Fed(Fed::Staff),
    is_of_now: true,
};
