//! What must fail does, and leaves nothing behind: each story comes through the pages from the account that
//! would do it, is refused in words, and the log is as long as before.

use crate::look::{browser, hold};
use crate::matter::{done, enrol, send};
use axum::http::StatusCode;
use qz_acts::StoreUrl;
use qz_acts::log::{Options, verify_store};
use qz_domain::role::Role;
use qz_testkit::client::{Client, Page};
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::Matter;

/// How long the log is, once the whole store was found to agree with it.
pub(crate) async fn length(url: &StoreUrl) -> u64 {
    verify_store(url, &Options::default(), |_, _| {}).await.unwrap().size
}

/// Sends a form that is refused, in these words, and changes nothing.
pub(crate) async fn refused(
    url: &StoreUrl,
    client: &mut Client,
    (path, fields): (&str, &[(&str, &str)]),
    words: &str,
) -> Page {
    let before = length(url).await;
    let page = send(client, path, fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", page.body);
    hold(&page, "fail-closed");
    assert!(page.body.contains(words), "{words}: {}", page.body);
    assert_eq!(length(url).await, before, "{words}");
    page
}

/// A plan to visit the town, as its form sends it.
fn plan(team: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("request", "plan-1"),
        ("organ", "QX10"),
        ("unit", "QX20 枫渡镇"),
        ("manner", "open"),
        ("from", "2016-02-15"),
        ("purpose", "节后在岗情况"),
        ("team", team),
    ]
}

#[tokio::test]
async fn nobody_visits_alone() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let before = length(&url).await;
        let page = clerk.post("/desk/visits/plan", &plan("G2")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.body);
        hold(&page, "fail-closed-alone");
        assert!(page.body.contains("没有办成：督查走访要两人以上"), "{}", page.body);
        assert_eq!(length(&url).await, before);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_upheld_before_a_notice_nor_without_an_article() {
    on_both_engines(async |url| {
        let matter = Matter::in_county(county(&url).await).await;
        let finding = matter.verified().await;
        let at = format!("/desk/findings/{finding}/adjudicate");
        let mut adjudicator = browser(&matter.county, "adjudicator").await;
        let upheld = |ground| [("outcome", "upheld"), ("reason", "疏于检查。"), ("ground", ground)];
        let fields = upheld("leaders_2009_5");
        refused(&url, &mut adjudicator, (&at, &fields), "没有认定：还没有告知任何人").await;
        let held = matter.notify(matter.proposer, finding, ("G6", "circulated_criticism")).await;
        matter.answer(held.unwrap()).await.unwrap();
        let fields = upheld("");
        let page = refused(&url, &mut adjudicator, (&at, &fields), "f-ground-error").await;
        assert!(page.body.contains("疏于检查。"), "what was typed is kept: {}", page.body);
        done(&mut adjudicator, &at, &upheld("leaders_2009_5")).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_decides_on_themselves() {
    on_both_engines(async |url| {
        let matter = Matter::in_county(county(&url).await).await;
        let (_, held) = matter.upheld().await;
        let at = format!("/desk/accountabilities/{held}/decide");
        let before = length(&url).await;
        let mut mayor = browser(&matter.county, "head").await;
        let fields = [("panel", "G6、G10、G11"), ("measure", "circulated_criticism")];
        let page = mayor.post(&at, &fields).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", page.body);
        assert!(page.body.contains("没有这一页"), "{}", page.body);
        assert_eq!(length(&url).await, before);
    })
    .await;
}

#[tokio::test]
async fn nobody_decides_beyond_their_authority_nor_beyond_the_notice() {
    on_both_engines(async |url| {
        let matter = Matter::in_county(county(&url).await).await;
        let (_, held) = matter.upheld().await;
        let at = format!("/desk/accountabilities/{held}/decide");
        let mut deputy = enrol(&matter.county, "yun", "G11", Role::Head).await;
        let decide = |measure| {
            [
                ("panel", "G10、G11、G12"),
                ("measure", measure),
                ("response", "下村不免除报备。"),
                ("because", "首次。"),
            ]
        };
        for (measure, words) in [
            ("reprimand", "超出本机关的权限"),
            ("warning", "由别的机关决定"),
            ("admonition", "没有决定：措施比告知的重"),
        ] {
            let page = refused(&url, &mut deputy, (&at, &decide(measure)), words).await;
            assert!(page.body.contains("下村不免除报备。"), "what was typed is kept");
        }
        done(&mut deputy, &at, &decide("circulated_criticism")).await;
    })
    .await;
}

#[tokio::test]
async fn a_matter_of_others_is_not_there_and_its_steps_are_not_either() {
    on_both_engines(async |url| {
        let matter = Matter::in_county(county(&url).await).await;
        let finding = matter.verified().await;
        let before = length(&url).await;
        for persona in ["head", "liaison", "cadre"] {
            let mut other = browser(&matter.county, persona).await;
            for path in ["", "/screen", "/verify", "/adjudicate", "/notify"] {
                let at = format!("/desk/findings/{finding}{path}");
                let page = other.get(&at).await;
                assert!(page.status.is_client_error(), "{persona} {at}: {}", page.status);
                assert!(!page.body.contains("值班室半小时无人"), "{persona} {at}");
            }
            let at = format!("/desk/findings/{finding}/adjudicate");
            let page = other.post(&at, &[("outcome", "unfounded"), ("reason", "无")]).await;
            assert!(page.status.is_client_error(), "{persona}: {}", page.status);
        }
        assert_eq!(length(&url).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_form_with_a_column_that_does_not_exist_is_not_read() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let before = length(&url).await;
        for column in ["latitude", "spending", "body_temperature", "target_count"] {
            let mut fields = plan("G2、G3");
            fields.push((column, "31.2"));
            let page = clerk.post("/desk/visits/plan", &fields).await;
            assert!(page.status.is_client_error(), "{column}: {}", page.status);
        }
        assert_eq!(length(&url).await, before);
    })
    .await;
}
