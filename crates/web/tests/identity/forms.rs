//! Forms of a session: the token, the page they come from, what they may carry (CSRF).

use super::sign_in::founded;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use qz_acts::account::AccountForm;
use qz_domain::account::AccountStatus;
use qz_domain::id::AccountId;
use qz_domain::role::Role;
use qz_testkit::client::{Client, form};
use qz_testkit::county::{County, county};
use qz_web::app::app;
use tempfile::TempDir;

/// The demo, the system officer at a browser, and an account to suspend.
async fn scene() -> (TempDir, County, Client, AccountId, String) {
    let folder = tempfile::tempdir().unwrap();
    let url = qz_acts::StoreUrl::Sqlite(folder.path().join("county.db"));
    let county = county(&url).await;
    let account = county.account(Role::Hr).await;
    let mut client = Client::at_demo(&county.acts);
    client.take("system").await;
    let path = format!("/desk/accounts/{account}/suspend");
    (folder, county, client, account, path)
}

async fn is_active(county: &County, account: AccountId) -> bool {
    let page = county.acts.account(account).await.unwrap().unwrap();
    page.account.status == AccountStatus::Active
}

#[tokio::test]
async fn a_form_without_the_sessions_token_changes_nothing() {
    let (_folder, county, mut client, account, path) = scene().await;
    let mut other = Client::at_demo(&county.acts);
    other.take("system").await;
    assert_ne!(client.csrf, other.csrf, "each session has its own");
    let foreign = other.csrf.clone();
    for token in ["", "x", foreign.as_str()] {
        let page = client.post(&path, &[("csrf", token)]).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{token}");
        assert!(page.body.contains("不是从本次登录的页面来的"), "{}", page.body);
    }
    let token = client.csrf.clone();
    let mut bare = form(&path, &[]);
    bare.headers_mut().insert("sec-fetch-site", "same-origin".parse().unwrap());
    assert_eq!(client.send(bare).await.status, StatusCode::FORBIDDEN);
    assert!(is_active(&county, account).await);
    let page = client.post(&path, &[("csrf", &token)]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    assert!(!is_active(&county, account).await);
}

#[tokio::test]
async fn a_form_from_another_site_changes_nothing_even_with_the_token() {
    let (_folder, county, mut client, account, path) = scene().await;
    let token = client.csrf.clone();
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "https://county.example.evil.example"),
        ("origin", "null"),
    ] {
        let mut request = form(&path, &[("csrf", &token)]);
        request.headers_mut().insert(name, value.parse().unwrap());
        assert_eq!(client.send(request).await.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    assert!(is_active(&county, account).await);
    let unsaid = client.send(form(&path, &[("csrf", &token)])).await;
    assert_eq!(unsaid.status, StatusCode::SEE_OTHER, "no browser, but the token");
}

#[tokio::test]
async fn a_script_may_carry_the_token_in_a_header() {
    let (_folder, county, mut client, account, path) = scene().await;
    let mut request = form(&path, &[]);
    request.headers_mut().insert("sec-fetch-site", "same-origin".parse().unwrap());
    request.headers_mut().insert("x-csrf", client.csrf.parse().unwrap());
    assert_eq!(client.send(request).await.status, StatusCode::SEE_OTHER);
    assert!(!is_active(&county, account).await);
}

#[tokio::test]
async fn reading_changes_nothing() {
    let (_folder, county, mut client, account, path) = scene().await;
    let token = client.csrf.clone();
    let page = client.get(&format!("{path}?csrf={token}")).await;
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
    for method in ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        let request = Request::builder().method(method).uri(&path).body(Body::empty()).unwrap();
        let status = client.send(request).await.status;
        assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
    assert!(is_active(&county, account).await);
}

#[tokio::test]
async fn a_programs_token_opens_no_page() {
    let (_folder, county, ..) = scene().await;
    let clerk = county.account(Role::Clerk).await;
    let form = qz_acts::identity::token::TokenForm {
        label: "导出".to_owned(),
        actions: vec!["visit_list".to_owned()],
        days: "30".to_owned(),
    };
    let token = qz_acts::identity::token::make(&county.acts, clerk, &form).await.unwrap();
    let mut program = Client::at_demo(&county.acts);
    let bearer = format!("Bearer {}", token.reveal()).parse().unwrap();
    program.headers.insert(header::AUTHORIZATION, bearer);
    for path in ["/desk/me", "/desk/visits"] {
        assert_eq!(program.get(path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
}

#[tokio::test]
async fn a_second_click_does_nothing_twice() {
    let (_folder, acts) = founded().await;
    let mut client = Client::new(app(acts.clone(), qz_testkit::client::config()));
    let fields = [("name", "system"), ("password", super::sign_in::PASSWORD)];
    client.post("/sign-in", &fields).await;
    let page = client.get("/desk/accounts/new").await;
    let request = page.hidden("request").unwrap();
    let fields = [("name", "wen.yunan"), ("person", ""), ("request", request.as_str())];
    let first = client.post("/desk/accounts", &fields).await;
    assert_eq!(first.status, StatusCode::OK);
    assert!(first.body.contains("请当面交给本人"), "{}", first.body);
    let second = client.post("/desk/accounts", &fields).await;
    assert!(second.body.contains("先前已经办过"), "{}", second.body);
    assert_eq!(acts.accounts(None, 1, 50).await.unwrap().1, 4);
    let form = AccountForm { name: "other".to_owned(), person: String::new() };
    let actor = acts.accounts(None, 1, 50).await.unwrap().0[2].account.id;
    let other = qz_acts::account::open(&acts, request, actor, form).await;
    assert!(other.is_ok(), "another door's request of the same name is another request");
}
