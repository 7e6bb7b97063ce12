//! Signing in and out: personas, passwords, cookies, where one is sent, what a stranger learns.

use axum::http::{StatusCode, header};
use qz_acts::Acts;
use qz_acts::account::SuspendAccount;
use qz_acts::identity::init::{County, Invitation, init};
use qz_acts::identity::sign_in::activate;
use qz_domain::role::Role;
use qz_testkit::client::{Client, config, demo_config, form};
use qz_testkit::county::county;
use qz_testkit::engines::{acts, on_both_engines};
use qz_web::app::{Room, WebConfig, app};
use tempfile::TempDir;

pub const PASSWORD: &str = "seven herons over still water";

/// A store of its own for a test, with the three officers signed up.
pub async fn founded() -> (TempDir, Acts) {
    let folder = tempfile::tempdir().unwrap();
    let url = qz_acts::StoreUrl::Sqlite(folder.path().join("county.db"));
    let acts = acts(&url).await;
    let county = County {
        code: "QX".to_owned(),
        name: "千溪县".to_owned(),
        name_en: "Qianxi County".to_owned(),
        since: None,
    };
    for Invitation { account_name, code, .. } in init(&acts, &county).await.unwrap() {
        let from = "192.0.2.10".parse().unwrap();
        activate(&acts, &account_name, code.reveal(), PASSWORD, from).await.unwrap();
    }
    (folder, acts)
}

async fn sign_in(client: &mut Client, name: &str, password: &str) -> qz_testkit::client::Page {
    client.post("/sign-in", &[("name", name), ("password", password)]).await
}

