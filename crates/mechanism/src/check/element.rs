//! What is checked of an element: who does and who checks it, what it rests on, where it leads.

use crate::block::Block;
use crate::grammar::{Key, Kind, Node};
use crate::language::Said;
use crate::nearest::meant;
use crate::{Diagnostic, Mechanism, Severity};

/// What an element may lead to besides another element: what the county has anyhow.
pub const OPENS: [(&str, &str); 4] =
    [("问题线索", "finding"), ("整改", "rectification"), ("事项", "task"), ("会议", "meeting")];

/// Checks one block.
pub(super) fn check(mechanism: &Mechanism, block: &Block, remarks: &mut Vec<Diagnostic>) {
    let Some(kind) = block.kind() else { return };
    separated(mechanism, block, remarks);
    leads(mechanism, block, remarks);
    if let (Some(_), Some(event)) = (block.setting(Key::Cycle), block.setting(Key::Event)) {
        let what = Said::new("“周期”和“逢”只能写一个", "it has a cycle or an event, not both");
        remarks.push(mechanism.fault(event.at.clone(), what));
    }
    for wrong in lacks(block, kind) {
        let (severity, what, help) = wrong;
        let at = block.title_at.clone();
        remarks.push(mechanism.fault(at, what).with_help(help).weighing(severity));
    }
}

/// Who approves or re-checks is not who does.
fn separated(mechanism: &Mechanism, block: &Block, remarks: &mut Vec<Diagnostic>) {
    let Some(by) = block.text(Key::By) else { return };
    for key in [Key::Approves, Key::Rechecks] {
        let Some(setting) = block.setting(key) else { continue };
        if block.text(key) == Some(by) {
            let (zh, en) = key.names();
            let what = Said::new(
                format!("“{zh}”和“由”是同一个：{by}"),
                format!("`{en}` is who does it: {by}"),
            );
            let help = Said::new(
                "自己办的事不能自己批、自己核；换一个人或者上一级",
                "nobody approves or re-checks their own work; name another, or those above",
            );
            remarks.push(mechanism.fault(setting.at.clone(), what).with_help(help));
        }
    }
}

/// What an element opens or feeds is there.
fn leads(mechanism: &Mechanism, block: &Block, remarks: &mut Vec<Diagnostic>) {
    let Some(setting) = block.setting(Key::Feeds) else { return };
    let to = block.text(Key::Feeds).unwrap_or("");
    let is_known = |name: &str| OPENS.iter().any(|(zh, en)| name == *zh || name == *en);
    let titles: Vec<&str> = mechanism.elements().map(Block::title).collect();
    for one in to.split('、').map(str::trim) {
        if is_known(one) || titles.contains(&one) {
            continue;
        }
        let what = Said::new(
            format!("没有叫“{one}”的要素可以接"),
            format!("there is no element `{one}` to feed"),
        );
        let known = titles.iter().copied().chain(OPENS.iter().map(|(zh, _)| *zh));
        let help = meant(one, known).unwrap_or_else(|| {
            Said::new(
                "写本文件一个要素的名称，或者：问题线索、整改、事项、会议",
                "write the title of an element here, or finding, rectification, task, meeting",
            )
        });
        remarks.push(mechanism.fault(setting.at.clone(), what).with_help(help));
    }
}

type Lack = (Severity, Said, Said);

fn lack(severity: Severity, (zh, en): (&str, &str), (zh_help, en_help): (&str, &str)) -> Lack {
    (severity, Said::new(zh, en), Said::new(zh_help, en_help))
}

/// What an element of a kind lacks.
fn lacks(block: &Block, kind: Kind) -> Vec<Lack> {
    let has = |key| block.setting(key).is_some();
    let lines = |node| block.lines(node).next().is_some();
    let mut lacks = vec![];
    match kind {
        Kind::Check if has(Key::When) && !has(Key::Per) => lacks.push(lack(
            Severity::Error,
            ("没有写按什么查", "it does not say what has one result each"),
            ("写上：按=人 或者 按=单位", "write per=person or per=unit"),
        )),
        Kind::Check
            if !has(Key::When) && !has(Key::Way) && !lines(Node::Point) && !lines(Node::Field) =>
        {
            lacks.push(lack(
                Severity::Note,
                (
                    "没有“当”也没有查点：按名称查",
                    "neither `when` nor points: it is looked at by its title",
                ),
                ("可以加一行：查点 在岗在位", "a line may be added: point TITLE"),
            ));
        }
        Kind::Register if !lines(Node::Field) => lacks.push(lack(
            Severity::Error,
            ("登记什么？还没有栏", "what is registered? it has no field"),
            ("加一行：栏 事由 类型=文字", "add a line: field TITLE type=text"),
        )),
        Kind::Liability if !lines(Node::Link) => lacks.push(lack(
            Severity::Error,
            ("追责没有环节", "it has no link"),
            (
                "每一环节写清职责、自身过错和免责",
                "write each link with its duty, own fault and exculpation",
            ),
        )),
        Kind::Rate if block.whole(Key::SmallestSample).is_some_and(|least| least < 5) => lacks
            .push(lack(
                Severity::Error,
                ("评价的样本下限不能小于5", "ratings are shown from five on"),
                ("少于5份能猜到是谁评的", "with fewer one can tell who rated"),
            )),
        _ => {}
    }
    lacks
}
