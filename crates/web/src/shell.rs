//! The shell (页面外壳): what every page needs around its own matter.
//!
//! Every template has a field `shell: Shell` and extends `layout/portal.html` or
//! `layout/desk.html`. A door builds one per request with [`Shell::new`], adds who is signed in,
//! and puts it into the request's extensions; handlers take it as an extractor.

mod preferences;
mod rail;
mod sample;
mod site;

pub use preferences::{Asked, FontSize, Preferences, set_preferences};
pub use rail::{RailEntry, RailGroup};
pub use site::{Named, NavEntry, Site};

use crate::asset::asset_url;
use crate::error::WebError;
use crate::part::Link;
use crate::query;
use crate::words::{Locale, Value, Words};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::civil::DateTime;
use std::sync::Arc;

/// What stands around a page.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The words of the visitor's language.
    pub words: Words,
    /// How the visitor wants pages to look.
    pub preferences: Preferences,
    /// Path and query of this page, as asked.
    pub here: String,
    /// The installation.
    pub site: Arc<Site>,
    /// What the county's clock shows, for the print line; `None` before there is a clock.
    pub now: Option<DateTime>,
    /// Set in a demo: every page says that it is one.
    pub demo: Option<DemoBanner>,
    /// Who is signed in.
    pub officer: Option<OfficerTag>,
    /// For whom they act, or why they no longer do.
    pub stands_for: Option<Link>,
    /// What the desk offers this officer.
    pub rail: Vec<RailGroup>,
    /// Where the search box leads; without it there is no box.
    pub search: Option<&'static str>,
    /// The token that forms of this session carry in the field `csrf`; empty without a session.
    pub csrf: String,
    /// How many messages whoever is signed in has not read.
    pub unread: u32,
    /// The state of the public ledger, for the footer.
    pub ledger: Option<LedgerHint>,
    /// What was corrected on this page, in words: for everybody who reads it.
    pub corrections: Vec<String>,
}

/// The banner of a demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoBanner {
    /// The scenario, in the visitor's language: `2015年`.
    pub scenario: String,
    /// What the demo's clock shows, in words.
    pub clock: String,
    /// Where to go from here: the other scenario, the clock buttons.
    pub links: Vec<Link>,
}

/// Who is signed in, for the desk's masthead and the print line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerTag {
    /// The person's name.
    pub name: String,
    /// The unit they act for.
    pub unit: String,
    /// Their roles, in the visitor's language.
    pub roles: Vec<String>,
    /// Their own page, when there is one.
    pub href: Option<&'static str>,
}

/// How long the ledger is, and its root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerHint {
    /// How many leaves.
    pub size: u64,
    /// The root hash, in hexadecimal; pages show its first sixteen digits.
    pub root: String,
}

impl LedgerHint {
    /// The first sixteen digits of the root.
    pub fn short_root(&self) -> &str {
        self.root.get(..16).unwrap_or(&self.root)
    }
}

impl Shell {
    /// A shell for a visitor without a session. `here` is the path and query that was asked.
    pub fn new(site: Arc<Site>, preferences: Preferences, here: &str, now: DateTime) -> Self {
        Self { now: Some(now), ..Self::plain(site, preferences, here) }
    }

    /// A shell where there is neither clock nor session yet.
    pub fn plain(site: Arc<Site>, preferences: Preferences, here: &str) -> Self {
        Self {
            words: Words::new(preferences.locale),
            preferences,
            here: query::local(here).unwrap_or("/").to_owned(),
            site,
            now: None,
            demo: None,
            officer: None,
            stands_for: None,
            rail: Vec::new(),
            search: None,
            csrf: String::new(),
            unread: 0,
            ledger: None,
            corrections: Vec::new(),
        }
    }

