//! What is written after a node's word: its title, and what is said of it.

use super::{Reader, span, value};
use crate::block::{Block, Named, Setting, Value};
use crate::grammar::{Node, Shape, key};
use crate::language::Said;
use crate::nearest::meant;
use kdl::{KdlEntry, KdlIdentifier};
use std::ops::Range;

impl Reader<'_, '_> {
    /// Reads an entry into its block.
    pub(super) fn entry(&mut self, block: &mut Block, entry: &KdlEntry) {
        if let Some(ty) = entry.ty() {
            let what = Said::new("这里不用括号标注", "nothing is annotated in brackets here");
            self.fault(span(ty.span()), what, Said::new("去掉括号", "take the brackets out"));
        }
        match entry.name() {
            None => self.title(block, entry),
            Some(name) => self.setting(block, name, entry),
        }
    }

    fn title(&mut self, block: &mut Block, entry: &KdlEntry) {
        let at = value_span(entry);
        if block.node == Node::Given {
            let named = Named { name: block.word.clone(), text: written(entry), at };
            block.named.push(named);
            return;
        }
        if block.title_at != block.at {
            return self.too_many(block, at);
        }
        block.title_at = at.clone();
        block.title = self.value(block.node.title(), entry, at);
    }

    fn too_many(&mut self, block: &Block, at: Range<usize>) {
        let what = Said::new(
            format!("“{}”后面多了一个值", block.word),
            format!("`{}` has one value too many", block.word),
        );
        let help = Said::new(
            "名称里有空格的加引号；其他的写成 名字=值",
            "put a title with spaces in quotes; write anything else as name=value",
        );
        self.fault(at, what, help);
    }

    /// Says so where a block has nothing after its word.
    pub(super) fn lacks_title(&mut self, block: &Block) {
        let word = &block.word;
        let what = if block.node == Node::Given {
            Said::new(format!("“{word}”后面要写值"), format!("`{word}` needs a value after it"))
        } else {
            Said::new(format!("“{word}”后面要写名称"), format!("`{word}` needs a title after it"))
        };
        if block.title_at == block.at && block.named.is_empty() {
            self.fault(block.at.clone(), what, Said::default());
        }
    }

    fn setting(&mut self, block: &mut Block, name: &KdlIdentifier, entry: &KdlEntry) {
        let (at, written_name) = (span(name.span()), name.value());
        let found =
            key::key_of(written_name).filter(|key| block.node.keys().any(|one| one == *key));
        let Some(key) = found else {
            if block.node != Node::Row {
                self.unknown_key(block, written_name, at);
            } else if block.named.iter().any(|named| named.name == written_name) {
                self.twice(written_name, at);
            } else {
                let at = value_span(entry);
                block.named.push(Named { name: written_name.to_owned(), text: written(entry), at });
            }
            return;
        };
        if block.setting(key).is_some() {
            return self.twice(written_name, at);
        }
        let at = value_span(entry);
        if let Some(value) = self.value(key.shape(), entry, at.clone()) {
            block.settings.push(Setting { key, value, at });
        }
    }

    fn twice(&mut self, name: &str, at: Range<usize>) {
        let what = Said::new(format!("“{name}”写了两遍"), format!("`{name}` is written twice"));
        let help = Said::new("只留一个：KDL 只认最后一个", "leave one: KDL takes the last alone");
        self.fault(at, what, help);
    }

    fn unknown_key(&mut self, block: &Block, name: &str, at: Range<usize>) {
        let what = Said::new(
            format!("“{}”没有“{name}”这个属性", block.word),
            format!("`{}` has no property `{name}`", block.word),
        );
        let own: Vec<&str> = block.node.keys().map(|key| self.say(key.names())).collect();
        let help = meant(name, own.iter().copied()).unwrap_or_else(|| {
            Said::new(format!("它有：{}", own.join("、")), format!("it has: {}", own.join(", ")))
        });
        self.fault(at, what, help);
    }

    fn value(&mut self, shape: Shape, entry: &KdlEntry, at: Range<usize>) -> Option<Value> {
        match value::read(shape, entry.value(), &written(entry), self.language) {
            Ok(value) => Some(value),
            Err(wrong) => {
                let (what, help) = *wrong;
                self.fault(at, what, help);
                None
            }
        }
    }
}

/// The bytes of an entry's value.
pub(crate) fn value_span(entry: &KdlEntry) -> Range<usize> {
    let whole = span(entry.span());
    let length = entry.format().map_or(whole.len(), |format| format.value_repr.len());
    whole.end.saturating_sub(length)..whole.end
}

/// A value as text: what a string says, or the signs of a number.
fn written(entry: &KdlEntry) -> String {
    match entry.value().as_string() {
        Some(text) => text.to_owned(),
        None => entry
            .format()
            .map_or_else(|| entry.value().to_string(), |format| format.value_repr.clone()),
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::Key;

    #[test]
    fn every_key_is_found_by_either_name() {
        for key in Key::ALL {
            assert_eq!(super::key::key_of(key.names().0), Some(*key));
            assert_eq!(super::key::key_of(key.names().1), Some(*key));
        }
    }
}
