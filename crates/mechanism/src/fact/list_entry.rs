//! The facts of the red and the black list: entries that are or were before the public. What fell with its decision, was
//! removed or went no further has no row.

use super::field::{Field, count, day, typed_fields, word};
use super::words::Measure::Items;
use super::words::{Grain, Per, named};
use super::{Fed, Feeding, Source};
use qz_domain::list_entry::{Board, Standing};

/// Entries of both lists (红黑榜).
pub(super) const LISTS: Source = Source {
    names: named(("lists", "红黑榜")),
    grain: Grain::ListEntry,
    per: &[Per::Person, Per::Unit],
    placed: named(("By the first day of its notice.", "按公示首日。")),
    fields: ListField::FIELDS,
    feeding: Feeding::Fed(Fed::Lists),
    is_of_now: true,
};

typed_fields! {
    /// A field of the red and the black list.
    ListField {
        Entries = count("entries" "上榜条目", Items, ("One for each entry.", "每个条目记一。"));
        Board = word of Board ("board" "榜别", ("On which list it stands.", "所在的榜。"));
        Red = count("red" "红榜", Items, ("One where it is an example.", "红榜的记一。"));
        Black = count("black" "黑榜", Items, ("One where it is a warning.", "黑榜的记一。"));
        Standing = word of Standing ("standing" "榜上状态", ("Where it stands today.", "今日的状态。"));
        InNotice = count("in_notice" "公示中", Items, (
            "One while it may be objected to before it is listed.", "公示期内的记一。"));
        Held = count("held" "暂缓上榜", Items, (
            "One while an objection stays its listing.", "因异议暂缓的记一。"));
        Listed = count("listed" "在榜", Items, ("One while it is listed.", "在榜的记一。"));
        Expired = count("expired" "已到期", Items, (
            "One where it came down by itself.", "到期自动下榜的记一。"));
        OnPerson = count("on_person" "对个人", Items, ("One where it is about a person.", "对个人的记一。"));
        NoticedOn = day("noticed_on" "公示首日", ("The first day of its notice.", "公示的第一天。"));
        Until = day("until" "在榜截止日", ("The last day it may be listed.", "可在榜的最后一天。"));
    }
}
