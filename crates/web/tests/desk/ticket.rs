//! Tickets through the pages: sent, looked up and judged by somebody without an account; handled at three
//! desks; nothing of it for whoever has no part in it.

use crate::look::{browser, hold, look};
use crate::matter::{done, enrol};
use axum::http::StatusCode;
use qz_domain::role::Role;
use qz_testkit::client::{Client, Page};
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;

const COMPLAINT: [(&str, &str); 4] = [
    ("of_unit", "QX20"),
    ("service", "便民大厅3号窗口"),
    ("told", "上午十点没有人，等了四十分钟。"),
    ("contact", "门口小卖部转"),
];

/// Sends a form with what it hides.
async fn send(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> Page {
    let form = client.get(path).await;
    let hidden: Vec<_> = ["request", "code"]
        .into_iter()
        .filter_map(|name| Some((name, form.hidden(name)?)))
        .collect();
    let mut all: Vec<_> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.extend_from_slice(fields);
    client.post(path.split('?').next().unwrap(), &all).await
}

/// Where the first ticket of a list is.
fn first(list: &Page) -> String {
    let is_ticket = |href: &&str| {
        let id = href.strip_prefix("/desk/tickets/").unwrap_or_default();
        id.starts_with(|c: char| c.is_ascii_digit())
    };
    let found = list.body.split("href=\"").find(is_ticket).expect("a ticket");
    found.split('"').next().unwrap().to_owned()
}

/// The number and the code of a receipt.
fn receipt(page: &Page) -> (String, String) {
    (page.hidden("number").unwrap(), page.hidden("code").unwrap())
}

/// Somebody without an account sends a complaint; their receipt.
async fn complain(anybody: &mut Client) -> (String, String) {
    look(anybody, "/complaints/new?unit=QX20", "complaint").await;
    let mut lacking = COMPLAINT;
    lacking[2] = ("told", "");
    let again = send(anybody, "/complaints/new", &lacking).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    hold(&again, "complaint-fault");
    assert!(again.body.contains("门口小卖部转"), "what was typed stays: {}", again.body);
    let page = send(anybody, "/complaints/new", &COMPLAINT).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    hold(&page, "receipt");
    let kept = page.headers.get("cache-control").unwrap();
    assert_eq!(kept, "no-store", "a code is kept nowhere");
    receipt(&page)
}

#[tokio::test]
async fn a_receipt_opens_its_ticket_and_a_wrong_code_says_what_an_unknown_number_says() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut anybody = Client::at_demo(&county.acts);
        let hub = look(&mut anybody, "/tickets", "tickets").await;
        assert!(hub.body.contains("/tickets/misconduct"), "{}", hub.body);
        let stop = look(&mut anybody, "/tickets/misconduct", "misconduct").await;
        assert!(stop.body.contains("12388"));
        assert!(
            !stop.body.contains("<form") && !stop.body.contains("<textarea"),
            "no field for it"
        );
        let (number, code) = complain(&mut anybody).await;
        let no_code = ("code", "AAAA-AAAA-AAAA-AAAA-AAAA");
        let wrong = anybody.post("/tickets", &[("number", &number), no_code]).await;
        let unknown = [("number", "2016-0099"), ("code", code.as_str())];
        let none = anybody.post("/tickets", &unknown).await;
        let say = "没有这个编号，或者查询码不对";
        assert!(wrong.body.contains(say) && none.body.contains(say));
        assert_eq!((wrong.status, none.status), (none.status, StatusCode::UNPROCESSABLE_ENTITY));
        let own = anybody.post("/tickets", &[("number", &number), ("code", &code)]).await;
        let line = format!(" {number}-{} ", code.to_lowercase());
        let by_line = anybody.post("/tickets", &[("number", &*line), ("code", "")]).await;
        assert_eq!(by_line.status, StatusCode::OK, "{}", by_line.body);
        let guessed = format!("{number}-AAAA-AAAA-AAAA-AAAA-AAAA");
        let guess = anybody.post("/tickets", &[("number", &*guessed), ("code", "")]).await;
        assert!(guess.status == wrong.status && guess.body.contains(say), "{}", guess.body);
        hold(&own, "ticket-own");
        assert!(own.body.contains("待受理") && own.body.contains("上午十点没有人"), "{}", own.body);
    })
    .await;
}

