//! A leader's displeasure as a fact (领导好恶): what somebody above thinks or feels is nothing that anybody answers for.

use super::Remarks;
use super::passage::passages;
use super::said::said;
use crate::Mechanism;
use crate::grammar::{Key, Kind, Node};
use crate::language::Said;
use std::ops::Range;

/// Those above.
const ABOVE: [&str; 13] = [
    "领导",
    "上级",
    "书记",
    "县长",
    "镇长",
    "局长",
    "主任",
    "院长",
    "行长",
    "部长",
    "所长",
    "主要负责人",
    "首长",
];
/// What stands between: 领导对其不满意.
const BETWEEN: [&str; 8] = ["", "对其", "对此", "对他", "对工作", "批示", "表示", "个人"];
/// What they feel.
const FEELS: [&str; 9] =
    ["不满", "不高兴", "不悦", "印象", "生气", "发火", "脸色", "好恶", "不喜欢"];
/// What they think, where it would be a fact.
const THINKS: [&str; 9] = ["认为", "感觉", "觉得", "看法", "满意", "评价", "意见", "点名", "口头"];
const ALWAYS: &[&str] = &[
    "印象分",
    "主观印象",
    "顶撞领导",
    "惹领导",
    "让领导",
    "leader is dissatisfied",
    "leader is unhappy",
    "leader dislikes",
    "displeasure",
    "displeased",
    "leader's impression",
    "leader's opinion",
    "boss ",
];

/// Remarks them.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    for passage in passages(mechanism) {
        let is_fact = match (passage.key, passage.block.node) {
            (Some(key), _) => matches!(key, Key::OwnFault | Key::Evidence),
            (None, node) => {
                matches!(
                    node,
                    Node::Point | Node::Given | Node::Example | Node::Element(Kind::Check)
                )
            }
        };
        if let Some(piece) = felt(passage.text, is_fact) {
            refuse(&passage.at, piece, remarks);
        }
    }
    for block in mechanism.root().all() {
        for key in [Key::When, Key::Unless, Key::Formula, Key::Figure, Key::Facts] {
            if let Some(piece) = block.text(key).and_then(|text| felt(text, true)) {
                refuse(&Remarks::at(block, key), piece, remarks);
            }
        }
    }
}

fn refuse(at: &Range<usize>, piece: &str, remarks: &mut Remarks<'_>) {
    let what = Said::new(
        format!("领导的好恶不是事实：{piece}"),
        format!("what somebody above feels is no fact: {piece}"),
    );
    let help = Said::new(
        "写看得见、记得下的行为，如：逾期未办、当场不受理",
        "write what can be seen and recorded, such as: overdue, turned away at the counter",
    );
    remarks.refuse(remarks.place(at, piece), what, help);
}

/// What a text says that somebody above feels; what they think where it is taken as a fact.
fn felt(text: &str, is_fact: bool) -> Option<&str> {
    if let Some(piece) = said(text, ALWAYS) {
        return Some(piece);
    }
    let thinks = if is_fact { &THINKS[..] } else { &[] };
    let places = ABOVE.iter().flat_map(|above| text.match_indices(above));
    places.into_iter().find_map(|(at, above)| {
        let behind = &text[at + above.len()..];
        let felt = BETWEEN.iter().find_map(|between| {
            let rest = behind.strip_prefix(between)?;
            let feels = FEELS.iter().chain(thinks).find(|feels| rest.starts_with(**feels))?;
            Some(above.len() + between.len() + feels.len())
        })?;
        text.get(at..at + felt)
    })
}

#[cfg(test)]
mod tests {
    use super::felt;

    #[test]
    fn what_is_felt_is_told_from_what_is_ordered() {
        for text in ["领导不满意", "领导对其不满", "书记印象差", "主观印象"] {
            assert!(felt(text, false).is_some(), "{text}");
        }
        assert!(felt("领导批示认为工作不力", true).is_some());
        for text in
            ["领导批示办理的事项", "分管领导认为确有必要的，可以延期", "群众不满意", "领导责任"]
        {
            assert!(felt(text, false).is_none(), "{text}");
        }
    }
}
