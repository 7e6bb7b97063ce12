//! The kiosk's page: opened with a key, used by whoever comes, shut by whoever gave the key.

use crate::device::port;
use crate::markup;
use axum::http::StatusCode;
use qz_acts::terminal::EndKey;
use qz_acts::terminal::view::{Page as Part, PunchFilter};
use qz_domain::id::TerminalId;
use qz_domain::role::Role;
use qz_testkit::client::{Client, Page};
use qz_testkit::county::County;
use qz_testkit::terminal::{keyed, map, take_up};

const CARD: &str = "00123456";

async fn pending(county: &County) -> (TerminalId, String) {
    let made = keyed(county, ("KIOSK-01", "kiosk")).await;
    map(county, (CARD, "G6"), "2016-02-01").await;
    map(county, ("4831", "G7"), "2016-02-01").await;
    made
}

/// A browser at which a kiosk was opened.
async fn open(county: &County, key: &str) -> Client {
    let mut browser = Client::at_demo(&county.acts);
    browser.cookies.insert("lang".to_owned(), "zh-CN".to_owned());
    let opened = browser.post("/kiosk/open", &[("key", key)]).await;
    assert_eq!(opened.location(), Some("/kiosk"), "{}", opened.body);
    browser
}

fn well(page: &Page) {
    let faults = markup::Page::read(&page.body).faults();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

async fn give(browser: &mut Client, fields: &[(&str, &str)]) -> Page {
    let form = browser.get("/kiosk").await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.body);
    let request = form.hidden("request").unwrap();
    let fields: Vec<_> = fields.iter().copied().chain([("request", request.as_str())]).collect();
    let page = browser.post("/kiosk", &fields).await;
    well(&page);
    page
}

async fn count(county: &County) -> usize {
    let hr = county.account(Role::Hr).await;
    county.acts.punches(hr, &PunchFilter::default(), Part::all()).await.unwrap().0.len()
}

