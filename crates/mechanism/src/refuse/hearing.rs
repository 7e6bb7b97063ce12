//! Consequences before a hearing (未听先处): a hit is a prompt; nobody is named, published or held to account before they were
//! heard, and nothing is done by the machine.

use super::Remarks;
use super::flow::{is_bulletin, sources};
use super::liability::links_heard;
use super::passage::passages;
use super::said::{said, said_at_all};
use crate::Mechanism;
use crate::block::Block;
use crate::fact;
use crate::grammar::{Key, Kind};
use crate::language::Said;

/// What a machine would do by itself, or somebody on the spot.
const AT_ONCE: &[&str] = &[
    "自动通报",
    "自动处分",
    "自动问责",
    "自动追责",
    "自动免职",
    "自动停职",
    "自动降级",
    "自动曝光",
    "自动公开姓名",
    "自动执行处",
    "自动生效",
    "自动淘汰",
    "自动调岗",
    "自动扣发",
    "自动列入黑榜",
    "自动上黑榜",
    "直接通报",
    "直接处分",
    "直接问责",
    "直接追责",
    "直接免职",
    "直接停职",
    "直接曝光",
    "直接开除",
    "直接追究",
    "当场免职",
    "当场处分",
    "当场停职",
    "命中即通报",
    "命中即处分",
    "命中即问责",
    "命中即追责",
    "先通报后",
    "先处分后",
    "先公开后",
    "先曝光后",
    "先处理后听",
    "automatically published",
    "automatically punished",
    "automatically sanctioned",
    "automatically dismissed",
    "automatically named",
    "published at once",
    "before hearing",
    "before the hearing",
    "申辩加重",
    "申辩的加重",
    "申辩从重",
    "申辩的从重",
    "申辩，从重",
    "申辩，加重",
];
/// The same where it begins with a word that would deny.
const UNHEARD: &[&str] = &[
    "不听取",
    "无需听取",
    "不再听取",
    "免听",
    "不予申辩",
    "不得申辩",
    "不接受申辩",
    "不许申辩",
    "不必告知",
    "无需告知",
    "不再告知",
    "不听申辩",
    "without hearing",
    "without a hearing",
    "no hearing is",
];
/// Sources each row of which somebody was heard about.
const HEARD: [&str; 4] = ["decisions", "findings", "bulletins", "lists"];

/// Remarks them.
pub(super) fn check(mechanism: &Mechanism, remarks: &mut Remarks<'_>) {
    for block in mechanism.root().all() {
        if block.is_not(Key::Heard) {
            let what = Said::new("不听取陈述申辩就处理：不可以", "nobody is dealt with unheard");
            remarks.refuse(
                Remarks::at(block, Key::Heard),
                what,
                Said::new("写上：听取=是", "write heard=yes"),
            );
        }
        fed(mechanism, block, remarks);
        by_itself(block, remarks);
    }
    for passage in passages(mechanism) {
        let piece = said(passage.text, AT_ONCE).or_else(|| said_at_all(passage.text, UNHEARD));
        if let Some(piece) = piece {
            remarks.refuse(remarks.place(&passage.at, piece), at_once(piece), instead());
        }
    }
}

/// A hit that goes straight to a bulletin, to liability, or to names.
fn fed(mechanism: &Mechanism, block: &Block, remarks: &mut Remarks<'_>) {
    let is_rule = block.kind() == Some(Kind::Check) && block.setting(Key::When).is_some();
    let Some(setting) = block.setting(Key::Feeds).filter(|_| is_rule) else { return };
    for to in block.text(Key::Feeds).unwrap_or("").split('、').map(str::trim) {
        let Some(target) = mechanism.element(to) else { continue };
        if is_adverse(target) && !is_heard(target) {
            remarks.refuse(remarks.place(&setting.at, to), at_once(to), instead());
        }
    }
}

/// A bulletin or a liability with a condition of its own.
fn by_itself(block: &Block, remarks: &mut Remarks<'_>) {
    let key = if block.setting(Key::When).is_some() { Key::When } else { Key::Event };
    let is_hit = key == Key::When || block.word(Key::Event) == Some("hit");
    let is_decided = sources(block).any(|source| {
        let english = fact::source(source).map_or(source, |source| source.names.en);
        HEARD.contains(&english)
    });
    if is_hit && is_adverse(block) && !is_heard(block) && !is_decided {
        remarks.refuse(Remarks::at(block, key), at_once(block.title()), instead());
    }
}

fn is_adverse(block: &Block) -> bool {
    let names = block.word(Key::Content) == Some("names");
    match (block.kind(), block.word(Key::Tone)) {
        (Some(Kind::Liability), _) | (Some(Kind::Show), Some("criticism")) => true,
        (Some(Kind::Show), Some("praise")) => false,
        (Some(Kind::Show), Some(_)) => names,
        (Some(Kind::Show), None) => names || is_bulletin(block),
        _ => false,
    }
}

fn is_heard(block: &Block) -> bool {
    block.is(Key::Heard) || links_heard(block)
}

fn at_once(piece: &str) -> Said {
    Said::new(
        format!("先听取陈述申辩，才有后果：{piece}"),
        format!("consequences come after the hearing: {piece}"),
    )
}

fn instead() -> Said {
    Said::new(
        "命中先是疑点：接=问题线索；通报和追责写上 听取=是",
        "a hit is a prompt first: feeds=finding; write heard=yes with a bulletin or a liability",
    )
}
