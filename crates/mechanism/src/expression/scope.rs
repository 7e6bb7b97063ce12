//! The names (名称) an expression may use: fields of sources, by either name, with or without their source.

use super::value::Kind;
use super::word;
pub use crate::fact::Fold;
use crate::language::{Language, Names, Said};
use crate::nearest::nearest;

/// A field (字段) as expressions see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field<'a> {
    /// The names of its source, to write before its own with a dot; none for a field of the scheme itself.
    pub source: Option<Names<'a>>,
    /// Its own names. Neither is a word of the language of expressions: see [`is_name`].
    pub names: Names<'a>,
    /// What its values are.
    pub kind: Kind,
    /// What its values become where several rows stand for the subject.
    pub fold: Fold,
}

/// The fields an expression may use (作用域), in the order of the values in a row. No two of one source share a name.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The fields.
    pub fields: &'a [Field<'a>],
}

/// Whether something may be called so: a letter or `_`, then letters, digits and `_`, and no word of the language.
pub fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(begins_name) && letters.all(continues_name) && !word::is_word(name)
}

pub(super) fn begins_name(letter: char) -> bool {
    letter == '_' || letter.is_alphabetic()
}

pub(super) fn continues_name(letter: char) -> bool {
    begins_name(letter) || letter.is_ascii_digit()
}

/// What a name stands for.
pub(super) enum Found {
    /// The field at a place.
    Field(usize),
    /// More than one field, or a field one of whose names another has as well.
    Unclear,
    /// Nothing.
    Nothing,
}

impl Fold {
    /// What a field of a kind becomes; none where the kind cannot be folded so.
    pub fn gives(self, kind: Kind) -> Option<Kind> {
        let fits = match self {
            Self::Sum => kind.is_number() || kind == Kind::Duration,
            Self::Any => kind == Kind::Bool,
            Self::Max | Self::Min => kind.is_ordered(),
            Self::Mean => kind.is_number(),
            Self::Latest => true,
        };
        let given = if self == Self::Mean { Kind::Decimal } else { kind };
        fits.then_some(given)
    }
}

impl Field<'_> {
    /// Its name, with the source where `full`.
    fn name(&self, full: bool, language: Language) -> String {
        let name = self.names.within(language);
        match self.source {
            Some(source) if full => format!("{}.{name}", source.within(language)),
            _ => name.to_owned(),
        }
    }

    /// Whether this is its name with the source.
    fn is_fully(&self, written: &str) -> bool {
        let parts = self.source.zip(written.split_once('.'));
        parts.is_some_and(|(source, (of, name))| source.has(of) && self.names.has(name))
    }

    /// What it is called, with the source where `full`.
    pub(super) fn said(&self, full: bool) -> Said {
        Said::new(self.name(full, Language::Chinese), self.name(full, Language::English))
    }
}

impl Scope<'_> {
    /// What a name stands for.
    pub(super) fn find(&self, written: &str) -> Found {
        let full = written.contains('.');
        let fits = |field: &Field<'_>| {
            if full { field.is_fully(written) } else { field.names.has(written) }
        };
        match self.fields.iter().position(fits) {
            None => Found::Nothing,
            Some(place) if full || self.is_bare(place) => Found::Field(place),
            Some(_) => Found::Unclear,
        }
    }

    /// Whether a field is told from all others without its source, in both languages: only then does a name without
    /// source mean the same after it was put into the other language.
    fn is_bare(&self, place: usize) -> bool {
        let Names { zh, en } = self.fields[place].names;
        let mut others = self.fields.iter().enumerate().filter(|(other, _)| *other != place);
        others.all(|(_, field)| !field.names.has(zh) && !field.names.has(en))
    }

    /// The name of the same field in a language, with its source where it is written so; none where it names no field.
    pub fn spelled(&self, written: &str, language: Language) -> Option<String> {
        match self.find(written) {
            Found::Field(place) => Some(self.fields[place].name(written.contains('.'), language)),
            Found::Unclear | Found::Nothing => None,
        }
    }

    /// The field whose name is nearest to a misspelt one, in the language of that.
    pub(super) fn nearest(&self, written: &str) -> Option<String> {
        let full = written.contains('.');
        let names = self.fields.iter().enumerate().flat_map(|(place, field)| {
            let full = full || !self.is_bare(place);
            let Said { zh, en } = field.said(full);
            [zh, en]
        });
        nearest(written, names)
    }

    /// The fields that a bare name may stand for, with their sources, in the language it is written in.
    pub(super) fn candidates(&self, written: &str) -> Vec<String> {
        let fields = self.fields.iter().filter(|field| field.names.has(written));
        let names = fields.map(|field| {
            let is_chinese = field.names.zh == written;
            field.name(true, if is_chinese { Language::Chinese } else { Language::English })
        });
        names.collect()
    }
}
