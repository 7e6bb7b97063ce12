//! What the source of a scheme states stays (锁定). The schemes that ship carry it, out of a county's reach: a county's own
//! version may add to it and take nothing away.

use crate::block::Block;
use crate::grammar::{Key, Node};
use crate::language::Said;
use crate::{Diagnostic, Mechanism, shipped};

/// Holds a file to what the scheme it is a version of was shipped with: by its code, or by its name.
pub(crate) fn check(mechanism: &Mechanism, remarks: &mut Vec<Diagnostic>) {
    let Some(source) = shipped::of(mechanism.code(), mechanism.title()) else { return };
    // The shipped file itself, as most are read, is what it is.
    if source == mechanism.text() {
        return;
    }
    let Some(source) = Mechanism::read(source).mechanism else { return };
    for locked in verbatim(&source) {
        if !verbatim(mechanism).any(|block| is_same(block, locked)) {
            remarks.push(taken_away(mechanism, locked));
        }
    }
    for claimed in verbatim(mechanism) {
        if !verbatim(&source).any(|block| is_same(block, claimed)) {
            remarks.push(put_in(mechanism, claimed));
        }
    }
}

/// What a file says its source states, besides the source itself.
fn verbatim(mechanism: &Mechanism) -> impl Iterator<Item = &Block> {
    let blocks = mechanism.root().children.iter();
    let with_lines = blocks.flat_map(|block| std::iter::once(block).chain(&block.children));
    with_lines.filter(|block| block.is(Key::Verbatim) && block.node != Node::Source)
}

fn is_same(one: &Block, other: &Block) -> bool {
    one.node == other.node && one.title == other.title
}

fn taken_away(mechanism: &Mechanism, locked: &Block) -> Diagnostic {
    let (word, title) = (&locked.word, locked.title());
    let what = Said::new(
        format!("原文的“{word} {title}”不能去掉，也不能改名"),
        format!("`{word} {title}` is in the source: it is not taken away, and not renamed"),
    );
    let help = Said::new(
        format!("补上：{word} {title} 原文=是；其他属性可以改"),
        format!("put it back: {word} {title} verbatim=yes; what else is said of it may change"),
    );
    mechanism.fault(mechanism.root().title_at.clone(), what).with_help(help)
}

fn put_in(mechanism: &Mechanism, claimed: &Block) -> Diagnostic {
    let (word, title) = (&claimed.word, claimed.title());
    let what = Said::new(
        format!("来源里没有“{word} {title}”，不能写原文"),
        format!("`{word} {title}` is not in the source and not verbatim"),
    );
    let help = Said::new("改成：默认=是", "write default=yes");
    let at = claimed.setting(Key::Verbatim).map_or(&claimed.at, |setting| &setting.at);
    mechanism.fault(at.clone(), what).with_help(help)
}
