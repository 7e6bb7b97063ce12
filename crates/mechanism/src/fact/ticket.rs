//! The facts of tickets: how the county handles what anybody tells it. A complaint speaks of a unit only once the unit was
//! asked and something came of it.

use super::field::{count, day, word};
use super::words::Measure::Items;
use super::words::{Grain, Per, named};
use super::{Fed, Feeding, Source};
use qz_domain::ticket::Stage;

/// Tickets (纠错).
pub(super) const TICKETS: Source = Source {
    names: named(("tickets", "纠错")),
    grain: Grain::Ticket,
    per: &[Per::Unit, Per::Request],
    placed: named(("By the day it came.", "按来件当日。")),
    fields: &[
        count(("tickets", "来件数"), Items, ("One for each ticket.", "每件来件记一。")),
        count(
            ("corrections", "内容纠错"),
            Items,
            ("One where it is about a public page.", "指出公开内容有误的记一。"),
        ),
        count(
            ("complaints", "服务投诉"),
            Items,
            ("One where it is about a service.", "投诉服务的记一。"),
        ),
        word::<Stage>(("stage", "来件环节"), ("Where it stands.", "所处的环节。")),
        count(
            ("accepted", "已受理"),
            Items,
            ("One where somebody has or had it in hand.", "已受理的记一。"),
        ),
        count(
            ("accepted_in_time", "按期受理"),
            Items,
            ("One where it was taken in hand in time.", "在期限内受理的记一。"),
        ),
        count(("answered", "已答复"), Items, ("One where it was answered.", "已答复的记一。")),
        count(
            ("answered_in_time", "按期答复"),
            Items,
            ("One where it was answered in time.", "在期限内答复的记一。"),
        ),
        count(
            ("overdue", "逾期未办"),
            Items,
            ("One while the term that runs is past.", "在走期限已过而未办的记一。"),
        ),
        count(
            ("corrected", "更正"),
            Items,
            ("One where the page was corrected.", "内容已更正的记一。"),
        ),
        count(
            ("removed", "撤除"),
            Items,
            ("One where the page was taken off for good.", "内容已撤除的记一。"),
        ),
        count(
            ("settled", "已处理"),
            Items,
            ("One where the unit did something about it.", "单位已处理的记一。"),
        ),
        count(("declined", "不采纳"), Items, ("One where it was declined.", "不采纳的记一。")),
        count(
            ("reopened", "重办"),
            Items,
            ("One where whoever sent it said that it is not solved.", "来件人不认可而重办的记一。"),
        ),
        day(("submitted_on", "来件日"), ("The day it came.", "来件的日期。")),
        day(("answered_on", "答复日"), ("The day it was answered.", "答复的日期。")),
    ],
    feeding: Feeding::Fed(Fed::Tickets),
    is_of_now: true,
};
