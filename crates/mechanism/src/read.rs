//! Reads a file into blocks: every word known, every value of its shape, every node where it may stand. What is wrong is
//! remarked, and reading goes on.

pub(crate) mod entry;
mod value;

use crate::Diagnostic;
use crate::block::Block;
use crate::grammar::kind::{KindWord, word_of};
use crate::grammar::{Key, Node, Twin, key};
use crate::language::{Language, Said};
use crate::nearest::meant;
use kdl::{KdlDocument, KdlEntry, KdlNode};
use std::ops::Range;

/// The longest text of a value, in signs.
const TEXT_MOST: usize = 2_000;
/// The most nodes of a file.
const NODES_MOST: usize = 2_000;

/// Reads the blocks of a file; what is wrong is added to the remarks.
pub(crate) fn blocks(
    text: &str,
    document: &KdlDocument,
    remarks: &mut Vec<Diagnostic>,
) -> Vec<Block> {
    let language = language_of(text);
    let own = own_words(document);
    let mut reader = Reader { text, language, own, nodes: 0, remarks };
    document.nodes().iter().filter_map(|node| reader.top(node)).collect()
}

/// The language of a file: that of its first word.
pub fn language_of(text: &str) -> Language {
    let bare =
        text.lines().map(str::trim_start).find(|line| !line.is_empty() && !line.starts_with("//"));
    let is_english =
        bare.is_some_and(|line| line.starts_with(|sign: char| sign.is_ascii_alphabetic()));
    if is_english { Language::English } else { Language::Chinese }
}

/// The file's own words for kinds, as far as they can be read; what is wrong with one is said where it is read.
pub(crate) fn own_words(document: &KdlDocument) -> Vec<(String, KindWord)> {
    let nodes = document.nodes().iter().filter_map(KdlNode::children).flat_map(KdlDocument::nodes);
    let words = nodes.filter(|node| Node::of(node.name().value()) == Some(Node::Word));
    words
        .filter_map(|node| {
            let unnamed = node.entries().iter().find(|entry| entry.name().is_none())?;
            let is = |entry: &&KdlEntry| {
                entry.name().is_some_and(|name| key::key_of(name.value()) == Some(Key::Is))
            };
            let kind = word_of(node.entries().iter().find(is)?.value().as_string()?)?;
            Some((unnamed.value().as_string()?.to_owned(), *kind))
        })
        .collect()
}

struct Reader<'a, 'r> {
    text: &'a str,
    language: Language,
    own: Vec<(String, KindWord)>,
    nodes: usize,
    remarks: &'r mut Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    fn fault(&mut self, at: Range<usize>, what: Said, help: Said) {
        self.remarks.push(Diagnostic::over(self.text, at, what).with_help(help));
    }

    /// A name of the grammar in the file's language.
    fn say(&self, names: Twin) -> &'static str {
        self.language.of(names)
    }

    /// The node at the top of a file.
    fn top(&mut self, node: &KdlNode) -> Option<Block> {
        let at = span(node.name().span());
        if Node::of(node.name().value()) != Some(Node::Mechanism) {
            let name = node.name().value();
            let what = Said::new(
                format!("文件最外层只有“机制”，这里是“{name}”"),
                format!("a file is one `mechanism`, this is `{name}`"),
            );
            self.fault(
                at,
                what,
                Said::new(
                    "写成：机制 名称 代号=\"…\" { … }",
                    "write: mechanism TITLE code=\"…\" { … }",
                ),
            );
            return None;
        }
        self.block(node, Node::Mechanism)
    }

    fn block(&mut self, node: &KdlNode, is: Node) -> Option<Block> {
        let at = span(node.name().span());
        self.nodes += 1;
        if self.nodes == NODES_MOST + 1 {
            let what = Said::new(
                format!("一个文件最多{NODES_MOST}行要素和栏目"),
                format!("a file has at most {NODES_MOST} nodes"),
            );
            self.fault(at.clone(), what, Said::default());
        }
        if self.nodes > NODES_MOST {
            return None;
        }
        if let Some(ty) = node.ty() {
            let what = Said::new("这里不用括号标注", "nothing is annotated in brackets here");
            self.fault(span(ty.span()), what, Said::new("去掉括号", "take the brackets out"));
        }
        let word = node.name().value().to_owned();
        let mut block = Block {
            node: is,
            word,
            title: None,
            settings: vec![],
            named: vec![],
            children: vec![],
            title_at: at.clone(),
            at,
        };
        for entry in node.entries() {
            self.entry(&mut block, entry);
        }
        self.lacks_title(&block);
        for child in node.children().map_or(&[][..], KdlDocument::nodes) {
            if let Some(is) = self.node_of(child, &block) {
                block.children.extend(self.block(child, is));
            }
        }
        Some(block)
    }

    /// What a node within another is.
    fn node_of(&mut self, child: &KdlNode, within: &Block) -> Option<Node> {
        if within.node == Node::Example {
            return Some(Node::Given);
        }
        let name = child.name().value();
        let at = span(child.name().span());
        let own = self
            .own
            .iter()
            .find(|(word, _)| word == name)
            .map(|(_, word)| Node::Element(word.kind));
        let Some(found) = own.or_else(|| Node::of(name)) else {
            self.unknown(name, at, within);
            return None;
        };
        if !within.node.holds(found) {
            let (zh, en) = (&within.word, self.holds(within.node));
            let what =
                Said::new(format!("“{zh}”里不能有“{name}”"), format!("a `{zh}` holds no `{name}`"));
            self.fault(at, what, en);
            return None;
        }
        Some(found)
    }

    fn unknown(&mut self, name: &str, at: Range<usize>, within: &Block) {
        let what = Said::new(
            format!("“{}”里没有“{name}”这种内容", within.word),
            format!("a `{}` has no `{name}`", within.word),
        );
        let fitting = Node::words().filter(|(node, _)| within.node.holds(*node));
        let words: Vec<Twin> = fitting.map(|(_, names)| names).collect();
        let known: Vec<&str> = words.iter().map(|names| self.say(*names)).collect();
        let own: Vec<String> = self.own.iter().map(|(word, _)| word.clone()).collect();
        let help = meant(name, known.iter().copied().chain(own.iter().map(String::as_str)))
            .unwrap_or_else(|| {
                Said::new(
                    format!("可以有：{}；县里自己的动词先用“词”说明", known.join("、")),
                    format!(
                        "it holds: {}; a verb of your own is first bound by `word`",
                        known.join(", ")
                    ),
                )
            });
        self.fault(at, what, help);
    }

    /// What a node may hold, for whoever wrote something else.
    fn holds(&self, node: Node) -> Said {
        let words: Vec<&str> = node.children().map(|child| self.say(child.names())).collect();
        if words.is_empty() {
            return Said::new("它没有下级，去掉花括号", "it has no lines; take the braces out");
        }
        Said::new(
            format!("它可以有：{}", words.join("、")),
            format!("it holds: {}", words.join(", ")),
        )
    }
}

/// The bytes of a span.
pub(crate) fn span(span: miette::SourceSpan) -> Range<usize> {
    span.offset()..span.offset() + span.len()
}