#[tokio::test]
async fn a_card_shows_one_letter_of_the_name_and_a_kind_word_in_both_languages() {
    let port = port().await;
    let (terminal, key) = pending(&port.county).await;
    take_up(&port.county, terminal).await;
    let mut browser = open(&port.county, &key).await;
    let page = give(&mut browser, &[("shown", CARD), ("number", "")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("郗** 09:01:00") && !page.body.contains("怀朴"), "{}", page.body);
    assert!(page.body.contains("开开心心来上班"), "{}", page.body);
    assert!(page.body.contains("http-equiv=\"refresh\" content=\"6;url=/kiosk\""));
    browser.cookies.insert("lang".to_owned(), "en".to_owned());
    let form = browser.get("/kiosk").await;
    well(&form);
    assert!(
        form.body.contains("Swipe your card") && !form.body.contains("refresh"),
        "{}",
        form.body
    );
    let page = give(&mut browser, &[("shown", "G7"), ("number", "4831")]).await;
    assert!(page.body.contains("Happy at work, and in good time"), "{}", page.body);
    assert_eq!(count(&port.county).await, 2);
}

#[tokio::test]
async fn a_double_tap_is_one_punch_and_an_empty_one_is_none() {
    let port = port().await;
    let (terminal, key) = pending(&port.county).await;
    take_up(&port.county, terminal).await;
    let mut browser = open(&port.county, &key).await;
    let request = browser.get("/kiosk").await.hidden("request").unwrap();
    let fields = [("shown", CARD), ("number", ""), ("request", request.as_str())];
    let first = browser.post("/kiosk", &fields).await;
    let second = browser.post("/kiosk", &fields).await;
    assert!(first.body.contains("郗** 09:01:00"), "{}", first.body);
    assert!(second.body.contains("郗**：已经记过，不重复记"), "{}", second.body);
    assert_eq!(give(&mut browser, &[("shown", " "), ("number", "")]).await.status, StatusCode::OK);
    assert_eq!(count(&port.county).await, 1);
}

#[tokio::test]
async fn an_unknown_number_a_short_one_and_too_many_tries_are_told_what_to_do() {
    let port = port().await;
    let (terminal, key) = pending(&port.county).await;
    take_up(&port.county, terminal).await;
    let mut browser = open(&port.county, &key).await;
    let short = give(&mut browser, &[("shown", "G7"), ("number", "")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.body.contains("没有记：这个号码太短"), "{}", short.body);
    for _ in 0..3 {
        let wrong = give(&mut browser, &[("shown", "G7"), ("number", "0000")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("没有记：这里查不到这个人"), "{}", wrong.body);
        assert!(!wrong.body.contains("value=\"G7\""), "nothing of it stays on the screen");
    }
    let soon = give(&mut browser, &[("shown", "G7"), ("number", "4831")]).await;
    assert_eq!(soon.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(soon.headers["retry-after"], "1");
    assert!(soon.body.contains("请等1秒再试"), "{}", soon.body);
    assert_eq!(count(&port.county).await, 0);
}

#[tokio::test]
async fn without_the_key_there_is_no_kiosk_and_one_that_is_taken_back_shuts_it() {
    let port = port().await;
    let (terminal, key) = pending(&port.county).await;
    let mut stranger = Client::at_demo(&port.county.acts);
    stranger.cookies.insert("lang".to_owned(), "zh-CN".to_owned());
    assert_eq!(stranger.get("/kiosk").await.location(), Some("/kiosk/open"));
    well(&stranger.get("/kiosk/open").await);
    let fields = [("shown", CARD), ("number", ""), ("request", "a-1")];
    assert_eq!(stranger.post("/kiosk", &fields).await.location(), Some("/kiosk/open"));
    let wrong = stranger.post("/kiosk/open", &[("key", "0000-0000-0000-0000-0000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("没有打开：没有打卡台用这个密钥"), "{}", wrong.body);
    well(&wrong);
    let mut browser = open(&port.county, &key).await;
    let waits = browser.get("/kiosk").await;
    well(&waits);
    assert!(waits.body.contains("这台打卡台没有启用") && !waits.body.contains("<form"));
    let early = browser.post("/kiosk", &fields).await;
    assert_eq!(early.status, StatusCode::SERVICE_UNAVAILABLE);
    take_up(&port.county, terminal).await;
    assert_eq!(browser.post("/kiosk", &fields).await.status, StatusCode::OK);
    let actor = port.county.account(Role::Hr).await;
    port.county.done(EndKey { actor, terminal }).await;
    assert_eq!(browser.get("/kiosk").await.location(), Some("/kiosk/open"));
    let fields = [("shown", CARD), ("number", ""), ("request", "a-2")];
    assert_eq!(browser.post("/kiosk", &fields).await.location(), Some("/kiosk/open"));
    assert_eq!(count(&port.county).await, 1);
}

#[tokio::test]
async fn whoever_was_signed_in_is_not_and_the_cookie_is_for_that_page_alone() {
    let port = port().await;
    let (terminal, key) = pending(&port.county).await;
    take_up(&port.county, terminal).await;
    let mut browser = Client::at_demo(&port.county.acts);
    browser.take("hr").await;
    // The form has no token: it is no session's.
    browser.csrf.clear();
    let opened = browser.post("/kiosk/open", &[("key", &key.to_lowercase())]).await;
    let cookies = opened.set_cookies();
    let kept = cookies.iter().find(|one| one.starts_with("qz-kiosk=")).unwrap();
    for part in ["; Path=/kiosk;", "; HttpOnly", "; SameSite=Strict"] {
        assert!(kept.contains(part), "{kept}");
    }
    let page = browser.get("/desk").await;
    assert!(page.location().is_some_and(|to| to.starts_with("/sign-in")), "{}", page.status);
    let kiosk = browser.get("/kiosk").await;
    assert_eq!(kiosk.headers["cache-control"], "no-store");
    assert!(!kiosk.body.contains("/desk"), "{}", kiosk.body);
}
