//! A monthly report through the pages: it is owed on the first screen, confirmed, returned, confirmed
//! again; anybody sees the lamps of the year and the month, units alone; the files hold what is shown.

use crate::look::{browser, hold, look};
use crate::matter::{done, send};
use axum::http::StatusCode;
use qz_acts::StoreUrl;
use qz_document::sheet;
use qz_testkit::campaign::{Issued, issued};
use qz_testkit::client::Client;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;

/// The county with a campaign whose members are a town and the commission that leads it.
async fn led(url: &StoreUrl) -> (County, Issued) {
    let county = county(url).await;
    let campaign = issued(&county, &["QX20", "QX50"]).await;
    (county, campaign)
}

#[tokio::test]
async fn a_report_goes_from_the_first_screen_to_the_lamps_of_the_year() {
    on_both_engines(async |url| {
        let (county, campaign) = led(&url).await;
        let at = format!("/desk/reports/{}", campaign.key("QX20", "2016-01").await);
        let mut liaison = browser(&county, "liaison").await;
        let mut lead = browser(&county, "discipline").await;
        let today = look(&mut liaison, "/desk", "today-report").await;
        for said in ["要上报的月报1份", "超期11天", &at] {
            assert!(today.body.contains(said), "{said}: {}", today.body);
        }
        let first = look(&mut lead, "/desk", "today-lead").await;
        assert!(first.body.contains("/desk/reports?lamp=overdue"), "{}", first.body);
        look(&mut liaison, &at, "report-owed").await;
        look(&mut liaison, &format!("{at}/confirm"), "report-confirm").await;
        let long = "长".repeat(501);
        let page = send(&mut liaison, &format!("{at}/confirm"), &[("words", &long)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        hold(&page, "report-fault");
        assert!(page.body.contains(&long), "what was typed is kept");
        done(&mut liaison, &format!("{at}/confirm"), &[("words", "本月无事。")]).await;
        let shown = look(&mut lead, &at, "report-confirmed").await;
        for said in ["逾期后上报", "这是零报告", "本月无事。", "/verify?leaf="] {
            assert!(shown.body.contains(said), "{said}: {}", shown.body);
        }
        look(&mut lead, &format!("{at}/return"), "report-return").await;
        done(&mut lead, &format!("{at}/return"), &[("reason", "缺一次走访")]).await;
        let today = liaison.get("/desk").await;
        assert!(today.body.contains("退回待补"), "{}", today.body);
        let notices = look(&mut liaison, "/desk/notices", "report-notice").await;
        assert!(notices.body.contains("2016年1月的月报被退回"), "{}", notices.body);
        let form = look(&mut liaison, &format!("{at}/confirm"), "report-again").await;
        assert!(form.body.contains("缺一次走访"), "{}", form.body);
        done(&mut liaison, &format!("{at}/confirm"), &[("words", "已补录。")]).await;
        let version = send(&mut liaison, &format!("{at}/confirm"), &[("words", "已补录。")]).await;
        assert!(version.body.contains("内容和原来一样"), "{}", version.body);
        anybody(&county).await;
    })
    .await;
}

/// What the public sees: units, lamps and counts, nothing a unit wrote and nobody's name.
async fn anybody(county: &County) {
    let mut anybody = Client::at_demo(&county.acts);
    let year = look(&mut anybody, "/reports", "portal-reports").await;
    for said in ["应报", "迟报", "未报", "未到", "/reports/2016-01#r-"] {
        assert!(year.body.contains(said), "{said}: {}", year.body);
    }
    let month = look(&mut anybody, "/reports/2016-01", "portal-month").await;
    for said in ["逾期后上报", "逾期未报", "零报告", "枫渡镇"] {
        assert!(month.body.contains(said), "{said}: {}", month.body);
    }
    for hidden in ["本月无事", "已补录", "缺一次走访", "晏知川", "人员被问责"] {
        assert!(!month.body.contains(hidden) && !year.body.contains(hidden), "{hidden}");
    }
    let none = look(&mut anybody, "/reports/2015-12", "portal-month-none").await;
    assert!(none.body.contains("2015年12月没有单位需要报送月报"), "{}", none.body);
    look(&mut anybody, "/reports?year=2014", "portal-reports-none").await;
    for wrong in ["/reports/2016-13", "/reports/x", "/reports?year=x"] {
        assert_eq!(anybody.get(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    files(&mut anybody).await;
}

/// The files hold the rows of the page.
async fn files(anybody: &mut Client) {
    for (path, rows) in [("/reports/2016-01", 7), ("/reports?year=2016", 2)] {
        let joint = if path.contains('?') { '&' } else { '?' };
        for format in ["csv", "xlsx"] {
            let page = anybody.get(&format!("{path}{joint}format={format}")).await;
            assert_eq!(page.status, StatusCode::OK, "{path} {format}");
            let table = sheet::read(&page.bytes).unwrap();
            assert_eq!(table.rows.len(), rows, "{path} {format}: {:?}", table.rows);
        }
    }
}

#[tokio::test]
async fn the_lead_lists_every_member_and_takes_the_list_along() {
    on_both_engines(async |url| {
        let (county, _) = led(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let list = look(&mut clerk, "/desk/reports", "reports").await;
        assert!(list.body.contains("枫渡镇") && list.body.contains("县纪委"), "{}", list.body);
        let found = look(&mut clerk, "/desk/reports?q=枫渡&lamp=overdue&sort=due", "reports-found");
        assert!(found.await.body.contains("找到1份月报"));
        look(&mut clerk, "/desk/reports?month=2016-02", "reports-none").await;
        for format in ["csv", "xlsx"] {
            let path = format!("/desk/reports/export.{format}?lamp=overdue");
            let table = sheet::read(&clerk.get(&path).await.bytes).unwrap();
            assert_eq!(table.rows.len(), 2, "{format}");
        }
        let mut cadre = browser(&county, "cadre").await;
        assert_eq!(cadre.get("/desk/reports").await.status, StatusCode::FORBIDDEN);
    })
    .await;
}
