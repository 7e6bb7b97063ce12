//! The installation: what is the same on every page of it.

use crate::headers::PublicUrl;
use crate::words::Locale;

/// A name in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    chinese: String,
    english: String,
}

impl Named {
    /// A name in Chinese and in English.
    pub fn new(chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { chinese: chinese.into(), english: english.into() }
    }

    /// The name in a language.
    pub fn name(&self, locale: Locale) -> &str {
        match locale {
            Locale::ZhCn => &self.chinese,
            Locale::En => &self.english,
        }
    }
}

/// An entry of the public navigation or of the footer. Only pages that exist have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NavEntry {
    /// The path.
    pub href: &'static str,
    /// The key of its label: `nav-…`.
    pub key: &'static str,
}

/// What is the same on every page of an installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The county.
    pub county: Named,
    /// The office that hosts the site (主办).
    pub office: Named,
    /// Its telephone.
    pub phone: Option<String>,
    /// The identification code of a government site (网站标识码).
    pub site_code: Option<String>,
    /// The address under which people reach it.
    pub public_url: Option<PublicUrl>,
    /// The public navigation.
    pub navigation: Vec<NavEntry>,
    /// The links of the public footer.
    pub footer: Vec<NavEntry>,
    /// Where to sign in; `None` where there is no desk.
    pub sign_in: Option<&'static str>,
}
