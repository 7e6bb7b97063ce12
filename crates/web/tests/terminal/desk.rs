//! Terminals on the desk: a box that knocks is registered, taken into service, ordered about, and its numbers are told
//! whose they are, by the personnel officer; the system officer sees the box and nobody's punches; nobody else sees it.

use crate::device::{BOX, port};
use crate::markup;
use axum::http::StatusCode;
use qz_testkit::client::{Client, Page};
use qz_testkit::county::County;

async fn browser(county: &County, persona: &str) -> Client {
    let mut client = Client::at_demo(&county.acts);
    client.take(persona).await;
    client
}

/// Opens a page in both languages and holds both to the rules of the house; gives the Chinese one.
async fn look(browser: &mut Client, path: &str) -> String {
    let mut chinese = String::new();
    for locale in ["en", "zh-CN"] {
        browser.cookies.insert("lang".to_owned(), locale.to_owned());
        let page = browser.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
        let faults = markup::Page::read(&page.body).faults();
        assert!(faults.is_empty(), "{path} {locale}: {}", faults.join("\n"));
        chinese = page.body;
    }
    chinese
}

/// Fills in the form of a page and sends it where it came from.
async fn send(browser: &mut Client, at: &str, fields: &[(&str, &str)]) -> Page {
    let form = browser.get(at).await;
    assert_eq!(form.status, StatusCode::OK, "{at}: {}", form.body);
    let hidden = |name| (name, form.hidden(name).unwrap());
    let kept = [hidden("request"), hidden("version")];
    let kept = kept.iter().map(|(name, value)| (*name, value.as_str()));
    let fields: Vec<_> = fields.iter().copied().chain(kept).collect();
    browser.post(at, &fields).await
}

#[tokio::test]
async fn a_box_that_knocks_is_registered_and_taken_into_service_over_the_pages() {
    let port = port().await;
    let hello = "/iclock/cdata?SN=KNOCKS01&options=all&pushver=2.4.1";
    assert_eq!(port.get(hello).await.status, 503);
    let mut hr = browser(&port.county, "hr").await;
    let list = look(&mut hr, "/desk/terminals").await;
    assert!(list.contains(BOX) && list.contains("使用中"), "{list}");
    let register = "/desk/terminals/register";
    let offered = look(&mut hr, register).await;
    assert!(offered.contains("登记KNOCKS01（2016-02-16 09:01来过）"), "{offered}");
    let bad = [
        ("serial", "a b"),
        ("called", ""),
        ("stands_in", "QX99"),
        ("comes_in", "iclock"),
        ("zone", "hours"),
    ];
    let again = send(&mut hr, register, &bad).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("CJDE201560001") && again.body.contains("QX99"), "{}", again.body);
    let good = [
        ("serial", "KNOCKS01"),
        ("called", "东门"),
        ("stands_in", "QX20"),
        ("place", "一楼"),
        ("numbering", "枫渡镇"),
        ("comes_in", "iclock"),
        ("zone", "hours"),
    ];
    let made = send(&mut hr, register, &good).await;
    let home = made.location().unwrap().to_owned();
    assert_eq!(port.get(hello).await.status, 503, "it waits");
    look(&mut hr, &format!("{home}/take-up")).await;
    let done = send(&mut hr, &format!("{home}/take-up"), &[]).await;
    assert_eq!(done.location(), Some(home.as_str()));
    assert_eq!(port.get(hello).await.status, 200);
    let late = hr.get(&format!("{home}/refuse")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    look(&mut hr, &format!("{home}/order")).await;
    let ordered = send(&mut hr, &format!("{home}/order"), &[("wanted", "check")]).await;
    assert_eq!(ordered.location(), Some(home.as_str()));
    let polled = port.get("/iclock/getrequest?SN=KNOCKS01").await;
    assert!(polled.body.ends_with(":CHECK\n"), "{}", polled.body);
    let page = look(&mut hr, &home).await;
    assert!(page.contains("CHECK") && page.contains("等待结果"), "{page}");
    hr.cookies.insert("lang".to_owned(), "en".to_owned());
    let english = hr.get(&home).await.body;
    assert!(english.contains("Waits for a result") && english.contains("In service"), "{english}");
}

