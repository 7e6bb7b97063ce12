//! Two trees held against each other: which block is which, and what is said of it differently.

use super::{Change, Fate, Property};
use crate::block::{Block, Named, Setting, Value};
use crate::grammar::word::TRUTHS;
use crate::grammar::{Key, Node};
use crate::language::{Language, Said};

/// What a mechanism says once: known by what it is, not by what it says.
const ONCE: [Node; 6] =
    [Node::Mechanism, Node::Unit, Node::Subject, Node::Cycle, Node::Effective, Node::Ends];

/// A block in both languages.
#[derive(Clone, Copy)]
pub(super) struct Both<'a> {
    /// In Chinese words.
    pub zh: &'a Block,
    /// In English words.
    pub en: &'a Block,
}

impl<'a> Both<'a> {
    fn children(self) -> impl Iterator<Item = Self> {
        self.zh.children.iter().zip(&self.en.children).map(|(zh, en)| Self { zh, en })
    }

    fn title(self) -> Option<Said> {
        Some(said(self.zh.title.as_ref()?, self.en.title.as_ref()?))
    }

    /// What it is known by in another version.
    fn key(self) -> (Node, Option<Said>, Option<&'a str>) {
        let node = self.zh.node;
        match node {
            _ if ONCE.contains(&node) => (node, None, None),
            // What stands in an example has no title; its word is its name.
            Node::Given => (node, Some(Said::from(&*self.zh.word)), None),
            _ => (node, self.title(), self.zh.text(Key::Part)),
        }
    }

    /// Whether it stands once and its title is what is said of it, as with 周期.
    fn is_value(self) -> bool {
        ONCE.contains(&self.zh.node) && self.zh.node != Node::Mechanism
    }

    /// What it is called, below another.
    fn place(self, within: Option<&Said>) -> Said {
        let title = if self.is_value() { None } else { self.title() }.unwrap_or_default();
        let called = |word: &str, title: &str| format!("{word} {title}").trim_end().to_owned();
        let own = Said::new(called(&self.zh.word, &title.zh), called(&self.en.word, &title.en));
        let Some(above) = within else { return own };
        Said::new(format!("{} · {}", above.zh, own.zh), format!("{} · {}", above.en, own.en))
    }

    fn properties(self) -> Vec<Property> {
        let settings = self.zh.settings.iter().zip(&self.en.settings);
        let settings = settings.map(|(zh, en)| setting(zh, en));
        if self.zh.node == Node::Given {
            return settings.chain([values(&self.zh.named)]).collect();
        }
        let columns = self.zh.named.iter().zip(&self.en.named).map(|(zh, en)| column(zh, en));
        settings.chain(columns).collect()
    }
}

fn setting(zh: &Setting, en: &Setting) -> Property {
    let to = Some(said(&zh.value, &en.value));
    Property { key: Some(zh.key), name: said_of(zh.key), from: None, to }
}

/// A column of a row.
fn column(zh: &Named, en: &Named) -> Property {
    let to = Some(Said::new(&*zh.text, &*en.text));
    Property { key: None, name: Said::new(&*zh.name, &*en.name), from: None, to }
}

/// The values of a fact in an example, one a row; it has no name but that of its block.
fn values(named: &[Named]) -> Property {
    let values: Vec<&str> = named.iter().map(|one| &*one.text).collect();
    let to = Some(Said::from(values.join(" ")));
    Property { key: None, name: Said::new("值", "value"), from: None, to }
}

fn said_of(key: Key) -> Said {
    Said::new(key.names().0, key.names().1)
}

/// A value as it is written in either language.
fn said(zh: &Value, en: &Value) -> Said {
    Said::new(written(zh, Language::Chinese), written(en, Language::English))
}

fn written(value: &Value, language: Language) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Word(names) => language.of(*names).to_owned(),
        Value::Truth(truth) => language.of(TRUTHS[usize::from(!truth)]).to_owned(),
        Value::Whole(number) => number.to_string(),
        Value::Number(number) => number.normalize().to_string(),
        Value::Day(day) => day.to_string(),
        Value::Point(point) => point.write(language),
        Value::Length(length) => length.write(language),
        Value::Window(window) => window.write(language),
        Value::Kind(word) => language.of(word.names).to_owned(),
    }
}

