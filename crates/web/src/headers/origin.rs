//! Where a request comes from: a form of ours, or a page of somebody else (CSRF).

use axum::http::{HeaderMap, HeaderName, Method, header};
use std::str::FromStr;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The address under which people reach this installation: `https://qinzheng.county.example`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    https: bool,
    authority: String,
}

/// The text is not an address of a site.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the address of a site: write it like `https://qinzheng.county.example`")]
pub struct PublicUrlError(String);

impl PublicUrl {
    /// Whether the site is reached over https, so that cookies may be `Secure`.
    pub fn is_https(&self) -> bool {
        self.https
    }

    /// The host and port: `qinzheng.county.example`, `127.0.0.1:8080`.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// Scheme, host and port, as a browser writes it in `Origin`.
    pub fn origin(&self) -> String {
        format!("{}://{}", if self.https { "https" } else { "http" }, self.authority)
    }
}

impl FromStr for PublicUrl {
    type Err = PublicUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || PublicUrlError(text.to_owned());
        let (scheme, rest) = text.split_once("://").ok_or_else(wrong)?;
        let authority = rest.strip_suffix('/').unwrap_or(rest);
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        if authority.is_empty() || !authority.chars().all(plain) {
            return Err(wrong());
        }
        let authority = authority.to_ascii_lowercase();
        match scheme {
            "https" => Ok(Self { https: true, authority }),
            "http" => Ok(Self { https: false, authority }),
            _ => Err(wrong()),
        }
    }
}

/// Why a request that would change something is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OriginError {
    /// The browser says that another site sent it.
    #[error("the request was sent by a page of another site")]
    OtherSite,
    /// Nothing says who sent it.
    #[error("the request does not say which page sent it")]
    Unknown,
}

/// Lets a request pass that changes nothing, or that a page of this site sent.
///
/// A browser of today says so in `Sec-Fetch-Site`; for an older one `Origin` must be our own
/// address, or the host that was asked while no `public_url` is configured. Tokens in forms are
/// checked besides, by the session.
pub fn check_origin(
    method: &Method,
    headers: &HeaderMap,
    public_url: Option<&PublicUrl>,
) -> Result<(), OriginError> {
    if method.is_safe() {
        return Ok(());
    }
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("null"));
    if let Some(site) = text(FETCH_SITE) {
        return match site {
            "same-origin" | "none" => Ok(()),
            _ => Err(OriginError::OtherSite),
        };
    }
    let origin = text(header::ORIGIN).ok_or(OriginError::Unknown)?;
    let ours = if let Some(url) = public_url {
        origin == url.origin()
    } else {
        let sender = origin.split_once("://").map(|(_, authority)| authority);
        sender.is_some() && sender == text(header::HOST)
    };
    if ours { Ok(()) } else { Err(OriginError::OtherSite) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn post(given: &[(&'static str, &'static str)], url: Option<&str>) -> Result<(), OriginError> {
        let mut headers = HeaderMap::new();
        for (name, value) in given {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        let url: Option<PublicUrl> = url.map(|url| url.parse().unwrap());
        check_origin(&Method::POST, &headers, url.as_ref())
    }

    #[test]
    fn reading_needs_no_origin() {
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            assert_eq!(check_origin(&method, &HeaderMap::new(), None), Ok(()));
        }
    }

    #[test]
    fn our_own_forms_pass() {
        let site = Some("https://county.example");
        assert_eq!(post(&[("sec-fetch-site", "same-origin")], site), Ok(()));
        assert_eq!(post(&[("sec-fetch-site", "none")], site), Ok(()));
        assert_eq!(post(&[("origin", "https://county.example")], site), Ok(()));
        let local = [("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")];
        assert_eq!(post(&local, None), Ok(()));
    }

    #[test]
    fn a_stranger_s_form_is_refused() {
        let site = Some("https://county.example");
        let other = Err(OriginError::OtherSite);
        assert_eq!(post(&[("sec-fetch-site", "cross-site")], site), other);
        assert_eq!(post(&[("sec-fetch-site", "same-site")], site), other);
        assert_eq!(post(&[("origin", "https://evil.example")], site), other);
        assert_eq!(post(&[("origin", "http://county.example")], site), other);
        assert_eq!(post(&[("origin", "null"), ("host", "null")], None), other);
        let spoofed = [("origin", "https://evil.example"), ("host", "evil.example")];
        assert_eq!(post(&spoofed, site), other);
        assert_eq!(post(&[], site), Err(OriginError::Unknown));
    }

    #[test]
    fn addresses_of_sites_are_read() {
        let url: PublicUrl = "https://Qinzheng.County.example/".parse().unwrap();
        assert_eq!(url.origin(), "https://qinzheng.county.example");
        assert!(url.is_https());
        for bad in ["county.example", "ftp://x", "https://", "https://a/b", "https://a b"] {
            assert_eq!(
                bad.parse::<PublicUrl>().unwrap_err().to_string(),
                format!(
                    "`{bad}` is not the address of a site: write it like \
                     `https://qinzheng.county.example`"
                )
            );
        }
    }
}
