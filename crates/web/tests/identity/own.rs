//! One's own page: sessions, password, tokens; and nobody else's.

use super::sign_in::{PASSWORD, founded};
use axum::http::StatusCode;
use qz_testkit::client::{Client, config};
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;
use qz_web::app::app;

/// The paths of the forms that end sessions.
fn ends(body: &str) -> Vec<String> {
    let forms = body.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    forms.filter(|path| path.starts_with("/desk/me/sessions/")).map(str::to_owned).collect()
}

#[tokio::test]
async fn one_ends_ones_own_sessions_and_sees_nobody_elses() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut here = Client::at_demo(&county.acts);
        here.take("clerk").await;
        let mut there = here.stranger();
        there.take("clerk").await;
        let mut other = here.stranger();
        other.take("hr").await;
        let page = here.get("/desk/me").await;
        let mine = ends(&page.body);
        assert_eq!(mine.len(), 2, "{}", page.body);
        let theirs = ends(&other.get("/desk/me").await.body);
        assert_eq!(theirs.len(), 1);
        let page = here.post(&theirs[0], &[]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "another's session is not there");
        for path in ["/desk/me/sessions/999999/end", "/desk/me/sessions/x/end"] {
            let status = here.post(path, &[]).await.status;
            assert!(status.is_client_error() && status != StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(other.get("/desk/me").await.status, StatusCode::OK);
        // Which row is one's own the page says; at one moment their order is anybody's guess.
        let page = here.get("/desk/me").await;
        let own = page.body.split("<tr>").find(|row| row.contains("class=\"tag\"")).unwrap();
        let own = ends(own).remove(0);
        let elsewhere = mine.iter().find(|path| **path != own).unwrap();
        let page = here.post(elsewhere, &[]).await;
        assert_eq!(page.location(), Some("/desk/me"));
        assert_eq!(there.get("/desk/me").await.status, StatusCode::SEE_OTHER);
        let page = here.post(&own, &[]).await;
        assert_eq!(page.location(), Some("/sign-in"), "one's present session");
        assert!(here.cookies.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_password_is_changed_on_ones_page_and_the_faults_are_told() {
    let (_folder, acts) = founded().await;
    let mut client = Client::new(app(acts, config()));
    client.post("/sign-in", &[("name", "audit"), ("password", PASSWORD)]).await;
    client.get("/desk/me").await;
    let mut elsewhere = client.stranger();
    elsewhere.post("/sign-in", &[("name", "audit"), ("password", PASSWORD)]).await;
    let new = "a heron stands on one leg";
    for (present, password, again, said) in [
        ("wrong", new, new, "账号名或口令不对"),
        (PASSWORD, new, "something else", "两遍口令不一样"),
        (PASSWORD, "short", "short", "至少12个字符"),
        (PASSWORD, "my audit word is", "my audit word is", "“audit”"),
        (PASSWORD, PASSWORD, PASSWORD, "新口令和现在的一样"),
    ] {
        let fields = [("present", present), ("password", password), ("again", again)];
        let page = client.post("/desk/me/password", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(page.body.contains(said), "{said}: {}", page.body);
        for typed in [present, password, again].into_iter().filter(|typed| typed.len() > 5) {
            assert!(!page.body.contains(&format!("value=\"{typed}\"")), "a password is shown");
        }
        assert!(!page.body.contains('⟦'), "{}", page.body);
    }
    let old = client.cookies["qz"].clone();
    let fields = [("present", PASSWORD), ("password", new), ("again", new)];
    let page = client.post("/desk/me/password", &fields).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, Some("/desk/me")));
    assert_ne!(client.cookies["qz"], old);
    assert_eq!(client.get("/desk/me").await.status, StatusCode::OK);
    assert_eq!(elsewhere.get("/desk/me").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_token_is_made_shown_once_and_ended() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut client = Client::at_demo(&county.acts);
        client.take("clerk").await;
        let page = client.post("/desk/me/tokens", &[("label", ""), ("days", "30")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("label", "夜间导出"), ("days", "30"), ("actions", "visit_export")];
        let page = client.post("/desk/me/tokens", &fields).await;
        let (_, rest) = page.body.split_once("<code>").unwrap();
        let token = rest.split('<').next().unwrap().to_owned();
        assert!(token.starts_with("qz_"), "{token}");
        let page = client.get("/desk/me").await;
        assert!(page.body.contains("夜间导出") && !page.body.contains(&token));
        let mut other = client.stranger();
        other.take("hr").await;
        let (_, rest) = page.body.split_once("/desk/me/tokens/").unwrap();
        let end = format!("/desk/me/tokens/{}", rest.split('"').next().unwrap());
        assert_eq!(other.post(&end, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(client.post(&end, &[]).await.location(), Some("/desk/me"));
        assert!(!client.get("/desk/me").await.body.contains("夜间导出"));
        let fields = [("label", "x"), ("days", "30"), ("actions", "account_read")];
        other.take("system").await;
        let page = other.post("/desk/me/tokens", &fields).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "no token for an officer");
    })
    .await;
}

#[tokio::test]
async fn an_account_without_a_role_still_has_its_own_page() {
    let (_folder, acts) = founded().await;
    let mut system = Client::new(app(acts.clone(), config()));
    system.post("/sign-in", &[("name", "system"), ("password", PASSWORD)]).await;
    system.get("/desk/me").await;
    let page = system.post("/desk/accounts", &[("name", "newcomer"), ("person", "")]).await;
    let (_, rest) = page.body.split_once("<code>").unwrap();
    let code = rest.split('<').next().unwrap();
    let mut newcomer = system.stranger();
    let fields =
        [("name", "newcomer"), ("code", code), ("password", PASSWORD), ("again", PASSWORD)];
    let page = newcomer.post("/sign-in/activate", &fields).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, Some("/desk")));
    let page = newcomer.get("/desk/me").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("还没有角色"), "{}", page.body);
    let page = newcomer.get("/desk/accounts").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    for holder in ["系统管理员", "安全管理员", "审计员"] {
        assert!(page.body.contains(holder), "who may is named: {}", page.body);
    }
    assert_eq!(newcomer.post("/sign-out", &[]).await.location(), Some("/sign-in"));
}
