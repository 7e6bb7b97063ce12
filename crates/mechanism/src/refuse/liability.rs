//! Liability for a position alone (只凭职务追责): each answers for what they did or left undone themselves.

use super::Remarks;
use super::passage::passages;
use super::said::{said, said_at_all};
use crate::Mechanism;
use crate::block::Block;
use crate::grammar::{Key, Node};
use crate::language::Said;

/// What makes somebody answer without a fault of their own, wherever it is said.
const STRICT: &[&str] = &[
    "一律追究",
    "一律问责",
    "一律追责",
    "一律免职",
    "一律处分",
    "一律停职",
    "一律严肃",
    "即追究",
    "即问责",
    "就追究",
    "就问责",
    "自动追责",
    "自动问责",
    "株连",
    "连坐",
    "负连带责任",
    "承担连带责任",
    "连带追究",
    "连带问责",
    "同责同罚",
    "负领导责任即",
    "strict liability",
    "automatically liable",
    "collectively liable",
    "by virtue of position",
    "by position alone",
];
/// The same where it begins with a word that would deny.
const WHETHER_OR_NOT: &[&str] = &[
    "无论是否知情",
    "不论是否知情",
    "不管是否知情",
    "不论知情与否",
    "无论知情与否",
    "不论有无过错",
    "无论有无过错",
    "不管有无过错",
    "不问过错",
    "不问原因",
    "不论原因",
    "无论什么原因",
    "regardless of fault",
    "regardless of knowledge",
    "whether or not they knew",
    "without fault",
];
/// What happens in a unit.
const HAPPENS: &[&str] =
    &["出现", "发生", "被查处", "被通报", "受到处分", "被曝光", "被问责", "有人违"];
/// What follows for those above.
const FOLLOWS: &[&str] = &["追究", "问责", "追责", "处分", "免职", "停职"];
/// Those above.
const ABOVE: &[&str] = &[
    "负责人",
    "领导",
    "书记",
    "县长",
    "镇长",
    "局长",
    "主任",
    "班子",
    "分管",
    "主管",
    "院长",
    "行长",
];
/// Those below, for whose acts nobody answers by itself.
const BELOW: &[&str] = &[
    "下属",
    "下级",
    "所属",
    "部属",
    "手下",
    "所在单位",
    "本单位",
    "辖区",
    "分管领域",
    "分管部门",
    "分管单位",
    "班子成员",
    "管辖",
    "部门",
    "单位",
    "subordinate",
];
/// Somebody's post.
const POSTS: &[&str] = &[
    "负责人",
    "领导",
    "主管",
    "分管",
    "班长",
    "书记",
    "镇长",
    "局长",
    "主任",
    "站长",
    "科长",
    "经理",
    "行长",
    "职务",
    "任职",
    "岗位",
    "head of",
    "chief",
    "manager",
    "in charge",
    "position",
];
/// What somebody did or left undone.
const CONDUCT: &[&str] = &[
    "未", "没", "不", "明知", "应知", "知道", "知情", "放任", "授意", "隐瞒", "疏", "失", "拒",
    "擅", "故意", "参与", "纵容", "包庇", "指使", "玩忽", "漏", "误", "伪", "虚", "超", "越", "泄",
    "徇", "弄", "收受", "代签", "压", "骗", "请托", "干预", "推", "拖", "迟", "篡", "删", "要求",
    "knew", "know", "fail", "did not", "ignor", "hid", "conceal", "let ", "told", "falsif",
    "without", "refus", "neglect", "allow", "order",
];
/// Names of wrongs that are those of others where others are spoken of.
const WRONGS: &[&str] = &[
    "不作为",
    "慢作为",
    "乱作为",
    "违规",
    "违纪",
    "违法",
    "失职",
    "渎职",
    "不良",
    "不合格",
    "失误",
    "不到位",
];
const EMPTY: &[&str] = &[
    "无",
    "—",
    "-",
    "/",
    "略",
    "同上",
    "见职责",
    "none",
    "n/a",
    "连带",
    "连带责任",
    "领导责任",
    "监督责任",
    "主体责任",
];

/// Remarks liability for a position.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    for block in mechanism.root().all() {
        if block.node == Node::Link
            && let Some(fault) = block.text(Key::OwnFault).filter(|fault| is_position(fault))
        {
            let title = block.title();
            let what = Said::new(
                format!("“{fault}”不是自身的过错：只凭职务不追责"),
                format!(
                    "`{fault}` is no fault of link `{title}` itself: nobody answers by position alone"
                ),
            );
            remarks.refuse(Remarks::at(block, Key::OwnFault), what, instead());
        }
    }
    for passage in
        passages(mechanism).iter().filter(|passage| passage.key != Some(Key::Exculpation))
    {
        let strict =
            said(passage.text, STRICT).or_else(|| said_at_all(passage.text, WHETHER_OR_NOT));
        let piece =
            strict.or_else(|| passage.text.split(['。', '；', ';']).find(|one| is_for_others(one)));
        if let Some(piece) = piece {
            let what = Said::new(
                format!("这是没有自身过错的追责：{piece}"),
                format!("this is liability without own fault: {piece}"),
            );
            remarks.refuse(remarks.place(&passage.at, piece), what, instead());
        }
    }
}

/// Whether a fault names a post, or what others did, and nothing done or left undone.
fn is_position(fault: &str) -> bool {
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    if EMPTY.contains(&fault.trim()) || said(fault, STRICT).is_some() {
        return true;
    }
    let is_of_others = has(fault, BELOW) && has(fault, &[HAPPENS, WRONGS].concat());
    let open = if is_of_others {
        WRONGS.iter().fold(fault.to_owned(), |text, wrong| text.replace(wrong, ""))
    } else {
        fault.to_owned()
    };
    let is_charge = has(fault, POSTS) || fault.contains("责任");
    (is_of_others || is_charge) && !has(&open.to_ascii_lowercase(), CONDUCT)
}

/// Whether those above answer for what happens: 所在单位出现问题的，追究主要负责人责任.
fn is_for_others(sentence: &str) -> bool {
    let place = |words: &[&str]| words.iter().filter_map(|word| sentence.find(word)).min();
    let (Some(happens), Some(follows)) = (place(HAPPENS), said(sentence, FOLLOWS)) else {
        return false;
    };
    let own = [
        "未",
        "没有",
        "不履行",
        "明知",
        "放任",
        "隐瞒",
        "包庇",
        "失职",
        "疏于",
        "纵容",
        "压案",
        "瞒报",
        "不力",
        "不制止",
        "不管",
        "不纠",
        "过错",
        "尽责",
        "查明",
        "调查",
        "不到位",
        "自身",
    ];
    let is_own = own.iter().any(|word| sentence.contains(word));
    let comes_later = sentence.rfind(follows).is_some_and(|at| at > happens);
    comes_later && !is_own && ABOVE.iter().any(|word| sentence.contains(word))
}

fn instead() -> Said {
    Said::new(
        "写他自己做了什么、没做什么：过错=\"明知而不制止\"",
        "write what they did or left undone themselves: own-fault=\"knew of it and did not stop it\"",
    )
}

/// A block that is one of those whose hearing the links of a liability may state.
pub(super) fn links_heard(block: &Block) -> bool {
    let mut links = block.lines(Node::Link).peekable();
    links.peek().is_some() && links.all(|link| link.is(Key::Heard))
}