    /// What stands under a key.
    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// What stands under a key, with its variables filled in.
    pub fn say_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.words.say_with(key, values)
    }

    /// The address of an asset.
    pub fn asset(&self, name: &str) -> &'static str {
        asset_url(name)
    }

    /// The name of the public site: `示河县勤政公开`.
    pub fn site_name(&self) -> String {
        self.say_with("shell-site", &[("county", self.site.county.name(self.words.locale).into())])
    }

    /// The name of the workbench, for the title of its windows.
    pub fn desk_name(&self) -> String {
        let county = self.site.county.name(self.words.locale);
        self.say_with("shell-desk-title", &[("county", county.into())])
    }

    /// The host of the site (主办), for the footer.
    pub fn office(&self) -> &str {
        self.site.office.name(self.words.locale)
    }

    /// What the clock shows, in words.
    pub fn now_text(&self) -> Option<String> {
        self.now.map(|now| self.words.date_time(now))
    }

    /// The full address of this page, when the public address is configured.
    pub fn address(&self) -> Option<String> {
        self.site.public_url.as_ref().map(|url| format!("{}{}", url.origin(), self.here))
    }

    /// `page` when this page is at `href`, `true` when it is below it, nothing elsewhere: the
    /// value of `aria-current`.
    pub fn current(&self, href: &str) -> Option<&'static str> {
        let path = self.here.split('?').next().unwrap_or_default();
        let below = path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'));
        match (path == href, below) {
            (true, _) => Some("page"),
            (_, true) if href != "/" => Some("true"),
            _ => None,
        }
    }

    /// Switches elder mode on or off and comes back here.
    pub fn elder_link(&self) -> String {
        self.preference("mode", if self.preferences.elder { "plain" } else { "elder" })
    }

    /// Switches high contrast on or off and comes back here.
    pub fn contrast_link(&self) -> String {
        self.preference("contrast", if self.preferences.high_contrast { "normal" } else { "high" })
    }

    /// Switches to the other language and comes back here.
    pub fn language_link(&self) -> String {
        self.preference("lang", self.words.locale.other().tag())
    }

    /// The other language.
    pub fn other_locale(&self) -> Locale {
        self.words.locale.other()
    }

    /// Where to say that this page is wrong; nowhere on a site without a portal.
    pub fn correction_link(&self) -> Option<String> {
        let path = self.here.split('?').next().unwrap_or_default();
        let is_offered = self.site.footer.iter().any(|entry| entry.href == "/tickets");
        is_offered.then(|| query::with("/corrections/new", "page", path))
    }

    /// Chooses a font size and comes back here.
    pub fn font_link(&self, size: FontSize) -> String {
        self.preference("fs", size.code())
    }

    fn preference(&self, name: &str, value: &str) -> String {
        query::with(&query::with("/preferences", name, value), "back", &self.here)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Shell {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| WebError::internal(NoShell))
    }
}

/// A route outside the layer that puts the shell into the request.
#[derive(Debug, thiserror::Error)]
#[error("the request has no shell: the route lies outside the layer that adds it")]
struct NoShell;

#[cfg(test)]
mod tests {
    use super::*;

    fn at(here: &str) -> Shell {
        Shell { here: here.to_owned(), ..Shell::sample(Locale::ZhCn) }
    }

    #[test]
    fn links_to_preferences_come_back_here() {
        let shell = at("/bulletins/1?fs=x&a=b");
        assert_eq!(
            shell.language_link(),
            "/preferences?lang=en&back=/bulletins/1%3Ffs%3Dx%26a%3Db"
        );
        assert_eq!(at("/").font_link(FontSize::Large), "/preferences?fs=large&back=/");
    }

    #[test]
    fn the_current_entry_is_marked() {
        assert_eq!(at("/bulletins").current("/bulletins"), Some("page"));
        assert_eq!(at("/bulletins/1?a=b").current("/bulletins"), Some("true"));
        assert_eq!(at("/bulletins").current("/"), None);
        assert_eq!(at("/?a").current("/"), Some("page"));
        assert_eq!(at("/bulletin").current("/bulletins"), None);
    }

    #[test]
    fn a_strange_path_is_not_kept() {
        let sample = Shell::sample(Locale::En);
        let shell =
            Shell::new(sample.site, sample.preferences, "//evil.example", sample.now.unwrap());
        assert_eq!(shell.here, "/");
    }
}
