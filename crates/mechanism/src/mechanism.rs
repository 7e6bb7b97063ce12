//! A mechanism (机制): a scheme of a unit as its file says it. Its text is kept: the text is the scheme.

use crate::block::{Block, Value};
use crate::grammar::{Key, Kind, Node};
use crate::language::{Language, Said};
use crate::{Diagnostic, parse, read, scan};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::ops::Range;

/// A file as far as it could be read, and what was remarked.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The mechanism; none where the text is not even KDL or holds none.
    pub mechanism: Option<Mechanism>,
    /// What was remarked, in the order of the text.
    pub remarks: Vec<Diagnostic>,
}

/// A mechanism.
#[derive(Debug, Clone)]
pub struct Mechanism {
    text: String,
    language: Language,
    root: Block,
    disabled: usize,
}

impl Mechanism {
    /// Reads a file; everything is remarked that can be told from its grammar alone.
    pub fn read(text: &str) -> Reading {
        let document = match parse::parse(text) {
            Ok(document) => document,
            Err(remarks) => return Reading { mechanism: None, remarks },
        };
        let mut remarks = vec![];
        let mut blocks = read::blocks(text, &document, &mut remarks);
        if blocks.len() != 1 {
            remarks.extend(not_one(text, &blocks));
        }
        let root = if blocks.is_empty() { None } else { Some(blocks.swap_remove(0)) };
        let (language, disabled) = (read::language_of(text), scan::switched_off(text).count());
        let mechanism =
            root.map(|root| Mechanism { text: text.to_owned(), language, root, disabled });
        Reading { mechanism, remarks }
    }

    /// Its text, byte for byte.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The language it is written in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A fault of a stretch of its text.
    pub(crate) fn fault(&self, at: Range<usize>, what: impl Into<Said>) -> Diagnostic {
        Diagnostic::over(&self.text, at, what)
    }

    /// All of it.
    pub fn root(&self) -> &Block {
        &self.root
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        self.root.title()
    }

    /// Its code in addresses.
    pub fn code(&self) -> &str {
        self.root.text(Key::Code).unwrap_or("")
    }

    /// The unit that runs it.
    pub fn unit(&self) -> &str {
        self.said(Node::Unit)
    }

    /// Whom it is about.
    pub fn subject(&self) -> &str {
        self.said(Node::Subject)
    }

    /// How often its cycle comes round, as the English word.
    pub fn cycle(&self) -> Option<&'static str> {
        match self.root.lines(Node::Cycle).next()?.title {
            Some(Value::Word(names)) => Some(names.1),
            _ => None,
        }
    }

    /// The first day it binds, where the file says so.
    pub fn effective(&self) -> Option<Date> {
        match self.root.lines(Node::Effective).next()?.title {
            Some(Value::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// The last day it binds, where the file says so.
    pub fn ends(&self) -> Option<Date> {
        match self.root.lines(Node::Ends).next()?.title {
            Some(Value::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// Its elements, in the order of the file.
    pub fn elements(&self) -> impl Iterator<Item = &Block> {
        self.root.children.iter().filter(|block| block.kind().is_some())
    }

    /// The element of a title.
    pub fn element(&self, title: &str) -> Option<&Block> {
        self.elements().find(|block| block.title() == title)
    }

    /// How many elements of each kind it has.
    pub fn counts(&self) -> BTreeMap<Kind, usize> {
        let mut counts = BTreeMap::new();
        for kind in self.elements().filter_map(Block::kind) {
            *counts.entry(kind).or_default() += 1;
        }
        counts
    }

    /// How many nodes stand in the file and are switched off (`/-`).
    pub fn disabled(&self) -> usize {
        self.disabled
    }

    fn said(&self, node: Node) -> &str {
        self.root.lines(node).next().map_or("", Block::title)
    }
}

fn not_one(text: &str, blocks: &[Block]) -> Option<Diagnostic> {
    match blocks {
        [] if text.trim().is_empty() => {
            let what = Said::new("文件是空的", "the file is empty");
            let help = Said::new(
                "写成：机制 名称 代号=\"…\" { … }",
                "write: mechanism TITLE code=\"…\" { … }",
            );
            Some(Diagnostic::at(text, 0, what).with_help(help))
        }
        [_, second, ..] => {
            let what = Said::new("一个文件只写一个机制", "a file is one mechanism");
            let help = Said::new("另一个写到另外的文件里", "put the other into a file of its own");
            Some(Diagnostic::over(text, second.at.clone(), what).with_help(help))
        }
        _ => None,
    }
}
