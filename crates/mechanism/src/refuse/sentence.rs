//! Sentences taken apart (断句分词): the words that matter for what a scheme asks of people, and the numbers between them.
//! Chinese and English go the same way: a Chinese sign is a unit, an English word is a unit.

mod number;
mod unit;
mod word;

pub(super) use number::{Measure, Number};
pub(super) use word::Tag;

use std::ops::Range;
use unit::Unit;

/// A word or a number of a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Token {
    /// What it is to this reading.
    pub tag: Tag,
    /// The unit it begins with.
    pub from: usize,
    /// The unit after it.
    pub to: usize,
}

/// A sentence: everything up to a full stop or a semicolon.
#[derive(Debug)]
pub(super) struct Sentence {
    units: Vec<Unit>,
    /// Its words and numbers, in order.
    pub tokens: Vec<Token>,
}

impl Sentence {
    /// The bytes of the text from a token to another, both included.
    pub fn bytes(&self, first: Token, last: Token) -> Range<usize> {
        let (from, to) = (first.from.min(last.from), first.to.max(last.to));
        let start = self.units.get(from).map_or(0, |unit| unit.at.start);
        let end = to.checked_sub(1).and_then(|last| self.units.get(last));
        start..end.map_or(start, |unit| unit.at.end)
    }

    /// The tokens of a kind.
    pub fn of(&self, tag: Tag) -> impl Iterator<Item = Token> {
        self.tokens.iter().copied().filter(move |token| token.tag == tag)
    }

    /// Whether one of these stands anywhere in it.
    pub fn has(&self, tags: &[Tag]) -> bool {
        self.tokens.iter().any(|token| tags.contains(&token.tag))
    }

    /// The tokens that end at most `reach` units before one, the nearest first.
    pub fn before(&self, token: Token, reach: usize) -> impl Iterator<Item = Token> {
        let near = move |one: &&Token| one.to <= token.from && token.from - one.to <= reach;
        self.tokens.iter().rev().filter(near).copied()
    }

    /// The tokens that begin at most `reach` units after one, the nearest first.
    pub fn after(&self, token: Token, reach: usize) -> impl Iterator<Item = Token> {
        let near = move |one: &&Token| one.from >= token.to && one.from - token.to <= reach;
        self.tokens.iter().filter(near).copied()
    }

    /// As [`Sentence::after`], up to the next comma.
    pub fn after_in_clause(&self, token: Token, reach: usize) -> impl Iterator<Item = Token> {
        self.after(token, reach).take_while(|one| one.tag != Tag::Comma)
    }

    /// As [`Sentence::before`], up to the last comma.
    pub fn before_in_clause(&self, token: Token, reach: usize) -> impl Iterator<Item = Token> {
        self.before(token, reach).take_while(|one| one.tag != Tag::Comma)
    }

    /// Whether what is said from one token to another is denied: forbidden before, or taken back after.
    pub fn is_denied(&self, first: Token, last: Token) -> bool {
        self.before_in_clause(first, 14).any(|one| one.tag == Tag::Not)
            || self.after(last, 14).any(|one| one.tag == Tag::NotSo)
    }
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let units = unit::units(text);
    let whole = units.split(Unit::ends_sentence);
    whole.filter(|units| !units.is_empty()).map(|units| read(units.to_vec())).collect()
}

fn read(units: Vec<Unit>) -> Sentence {
    let mut tokens: Vec<Token> = vec![];
    let mut from = 0;
    while from < units.len() {
        let after_least = tokens.last().is_some_and(|token| {
            token.to == from && matches!(token.tag, Tag::Min | Tag::Less | Tag::Cap | Tag::Amount)
        });
        let word = word::at(&units[from..]);
        let number = number::at(&units, from, after_least);
        let (tag, taken) = match (word, number) {
            (Some((tag, taken)), None) => (Some(tag), taken),
            (Some((tag, taken)), Some((_, length))) if taken > length => (Some(tag), taken),
            (_, Some((number, length))) => (number.map(Tag::Number), length),
            (None, None) => (None, 1),
        };
        if let Some(tag) = tag.filter(|tag| *tag != Tag::Plain) {
            tokens.push(Token { tag, from, to: from + taken });
        }
        from += taken;
    }
    Sentence { units, tokens }
}