/// The office and the unit handle a ticket, each at its own desk, until it is answered.
async fn handle(clerk: &mut Client, liaison: &mut Client, home: &str) {
    assert_eq!(liaison.get(home).await.status, StatusCode::NOT_FOUND, "not given to it yet");
    look(clerk, home, "ticket-submitted").await;
    look(clerk, &format!("{home}/accept"), "ticket-accept").await;
    done(clerk, &format!("{home}/accept"), &[]).await;
    done(clerk, &format!("{home}/hand-over"), &[]).await;
    let today = look(liaison, "/desk", "today-liaison-ticket").await;
    assert!(today.body.contains("交本单位承办的投诉"), "{}", today.body);
    let given = look(liaison, home, "ticket-given").await;
    assert!(!given.body.contains("门口小卖部转"), "never shown to the unit");
    let told = [("told", "当天没有安排人顶岗，已排班。")];
    done(liaison, &format!("{home}/report"), &told).await;
    let mine = look(clerk, home, "ticket-reported").await;
    assert!(mine.body.contains("门口小卖部转"));
    look(clerk, &format!("{home}/answer"), "ticket-answer").await;
    let answer = [("outcome", "settled"), ("answer", "窗口排了班，贴在墙上。")];
    done(clerk, &format!("{home}/answer"), &answer).await;
}

#[tokio::test]
async fn a_complaint_is_handled_at_three_desks_and_judged_by_whoever_sent_it() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let mut anybody = clerk.stranger();
        let (number, code) = complain(&mut anybody).await;
        let held = [("number", number.as_str()), ("code", code.as_str())];
        let home = first(&look(&mut clerk, "/desk/tickets", "ticket-list").await);
        let mut cadre = browser(&county, "cadre").await;
        assert_eq!(cadre.get(&home).await.status, StatusCode::FORBIDDEN);
        let mut liaison = browser(&county, "liaison").await;
        handle(&mut clerk, &mut liaison, &home).await;
        let file = clerk.get("/desk/tickets/export.csv").await.body;
        assert!(file.contains(&number) && !file.contains("门口小卖部转"), "{file}");
        let own = anybody.post("/tickets", &held).await;
        hold(&own, "ticket-answered");
        assert!(own.body.contains("窗口排了班") && !own.body.contains("当天没有安排人顶岗"));
        let empty = anybody.post("/tickets/unsolved", &[held[0], held[1], ("told", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        hold(&empty, "ticket-unsolved-fault");
        let said = [held[0], held[1], ("told", "今天又没有人。")];
        let reopened = anybody.post("/tickets/unsolved", &said).await;
        assert!(reopened.body.contains("待重办"), "{}", reopened.body);
        let refused = crate::matter::send(&mut clerk, &format!("{home}/accept"), &[]).await;
        assert!(refused.body.contains("第一次办过这一件"), "{}", refused.body);
        let mut other = enrol(&county, "eye", "G15", Role::Publicity).await;
        done(&mut other, &format!("{home}/accept"), &[]).await;
        let figures = look(&mut anybody, "/tickets/statistics", "ticket-figures").await;
        assert!(figures.body.contains("figure=reopened"), "{}", figures.body);
        let rows = "/tickets/statistics/rows?figure=reopened&kind=complaint";
        let rows = look(&mut anybody, rows, "ticket-rows").await;
        assert!(rows.body.contains(&number) && !rows.body.contains("没有人"), "{}", rows.body);
    })
    .await;
}

#[tokio::test]
async fn a_page_says_what_was_corrected_and_a_private_one_is_gone_at_once() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let mut anybody = clerk.stranger();
        let page = anybody.get("/units/QX20").await;
        let link = "/corrections/new?page=/units/QX20";
        assert!(page.body.contains(link), "{}", page.body);
        look(&mut anybody, link, "correction").await;
        let told = ("told", "成立的日子不对。");
        let about = [("page", "/units/QX20"), told];
        assert_eq!(send(&mut anybody, link, &about).await.status, StatusCode::OK);
        let list = clerk.get("/desk/tickets").await;
        let home = first(&list);
        done(&mut clerk, &format!("{home}/accept"), &[]).await;
        let answer = [
            ("outcome", "corrected"),
            ("answer", "已经核对。"),
            ("was", "2000年1月1日"),
            ("became", "2001年5月1日"),
        ];
        done(&mut clerk, &format!("{home}/answer"), &answer).await;
        let page = look(&mut anybody, "/units/QX20", "corrected-page").await;
        assert!(page.body.contains("应为“2001年5月1日”"), "{}", page.body);
        assert!(!anybody.get("/units").await.body.contains("2001年5月1日"));

        let about = [("page", "/units/QX20"), told, ("private", "1")];
        send(&mut anybody, link, &about).await;
        let home = first(&clerk.get("/desk/tickets?stage=submitted").await);
        done(&mut clerk, &format!("{home}/hide"), &[]).await;
        let hidden = anybody.get("/units/QX20").await;
        assert_eq!(hidden.status, StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS);
        hold(&hidden, "hidden-page");
        assert!(!hidden.body.contains("枫渡镇"), "{}", hidden.body);
        done(&mut clerk, &format!("{home}/accept"), &[]).await;
        let answer = [("outcome", "declined"), ("answer", "核对过，没有隐私。")];
        done(&mut clerk, &format!("{home}/answer"), &answer).await;
        assert_eq!(anybody.get("/units/QX20").await.status, StatusCode::OK);
    })
    .await;
}