#[tokio::test]
async fn whose_a_number_is_is_said_over_the_pages_and_only_the_right_eyes_see_punches() {
    let port = port().await;
    port.attlog("1", "007\t2016-02-16 07:58:01\t0\t1\nrubbish\n").await;
    let mut hr = browser(&port.county, "hr").await;
    let nobody = look(&mut hr, "/desk/punches?whose=nobody").await;
    assert!(nobody.contains("2016-02-16 07:58:01") && nobody.contains("时钟存疑"), "{nobody}");
    let map = "/desk/terminals/pins?numbering=%E6%9E%AB%E6%B8%A1%E9%95%87";
    let fields =
        [("numbering", "枫渡镇"), ("pin", "007"), ("pin_of", "G6"), ("since", "2016-02-01")];
    look(&mut hr, map).await;
    let mapped = send(&mut hr, map, &fields).await;
    assert_eq!(mapped.status, StatusCode::SEE_OTHER, "{}", mapped.body);
    let home = format!("/desk/terminals/{}", port.terminal);
    let page = look(&mut hr, &home).await;
    assert!(page.contains("郗怀朴 G6") && page.contains("rubbish"), "{page}");
    assert!(page.contains("字段数不符"), "{page}");
    let (_, rest) = page.split_once("/desk/terminals/pins/end?pin=").expect("a way to end it");
    let end = format!("/desk/terminals/pins/end?pin={}", rest.split('"').next().unwrap());
    let asked = look(&mut hr, &end).await;
    assert!(asked.contains("郗怀朴 G6") && asked.contains("007"), "it says whose: {asked}");
    let early = send(&mut hr, &end, &[("until", "2016-01-31")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    let ended = send(&mut hr, &end, &[("until", "2016-02-16")]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.body);
    assert!(!look(&mut hr, &home).await.contains("pins/end"), "it has ended");
    let nowhere = hr.get("/desk/terminals/pins/end?pin=999999").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    let file = hr.get("/desk/punches/export.csv").await.body;
    assert!(file.contains("郗怀朴 G6") && file.contains("007"), "{file}");
    let mut system = browser(&port.county, "system").await;
    let page = look(&mut system, &home).await;
    assert!(page.contains(BOX) && !page.contains("郗怀朴") && !page.contains("rubbish"), "{page}");
    assert_eq!(system.get("/desk/punches").await.status, StatusCode::FORBIDDEN);
    for name in ["clerk", "head", "cadre", "discipline"] {
        let mut other = browser(&port.county, name).await;
        for path in ["/desk/terminals", "/desk/punches", home.as_str()] {
            assert_eq!(other.get(path).await.status, StatusCode::FORBIDDEN, "{name} {path}");
        }
    }
}

#[tokio::test]
async fn a_door_controller_is_given_a_key_that_is_shown_once_and_taken_back() {
    let port = port().await;
    let mut hr = browser(&port.county, "hr").await;
    let fields = [
        ("comes_in", "hikvision"),
        ("serial", "DSK1T0001"),
        ("called", "西门"),
        ("stands_in", "QX20"),
        ("place", ""),
        ("numbering", "枫渡镇"),
        ("zone", "hours"),
    ];
    let made = send(&mut hr, "/desk/terminals/register", &fields).await;
    let home = made.location().unwrap().to_owned();
    let page = look(&mut hr, &home).await;
    assert!(page.contains("海康威视门禁") && page.contains("还没有密钥"), "{page}");
    assert!(!page.contains(&format!("{home}/order")), "it fetches no orders: {page}");
    look(&mut hr, &format!("{home}/key")).await;
    let form = hr.get(&format!("{home}/key")).await;
    let (request, version) = (form.hidden("request").unwrap(), form.hidden("version").unwrap());
    let fields = [("request", request.as_str()), ("version", version.as_str())];
    let shown = hr.post(&format!("{home}/key"), &fields).await;
    assert!(shown.body.contains("/isapi/DSK1T0001/") && shown.body.contains("httpHosts"));
    let faults = markup::Page::read(&shown.body).faults();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let again = hr.post(&format!("{home}/key"), &fields).await;
    assert!(!again.body.contains("/isapi/") && again.body.contains("密钥当时已经显示"));
    send(&mut hr, &format!("{home}/take-up"), &[]).await;
    let (_, rest) = shown.body.split_once("<code>").unwrap();
    let path = rest.split('<').next().unwrap().to_owned();
    assert_eq!(port.post(&path, "{\"eventType\":\"heartBeat\"}").await.status, 200);
    let page = look(&mut hr, &home).await;
    assert!(page.contains("收回接入密钥") && !page.contains("还没有密钥"), "{page}");
    look(&mut hr, &format!("{home}/key/end")).await;
    let ended = send(&mut hr, &format!("{home}/key/end"), &[]).await;
    assert_eq!(ended.location(), Some(home.as_str()));
    assert_eq!(port.post(&path, "{\"eventType\":\"heartBeat\"}").await.status, 503);
    let none = send(&mut hr, &format!("{home}/key/end"), &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.body.contains("没有办成：这台机器没有密钥"), "{}", none.body);
    let boxed = format!("/desk/terminals/{}/key", port.terminal);
    let refused = send(&mut hr, &boxed, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("没有办成：这台机器凭序列号接入"), "{}", refused.body);
    let mut system = browser(&port.county, "system").await;
    assert_eq!(system.get(&format!("{home}/key")).await.status, StatusCode::FORBIDDEN);
}
