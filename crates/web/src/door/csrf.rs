//! Requests that change something must be meant by whoever is signed in (CSRF): they come from a
//! page of ours, and carry the token that only our pages hold. Bodies are bounded here as well.

use crate::app::WebState;
use crate::error::WebError;
use crate::headers::{OriginError, check_origin};
use crate::part::RefusalBox;
use crate::session::words_of;
use crate::words::Words;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, HeaderName, header};
use qz_acts::identity::same;

/// The most bytes of a form that anyone may send.
const PUBLIC_MOST: usize = 64 * 1024;
/// The most bytes of a form of the desk: thirty rows of long texts, percent-encoded.
const FORM_MOST: usize = 4 * 1024 * 1024;
/// The most bytes of a form with files.
pub(crate) const UPLOAD_MOST: usize = 32 * 1024 * 1024;

/// Within so many bytes of a form with files the token stands: it comes before any file.
const TOKEN_WITHIN: usize = 64 * 1024;

/// The field that carries the token.
const FIELD: &str = "csrf";
const HEADER: HeaderName = HeaderName::from_static("x-csrf");

/// What becomes of a public `Post` that does not come from a page of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FromElsewhere {
    /// Refused.
    Refused,
    /// Refused when another site's page sent it; taken when nothing says who did.
    UnlessUnknown,
}

/// Lets a request of a public door in.
pub(super) async fn admit_public(
    state: &WebState,
    request: Request,
    elsewhere: FromElsewhere,
) -> Result<Request, WebError> {
    if request.method().is_safe() {
        return Ok(request);
    }
    match check(state, &request) {
        Ok(()) => {}
        Err(OriginError::Unknown) if elsewhere == FromElsewhere::UnlessUnknown => {}
        Err(_) => return Err(stale_form(words_of(&request))),
    }
    hold(request, PUBLIC_MOST).await.map(|(request, _)| request)
}

/// Lets a request of a program in: it has no cookie that another site could use.
pub(super) async fn hold_body(request: Request) -> Result<Request, WebError> {
    if request.method().is_safe() {
        return Ok(request);
    }
    let most = most(request.headers());
    hold(request, most).await.map(|(request, _)| request)
}

/// Lets a request of a browser's session in. A request that does not say which page sent it (no
/// browser of today) still needs the token.
pub(super) async fn check_form(
    state: &WebState,
    request: Request,
    csrf: &str,
    words: Words,
) -> Result<Request, WebError> {
    if request.method().is_safe() {
        return Ok(request);
    }
    if check(state, &request) == Err(OriginError::OtherSite) {
        return Err(stale_form(words));
    }
    let most = most(request.headers());
    let (request, body) = hold(request, most).await?;
    match token(request.headers(), body).await {
        Some(token) if same(&token, csrf) => Ok(request),
        _ => Err(stale_form(words)),
    }
}

fn check(state: &WebState, request: &Request) -> Result<(), OriginError> {
    check_origin(request.method(), request.headers(), state.site.public_url.as_ref())
}

fn most(headers: &HeaderMap) -> usize {
    if is(headers, "multipart/form-data") { UPLOAD_MOST } else { FORM_MOST }
}

fn is(headers: &HeaderMap, kind: &str) -> bool {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    given.is_some_and(|given| given.split(';').next().is_some_and(|given| given.trim() == kind))
}

/// The form is not one of this session's: it is old, or another site sent it.
fn stale_form(words: Words) -> WebError {
    let title = words.say("stale-form-title");
    WebError::Forbidden(RefusalBox::new(words, title, vec![words.say("stale-form-how")]))
}

/// Reads the body, so that it can be looked at and still be handed on.
async fn hold(request: Request, most: usize) -> Result<(Request, Bytes), WebError> {
    let (parts, body) = request.into_parts();
    let too_large = || WebError::TooLarge { most: u64::try_from(most).ok() };
    let bytes = to_bytes(body, most).await.map_err(|fault| {
        let limit = std::error::Error::source(&fault);
        if limit.is_some_and(|cause| cause.to_string().contains("length limit")) {
            too_large()
        } else {
            WebError::Unreadable
        }
    })?;
    Ok((Request::from_parts(parts, Body::from(bytes.clone())), bytes))
}

/// The token of a form: in the header, or in the field.
async fn token(headers: &HeaderMap, body: Bytes) -> Option<String> {
    if let Some(token) = headers.get(HEADER) {
        return token.to_str().ok().map(str::to_owned);
    }
    if is(headers, "application/x-www-form-urlencoded") {
        return token_of_form(&body);
    }
    if is(headers, "multipart/form-data") {
        return token_of_multipart(headers, body).await;
    }
    None
}

/// A token has only letters that forms send as they are.
fn token_of_form(body: &[u8]) -> Option<String> {
    let fields = body.rsplit(|byte| *byte == b'&');
    let mut values =
        fields.filter_map(|field| field.strip_prefix(FIELD.as_bytes())?.strip_prefix(b"="));
    values.next().and_then(|value| std::str::from_utf8(value).ok()).map(str::to_owned)
}

async fn token_of_multipart(headers: &HeaderMap, body: Bytes) -> Option<String> {
    // The extractor takes two megabytes at most, and a file may be larger: the beginning will do.
    let beginning = body.slice(..body.len().min(TOKEN_WITHIN));
    let mut request = Request::new(Body::from(beginning));
    request.headers_mut().insert(header::CONTENT_TYPE, headers.get(header::CONTENT_TYPE)?.clone());
    let mut fields = Multipart::from_request(request, &()).await.ok()?;
    while let Ok(Some(field)) = fields.next_field().await {
        if field.name() == Some(FIELD) {
            return field.text().await.ok();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(kind: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(kind))])
    }

    #[tokio::test]
    async fn the_token_is_found_in_every_kind_of_form() {
        let form = headers("application/x-www-form-urlencoded; charset=utf-8");
        for (body, found) in [
            ("csrf=abc-_9", Some("abc-_9")),
            ("a=b&csrf=abc&c=d", Some("abc")),
            ("csrf=old&csrf=abc", Some("abc")),
            ("xcsrf=abc&csrf", None),
            ("", None),
        ] {
            let given = token(&form, Bytes::from_static(body.as_bytes())).await;
            assert_eq!(given.as_deref(), found, "{body}");
        }
        let files = headers("multipart/form-data; boundary=X");
        let body = "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n\
                    csrf\r\n--X\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nabc\r\n\
                    --X--\r\n";
        let given = token(&files, Bytes::from_static(body.as_bytes())).await;
        assert_eq!(given.as_deref(), Some("abc"));
    }

    #[tokio::test]
    async fn a_header_may_carry_the_token_and_other_bodies_may_not() {
        let mut json = headers("application/json");
        let body = Bytes::from_static(b"{\"csrf\":\"abc\"}");
        assert_eq!(token(&json, body.clone()).await, None);
        json.insert(HEADER, HeaderValue::from_static("abc"));
        assert_eq!(token(&json, body).await.as_deref(), Some("abc"));
    }

    #[tokio::test]
    async fn a_body_is_bounded() {
        let request = |size: usize| Request::new(Body::from(vec![b'a'; size]));
        assert!(hold(request(10), 10).await.is_ok());
        assert!(matches!(hold(request(11), 10).await, Err(WebError::TooLarge { most: Some(10) })));
    }
}
