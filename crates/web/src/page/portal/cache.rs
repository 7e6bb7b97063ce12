//! Public pages kept ready (页面缓存): by address and looks, for as long as the ledger has the same
//! length and the county the same day.
//!
//! Every act is one leaf, so a page made at a length is right for as long as that length stands.
//! The length is read before the page is made: what it shows is never older than its key. Pages
//! for whoever is signed in are not kept.

use crate::app::WebState;
use crate::error::WebError;
use crate::session::Visitor;
use crate::shell::{LedgerHint, Preferences, Shell};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use qz_domain::instant;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, VecDeque};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The most bytes of all kept bodies together.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// The most pages.
const MOST_PAGES: usize = 2_000;
/// A body larger than this is made anew each time.
const MOST_OF_ONE: usize = 4 * 1024 * 1024;
/// An address longer than this is not worth a place.
const LONGEST_ADDRESS: usize = 1_000;

/// Headers of an answer that are kept with it.
const KEPT: [HeaderName; 4] =
    [header::CONTENT_TYPE, header::CONTENT_DISPOSITION, header::LINK, header::CACHE_CONTROL];

/// What a page depends on besides its key.
type Stamp = (u64, Date);
type Key = (String, Preferences);

/// The pages kept ready. Cheap to clone; clones share them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cache(Arc<Mutex<Shelf>>);

#[derive(Debug, Default)]
struct Shelf {
    stamp: Option<Stamp>,
    pages: HashMap<Key, Page>,
    order: VecDeque<Key>,
    bytes: usize,
}

#[derive(Debug, Clone)]
struct Page {
    headers: HeaderMap,
    etag: HeaderValue,
    body: Bytes,
}

impl Cache {
    fn find(&self, stamp: Stamp, key: &Key) -> Option<Page> {
        let held = self.lock();
        (held.stamp == Some(stamp)).then(|| held.pages.get(key).cloned()).flatten()
    }

    fn keep(&self, stamp: Stamp, key: Key, page: Page) {
        self.lock().keep(stamp, key, page);
    }

    fn lock(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf {
    fn keep(&mut self, stamp: Stamp, key: Key, page: Page) {
        if self.stamp != Some(stamp) {
            *self = Self { stamp: Some(stamp), ..Self::default() };
        }
        if page.body.len() > MOST_OF_ONE || key.0.len() > LONGEST_ADDRESS {
            return;
        }
        self.bytes += page.body.len();
        if let Some(old) = self.pages.insert(key.clone(), page) {
            self.bytes -= old.body.len();
        } else {
            self.order.push_back(key);
        }
        while self.bytes > MOST_BYTES || self.pages.len() > MOST_PAGES {
            let Some(oldest) = self.order.pop_front() else { break };
            if let Some(page) = self.pages.remove(&oldest) {
                self.bytes -= page.body.len();
            }
        }
    }
}

/// A handler whose answers are kept ready, and whose shell knows the length of the ledger.
#[derive(Clone)]
pub(crate) struct Kept<H> {
    cache: Cache,
    handler: H,
}

/// Keeps the answers of a handler that reads and takes nothing but what its address says.
pub(crate) fn kept<H>(cache: &Cache, handler: H) -> Kept<H> {
    Kept { cache: cache.clone(), handler }
}

impl<H, T> Handler<T, WebState> for Kept<H>
where
    H: Handler<T, WebState>,
    T: 'static,
{
    type Future = Pin<Box<dyn Future<Output = Response> + Send>>;

    fn call(self, request: Request, state: WebState) -> Self::Future {
        Box::pin(async move {
            let answer = answer(&self.cache, self.handler, request, state).await;
            answer.unwrap_or_else(IntoResponse::into_response)
        })
    }
}

async fn answer<H, T>(
    cache: &Cache,
    handler: H,
    mut request: Request,
    state: WebState,
) -> Result<Response, WebError>
where
    H: Handler<T, WebState>,
    T: 'static,
{
    let head = state.acts.ledger_head().await.map_err(WebError::internal)?;
    let stamp = (head.size, instant::day(state.acts.now()));
    if let Some(shell) = request.extensions_mut().get_mut::<Shell>() {
        shell.ledger = Some(LedgerHint { size: head.size, root: head.root.to_hex() });
    }
    if let Some(hidden) = super::hidden::look(&state, &mut request).await? {
        return Ok(hidden);
    }
    let signed_in = !matches!(Visitor::of(&request), Visitor::Nobody);
    let reading = [Method::GET, Method::HEAD].contains(request.method());
    if signed_in || !reading {
        return Ok(handler.call(request, state).await);
    }
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str()).to_owned();
    let key = (address, Preferences::from_headers(request.headers()));
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let bodiless = request.method() == Method::HEAD;
    if let Some(page) = cache.find(stamp, &key) {
        return Ok(page.send(known.as_ref()));
    }
    let response = handler.call(request, state).await;
    if response.status() != StatusCode::OK || bodiless {
        return Ok(response);
    }
    let page = Page::read(response).await?;
    cache.keep(stamp, key, page.clone());
    Ok(page.send(known.as_ref()))
}

impl Page {
    async fn read(response: Response) -> Result<Self, WebError> {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.map_err(WebError::internal)?;
        let headers = KEPT.into_iter().filter_map(|name| {
            let value = parts.headers.get(&name)?.clone();
            Some((name, value))
        });
        let tag = format!("W/\"{}\"", crate::format::hex(&Sha256::digest(&body)[..12]));
        let etag = HeaderValue::from_str(&tag).map_err(WebError::internal)?;
        Ok(Self { headers: headers.collect(), etag, body })
    }

