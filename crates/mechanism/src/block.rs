//! A file as it was read: a tree of blocks, each with its title, its settings and its lines, and where they stand.

use crate::grammar::kind::KindWord;
use crate::grammar::{Key, Kind, Node, Twin};
use crate::term::{Length, Point, Window};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::ops::Range;

/// A value, by the shape of what it is a value of.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, and expressions before they are read.
    Text(String),
    /// One of a list of words.
    Word(Twin),
    /// Yes or no.
    Truth(bool),
    /// A whole number.
    Whole(i64),
    /// A number with its decimals as written.
    Number(Decimal),
    /// A day.
    Day(Date),
    /// A point in time.
    Point(Point),
    /// A length of time.
    Length(Length),
    /// A stretch that facts are read over.
    Window(Window),
    /// A word of elements.
    Kind(KindWord),
}

/// Something said of a block.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// What.
    pub key: Key,
    /// What it is.
    pub value: Value,
    /// The bytes of the value.
    pub at: Range<usize>,
}

/// A value by a name of the file's own: a column of a row, a fact of an example.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// What is written.
    pub text: String,
    /// The bytes of the value.
    pub at: Range<usize>,
}

/// A node of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub node: Node,
    /// The word it began with; a word of the file's own stands for both languages.
    pub word: String,
    /// Its value without a name.
    pub title: Option<Value>,
    /// What is said of it.
    pub settings: Vec<Setting>,
    /// Values by names of the file's own.
    pub named: Vec<Named>,
    /// Its lines.
    pub children: Vec<Block>,
    /// The bytes of its word.
    pub at: Range<usize>,
    /// The bytes of its title; of its word where it has none.
    pub title_at: Range<usize>,
}

impl Block {
    /// Its title as text.
    pub fn title(&self) -> &str {
        match &self.title {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// A setting.
    pub fn setting(&self, key: Key) -> Option<&Setting> {
        self.settings.iter().find(|setting| setting.key == key)
    }

    /// Text said of it.
    pub fn text(&self, key: Key) -> Option<&str> {
        match &self.setting(key)?.value {
            Value::Text(text) => Some(text),
            Value::Word(names) => Some(names.0),
            _ => None,
        }
    }

    /// A word said of it, in English.
    pub fn word(&self, key: Key) -> Option<&'static str> {
        match self.setting(key)?.value {
            Value::Word(names) => Some(names.1),
            _ => None,
        }
    }

    /// Whether it is said to be so; unsaid is not so.
    pub fn is(&self, key: Key) -> bool {
        matches!(self.setting(key), Some(Setting { value: Value::Truth(true), .. }))
    }

    /// Whether it is said not to be so.
    pub fn is_not(&self, key: Key) -> bool {
        matches!(self.setting(key), Some(Setting { value: Value::Truth(false), .. }))
    }

    /// A whole number said of it.
    pub fn whole(&self, key: Key) -> Option<i64> {
        match self.setting(key)?.value {
            Value::Whole(number) => Some(number),
            _ => None,
        }
    }

    /// A number said of it.
    pub fn number(&self, key: Key) -> Option<Decimal> {
        match self.setting(key)?.value {
            Value::Number(number) => Some(number),
            Value::Whole(number) => Some(number.into()),
            _ => None,
        }
    }

    /// The kind, where it is an element.
    pub const fn kind(&self) -> Option<Kind> {
        match self.node {
            Node::Element(kind) => Some(kind),
            _ => None,
        }
    }

    /// Its lines of one sort.
    pub fn lines(&self, node: Node) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.node == node)
    }

    /// It and everything in it.
    pub fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        let mut next = 0;
        while let Some(block) = all.get(next).copied() {
            all.extend(&block.children);
            next += 1;
        }
        all
    }
}
