//! What is never asked about anybody (不收的信息): where they are, whom they know, what they spend and read, their body, their
//! family; and no compulsory punch by telephone. The place of a notice board or the contact of a post is none of that.

use super::Remarks;
use super::passage::{Passage, passages};
use super::said::said;
use crate::Mechanism;
use crate::block::Block;
use crate::grammar::{Key, Kind, Node};
use crate::language::Said;

/// Words that are forbidden wherever something is asked, registered or looked at.
const WORDS: &[&str] = &[
    "手机定位",
    "实时定位",
    "位置定位",
    "定位打卡",
    "定位签到",
    "定位信息",
    "定位数据",
    "定位记录",
    "定位截图",
    "开启定位",
    "人员定位",
    "北斗定位",
    "gps",
    "实时位置",
    "当前位置",
    "地理位置",
    "位置轨迹",
    "位置共享",
    "共享位置",
    "位置信息",
    "位置打卡",
    "轨迹",
    "行踪",
    "通讯录",
    "微信好友",
    "好友列表",
    "好友数",
    "朋友圈",
    "通话记录",
    "通话清单",
    "聊天记录",
    "短信记录",
    "银行卡",
    "银行流水",
    "账户流水",
    "资金流水",
    "消费记录",
    "消费流水",
    "消费明细",
    "消费情况",
    "个人消费",
    "支付记录",
    "刷卡记录",
    "账户余额",
    "浏览记录",
    "浏览历史",
    "浏览内容",
    "网页浏览",
    "上网记录",
    "上网时长",
    "上网行为",
    "上网日志",
    "上网内容",
    "在线时长",
    "登录时长",
    "学习时长排",
    "屏幕监控",
    "键盘记录",
    "人脸",
    "刷脸",
    "指纹",
    "虹膜",
    "声纹",
    "掌纹",
    "生物特征",
    "照片打卡",
    "拍照打卡",
    "拍照签到",
    "自拍",
    "手机打卡",
    "手机签到",
    "app打卡",
    "app签到",
    "微信打卡",
    "钉钉打卡",
    "移动打卡",
    "小程序打卡",
    "步数",
    "心率",
    "睡眠时长",
    "家属资料",
    "家属信息",
    "家属情况",
    "家属电话",
    "家属联系方式",
    "家属收入",
    "家属身份",
    "家庭成员信息",
    "家庭成员资料",
    "家庭成员情况",
    "家庭收入",
    "家庭财产",
    "配偶信息",
    "配偶收入",
    "配偶工作单位",
    "子女信息",
    "子女收入",
    "亲属信息",
    "亲属资料",
    "geolocation",
    "live location",
    "current location",
    "location history",
    "location track",
    "whereabouts",
    "address book",
    "contact list",
    "contacts list",
    "call log",
    "chat history",
    "bank card",
    "bank statement",
    "spending",
    "purchases",
    "browsing",
    "screen time",
    "time online",
    "hours online",
    "online hours",
    "facial",
    "face scan",
    "face recognition",
    "fingerprint",
    "iris scan",
    "step count",
    "steps walked",
    "phone punch",
    "phone check-in",
    "photo check-in",
    "selfie",
    "family details",
    "family income",
    "spouse's",
    "relatives' details",
];
/// Words that are a question by themselves and otherwise innocent: 公示栏位置 is the place of a board.
const ALONE: &[&str] = &[
    "位置",
    "定位",
    "消费",
    "流水",
    "浏览",
    "上网",
    "家属",
    "家庭成员",
    "所在位置",
    "人员位置",
    "消费流水",
    "location",
    "contacts",
    "face",
    "family",
];
/// Whom a bare word would be about.
const ABOUT_PEOPLE: &[&str] = &["本人", "个人", "干部", "人员", "职工", "打卡", "签到", "外出"];

/// Remarks them.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    for passage in passages(mechanism) {
        if let Some(piece) = asked(&passage) {
            refuse(remarks.place(&passage.at, piece), piece, remarks);
        }
    }
    for element in mechanism.elements() {
        alone(element, remarks);
    }
    for block in mechanism.root().all() {
        for key in [Key::When, Key::Unless, Key::Formula, Key::Figure, Key::Facts] {
            if let Some(piece) = block.text(key).and_then(|text| said(text, WORDS)) {
                refuse(remarks.place(&Remarks::at(block, key), piece), piece, remarks);
            }
        }
    }
}

fn refuse(at: std::ops::Range<usize>, piece: &str, remarks: &mut Remarks<'_>) {
    let what =
        Said::new(format!("不收这样的信息：{piece}"), format!("nobody is asked for this: {piece}"));
    let help = Said::new(
        "去掉这一项；到岗用固定考勤机，去向由本人说明，亲属只报回避关系",
        "take it out; people punch at a fixed terminal, say themselves where they go, declare relatives for recusal alone",
    );
    remarks.refuse(at, what, help);
}

/// What a text asks for that is forbidden.
fn asked<'t>(passage: &Passage<'t>) -> Option<&'t str> {
    let is_question =
        matches!(passage.block.node, Node::Field | Node::Point) && passage.key.is_none();
    let of_people = || {
        let stem = ALONE.iter().find(|word| passage.text.ends_with(**word))?;
        let before = passage.text.strip_suffix(*stem)?;
        ABOUT_PEOPLE.iter().any(|word| before.starts_with(word)).then_some(passage.text)
    };
    said(passage.text, WORDS).or_else(|| of_people().filter(|_| is_question))
}

/// A bare word in a form that people fill in about themselves: 位置 there is where they are.
fn alone(element: &Block, remarks: &mut Remarks<'_>) {
    let own = |key| element.text(key).is_some_and(|text| text.contains("本人"));
    let is_person = |line: &Block| line.word(Key::Type) == Some("person");
    let of_people = element.kind() == Some(Kind::Ask)
        || own(Key::By)
        || own(Key::Writes)
        || ABOUT_PEOPLE.iter().any(|word| element.title().contains(word))
        || element.lines(Node::Field).any(is_person) && !is_of_things(element.title());
    for line in element.lines(Node::Field).filter(|_| of_people) {
        let title = line.title().trim();
        if ALONE.iter().any(|word| title.eq_ignore_ascii_case(word)) {
            refuse(line.title_at.clone(), title, remarks);
        }
    }
}

fn is_of_things(title: &str) -> bool {
    [
        "资产",
        "物品",
        "设备",
        "公示栏",
        "车辆",
        "会议室",
        "场所",
        "隐患",
        "仓库",
        "档案",
        "asset",
        "board",
        "room",
    ]
    .iter()
    .any(|word| title.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::said::said;
    use super::WORDS;

    #[test]
    fn the_place_of_a_thing_and_the_contact_of_a_post_are_asked_freely() {
        for text in [
            "物定位",
            "公示栏位置",
            "存放位置",
            "联系电话",
            "联系人",
            "流水号",
            "三公消费",
            "浏览量",
            "网上公开",
            "岗位定位",
            "与当事人关系",
            "不看行车轨迹",
            "不记行踪、不记花销、不问家人、不看上网",
            "不得采集人脸、指纹",
        ] {
            assert_eq!(said(text, WORDS), None, "{text}");
        }
        for text in [
            "手机定位截图",
            "行车轨迹",
            "微信好友数",
            "银行卡流水",
            "人脸识别",
            "手机打卡",
            "家属资料",
            "GPS",
            "whereabouts",
        ] {
            assert!(said(text, WORDS).is_some(), "{text}");
        }
    }
}
