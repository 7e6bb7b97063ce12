//! Every error as page and as problem: what stands on it, what is hidden.

use super::*;
use crate::part::{FieldError, RefusalBox};
use crate::words::{Locale, Words};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tower::ServiceExt;

const ZH: Words = Words { locale: Locale::ZhCn };

fn refused() -> WebError {
    let sentences = vec!["1月27日的初筛是您做的。".to_owned()];
    WebError::Refused(RefusalBox::new(ZH, "您不能认定这个案件", sentences).guard("G1"))
}

fn router() -> Router {
    let fail = || async { WebError::internal("the secret cause") };
    Router::new()
        .route("/refused", get(|| async { refused() }))
        .route("/broken", get(fail))
        .route("/api/v1/broken", get(fail))
        .route(
            "/mine",
            get(|| async { WebError::SignedOut }).post(|| async { WebError::SignedOut }),
        )
        .route("/often", get(|| async { WebError::TooManyRequests { retry_after: 30 } }))
        .route("/form", post(|| async { "kept" }))
        .route("/own", get(|| async { (StatusCode::NOT_FOUND, Html("<p>own page")) }))
        .route(
            "/invalid",
            get(|| async { WebError::Invalid(vec![FieldError::new("day", "写明日期")]) }),
        )
        .layer(from_fn_with_state(Arc::new(Site::sample()), page_errors))
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

async fn ask(method: Method, path: &str, accept: &'static str) -> Answer {
    let request = Request::builder().method(method).uri(path).header(header::ACCEPT, accept);
    let response = router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let body = to_bytes(response.into_body(), 1_000_000).await.unwrap();
    Answer { status, headers, text: String::from_utf8(body.to_vec()).unwrap() }
}

async fn page(path: &str) -> Answer {
    ask(Method::GET, path, "text/html,*/*;q=0.8").await
}

#[tokio::test]
async fn a_refusal_says_what_why_and_that_nothing_changed() {
    let answer = page("/refused").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["您不能认定这个案件", "初筛是您做的", "什么也没有改动", "G1"]
    {
        assert!(answer.text.contains(words), "{words} in {}", answer.text);
    }
}

#[tokio::test]
async fn a_fault_of_ours_shows_a_number_and_not_its_cause() {
    let answer = page("/broken").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!answer.text.contains("secret"), "{}", answer.text);
    assert!(answer.text.contains(&format!("{:x}-", std::process::id())), "{}", answer.text);
}

#[tokio::test]
async fn programs_get_a_problem() {
    let answer = ask(Method::GET, "/api/v1/broken", "text/html").await;
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
    assert!(!answer.text.contains("secret"), "{}", answer.text);
    let answer = ask(Method::GET, "/refused", "application/json").await;
    let problem: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(problem["status"], 422);
    assert_eq!(problem["guard"], "G1");
    assert_eq!(problem["instance"], "/refused");
    assert_eq!(problem["type"], "urn:qinzheng:problem:refused");
    let answer = ask(Method::GET, "/invalid", "application/json").await;
    let problem: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(problem["errors"][0]["field"], "day");
}

#[tokio::test]
async fn who_is_signed_out_is_led_to_the_door_and_back() {
    let answer = page("/mine?a=b").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.headers[header::LOCATION], "/sign-in?back=/mine%3Fa%3Db");
    let answer = ask(Method::POST, "/mine", "text/html").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.text.contains("/sign-in"), "{}", answer.text);
}

#[tokio::test]
async fn bare_refusals_of_the_framework_become_pages() {
    let answer = page("/no-such-page").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.text.contains("没有这一页"), "{}", answer.text);
    let answer = page("/form").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.headers[header::ALLOW], "POST");
    assert!(answer.text.contains("<h1>"), "{}", answer.text);
}

#[tokio::test]
async fn a_page_of_a_handler_is_left_alone() {
    assert_eq!(page("/own").await.text, "<p>own page");
    assert_eq!(ask(Method::POST, "/form", "*/*").await.text, "kept");
}

#[tokio::test]
async fn too_many_requests_say_when_to_come_back() {
    let answer = page("/often").await;
    assert_eq!(answer.headers[header::RETRY_AFTER], "30");
    assert!(answer.text.contains("30秒"), "{}", answer.text);
}

#[test]
fn json_must_be_liked_better_than_a_page() {
    let prefers = |accept: &'static str| {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_static(accept));
        prefers_json(&headers)
    };
    assert!(prefers("application/json"));
    assert!(prefers("text/html;q=0.5, application/problem+json"));
    assert!(!prefers("text/html, application/json"));
    assert!(!prefers("*/*"));
    assert!(!prefers(""));
}
