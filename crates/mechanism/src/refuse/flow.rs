//! Where the numbers of an element come from (数据流): the registry, the file's own fields, and other elements, however many
//! hands they go through.

use super::direction::{self, Direction};
use super::taint::{self, Class, Taint};
use crate::Mechanism;
use crate::block::Block;
use crate::expression;
use crate::fact;
use crate::grammar::kind::word_of;
use crate::grammar::{Key, Kind, Node};

/// How many elements a number may come through.
const DEEPEST: u8 = 6;

/// The numbers of a file.
#[derive(Clone, Copy)]
pub(super) struct Flow<'a> {
    mechanism: &'a Mechanism,
    depth: u8,
}

impl<'a> Flow<'a> {
    /// Those of a mechanism.
    pub const fn of(mechanism: &'a Mechanism) -> Self {
        Self { mechanism, depth: 0 }
    }

    /// What a name in an expression of a block says of findings.
    pub fn taint(self, block: &Block, name: &str) -> Option<Taint> {
        if self.depth > DEEPEST {
            return None;
        }
        let (source, field) = match name.rsplit_once('.') {
            Some((source, field)) => (Some(source), field),
            None => (None, name),
        };
        let given: Vec<&str> = source.into_iter().chain(sources(block)).collect();
        if let Some(declared) = given.iter().find_map(|source| taint::of_field(source, field)) {
            return declared.0.filter(|_| !is_zero_report(block, field));
        }
        if let Some(own) = given.iter().find_map(|source| self.own(source)) {
            return self.of_own(own, field);
        }
        if let Some(element) = self.own(name) {
            return self.of_element(element);
        }
        if given.is_empty() && is_declared_clean(field) && taint::of_words(field).is_none() {
            return None;
        }
        taint::of_words(name)
    }

    /// Whether each row that a block reads is a finding itself.
    pub fn are_rows_found(self, block: &Block) -> bool {
        sources(block).any(|source| match self.own(source) {
            Some(own) => self.is_found_element(own),
            None => taint::are_rows_found(source),
        })
    }

    /// Whether what an element holds is findings, by its kind and its words.
    pub fn is_found_element(self, element: &Block) -> bool {
        self.of_element(element).is_some_and(|taint| taint.is_found() && !taint.is_inverse)
    }

    fn own(self, name: &str) -> Option<&'a Block> {
        self.mechanism.elements().find(|element| !name.is_empty() && element.title() == name)
    }

    /// A field of a register or question of the file.
    fn of_own(self, own: &Block, field: &str) -> Option<Taint> {
        let line = own.lines(Node::Field).find(|line| line.title() == field);
        let by_words = taint::of_words(field);
        if by_words.is_some() {
            return by_words;
        }
        let is_counted = match line {
            Some(line) => {
                matches!(line.word(Key::Type), Some("number" | "money")) && is_quantity(field)
            }
            None => matches!(field, "登记条数" | "条数" | "entries"),
        };
        (is_counted && self.is_found_element(own)).then_some(Taint::of(Class::Found))
    }

    /// What a number made of a whole element says: its hits, its entries, its score.
    pub fn of_element(self, element: &Block) -> Option<Taint> {
        let deeper = Self { depth: self.depth + 1, ..self };
        match element.kind()? {
            Kind::Check if element.setting(Key::When).is_some() => Some(Taint::of(Class::Found)),
            Kind::Liability => Some(Taint::of(Class::Found)),
            Kind::Show if is_bulletin(element) => Some(Taint::of(Class::Found)),
            Kind::Assess | Kind::Compare => deeper.of_score(element),
            Kind::Rate | Kind::Meet | Kind::Draw => None,
            _ => taint::of_words(&called(element)),
        }
    }

    /// A score says what its formula says.
    fn of_score(self, element: &Block) -> Option<Taint> {
        if self.depth > DEEPEST {
            return None;
        }
        let key = if element.kind() == Some(Kind::Assess) { Key::Formula } else { Key::Figure };
        let Some(syntax) = element.text(key).and_then(expression::syntax) else {
            return taint::of_words(&called(element));
        };
        let rows = self.are_rows_found(element);
        let outcome = direction::of(&syntax, rows, &|name| self.taint(element, name));
        match outcome.found {
            Direction::Independent => None,
            Direction::Falls => Some(Taint { class: Class::Found, is_inverse: true }),
            Direction::Rises | Direction::Mixed => Some(Taint::of(Class::Found)),
        }
    }
}

/// Where entries and zero reports are asked for together, it is whether anything was said, not how much was found.
fn is_zero_report(block: &Block, field: &str) -> bool {
    let is_either = |name: &str| matches!(name, "登记条数" | "entries" | "零报告" | "zero_reports");
    let whole = [Key::When, Key::Unless].into_iter().filter_map(|key| block.text(key));
    let text: String = whole.collect();
    let has = |names: [&str; 2]| names.iter().any(|name| text.contains(name));
    is_either(field) && has(["登记条数", "entries"]) && has(["零报告", "zero_reports"])
}

/// A field that is declared somewhere and says nothing of findings anywhere.
fn is_declared_clean(field: &str) -> bool {
    let mut declared =
        fact::SOURCES.iter().filter_map(|source| taint::of_field(source.names.en, field));
    declared.next().is_some_and(|first| first.0.is_none()) && declared.all(|one| one.0.is_none())
}

/// The sources a block names.
pub(super) fn sources(block: &Block) -> impl Iterator<Item = &str> {
    block
        .text(Key::Facts)
        .unwrap_or("")
        .split(['、', ','])
        .map(str::trim)
        .filter(|one| !one.is_empty())
}

/// An element by its title, with its word where that is the file's own.
pub(super) fn called(element: &Block) -> String {
    match word_of(&element.word) {
        Some(_) => element.title().to_owned(),
        None => format!("{} {}", element.word, element.title()),
    }
}

/// Whether an element is a bulletin.
pub(super) fn is_bulletin(element: &Block) -> bool {
    word_of(&element.word).is_some_and(|word| word.names.1 == "bulletin")
}

/// Whether a field says how many, and not which or how long.
pub(super) fn is_quantity(title: &str) -> bool {
    let open = title.to_lowercase();
    let not = ["序号", "编号", "评分", "号", "涉", "期限", "年份", "分值", "权重", "里程"];
    let many =
        ["数", "量", "合计", "总计", "人次", "件", "起", "count", "number", "total", "quantity"];
    !not.iter().any(|word| open.contains(word)) && many.iter().any(|word| open.ends_with(word))
}
