//! Personal labels (贴标签): nobody's standing is put on a desk, a door, a wall or a screen.

use super::Remarks;
use super::passage::{Passage, passages};
use super::said::{is_of_persons, names_persons, names_units, said};
use crate::Mechanism;
use crate::grammar::{Key, Kind, Node};
use crate::language::Said;
use std::collections::BTreeMap;

/// Where people sit and pass.
const PLACES: &[&str] = &[
    "桌牌",
    "工位",
    "座位",
    "座席",
    "门牌",
    "屏幕",
    "大屏",
    "电子屏",
    "显示屏",
    "滚动屏",
    "脸谱",
    "胸牌",
    "胸卡",
    "照片墙",
    "头像",
    "上墙",
    "挂牌示众",
    "桌面",
    "desk",
    "seat",
    "door plate",
    "name plate",
    "big screen",
    "screens",
    "on the wall",
    "badge",
];
/// What is said of somebody's worth.
const WORTH: &[&str] = &[
    "懒",
    "庸",
    "最差",
    "后进",
    "红脸",
    "黑脸",
    "哭脸",
    "笑脸",
    "黄牌",
    "红牌",
    "红灯",
    "黄灯",
    "绿灯",
    "星级",
    "等次",
    "等级",
    "得分",
    "积分",
    "排名",
    "标签",
    "不合格",
    "批评",
    "落后",
    "慢作为",
    "蜗牛",
    "考核结果",
    "考核情况",
    "评价结果",
    "迟到",
    "违纪",
    "曝光",
    "作风",
    "优劣",
    "先进",
    "rating",
    "score",
    "grade",
    "label",
    "lazy",
    "worst",
    "criticism",
    "late",
];
/// Labels that are one wherever they stand.
const LABELS: &[&str] = &[
    "蜗牛奖",
    "懒汉榜",
    "懒人榜",
    "庸官榜",
    "懒政标签",
    "懒干部标签",
    "最差干部",
    "最懒",
    "丑榜",
    "耻辱",
    "示众",
    "红脸黑脸",
    "哭脸",
    "黑脸",
    "脸谱",
    "wall of shame",
    "laziest",
];

/// Remarks them.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    let mut by_block: BTreeMap<usize, Vec<Passage<'_>>> = BTreeMap::new();
    for passage in passages(mechanism) {
        if let Some(piece) = said(passage.text, LABELS) {
            refuse(&passage, piece, remarks);
        }
        let is_shown =
            matches!(passage.block.node, Node::Element(Kind::Show) | Node::Post | Node::Light);
        let is_one = is_shown || said(passage.text, PLACES).is_some();
        if is_one {
            by_block.entry(passage.block.at.start).or_default().push(passage);
        }
    }
    for said_there in by_block.values() {
        placed(mechanism, said_there, remarks);
    }
}

/// Somebody's worth where people sit, said of one block.
fn placed(mechanism: &Mechanism, passages: &[Passage<'_>], remarks: &mut Remarks<'_>) {
    let first = |words: &[&str]| {
        passages.iter().find_map(|one| said(one.text, words).map(|piece| (one, piece)))
    };
    let (Some((at, place)), Some((_, worth))) = (first(PLACES), first(WORTH)) else { return };
    let text: String = passages.iter().map(|one| one.text).collect();
    let is_person = names_persons(&text)
        || at.block.word(Key::Content) == Some("names")
        || is_of_persons(mechanism, at.block)
        || at.block.node == Node::Post
        || !names_units(&text) && place != "大屏" && place != "电子屏";
    if is_person && worth != place {
        refuse(at, place, remarks);
    }
}

fn refuse(passage: &Passage<'_>, piece: &str, remarks: &mut Remarks<'_>) {
    let what = Said::new(
        format!("不给人贴标签：{piece}"),
        format!("nobody is labelled where they work: {piece}"),
    );
    let help = Said::new(
        "岗位牌只写姓名、职责、标准和联系方式；情况按单位公开",
        "a post card has name, duty, standard and contact; results are shown by unit",
    );
    remarks.refuse(remarks.place(&passage.at, piece), what, help);
}
