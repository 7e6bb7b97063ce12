//! What changed between two versions of a scheme (差异): which elements and lines came, went, or say something else. Order does
//! not count, nor does the language a version is written in. Beside it the plain difference of lines, for paper.

mod compare;
mod lines;

pub use lines::{Line, lines};

use crate::grammar::{Key, Node};
use crate::language::{Language, Said};
use crate::spell::format;
use crate::{Mechanism, block::Block};
use compare::Both;

/// What became of an element or a line (变更).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It is new (增加).
    Added,
    /// It is gone (去掉).
    TakenAway,
    /// It says something else (修改).
    Changed,
}

/// A change of one element or line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What became of it.
    pub fate: Fate,
    /// What it is.
    pub node: Node,
    /// What it is called, from the element down, such as `问 工作进展 · 栏 困难`.
    pub place: Said,
    /// What is said of it: all of it where it is new, nothing where it is gone, else what changed.
    pub properties: Vec<Property>,
}

/// Something that is said of an element or a line, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// The property; none for the title, the word, and columns and facts that the file names itself.
    pub key: Option<Key>,
    /// What it is called.
    pub name: Said,
    /// What was said; none where nothing was.
    pub from: Option<Said>,
    /// What is said; none where nothing is.
    pub to: Option<Said>,
}

/// What changed from one version to another: what is new or says something else in the order of the version after, each
/// followed by what changed within it, what is gone after its neighbours.
pub fn difference(before: &Mechanism, after: &Mechanism) -> Vec<Change> {
    let (before, after) = (Trees::of(before), Trees::of(after));
    let mut changes = vec![];
    compare::compare(before.both(), after.both(), None, &mut changes);
    changes
}

/// A scheme in both languages, so that versions in different ones are held against each other.
struct Trees {
    zh: Block,
    en: Block,
}

impl Trees {
    fn of(mechanism: &Mechanism) -> Self {
        let zh = within(mechanism, Language::Chinese);
        let en = within(mechanism, Language::English);
        let en = if has_shape(&zh, &en) { en } else { zh.clone() };
        Self { zh, en }
    }

    const fn both(&self) -> Both<'_> {
        Both { zh: &self.zh, en: &self.en }
    }
}

/// A scheme in a language; as it is where it cannot be converted.
fn within(mechanism: &Mechanism, language: Language) -> Block {
    let text = format(mechanism.text(), Some(language));
    let read = text.ok().and_then(|text| Mechanism::read(&text).mechanism);
    read.as_ref().unwrap_or(mechanism).root().clone()
}

/// Whether two trees have the same nodes in the same places.
fn has_shape(one: &Block, other: &Block) -> bool {
    let (mine, theirs) = (&one.children, &other.children);
    one.node == other.node
        && one.settings.len() == other.settings.len()
        && one.named.len() == other.named.len()
        && mine.len() == theirs.len()
        && mine.iter().zip(theirs).all(|(one, other)| has_shape(one, other))
}

impl Change {
    /// It in words, such as `问 工作进展：截止 20日 → 25日`.
    pub fn said(&self) -> Said {
        let told = |language: Language, joint: &str| {
            let told = self.properties.iter().map(|one| one.told(self.fate, language));
            told.collect::<Vec<_>>().join(joint)
        };
        let (zh, en) = (told(Language::Chinese, "；"), told(Language::English, "; "));
        let Said { zh: place_zh, en: place_en } = &self.place;
        match (self.fate, zh.is_empty()) {
            (Fate::TakenAway, _) => {
                Said::new(format!("去掉 {place_zh}"), format!("taken away: {place_en}"))
            }
            (Fate::Added, true) => {
                Said::new(format!("增加 {place_zh}"), format!("added: {place_en}"))
            }
            (Fate::Added, false) => {
                Said::new(format!("增加 {place_zh}（{zh}）"), format!("added: {place_en} ({en})"))
            }
            (Fate::Changed, _) => {
                Said::new(format!("{place_zh}：{zh}"), format!("{place_en}: {en}"))
            }
        }
    }
}

impl Property {
    fn told(&self, fate: Fate, language: Language) -> String {
        let name = self.name.within(language);
        let value = |value: &Option<Said>| {
            let unsaid = language.of(("（无）", "(none)"));
            value.as_ref().map_or(unsaid, |value| value.within(language)).to_owned()
        };
        match fate {
            Fate::Added => format!("{name} {}", value(&self.to)),
            _ => format!("{name} {} → {}", value(&self.from), value(&self.to)),
        }
    }
}

#[cfg(test)]
mod tests;