#[tokio::test]
async fn a_demo_offers_its_personas_and_an_installation_does_not() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut visitor = Client::at_demo(&county.acts);
        let page = visitor.get("/sign-in").await;
        for role in ["clerk", "inspector", "liaison", "head", "hr", "system", "security", "audit"] {
            assert!(page.body.contains(&format!("name=\"persona\" value=\"{role}\"")), "{role}");
        }
        visitor.take("clerk").await;
        let mut visitor = Client::new(app(county.acts.clone(), config()));
        let page = visitor.get("/sign-in").await;
        assert!(!page.body.contains("persona"), "{}", page.body);
        let page = visitor.post("/demo/sign-in", &[("persona", "clerk")]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(visitor.cookies.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_persona_is_taken_by_a_program_but_not_from_another_sites_page() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut program = Client::at_demo(&county.acts);
        let page = program.send(form("/demo/sign-in", &[("persona", "hr")])).await;
        assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, Some("/desk")));
        let mut other = form("/demo/sign-in", &[("persona", "hr")]);
        other.headers_mut().insert(header::ORIGIN, "https://evil.example".parse().unwrap());
        let page = program.stranger().send(other).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(page.set_cookies().is_empty());
        for unknown in ["magistrate", "root", ""] {
            let page = program.stranger().post("/demo/sign-in", &[("persona", unknown)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{unknown}");
            assert!(page.body.contains("没有这个身份"), "{}", page.body);
        }
        let (actor, account) = (county.account(Role::System).await, county.account(Role::Hr).await);
        county.done(SuspendAccount { actor, account }).await;
        let page = program.get("/desk/me").await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "a live session is dead at once");
        let page = program.post("/demo/sign-in", &[("persona", "hr")]).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(page.body.contains("已停用"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn who_is_not_signed_in_is_sent_to_sign_in_and_comes_back() {
    let (_folder, acts) = founded().await;
    let mut client = Client::new(app(acts, config()));
    let page = client.get("/desk/accounts?status=active").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(page.location(), Some("/sign-in?back=/desk/accounts%3Fstatus%3Dactive"));
    let page = client.get("/sign-in?back=/desk/accounts%3Fstatus%3Dactive").await;
    assert_eq!(page.hidden("back").as_deref(), Some("/desk/accounts?status=active"));
    let fields =
        [("name", "system"), ("password", PASSWORD), ("back", "/desk/accounts?status=active")];
    let page = client.post("/sign-in", &fields).await;
    assert_eq!(page.location(), Some("/desk/accounts?status=active"));
    assert_eq!(client.get("/desk/accounts?status=active").await.status, StatusCode::OK);
    let mut program = client.stranger();
    program.headers.insert(header::ACCEPT, "application/json".parse().unwrap());
    let page = program.get("/desk/accounts").await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert_eq!(page.headers[header::CONTENT_TYPE], "application/problem+json");
}

#[tokio::test]
async fn nobody_is_sent_to_another_site_and_no_header_is_forged() {
    let (_folder, acts) = founded().await;
    let app = app(acts, config());
    for back in [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/desk\r\nSet-Cookie: qz=forged",
        "/desk\nLocation: https://evil.example",
        "evil.example",
        "/sign-out",
        "",
    ] {
        let mut client = Client::new(app.clone());
        let fields = [("name", "system"), ("password", PASSWORD), ("back", back)];
        let page = client.post("/sign-in", &fields).await;
        assert_eq!(
            (page.status, page.location()),
            (StatusCode::SEE_OTHER, Some("/desk")),
            "{back}"
        );
        assert_eq!(page.set_cookies().len(), 1, "{back}");
    }
    let mut client = Client::new(app);
    let page = client.get("/sign-in?back=%22%3E%3Cscript%3E").await;
    assert!(!page.body.contains("\"><script>"), "{}", page.body);
    let page = sign_in(&mut client, "\"><script>", "x").await;
    assert!(!page.body.contains("<script>"), "{}", page.body);
}

#[tokio::test]
async fn the_cookie_says_all_that_protects_it() {
    let (_folder, acts) = founded().await;
    let mut client = Client::new(app(acts.clone(), config()));
    let page = sign_in(&mut client, "system", PASSWORD).await;
    let [cookie] = &page.set_cookies()[..] else { panic!("one cookie") };
    let (pair, flags) = cookie.split_once("; ").unwrap();
    assert_eq!(flags, "Path=/; HttpOnly; SameSite=Lax");
    let (name, token) = pair.split_once('=').unwrap();
    assert_eq!((name, token.len()), ("qz", 43), "256 bits");
    let public_url = Some("https://qinzheng.county.example".parse().unwrap());
    let mut client = Client::new(app(acts, WebConfig { public_url, ..config() }));
    let page = sign_in(&mut client, "system", PASSWORD).await;
    let [cookie] = &page.set_cookies()[..] else { panic!("one cookie") };
    assert!(cookie.starts_with("__Host-qz="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"), "{cookie}");
    assert!(!cookie.contains("Domain"), "{cookie}");
    assert_eq!(page.headers[header::STRICT_TRANSPORT_SECURITY], "max-age=31536000");
    assert_eq!(client.get("/desk/me").await.status, StatusCode::OK);
    let token = client.cookies.remove("__Host-qz").unwrap();
    client.cookies.insert("qz".to_owned(), token);
    let page = client.get("/desk/me").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "the plain cookie is not taken over https");
}

#[tokio::test]
async fn signing_in_makes_a_new_session_and_an_old_cookie_is_never_adopted() {
    let (_folder, acts) = founded().await;
    let mut client = Client::new(app(acts, config()));
    client.cookies.insert("qz".to_owned(), "fixed-by-an-attacker".to_owned());
    sign_in(&mut client, "system", PASSWORD).await;
    let first = client.cookies["qz"].clone();
    assert_ne!(first, "fixed-by-an-attacker");
    sign_in(&mut client, "system", PASSWORD).await;
    assert_ne!(client.cookies["qz"], first);
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let (_folder, acts) = founded().await;
    let mut client = Client::new(app(acts, config()));
    sign_in(&mut client, "system", PASSWORD).await;
    client.get("/desk/me").await;
    let mut thief = client.clone();
    let page = client.post("/sign-out", &[]).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, Some("/sign-in")));
    assert!(client.cookies.is_empty());
    assert_eq!(thief.get("/desk/me").await.status, StatusCode::SEE_OTHER);
    let page = thief.post("/sign-out", &[]).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn an_unknown_name_and_a_wrong_password_get_the_same_answer() {
    let (_folder, acts) = founded().await;
    let app = app(acts, config());
    let answer = async |name: &str| {
        let page = sign_in(&mut Client::new(app.clone()), name, "not the password").await;
        let headers: Vec<_> =
            page.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
        (page.status, headers, page.body.replace(name, "NAME"))
    };
    let known = answer("system").await;
    assert_eq!(known.0, StatusCode::UNAUTHORIZED);
    assert_eq!(known, answer("nobody").await);
}

#[tokio::test]
async fn a_guesser_is_told_when_to_come_back() {
    let (_folder, acts) = founded().await;
    let mut client = Client::new(app(acts, config()));
    for _ in 0..3 {
        let page = sign_in(&mut client, "system", "a guess").await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    }
    let page = sign_in(&mut client, "system", "a guess").await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(page.headers[header::RETRY_AFTER], "1");
    assert!(page.body.contains("请过1秒再试"), "{}", page.body);
    client.headers.insert("x-forwarded-for", "203.0.113.77".parse().unwrap());
    let page = sign_in(&mut client, "system", "a guess").await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "a forged address is not believed");
}

#[tokio::test]
async fn behind_a_trusted_proxy_each_visitor_is_counted_alone() {
    let (_folder, acts) = founded().await;
    let trusted_proxies = vec!["192.0.2.0/24".parse().unwrap()];
    let mut client = Client::new(app(acts, WebConfig { trusted_proxies, ..config() }));
    let guess = async |client: &mut Client, from: &str| {
        client.headers.insert("x-forwarded-for", from.parse().unwrap());
        sign_in(client, "system", "a guess").await.status
    };
    for _ in 0..3 {
        assert_eq!(guess(&mut client, "198.51.100.7").await, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(guess(&mut client, "198.51.100.7").await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(guess(&mut client, "203.0.113.9").await, StatusCode::UNAUTHORIZED);
    let forged = guess(&mut client, "203.0.113.1, 198.51.100.7").await;
    assert_eq!(forged, StatusCode::TOO_MANY_REQUESTS, "what the visitor wrote is not believed");
}

#[tokio::test]
async fn a_form_of_signing_in_is_bounded_and_comes_from_here() {
    let (_folder, acts) = founded().await;
    let mut client = Client::new(app(acts, config()));
    let long = "x".repeat(70_000);
    let page = sign_in(&mut client, "system", &long).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    let fields = [("name", "system"), ("password", PASSWORD)];
    assert_eq!(client.send(form("/sign-in", &fields)).await.status, StatusCode::FORBIDDEN);
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ] {
        let mut request = form("/sign-in", &fields);
        request.headers_mut().insert(name, value.parse().unwrap());
        assert_eq!(client.send(request).await.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    assert!(client.cookies.is_empty());
    let mut request = form("/sign-in", &fields);
    request.headers_mut().insert(header::ORIGIN, "http://county.example".parse().unwrap());
    assert_eq!(client.send(request).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_portal_has_no_sign_in_and_a_desk_no_portal() {
    let (_folder, acts) = founded().await;
    let only = |room| WebConfig { only: Some(room), ..demo_config() };
    let mut portal = Client::new(app(acts.clone(), only(Room::Portal)));
    for path in ["/sign-in", "/desk/me", "/desk/accounts", "/demo/sign-in"] {
        assert_eq!(portal.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(portal.get("/healthz").await.status, StatusCode::OK);
    let mut desk = Client::new(app(acts, only(Room::Desk)));
    assert_eq!(desk.get("/sign-in").await.status, StatusCode::OK);
    assert_eq!(desk.get("/statistics").await.status, StatusCode::NOT_FOUND);
}
