//! Applications side by side (并列情景): one address, several of them, and the visitor's cookie says
//! which. Programs bring no cookie and get the first.

use crate::headers::cookie;
use crate::page::demo_scenario::COOKIE;
use axum::Router;
use axum::extract::Request;
use tower::{ServiceExt, service_fn};

/// One application of several: the first, or the one whose code the visitor's cookie has.
pub fn side_by_side(first: Router, others: Vec<(&'static str, Router)>) -> Router {
    Router::new().fallback_service(service_fn(move |request: Request| {
        let asked = cookie(request.headers(), COOKIE);
        let other = others.iter().find(|(code, _)| asked == Some(*code));
        let chosen = other.map_or(&first, |(_, router)| router).clone();
        chosen.oneshot(request)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, to_bytes};
    use axum::http::header;
    use axum::routing::get;

    async fn ask(cookies: &str) -> String {
        let saying =
            |said: &'static str| Router::new().route("/", get(move || async move { said }));
        let both = side_by_side(saying("first"), vec![("today", saying("today"))]);
        let request = Request::builder().header(header::COOKIE, cookies).body(Body::empty());
        let answer = both.oneshot(request.unwrap()).await.unwrap();
        String::from_utf8(to_bytes(answer.into_body(), 100).await.unwrap().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn the_cookie_says_which_and_without_one_it_is_the_first() {
        assert_eq!(ask("lang=en; scenario=today").await, "today");
        for other in ["", "scenario=2015", "scenario=nowhere", "scenario2=today"] {
            assert_eq!(ask(other).await, "first", "{other}");
        }
    }
}
