//! A file in the other language (转换), and its layout. Words change, everything else stays byte for byte: titles, free text,
//! comments. Converting there and back gives what converting once gives: `zh(en(x)) = zh(x)`.

mod layout;

use crate::Diagnostic;
use crate::expression::{Scope, spelled};
use crate::fact::{self, Source};
use crate::grammar::kind::{KindWord, word_of};
use crate::grammar::word::{self, TRUTHS};
use crate::grammar::{Key, Node, Shape, key};
use crate::language::Language;
use crate::rule::Facts;
use crate::term::{Length, Point, Window};
use crate::{parse, read, scan};
use kdl::{KdlDocument, KdlEntry, KdlNode};
use std::ops::Range;

/// A file laid out, in a language; without one in that of its words as they are.
///
/// # Errors
/// The text is not KDL.
pub fn format(text: &str, language: Option<Language>) -> Result<String, Vec<Diagnostic>> {
    match language {
        Some(language) => Ok(layout::lay_out(&spell(text, language)?)),
        None => parse::parse(text).map(|_| layout::lay_out(text)),
    }
}

fn spell(text: &str, language: Language) -> Result<String, Vec<Diagnostic>> {
    // What is switched off is converted too: without its mark it reads as any other node.
    let open = without_marks(text);
    let document = parse::parse(&open)?;
    let own = read::own_words(&document);
    let sources = sources(&document);
    let mut speller = Speller { language, own, sources, changes: vec![] };
    for node in document.nodes() {
        speller.node(node, None, None);
    }
    let mut changes = speller.changes;
    changes.sort_by_key(|(at, _)| at.start);
    let mut whole = String::with_capacity(text.len());
    let mut from = 0;
    for (at, word) in changes {
        whole.push_str(&text[from..at.start]);
        whole.push_str(&word);
        from = at.end;
    }
    whole.push_str(&text[from..]);
    Ok(whole)
}

/// The text with every `/-` before a node blanked out, byte for byte.
fn without_marks(text: &str) -> String {
    let mut open = text.to_owned();
    for at in scan::switched_off(text) {
        open.replace_range(at..at + 2, "  ");
    }
    open
}

struct Speller {
    language: Language,
    own: Vec<(String, KindWord)>,
    /// What elements with a condition read, by their titles.
    sources: Vec<(String, &'static Source)>,
    changes: Vec<(Range<usize>, String)>,
}

impl Speller {
    fn node(&mut self, node: &KdlNode, within: Option<Node>, source: Option<&'static Source>) {
        let name = node.name().value();
        let at = read::span(node.name().span());
        if within == Some(Node::Example) {
            self.field(at, name, source);
            return;
        }
        // A word of the file's own is the same in both languages.
        let own = self.own.iter().find(|(word, _)| word == name);
        let is = match (own, Node::named(name)) {
            (Some((_, word)), _) => Some(Node::Element(word.kind)),
            (None, Some((node, names))) => {
                self.changes.push((at, self.language.of(names).to_owned()));
                Some(node)
            }
            (None, None) => None,
        };
        let source = source_of(node).or(source).or_else(|| self.of_example(is, node));
        if let Some(is) = is {
            for entry in node.entries() {
                self.entry(is, entry, source);
            }
        }
        for child in node.children().map_or(&[][..], KdlDocument::nodes) {
            self.node(child, is, source);
        }
    }

    /// The source of an example that stands apart: that of the element it names, or of the only one there is.
    fn of_example(&self, is: Option<Node>, node: &KdlNode) -> Option<&'static Source> {
        let named = said(node, Key::Element);
        let mut fitting =
            self.sources.iter().filter(|(title, _)| named.is_none_or(|named| title == named));
        let (_, source) = fitting.next().filter(|_| is == Some(Node::Example))?;
        fitting.next().is_none().then_some(*source)
    }

    /// The name of a fact in an example.
    fn field(&mut self, at: Range<usize>, name: &str, source: Option<&'static Source>) {
        let found = source.and_then(|source| source.fields.get(source.field(name)?));
        if let Some(field) = found {
            self.changes.push((at, field.names.within(self.language).to_owned()));
        }
    }

