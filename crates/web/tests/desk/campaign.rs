//! A campaign through the pages: the commission drafts its plan row by row, the county's first secretary
//! issues it, its members see their duties, and anybody reads it.

use crate::look::{browser, hold, look};
use crate::matter::{done, enrol, send};
use axum::http::StatusCode;
use qz_domain::role::Role;
use qz_testkit::client::Client;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;

const DRAFT: &str = "/desk/campaigns/draft";

const FIELDS: [(&str, &str); 17] = [
    ("organ", "QX50 县纪委"),
    ("title", "窗口作风专项"),
    ("purpose", "县委常委会要求，让办事的人少等。"),
    ("body", "## 怎样做\n今年走访[[visits 2016]]次。\n<b>不是粗体</b>"),
    ("starts", "2016-02-01"),
    ("ends", "2016-12-31"),
    ("report_days", "5"),
    ("phase_title.1", "动员部署"),
    ("phase_starts.1", "2016-02-01"),
    ("phase_ends.1", "2016-03-31"),
    ("phase_title.2", "集中整治"),
    ("phase_starts.2", "2016-04-01"),
    ("phase_ends.2", "2016-12-31"),
    ("duty_unit.1", "QX20 枫渡镇"),
    ("duty_text.1", "窗口延时半小时"),
    ("duty_due.1", "2016-02-20"),
    ("doc_number", ""),
];

/// The form is sent with a fault in a row, and for more rows; nothing typed is lost.
async fn drafted(drafter: &mut Client) -> String {
    look(drafter, "/desk/campaigns", "campaigns-empty").await;
    look(drafter, DRAFT, "campaign-draft").await;
    let mut bad = FIELDS;
    bad[15] = ("duty_due.1", "2017-01-01");
    let page = send(drafter, DRAFT, &bad).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    hold(&page, "campaign-fault");
    for said in [
        "href=\"#f-duty_due-1\"",
        "期限 1：请写2016年2月1日到2016年12月31日之间的日期。",
        "窗口延时半小时",
    ] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    let more: Vec<_> = FIELDS.iter().copied().chain([("more", "1")]).collect();
    let page = send(drafter, DRAFT, &more).await;
    assert_eq!(page.status, StatusCode::OK);
    hold(&page, "campaign-more-rows");
    assert!(page.body.contains("f-duty_unit-20") && page.body.contains("窗口延时半小时"));
    done(drafter, DRAFT, &FIELDS).await
}

/// The plan as anybody reads it: what was issued, where today stands, and figures that open.
async fn published(anybody: &mut Client, public: &str) {
    let page = look(anybody, public, "portal-campaign").await;
    for said in [
        "窗口作风专项",
        "千办〔2016〕3号",
        "今天是第16天，共335天",
        "<a href=\"/units/QX20\">枫渡镇</a>",
        "窗口延时半小时",
        "/statistics/visits?from=2016-02-01&#38;to=2016-12-31",
        "&#60;b&#62;不是粗体",
        "每月结束后5个工作日内",
        "<a href=\"/reports?year=2016\">",
    ] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    for name in ["翟松年", "牧云深"] {
        assert!(!page.body.contains(name), "no person stands on it: {name}");
    }
    let list = look(anybody, "/campaigns?q=延时", "portal-campaigns").await;
    assert!(list.body.contains(public) && list.body.contains("共1个专项"), "{}", list.body);
    let found = look(anybody, "/search?q=延时", "portal-search-campaign").await;
    assert!(found.body.contains(public), "{}", found.body);
    let home = look(anybody, "/", "portal-home-campaign").await;
    assert!(home.body.contains(public) && home.body.contains("进行中"), "{}", home.body);
}

#[tokio::test]
async fn a_campaign_goes_from_its_plan_to_the_portal_by_two_people() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut drafter = enrol(&county, "di", "G14", Role::Discipline).await;
        let mut signer = enrol(&county, "first", "G11", Role::FirstSecretary).await;
        let mut mayor = browser(&county, "head").await;
        let at = drafted(&mut drafter).await;
        let shown = look(&mut drafter, &at, "campaign-drafted").await;
        assert!(shown.body.contains("等没有动过笔的人印发"), "{}", shown.body);
        assert_eq!(mayor.get(&at).await.status, StatusCode::NOT_FOUND, "a draft is the lead's");

        look(&mut drafter, &format!("{at}/edit"), "campaign-edit").await;
        let mut other = FIELDS;
        other[14] = ("duty_text.1", "窗口延时半小时，双休日轮值");
        done(&mut drafter, &format!("{at}/edit"), &other).await;
        look(&mut drafter, &format!("{at}/call-off"), "campaign-call-off").await;

        let today = look(&mut signer, "/desk", "today-signer").await;
        assert!(today.body.contains("待印发方案1份"), "{}", today.body);
        let public = format!("/campaigns/{}", at.rsplit('/').next().unwrap());
        let mut anybody = Client::at_demo(&county.acts);
        assert_eq!(anybody.get(&public).await.status, StatusCode::NOT_FOUND);
        look(&mut signer, &format!("{at}/issue"), "campaign-issue").await;
        done(&mut signer, &format!("{at}/issue"), &[("doc_number", "千办〔2016〕3号")]).await;

        published(&mut anybody, &public).await;
        let today = look(&mut mayor, "/desk", "today-member").await;
        assert!(today.body.contains("本单位有责任事项1件"), "{}", today.body);
        assert!(today.body.contains("双休日轮值") && today.body.contains("还有4天"));
        look(&mut mayor, &at, "campaign-issued").await;
        look(&mut mayor, "/desk/campaigns?stage=issued&organ=QX50&sort=ends", "campaigns").await;
        let csv = mayor.get("/desk/campaigns/export.csv?stage=issued").await;
        assert!(csv.body.contains("窗口作风专项") && csv.body.contains("2016-12-31"));
        let none = mayor.get("/desk/campaigns/export.csv?stage=replaced").await;
        assert!(!none.body.contains("窗口作风专项"), "{}", none.body);
    })
    .await;
}
