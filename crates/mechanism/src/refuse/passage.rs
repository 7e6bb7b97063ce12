//! Everything that a file says in words (文字): titles, standards, duties, clauses, choices, rows, with where it stands.

use crate::Mechanism;
use crate::block::{Block, Value};
use crate::grammar::{Key, Node, Shape};
use std::ops::Range;

/// A text of a file.
#[derive(Debug, Clone)]
pub(super) struct Passage<'a> {
    /// The block it belongs to.
    pub block: &'a Block,
    /// As what it is said; none for a title and for a value of a name of the file's own.
    pub key: Option<Key>,
    /// The text.
    pub text: &'a str,
    /// What it stands under: the title of the block or, for a title, of the element around it.
    pub under: String,
    /// The bytes of the value.
    pub at: Range<usize>,
}

/// Every text of a mechanism. Where it came from and what it rests on is cited and not said.
pub(super) fn passages(mechanism: &Mechanism) -> Vec<Passage<'_>> {
    let mut all = vec![];
    of_block(mechanism.root(), "", &mut all);
    all
}

fn of_block<'a>(block: &'a Block, around: &str, all: &mut Vec<Passage<'a>>) {
    if matches!(block.node, Node::Source | Node::Basis | Node::Unit) {
        return;
    }
    let is_text = matches!(block.node.title(), Shape::Text | Shape::TextOr(_));
    if let Some(Value::Text(text)) = block.title.as_ref().filter(|_| is_text) {
        let (under, at) = (around.to_owned(), block.title_at.clone());
        all.push(Passage { block, key: None, text, under, at });
    }
    for setting in &block.settings {
        let is_free = matches!(setting.key.shape(), Shape::Text | Shape::TextOr(_));
        if let (Value::Text(text), true) = (&setting.value, is_free && !is_cited(setting.key)) {
            let (under, at) = (block.title().to_owned(), setting.at.clone());
            all.push(Passage { block, key: Some(setting.key), text, under, at });
        }
    }
    // A number in a row is no sentence: what is handed out in rows is looked at by its columns.
    let is_number = |text: &str| text.trim().parse::<f64>().is_ok();
    for named in block.named.iter().filter(|named| !is_number(&named.text)) {
        let under = format!("{around} {} {}", block.title(), named.name);
        all.push(Passage { block, key: None, text: &named.text, under, at: named.at.clone() });
    }
    let is_root = block.node == Node::Mechanism;
    for child in &block.children {
        of_block(child, if is_root { "" } else { block.title() }, all);
    }
}

/// What is a reference and no statement.
const fn is_cited(key: Key) -> bool {
    matches!(key, Key::Code | Key::SourceUnit | Key::Basis | Key::Element | Key::Part)
}