    /// The page, or that the browser has it already.
    fn send(self, known: Option<&HeaderValue>) -> Response {
        let same = known.is_some_and(|known| *known == self.etag);
        let mut response = if same {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            Response::new(Body::from(self.body))
        };
        response.headers_mut().extend(self.headers);
        response.headers_mut().insert(header::ETAG, self.etag);
        let page = response.headers().get(header::CONTENT_TYPE);
        if !page.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
            // Pages get the same from the layer that protects every answer.
            let looks = HeaderValue::from_static("accept-language, cookie");
            response.headers_mut().insert(header::VARY, looks);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn page(bytes: usize) -> Page {
        let etag = HeaderValue::from_static("W/\"a\"");
        Page { headers: HeaderMap::new(), etag, body: Bytes::from(vec![b'a'; bytes]) }
    }

    /// Pages, their order and bytes; the lock is given back at once.
    fn held(cache: &Cache) -> (usize, usize, usize) {
        let held = cache.lock();
        (held.pages.len(), held.order.len(), held.bytes)
    }

    fn key(number: usize) -> Key {
        (format!("/?page={number}"), Preferences::default())
    }

    const STAMP: Stamp = (7, date(2016, 2, 16));

    #[test]
    fn a_longer_ledger_or_another_day_empties_the_shelf() {
        let cache = Cache::default();
        cache.keep(STAMP, key(1), page(3));
        assert!(cache.find(STAMP, &key(1)).is_some());
        assert!(cache.find((8, STAMP.1), &key(1)).is_none());
        assert!(cache.find((7, date(2016, 2, 17)), &key(1)).is_none());
        cache.keep((8, STAMP.1), key(2), page(3));
        assert!(cache.find((8, STAMP.1), &key(1)).is_none());
        assert_eq!(held(&cache), (1, 1, 3));
    }

    #[test]
    fn the_shelf_is_bounded_in_pages_and_bytes() {
        let cache = Cache::default();
        for number in 0..MOST_PAGES + 10 {
            cache.keep(STAMP, key(number), page(1));
        }
        assert_eq!(held(&cache), (MOST_PAGES, MOST_PAGES, MOST_PAGES));
        assert!(cache.find(STAMP, &key(9)).is_none() && cache.find(STAMP, &key(10)).is_some());
        for number in 0..20 {
            cache.keep(STAMP, key(number), page(MOST_OF_ONE));
        }
        let (pages, places, bytes) = held(&cache);
        assert!(bytes <= MOST_BYTES && pages == places, "{pages} {places} {bytes}");
    }

    #[test]
    fn a_page_too_large_or_an_address_too_long_is_not_kept() {
        let cache = Cache::default();
        cache.keep(STAMP, key(1), page(MOST_OF_ONE + 1));
        cache.keep(STAMP, ("x".repeat(LONGEST_ADDRESS + 1), Preferences::default()), page(1));
        assert_eq!(held(&cache), (0, 0, 0));
    }

    #[test]
    fn looks_are_part_of_the_key() {
        let cache = Cache::default();
        cache.keep(STAMP, key(1), page(1));
        let elder = Preferences { elder: true, ..Preferences::default() };
        assert!(cache.find(STAMP, &(key(1).0, elder)).is_none());
    }

    #[test]
    fn a_browser_that_has_the_page_is_told_so() {
        let has = HeaderValue::from_static("W/\"a\"");
        assert_eq!(page(3).send(Some(&has)).status(), StatusCode::NOT_MODIFIED);
        assert_eq!(page(3).send(None).status(), StatusCode::OK);
    }
}
