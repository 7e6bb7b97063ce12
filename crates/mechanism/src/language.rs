//! The two languages (语言) that schemes are written in, and what is said in both.

/// A language of schemes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Chinese.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// Of two words that mean the same, Chinese and English, the one of this language.
    pub const fn of<'a>(self, (zh, en): (&'a str, &'a str)) -> &'a str {
        Names::new(zh, en).within(self)
    }
}

/// What something is called in either language, or a fixed sentence in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Names<'a> {
    /// In Chinese.
    pub zh: &'a str,
    /// In English.
    pub en: &'a str,
}

impl<'a> Names<'a> {
    /// The Chinese name, then the English one.
    pub const fn new(zh: &'a str, en: &'a str) -> Self {
        Self { zh, en }
    }

    /// The name in a language.
    pub const fn within(self, language: Language) -> &'a str {
        match language {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }

    /// Both, the Chinese name first.
    pub const fn twin(self) -> (&'a str, &'a str) {
        (self.zh, self.en)
    }

    /// Whether this is a name of it, in whichever language.
    pub fn has(self, name: &str) -> bool {
        self.zh == name || self.en == name
    }
}

/// Something said in both languages (双语).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Said {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Said {
    /// The Chinese words, then the English ones.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The words in a language.
    pub fn within(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

impl From<Names<'_>> for Said {
    fn from(names: Names<'_>) -> Self {
        Self::new(names.zh, names.en)
    }
}

/// The same words in both: a name, a number, or what has no translation.
impl From<String> for Said {
    fn from(text: String) -> Self {
        Self { zh: text.clone(), en: text }
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}
