//! Operations: alive, ready, counted; limits; headers on every answer.

use super::sign_in::founded;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use qz_testkit::client::{Client, config};
use qz_testkit::county::county;
use qz_web::app::{Preparing, Readiness, WebConfig, app};
use qz_web::headers::CONTENT_SECURITY_POLICY;
use qz_web::shell::Named;

#[tokio::test]
async fn until_it_is_ready_every_page_shows_how_far_it_is() {
    let (_folder, acts) = founded().await;
    let preparing =
        |done| Preparing {
            label: Named::new("重放2015年", "replaying 2015"), done, total: 1630
        };
    let readiness = Readiness::preparing(preparing(7));
    let mut client = Client::new(app(acts, WebConfig { readiness: readiness.clone(), ..config() }));
    assert_eq!(client.get("/healthz").await.status, StatusCode::OK);
    let page = client.get("/readyz").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.body, r#"{"done":7,"total":1630,"label":"重放2015年"}"#);
    readiness.progress(preparing(800));
    for path in ["/", "/sign-in", "/desk/me", "/no-such-page"] {
        let page = client.get(path).await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(page.body.contains("重放2015年") && page.body.contains("800"), "{}", page.body);
    }
    readiness.set_ready();
    assert_eq!(client.get("/readyz").await.status, StatusCode::OK);
    assert_eq!(client.get("/sign-in").await.status, StatusCode::OK);
}

#[tokio::test]
async fn metrics_are_for_this_machine_and_name_no_record() {
    let folder = tempfile::tempdir().unwrap();
    let url = qz_acts::StoreUrl::Sqlite(folder.path().join("county.db"));
    let county = county(&url).await;
    let mut client = Client::at_demo(&county.acts);
    client.take("system").await;
    client.get("/desk/accounts/123456789").await;
    assert_eq!(client.get("/metrics").await.status, StatusCode::NOT_FOUND, "another machine");
    client.peer = "127.0.0.1:40000".parse().unwrap();
    let page = client.get("/metrics").await;
    assert_eq!(page.status, StatusCode::OK);
    let counted =
        r#"qinzheng_http_requests_total{route="/desk/accounts/{id}",method="GET",status="404"}"#;
    assert!(page.body.contains(counted), "{}", page.body);
    assert!(page.body.contains("qinzheng_http_request_seconds_bucket"), "{}", page.body);
    assert!(page.body.contains("qinzheng_writer_waiting"), "{}", page.body);
    assert!(!page.body.contains("123456789"), "{}", page.body);
    client.headers.insert("x-forwarded-for", "127.0.0.1".parse().unwrap());
    assert_eq!(client.get("/metrics").await.status, StatusCode::NOT_FOUND, "through a proxy");
}

#[tokio::test]
async fn every_answer_is_protected_and_private_ones_are_never_kept() {
    let folder = tempfile::tempdir().unwrap();
    let url = qz_acts::StoreUrl::Sqlite(folder.path().join("county.db"));
    let county = county(&url).await;
    let mut client = Client::at_demo(&county.acts);
    client.take("clerk").await;
    for (path, status) in [
        ("/desk/me", 200),
        ("/desk/accounts", 403),
        ("/desk/visits/999999", 404),
        ("/no-such-page", 404),
        ("/sign-out", 405),
        ("/sign-in", 200),
        ("/healthz", 200),
    ] {
        let page = client.get(path).await;
        assert_eq!(page.status.as_u16(), status, "{path}");
        let header = |name: &str| page.headers.get(name).map(|value| value.to_str().unwrap());
        let content = header("content-security-policy");
        assert_eq!(content, Some(CONTENT_SECURITY_POLICY), "{path}");
        assert_eq!(header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(header("referrer-policy"), Some("same-origin"), "{path}");
        if path.starts_with("/desk") || path.starts_with("/sign-") {
            assert_eq!(header("cache-control"), Some("no-store"), "{path}");
        }
        assert!(header("content-encoding").is_none(), "{path}");
        assert!(page.set_cookies().is_empty(), "{path}");
    }
    client.headers.insert(header::ACCEPT_ENCODING, "gzip".parse().unwrap());
    let page = client.get("/desk/me").await;
    let encoding = page.headers.get(header::CONTENT_ENCODING);
    assert!(encoding.is_none(), "a page with a token is not compressed");
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let url = qz_acts::StoreUrl::Sqlite(folder.path().join("county.db"));
    let county = county(&url).await;
    let mut client = Client::at_demo(&county.acts);
    client.take("clerk").await;
    let announced = Request::post("/desk/me/password")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::CONTENT_LENGTH, "40000000")
        .header("sec-fetch-site", "same-origin")
        .body(Body::empty())
        .unwrap();
    assert_eq!(client.send(announced).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let long = "x".repeat(5_000_000);
    let page = client.post("/desk/me/password", &[("present", &long)]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.body.contains("内容太大"), "{}", page.body);
}
