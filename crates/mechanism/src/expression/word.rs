//! The words (关键字) of the language of expressions that no field may be called.

use super::operator::Operator;
use crate::language::{Language, Names};

/// A word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// An operator that is written as a word.
    Operator(Operator),
    /// 非.
    Not,
    /// 是 or 否.
    Truth(bool),
}

/// Every word with what it says.
const WORDS: [(Names<'static>, Word); 6] = [
    (Names::new("且", "and"), Word::Operator(Operator::And)),
    (Names::new("或", "or"), Word::Operator(Operator::Or)),
    (Names::new("属于", "in"), Word::Operator(Operator::In)),
    (Names::new("非", "not"), Word::Not),
    (Names::new("是", "true"), Word::Truth(true)),
    (Names::new("否", "false"), Word::Truth(false)),
];

/// What a word says.
pub(super) fn word(name: &str) -> Option<Word> {
    WORDS.iter().find(|(names, _)| names.has(name)).map(|(_, word)| *word)
}

/// Whether this is a word.
pub(super) fn is_word(name: &str) -> bool {
    word(name).is_some()
}

/// How a language writes that something is not so.
pub(crate) const fn not(language: Language) -> &'static str {
    Names::new("非", "!").within(language)
}

/// How a language writes yes and no.
pub(crate) const fn truth(is_true: bool, language: Language) -> &'static str {
    let names = if is_true { Names::new("是", "true") } else { Names::new("否", "false") };
    names.within(language)
}

/// A Chinese word that ran into a name because no space stands around it, as in `有纪实且迟到`, where what is left
/// satisfies `is_known`.
pub(super) fn run_in(name: &str, is_known: impl Fn(&str) -> bool) -> Option<&'static str> {
    let words = WORDS[..4].iter().map(|(names, _)| names.zh);
    words.into_iter().find(|word| {
        let mut places = name.match_indices(word);
        places.any(|(at, _)| {
            let (before, after) = (&name[..at], &name[at + word.len()..]);
            let is_piece = |piece: &str| piece.is_empty() || is_known(piece);
            is_piece(before) && is_piece(after) && !(before.is_empty() && after.is_empty())
        })
    })
}
