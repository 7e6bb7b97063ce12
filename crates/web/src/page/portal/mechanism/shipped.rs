//! The schemes that ship, read once, each in either language.

use crate::words::{Locale, Words};
use qz_mechanism::language::Language;
use qz_mechanism::shipped::readings;
use qz_mechanism::{Mechanism, spell};
use std::sync::LazyLock;

/// A scheme in either language: what its file says, with words and expressions of that language.
#[derive(Debug, Clone)]
pub(in crate::page::portal) struct Both {
    chinese: Mechanism,
    english: Mechanism,
}

impl Both {
    /// Reads a file in whichever language; none where it holds no scheme.
    pub fn read(text: &str) -> Option<Self> {
        let read = |language| {
            let laid = spell::format(text, Some(language)).ok()?;
            Mechanism::read(&laid).mechanism
        };
        Some(Self { chinese: read(Language::Chinese)?, english: read(Language::English)? })
    }

    /// The scheme in a language.
    pub fn within(&self, language: Language) -> &Mechanism {
        match language {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        }
    }

    /// The scheme in the visitor's language.
    pub fn read_by(&self, words: Words) -> &Mechanism {
        self.within(language(words))
    }
}

/// The language of schemes that a visitor reads.
pub(in crate::page::portal) fn language(words: Words) -> Language {
    match words.locale {
        Locale::ZhCn => Language::Chinese,
        Locale::En => Language::English,
    }
}

static SHIPPED: LazyLock<Vec<(&str, Both)>> = LazyLock::new(|| {
    let read = readings().filter_map(|(code, reading)| {
        let both = Both::read(reading.mechanism?.text())?;
        Some((code, both))
    });
    read.collect()
});

/// Every scheme that ships, with its code, in the order of the codes.
pub(in crate::page::portal) fn all() -> &'static [(&'static str, Both)] {
    &SHIPPED
}

/// The scheme of a code.
pub(in crate::page::portal) fn of(code: &str) -> Option<&'static Both> {
    SHIPPED.iter().find(|(one, _)| *one == code).map(|(_, both)| both)
}