/// Holds a block of the version after against that of the version before; what changed is added.
pub(super) fn compare(
    before: Both<'_>,
    after: Both<'_>,
    within: Option<&Said>,
    changes: &mut Vec<Change>,
) {
    let place = after.place(within);
    let properties = differing(before, after);
    if !properties.is_empty() {
        let (node, place) = (after.zh.node, place.clone());
        changes.push(Change { fate: Fate::Changed, node, place, properties });
    }
    // What stands in the whole is called by itself.
    let above = (after.zh.node != Node::Mechanism).then_some(&place);
    let (pairs, gone) = matched(before, after);
    for (was, is) in pairs {
        match was {
            Some(was) => compare(was, is, above, changes),
            None => added(is, above, changes),
        }
    }
    for one in gone {
        taken_away(one, above, changes);
    }
}

fn added(block: Both<'_>, within: Option<&Said>, changes: &mut Vec<Change>) {
    let place = block.place(within);
    let (node, properties) = (block.zh.node, block.properties());
    changes.push(Change { fate: Fate::Added, node, place: place.clone(), properties });
    for child in block.children() {
        added(child, Some(&place), changes);
    }
}

fn taken_away(block: Both<'_>, within: Option<&Said>, changes: &mut Vec<Change>) {
    let place = block.place(within);
    let node = block.zh.node;
    changes.push(Change { fate: Fate::TakenAway, node, place: place.clone(), properties: vec![] });
    for child in block.children() {
        taken_away(child, Some(&place), changes);
    }
}

/// What is said of a block differently: its word, its title where it is known by what it is, its properties.
fn differing(before: Both<'_>, after: Both<'_>) -> Vec<Property> {
    let word = |both: Both<'_>| Some(Said::new(&*both.zh.word, &*both.en.word));
    let title = if after.is_value() { ("值", "value") } else { ("名称", "title") };
    let whole = [
        (Said::new("用词", "word"), word(before), word(after)),
        (Said::new(title.0, title.1), before.title(), after.title()),
    ];
    let whole = whole.map(|(name, from, to)| Property { key: None, name, from, to });
    let (was, is) = (before.properties(), after.properties());
    let find = |all: &[Property], one: &Property| {
        let found = all.iter().find(|other| (other.key, &other.name.zh) == (one.key, &one.name.zh));
        found.and_then(|found| found.to.clone())
    };
    let kept = is.iter().map(|one| Property { from: find(&was, one), ..one.clone() });
    let lost = was.iter().filter(|one| find(&is, one).is_none());
    let lost = lost.map(|one| Property { from: one.to.clone(), to: None, ..one.clone() });
    whole.into_iter().chain(kept).chain(lost).filter(|one| one.from != one.to).collect()
}

/// A block of the version after with what it was before, where it was.
type Pair<'a> = (Option<Both<'a>>, Both<'a>);

/// Which child is which, and which children are gone. Of several that are called alike those that say the same belong
/// together; the others follow in their order.
fn matched<'a>(before: Both<'a>, after: Both<'a>) -> (Vec<Pair<'a>>, Vec<Both<'a>>) {
    let mut left: Vec<Both<'a>> = before.children().collect();
    let mut pairs: Vec<Pair<'a>> = after.children().map(|is| (None, is)).collect();
    for is_whole in [true, false] {
        for (was, is) in pairs.iter_mut().filter(|(was, _)| was.is_none()) {
            let is_it = |one: &Both<'a>| one.key() == is.key() && (!is_whole || is_same(*one, *is));
            *was = left.iter().position(is_it).map(|at| left.remove(at));
        }
    }
    (pairs, left)
}

fn is_same(before: Both<'_>, after: Both<'_>) -> bool {
    let mut changes = vec![];
    compare(before, after, None, &mut changes);
    changes.is_empty()
}