    fn entry(&mut self, node: Node, entry: &KdlEntry, source: Option<&'static Source>) {
        let shape = match entry.name() {
            None => node.title(),
            Some(name) => {
                // A key that the node has not is left alone, and its value too.
                let Some(key) =
                    key::key_of(name.value()).filter(|key| node.keys().any(|one| one == *key))
                else {
                    return;
                };
                let at = read::span(name.span());
                self.changes.push((at, self.language.of(key.names()).to_owned()));
                key.shape()
            }
        };
        let Some(text) = entry.value().as_string() else { return };
        if let Some(word) = self.value(shape, text, source) {
            let written = entry.format().map_or("", |format| format.value_repr.as_str());
            if let Some(written) = requoted(written, &word) {
                self.changes.push((read::entry::value_span(entry), written));
            }
        }
    }

    /// A value in the language; none where it stays.
    fn value(&self, shape: Shape, text: &str, source: Option<&'static Source>) -> Option<String> {
        let language = self.language;
        let word = |words| word::find(words, text).map(|names| language.of(names).to_owned());
        match shape {
            Shape::Word(words) | Shape::TextOr(words) => word(words),
            Shape::Truth => word(TRUTHS),
            Shape::Point => Point::read(text).map(|point| point.write(language)),
            Shape::Length => Length::read(text).map(|length| length.write(language)),
            Shape::Window => Window::read(text).map(|window| window.write(language)),
            Shape::KindWord => word_of(text).map(|word| language.of(word.names).to_owned()),
            Shape::Source => {
                fact::source(text).map(|source| source.names.within(language).to_owned())
            }
            Shape::Condition | Shape::Quantity => expression(text, language, source),
            Shape::Text | Shape::Whole(..) | Shape::Number | Shape::Day => None,
        }
    }
}

/// An expression in the language; what is none stays as it is.
fn expression(text: &str, language: Language, source: Option<&'static Source>) -> Option<String> {
    let fields = source.map_or(vec![], |source| Facts::Source(source).fields());
    let scope = Scope { fields: &fields };
    spelled(text, language, |name| scope.spelled(name, language)).ok()
}

/// The source of facts that a node names.
fn source_of(node: &KdlNode) -> Option<&'static Source> {
    fact::source(said(node, Key::Facts)?)
}

/// Text said of a node.
fn said(node: &KdlNode, key: Key) -> Option<&str> {
    let is =
        |entry: &&KdlEntry| entry.name().is_some_and(|name| key::key_of(name.value()) == Some(key));
    node.entries().iter().find(is)?.value().as_string()
}

/// The sources of a file's elements with a condition, by title.
fn sources(document: &KdlDocument) -> Vec<(String, &'static Source)> {
    let nodes = document.nodes().iter().filter_map(KdlNode::children).flat_map(KdlDocument::nodes);
    let ruled = nodes.filter(|node| said(node, Key::When).is_some());
    let read = ruled.filter_map(|node| {
        let title = node.entries().iter().find(|entry| entry.name().is_none())?;
        Some((title.value().as_string()?.to_owned(), source_of(node)?))
    });
    read.collect()
}

/// A value written as another was: in its quotes, bare where it was bare and may be.
fn requoted(written: &str, value: &str) -> Option<String> {
    let hashes = written.len() - written.trim_start_matches('#').len();
    if written[hashes..].starts_with("\"\"\"") {
        return None;
    }
    if hashes > 0 {
        let marks = "#".repeat(hashes);
        return Some(format!("{marks}\"{value}\"{marks}"));
    }
    let is_bare = !written.starts_with('"');
    let may_be_bare = value.starts_with(|sign: char| sign.is_alphabetic())
        && value.chars().all(|sign| sign.is_alphanumeric() || "-+_".contains(sign));
    if is_bare && may_be_bare {
        return Some(value.to_owned());
    }
    Some(format!("\"{}\"", value.chars().map(escaped).collect::<String>()))
}

/// A sign as it is written in quotes; what nobody sees by its number.
fn escaped(sign: char) -> String {
    match sign {
        '\\' | '"' => format!("\\{sign}"),
        '\n' => "\\n".to_owned(),
        _ if scan::is_hidden(sign) => format!("\\u{{{:x}}}", u32::from(sign)),
        _ => sign.to_string(),
    }
}
