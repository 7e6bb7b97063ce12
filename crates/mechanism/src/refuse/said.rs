//! Whether a text says something, and does not deny it (提及与否定): 不采集人脸 collects no faces.

use crate::Mechanism;
use crate::block::Block;
use crate::grammar::{Key, Node};

/// Words that deny what comes after them in their sentence.
const DENIALS: &[&str] = &[
    "不得",
    "不用",
    "不采集",
    "不记",
    "不看",
    "不收",
    "不要",
    "不问",
    "不查",
    "不搞",
    "不设",
    "不以",
    "不将",
    "不把",
    "不与",
    "不因",
    "不作",
    "不凭",
    "禁止",
    "严禁",
    "不许",
    "不准",
    "不含",
    "不涉及",
    "不使用",
    "不亮",
    "不贴",
    "不排",
    "不比",
    "不按",
    "不会",
    "不是",
    "不点",
    "不再",
    "不能",
    "不实行",
    "不采用",
    "不公布",
    "取消",
    "停止",
    "杜绝",
    "反对",
    "防止",
    "没有",
    "无需",
    "no ",
    "not ",
    "never",
    "without",
    "nobody",
];

/// Words for people.
const PERSONS: &[&str] = &[
    "干部",
    "个人",
    "人员",
    "职工",
    "民警",
    "辅警",
    "党员",
    "教师",
    "员工",
    "队员",
    "责任人",
    "网格员",
    "公务员",
    "本人",
    "法官",
    "检察官",
    "staff",
    "officer",
    "person",
    "people",
    "cadre",
    "employee",
];
/// Those who head units: people too, wherever something follows for them.
const HEADS: &[&str] =
    &["站长", "所长", "局长", "镇长", "书记", "主任", "科长", "负责人", "经理", "head of"];
/// Words for units.
const UNITS: &[&str] = &[
    "单位", "部门", "站所", "科室", "各镇", "乡镇", "各村", "各局", "网点", "机构", "科所",
    "units", "towns", "bureaus", "offices",
];

/// The first of some words that a text says without denying it.
pub(super) fn said<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    find(text, words, true)
}

/// As [`said`], for words that deny something themselves.
pub(super) fn said_at_all<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    find(text, words, false)
}

fn find<'t>(text: &'t str, words: &[&str], is_deniable: bool) -> Option<&'t str> {
    // The same bytes, in small letters.
    let small = text.to_ascii_lowercase();
    let places = words.iter().flat_map(|word| small.match_indices(word));
    let open = places.filter(|(at, _)| !(is_deniable && is_denied(&small[..*at])));
    let (at, word) = open.min_by_key(|(at, word)| (*at, std::cmp::Reverse(word.len())))?;
    text.get(at..at + word.len())
}

fn is_denied(before: &str) -> bool {
    let sentence = before.rsplit(['。', '；', ';', '\n', '！']).next().unwrap_or("");
    DENIALS.iter().any(|denial| sentence.contains(denial))
}

/// Whether what a block says is of people: by what it has one result for, else by whom it is about.
pub(super) fn is_of_persons(mechanism: &Mechanism, block: &Block) -> bool {
    match block.word(Key::Per) {
        Some("person" | "post") => return true,
        Some(_) => return false,
        None => {}
    }
    let subject = block.text(Key::Subject).unwrap_or_else(|| mechanism.subject());
    speaks_of_persons(subject)
}

/// Whether a text speaks of people and not of units alone.
pub(super) fn speaks_of_persons(text: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    has(PERSONS) && !has(UNITS)
}

/// Whether a text names people at all.
pub(super) fn names_persons(text: &str) -> bool {
    PERSONS.iter().chain(HEADS).any(|word| text.contains(word))
}

/// Whether a text names units at all.
pub(super) fn names_units(text: &str) -> bool {
    UNITS.iter().any(|word| text.contains(word))
}

/// Whether a block rests on a provision, its own or that of the mechanism.
pub(super) fn has_basis(mechanism: &Mechanism, block: &Block) -> bool {
    block.setting(Key::Basis).is_some() || mechanism.root().lines(Node::Basis).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn what_is_denied_is_not_said() {
        assert_eq!(said("签到用人脸识别", &["人脸"]), Some("人脸"));
        assert_eq!(said("不得采集位置、轨迹、人脸", &["人脸"]), None);
        assert_eq!(said("不得迟到；签到用人脸", &["人脸"]), Some("人脸"));
        assert_eq!(said("Track the GPS", &["gps"]), Some("GPS"));
        assert_eq!(said("no GPS is read", &["gps"]), None);
    }
}
