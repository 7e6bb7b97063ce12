//! A draw through the pages: announced, entered by two, drawn; anybody reads it and its file, and of a
//! sealed one only that it is there.

use crate::look::{browser, hold, look};
use crate::matter::{done, send};
use axum::http::StatusCode;
use qz_acts::log::LogKeeper;
use qz_testkit::client::{Client, Page};
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

/// Plans the visits of a draw on its own page, and seals their sheets.
async fn visits_of(clerk: &mut Client, at: &str, page: &Page) {
    let draw = at.rsplit('/').next().unwrap();
    let visits = format!("/desk/visits/drawn?draw={draw}");
    let request = page.hidden("request").unwrap();
    let town = page.body.contains("name=\"team.QX20\"");
    let team = if town { "team.QX20" } else { "team.QX40" };
    let plan =
        |from, people| [("request", &*request), ("version", "4"), ("from", from), (team, people)];
    let wrong = clerk.post(&visits, &plan("", "G2、G3")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    hold(&wrong, "draw-visits-no-day");
    assert!(wrong.body.contains("起始日期：还没有填写。"), "{}", wrong.body);
    let alone = clerk.post(&visits, &plan("2016-02-17", "G2")).await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    hold(&alone, "draw-visits-alone");
    assert!(alone.body.contains("没有办成：督查走访要两人以上"), "{}", alone.body);
    let (_, form) = alone.body.split_once("href=\"/desk/visits/plan?").expect("the single plan");
    let form = form.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
    let form = look(clerk, &format!("/desk/visits/plan?{form}"), "plan-of-draw").await;
    assert!(form.body.contains("value=\"QX10\"") && form.body.contains("节后在岗情况"));
    let planned = clerk.post(&visits, &plan("2016-02-17", "G2、G3")).await;
    assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.body);
    let page = look(clerk, at, "draw-planned").await;
    assert!(!page.body.contains(&visits), "nothing is left to plan: {}", page.body);
    let mut links =
        page.body.split("href=\"/desk/visits/").filter_map(|rest| rest.split('"').next());
    let visit = links.find(|link| link.parse::<i64>().is_ok()).expect("the visit");
    let visit = format!("/desk/visits/{visit}");
    let visit = look(clerk, &visit, "visit-of-draw").await;
    assert!(visit.body.contains(&format!("href=\"{at}\"")), "{}", visit.body);
    let pack = look(clerk, &format!("/desk/visits/pack?draw={draw}"), "draw-pack").await;
    let (face, sheet) = pack.body.split_once("封装人签字").expect("a face");
    assert!(!face.contains("枫渡镇") && !face.contains("柳湾镇"), "the face names no unit: {face}");
    assert!(sheet.contains("枫渡镇") || sheet.contains("柳湾镇"), "{sheet}");
    let again = look(clerk, "/desk/draws/announce", "draw-announce-again").await;
    assert!(again.body.contains("节后在岗情况"), "as last time: {}", again.body);
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
        visits_of(&mut clerk, &at, &page).await;

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
