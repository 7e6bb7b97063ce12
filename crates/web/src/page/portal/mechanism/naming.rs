//! The elements of a scheme as its name has them (按名称归组): first what the name counts, in its order, then the rest.

use super::shipped::language;
use crate::words::{Locale, Words};
use qz_mechanism::Mechanism;
use qz_mechanism::block::{Block, Value};
use qz_mechanism::grammar::kind::word_of;
use qz_mechanism::grammar::{Key, Node};
use qz_mechanism::name::{Counted, Piece, signature};
use std::collections::BTreeSet;

/// Elements of one word.
pub(super) struct Group<'a> {
    /// How many, as the name writes it where the name counts them.
    pub number: String,
    /// The word, in the visitor's language.
    pub word: String,
    /// The elements, in the order of the file.
    pub blocks: Vec<&'a Block>,
}

/// What a scheme is made of: its elements, posts, lights and titled parts.
pub(in crate::page::portal) fn contents(mechanism: &Mechanism) -> impl Iterator<Item = &Block> {
    mechanism.root().children.iter().filter(|block| {
        matches!(
            block.node,
            Node::Element(_)
                | Node::Post
                | Node::Light
                | Node::Rules
                | Node::Measures
                | Node::Component
        )
    })
}

/// The groups of a scheme.
pub(super) fn groups(words: Words, mechanism: &Mechanism) -> Vec<Group<'_>> {
    let pieces = read(mechanism);
    let mut groups: Vec<_> =
        pieces.iter().map(|piece| of_name(words, (mechanism, &pieces), piece)).collect();
    let named: Vec<_> = groups.iter().flat_map(|group| &group.blocks).copied().collect();
    let is_named = |block: &&Block| named.iter().any(|one| std::ptr::eq(*one, *block));
    let mut rest: Vec<((&str, &str), Vec<&Block>)> = vec![];
    for block in contents(mechanism).filter(|block| !is_named(block)) {
        let word = names(&block.word);
        match rest.iter_mut().find(|(one, _)| *one == word) {
            Some((_, blocks)) => blocks.push(block),
            None => rest.push((word, vec![block])),
        }
    }
    groups.extend(rest.into_iter().map(|(word, blocks)| Group {
        number: blocks.len().to_string(),
        word: spoken(words, word),
        blocks,
    }));
    groups
}

/// How the name reads, in words; none of a name that counts nothing.
pub(in crate::page::portal) fn reading(words: Words, mechanism: &Mechanism) -> Option<String> {
    let told = |piece: &Piece| {
        let between = if words.locale == Locale::En { " " } else { "" };
        format!("{}{between}{}", piece.number, spoken(words, names(&piece.word)))
    };
    let pieces = read(mechanism);
    let stated = mechanism.root().lines(Node::Name).map(|line| stated(words, line));
    let all: Vec<_> = pieces.iter().map(told).chain(stated).collect();
    (!all.is_empty()).then(|| all.join(" · "))
}

/// A piece that the file states.
fn stated(words: Words, line: &Block) -> String {
    let title = line.title().to_owned();
    match line.setting(Key::Counts).map(|setting| &setting.value) {
        Some(Value::Word(counts)) if counts.1 != "nothing" => {
            let counted = language(words).of(*counts);
            let said = [("title", title.into()), ("counted", counted.into())];
            words.say_with("mechanism-reading-stated", &said)
        }
        _ => title,
    }
}

/// The pieces of the name that read by themselves.
fn read(mechanism: &Mechanism) -> Vec<Piece> {
    let stated: Vec<_> = mechanism.root().lines(Node::Name).collect();
    let is_stated = |piece: &Piece| stated.iter().any(|line| line.title().contains(&piece.text));
    let pieces = signature(mechanism.title(), &mechanism.own_words()).pieces;
    pieces.into_iter().filter(|piece| !is_stated(piece)).collect()
}

fn of_name<'a>(
    words: Words,
    (mechanism, pieces): (&'a Mechanism, &[Piece]),
    piece: &Piece,
) -> Group<'a> {
    let counted = contents(mechanism)
        .filter(|block| !block.is(Key::Unnamed))
        .filter(|block| counts(pieces, piece, block));
    let number = match words.locale {
        Locale::ZhCn => piece.text.strip_suffix(&piece.word).unwrap_or_default().to_owned(),
        Locale::En => piece.number.to_string(),
    };
    Group { number, word: spoken(words, names(&piece.word)), blocks: counted.collect() }
}

/// Whether a piece counts a block. Where the name has two words of one kind, each counts its own word alone.
fn counts(pieces: &[Piece], piece: &Piece, block: &Block) -> bool {
    match piece.counted {
        Counted::Kind(kind) => {
            let rivals = pieces.iter().filter(|one| one.counted == piece.counted);
            let is_alone = rivals.map(|one| &one.word).collect::<BTreeSet<_>>().len() < 2;
            let written = word_of(&block.word).map_or(block.word.as_str(), |word| word.names.0);
            block.kind() == Some(kind) && (is_alone || written == piece.word)
        }
        Counted::Rules => block.node == Node::Rules,
        Counted::Measures => block.node == Node::Measures,
        Counted::Components => block.node == Node::Component,
    }
}

/// Both forms of a word; one of the file's own has one form.
fn names(word: &str) -> (&str, &str) {
    Node::named(word).map_or((word, word), |(_, names)| names)
}

/// A word of the language as one says it.
pub(super) fn spoken(words: Words, names: (&str, &str)) -> String {
    language(words).of(names).replace('-', " ")
}
