//! A draw through the pages: announced, entered by two, drawn; anybody reads it and its file, and of a
//! sealed one only that it is there.

use crate::look::{browser, hold, look};
use crate::matter::{done, send};
use axum::http::StatusCode;
use qz_acts::log::LogKeeper;
use qz_testkit::client::Client;
use qz_testkit::county::{County, county};
use qz_testkit::engines::{chance, on_both_engines};

const FIELDS: [(&str, &str); 7] = [
    ("organ", "QX10 效能督查室"),
    ("what_for", "节后在岗情况"),
    ("cover", "open"),
    ("kind", "town"),
    ("line", ""),
    ("units", ""),
    ("take", "1"),
];

const ENTRY: [(&str, &str); 1] = [("entry", "正月十六 晴")];

async fn sign(county: &County) {
    let folder = tempfile::tempdir().unwrap();
    LogKeeper::create(folder.path(), "qianxi.example/acts", &*chance()).unwrap();
    let keeper = LogKeeper::open(county.acts.clone(), folder.path()).unwrap();
    keeper.sign_now().await.unwrap();
}

/// Both entries, and the draw once the log is signed.
async fn drawn(county: &County, clerk: &mut Client, other: &mut Client, at: &str) {
    done(clerk, &format!("{at}/enter"), &ENTRY).await;
    done(other, &format!("{at}/enter"), &ENTRY).await;
    let page = send(clerk, &format!("{at}/make"), &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("没有办成：下一个检查点还没有签"), "{}", page.body);
    sign(county).await;
    done(clerk, &format!("{at}/make"), &[]).await;
}

#[tokio::test]
async fn a_draw_goes_from_the_desk_to_the_portal_and_leads_to_the_plan() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let mut other = browser(&county, "discipline").await;
        look(&mut clerk, "/desk/draws", "draws-empty").await;
        let form = look(&mut clerk, "/desk/draws/announce", "draw-announce").await;
        assert!(form.body.contains("QX10 效能督查室"), "the office stands there already");
        let mut bad = FIELDS;
        bad[6] = ("take", "9");
        let page = send(&mut clerk, "/desk/draws/announce", &bad).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        hold(&page, "draw-fault");
        assert!(page.body.contains("f-take-error") && page.body.contains("节后在岗情况"));
        let at = done(&mut clerk, "/desk/draws/announce", &FIELDS).await;
        let today = look(&mut other, "/desk", "today-draw").await;
        assert!(today.body.contains("待录抽签词1项"), "{}", today.body);
        look(&mut other, &format!("{at}/enter"), "draw-enter").await;
        let short = send(&mut other, &format!("{at}/enter"), &[("entry", "晴天")]).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(short.body.contains("至少6字，现在有2字"), "{}", short.body);
        drawn(&county, &mut clerk, &mut other, &at).await;
        let page = look(&mut clerk, &at, "draw-drawn").await;
        assert!(page.body.contains("已抽取，结果不能改") && page.body.contains("洛书远 G2"));
        let (_, plan) = page.body.split_once("href=\"/desk/visits/plan?").expect("the way to it");
        let plan = plan.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let plan = look(&mut clerk, &format!("/desk/visits/plan?{plan}"), "plan-of-draw").await;
        assert!(plan.body.contains("value=\"QX10\"") && plan.body.contains("节后在岗情况"));
        assert!(plan.body.contains("value=\"G2、"), "{}", plan.body);

        let mut anybody = Client::at_demo(&county.acts);
        let public = at.replace("/desk", "");
        let page = look(&mut anybody, &public, "portal-draw").await;
        assert!(page.body.contains("qinzheng draw verify draw-2016-1.json"), "{}", page.body);
        let file = anybody.get(&format!("{public}/file")).await;
        assert!(file.status == StatusCode::OK && file.body.contains("\"called_off\": 0"));
        let list = look(&mut anybody, "/draws", "portal-draws").await;
        assert!(list.body.contains("〔2016〕1号") && list.body.contains("2中抽1"), "{}", list.body);
        let csv = anybody.get("/draws?format=csv").await;
        assert!(csv.body.contains("节后在岗情况") && csv.body.contains("已抽取"));
        let csv = clerk.get("/desk/draws/export.csv?stage=drawn").await;
        assert!(csv.body.contains("〔2016〕1号"), "{}", csv.body);
        look(&mut clerk, "/desk/draws?stage=announced", "draws-none").await;
    })
    .await;
}

#[tokio::test]
async fn of_a_sealed_draw_nobody_but_the_planner_reads_what_is_in_it() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let mut other = browser(&county, "discipline").await;
        let mut anybody = Client::at_demo(&county.acts);
        let mut sealed = FIELDS;
        sealed[2] = ("cover", "sealed");
        let at = done(&mut clerk, "/desk/draws/announce", &sealed).await;
        let public = at.replace("/desk", "");
        let off = done(&mut clerk, "/desk/draws/announce", &sealed).await;
        look(&mut clerk, &format!("{off}/call-off"), "draw-call-off").await;
        done(&mut clerk, &format!("{off}/call-off"), &[("reason", "名单写漏了")]).await;
        drawn(&county, &mut clerk, &mut other, &at).await;
        look(&mut clerk, &at, "draw-sealed-planner").await;
        for (is_official, path, name) in [
            (true, at.clone(), "draw-sealed-other"),
            (true, "/desk/draws".to_owned(), "draws-sealed"),
            (false, public.clone(), "portal-draw-sealed"),
            (false, "/draws".to_owned(), "portal-draws-sealed"),
        ] {
            let client = if is_official { &mut other } else { &mut anybody };
            let page = look(client, &path, name).await;
            for hidden in ["节后在岗情况", "枫渡镇", "柳湾镇", "2中抽1"] {
                assert!(!page.body.contains(hidden), "{path} tells {hidden}: {}", page.body);
            }
        }
        let file = anybody.get(&format!("{public}/file")).await;
        assert_eq!(file.status, StatusCode::NOT_FOUND);
        let list = look(&mut anybody, "/draws", "portal-draws-both").await;
        assert!(list.body.contains("名单写漏了"), "{}", list.body);
    })
    .await;
}
