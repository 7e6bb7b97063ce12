//! Headers that every answer carries, errors too: what a browser may load, send and keep.

mod origin;

pub use origin::{OriginError, PublicUrl, PublicUrlError, check_origin};

use crate::shell::Site;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// Nothing is loaded but our own files; no inline script or style, no frame, no other form target.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; \
     style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
     frame-ancestors 'none'; base-uri 'none'";

/// `same-origin` and not `no-referrer`: with the latter a browser sends `Origin: null` with our
/// own forms, and [`check_origin`] could not tell them from a stranger's.
const REFERRER_POLICY: &str = "same-origin";

const PERMISSIONS_POLICY: &str = "camera=(), display-capture=(), geolocation=(), microphone=(), \
     midi=(), payment=(), serial=(), usb=()";

const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// Paths whose answers are never kept anywhere.
const PRIVATE: [&str; 9] = [
    "/desk",
    "/kiosk",
    "/sign-in",
    "/sign-out",
    "/preferences",
    "/demo",
    "/tickets",
    "/corrections",
    "/complaints",
];

/// Middleware, the outermost layer: `from_fn_with_state(site, headers::protect)`.
///
/// A handler that sets one of these headers itself (a download with a stricter policy, an asset
/// that may be kept) is left alone, except that private paths are always `no-store`.
pub async fn protect(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let private = is_private(request.uri().path());
    let https = site.public_url.as_ref().is_some_and(PublicUrl::is_https);
    let mut response = next.run(request).await;
    set_policies(response.headers_mut(), https);
    set_keeping(response.headers_mut(), private);
    response
}

fn set_policies(headers: &mut HeaderMap, https: bool) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, REFERRER_POLICY);
    set(OPENER_POLICY, "same-origin");
    set(RESOURCE_POLICY, "same-origin");
    set(PERMISSIONS, PERMISSIONS_POLICY);
    if https {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
}

fn set_keeping(headers: &mut HeaderMap, private: bool) {
    if private {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    } else if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    let page = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.to_str().is_ok_and(|kind| kind.starts_with("text/html")));
    if page {
        headers.append(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    }
}

fn is_private(path: &str) -> bool {
    PRIVATE.iter().any(|root| {
        path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// The value of a cookie of the request.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::body::Body;
    use axum::http::StatusCode;
    use axum::middleware::from_fn_with_state;
    use axum::response::Html;
    use axum::routing::get;
    use tower::ServiceExt;

    async fn ask(public_url: Option<&str>, path: &str) -> Response {
        let mut site = Site::sample();
        site.public_url = public_url.map(|url| url.parse().unwrap());
        let router = Router::new()
            .route("/", get(|| async { Html("<p>") }))
            .route("/desk", get(|| async { "mine" }))
            .route("/kept", get(|| async { [(header::CACHE_CONTROL, "public")] }))
            .layer(from_fn_with_state(Arc::new(site), protect));
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        router.oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn every_answer_is_protected_errors_too() {
        for path in ["/", "/desk", "/no-such-page"] {
            let response = ask(None, path).await;
            let headers = response.headers();
            assert_eq!(headers[header::CONTENT_SECURITY_POLICY], CONTENT_SECURITY_POLICY);
            assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
            assert_eq!(headers[header::REFERRER_POLICY], "same-origin");
            assert_eq!(headers[OPENER_POLICY], "same-origin");
            assert_eq!(headers[RESOURCE_POLICY], "same-origin");
            assert!(headers.contains_key(PERMISSIONS));
            assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
        }
        assert_eq!(ask(None, "/no-such-page").await.status(), StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn strict_transport_is_promised_only_over_https() {
        let response = ask(Some("https://county.example"), "/").await;
        assert_eq!(response.headers()[header::STRICT_TRANSPORT_SECURITY], "max-age=31536000");
        let response = ask(Some("http://127.0.0.1:8080"), "/").await;
        assert!(!response.headers().contains_key(header::STRICT_TRANSPORT_SECURITY));
    }

    #[tokio::test]
    async fn the_desk_is_never_kept() {
        for (path, kept) in [("/desk", "no-store"), ("/", "no-cache"), ("/kept", "public")] {
            assert_eq!(ask(None, path).await.headers()[header::CACHE_CONTROL], kept);
        }
        assert!(is_private("/desk/visits") && !is_private("/desks"));
    }

    #[test]
    fn the_policy_allows_nothing_inline_and_no_other_host() {
        for word in ["unsafe-inline", "unsafe-eval", "http:", "https:", "*"] {
            assert!(!CONTENT_SECURITY_POLICY.contains(word), "{word}");
        }
    }

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("slang=x; lang=en;fs=large"));
        assert_eq!(cookie(&headers, "lang"), Some("en"));
        assert_eq!(cookie(&headers, "fs"), Some("large"));
        assert_eq!(cookie(&headers, "mode"), None);
    }
}
