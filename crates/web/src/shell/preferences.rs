//! How a visitor wants pages to look: language, elder mode (长者模式), contrast, font size.
//!
//! Kept in four cookies of the visitor's own browser; nothing is stored here.

use super::Site;
use crate::headers::{PublicUrl, cookie};
use crate::query;
use crate::words::Locale;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::sync::Arc;

/// Size of the type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum FontSize {
    /// 中
    #[default]
    Medium,
    /// 大
    Large,
    /// 小
    Small,
}

impl FontSize {
    /// Large, medium, small: the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Large, Self::Medium, Self::Small];

    /// The word in links, cookies and `data-fs`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Medium => "medium",
            Self::Large => "large",
            Self::Small => "small",
        }
    }

    fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.code() == code)
    }
}

/// A visitor's wishes. Small and comparable, so that a cache of pages may use it as a key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Preferences {
    /// The language.
    pub locale: Locale,
    /// Large type, large targets, one column.
    pub elder: bool,
    /// Light on black.
    pub high_contrast: bool,
    /// Size of the type.
    pub font: FontSize,
}

impl Preferences {
    /// What the cookies say; for the language also what the browser likes.
    pub fn from_headers(headers: &HeaderMap) -> Self {
        let liked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let locale = cookie(headers, "lang")
            .and_then(Locale::from_tag)
            .or_else(|| liked.and_then(Locale::preferred));
        Self {
            locale: locale.unwrap_or_default(),
            elder: cookie(headers, "mode") == Some("elder"),
            high_contrast: cookie(headers, "contrast") == Some("high"),
            font: cookie(headers, "fs").and_then(FontSize::read).unwrap_or_default(),
        }
    }
}

/// The query of [`set_preferences`]; what is not there is left as it was.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    lang: Option<String>,
    mode: Option<String>,
    contrast: Option<String>,
    fs: Option<String>,
    back: Option<String>,
}

impl Asked {
    /// The cookies to set: only known names with known values.
    fn wishes(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let one_of = |asked: &Option<String>, values: &[&'static str]| {
            values.iter().copied().find(|value| asked.as_deref() == Some(*value))
        };
        let tags = Locale::ALL.map(Locale::tag);
        let sizes = FontSize::ALL.map(FontSize::code);
        [
            ("lang", one_of(&self.lang, &tags)),
            ("mode", one_of(&self.mode, &["elder", "plain"])),
            ("contrast", one_of(&self.contrast, &["high", "normal"])),
            ("fs", one_of(&self.fs, &sizes)),
        ]
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)))
    }
}

/// `GET /preferences?lang=&mode=&contrast=&fs=&back=`: keeps a wish for a year and goes back to a
/// page of this site.
pub async fn set_preferences(
    State(site): State<Arc<Site>>,
    Query(asked): Query<Asked>,
) -> Response {
    let back = asked.back.as_deref().and_then(query::local).unwrap_or("/");
    let secure = site.public_url.as_ref().is_some_and(PublicUrl::is_https);
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, back)]).into_response();
    for (name, value) in asked.wishes() {
        let flag = if secure { "; Secure" } else { "" };
        let cookie =
            format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{flag}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(headers: &[(header::HeaderName, &'static str)]) -> Preferences {
        let pairs = headers.iter().cloned();
        Preferences::from_headers(
            &pairs.map(|(name, value)| (name, HeaderValue::from_static(value))).collect(),
        )
    }

    async fn ask(asked: Asked) -> (String, Vec<String>) {
        let response = set_preferences(State(Arc::new(Site::sample())), Query(asked)).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        let text = |value: &HeaderValue| value.to_str().unwrap().to_owned();
        let cookies = response.headers().get_all(header::SET_COOKIE).iter().map(text).collect();
        (text(&response.headers()[header::LOCATION]), cookies)
    }

    #[test]
    fn the_cookie_wins_over_the_browser_and_chinese_is_the_default() {
        assert_eq!(read(&[]).locale, Locale::ZhCn);
        assert_eq!(read(&[(header::ACCEPT_LANGUAGE, "en-GB")]).locale, Locale::En);
        let both = [(header::ACCEPT_LANGUAGE, "en"), (header::COOKIE, "lang=zh-CN")];
        assert_eq!(read(&both).locale, Locale::ZhCn);
    }

    #[test]
    fn cookies_set_the_look() {
        let wishes = read(&[(header::COOKIE, "mode=elder; contrast=high; fs=large")]);
        assert!(wishes.elder && wishes.high_contrast);
        assert_eq!(wishes.font, FontSize::Large);
        assert_eq!(read(&[(header::COOKIE, "mode=1; fs=<b>")]), Preferences::default());
    }

    #[tokio::test]
    async fn a_wish_is_kept_and_the_visitor_comes_back() {
        let asked = Asked {
            lang: Some("en".to_owned()),
            back: Some("/bulletins/1".to_owned()),
            ..Asked::default()
        };
        let (location, cookies) = ask(asked).await;
        assert_eq!(location, "/bulletins/1");
        assert_eq!(cookies, ["lang=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"]);
    }

    #[tokio::test]
    async fn other_hosts_and_unknown_wishes_are_refused() {
        let asked = Asked {
            lang: Some("en\r\nSet-Cookie: a=b".to_owned()),
            mode: Some("x".to_owned()),
            back: Some("https://evil.example".to_owned()),
            ..Asked::default()
        };
        assert_eq!(ask(asked).await, ("/".to_owned(), vec![]));
    }
}
