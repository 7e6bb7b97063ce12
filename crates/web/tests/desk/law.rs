//! The county's own law through the pages: the clerk looks what a length gives and proposes it, a county
//! leader finds it on the first page and confirms it, and anybody reads it with its proof.

use crate::look::{browser, hold, look};
use crate::matter::{done, enrol, send};
use axum::http::StatusCode;
use qz_domain::role::Role;
use qz_testkit::client::Client;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;

const FIELDS: [(&str, &str); 5] = [
    ("term", "statement_window"),
    ("length", "7"),
    ("holds_from", "2016-03-01"),
    ("document", "千办发〔2016〕3号"),
    ("reason", "山区邮路慢，五个工作日不够写。"),
];

#[tokio::test]
async fn a_term_is_changed_from_the_desk_and_read_on_the_portal() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let mut leader = enrol(&county, "leader", "G4", Role::CountyLeader).await;
        let page = look(&mut clerk, "/desk/law", "law").await;
        for said in ["陈述申辩", "5个工作日", "3个工作日", "terms.toml", "县里还没有另定过期限"]
        {
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
        look(&mut clerk, "/desk/law/changes", "law-changes-none").await;
        let form = "/desk/law/propose?term=statement_window";
        let page = look(&mut clerk, form, "law-propose").await;
        assert!(page.body.contains("现为5个工作日：到2016年2月23日为止"), "{}", page.body);

        let looked: Vec<_> = FIELDS.into_iter().chain([("look", "1")]).collect();
        let page = send(&mut clerk, "/desk/law/propose", &looked).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("新定7个工作日：到2016年2月25日为止"), "{}", page.body);
        let mut short = FIELDS;
        short[1] = ("length", "2");
        let page = send(&mut clerk, "/desk/law/propose", &short).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        hold(&page, "law-propose-fault");
        assert!(page.body.contains("f-length-error") && page.body.contains("山区邮路慢"));
        let mut lawful = FIELDS;
        lawful[0] = ("term", "remedy_ask");
        let page = send(&mut clerk, "/desk/law/propose", &lawful).await;
        assert!(page.body.contains("是法律定的"), "{}", page.body);

        let at = done(&mut clerk, "/desk/law/propose", &FIELDS).await;
        let page = look(&mut clerk, &at, "law-proposed").await;
        assert!(page.body.contains("提出") && !page.body.contains("/confirm\""), "{}", page.body);
        let today = look(&mut leader, "/desk", "today-leader").await;
        assert!(today.body.contains("待确认的期限调整1件"), "{}", today.body);
        look(&mut leader, &format!("{at}/confirm"), "law-confirm").await;
        look(&mut leader, &format!("{at}/refuse"), "law-refuse").await;
        look(&mut clerk, &format!("{at}/withdraw"), "law-withdraw").await;
        done(&mut leader, &format!("{at}/confirm"), &[]).await;
        look(&mut leader, &at, "law-confirmed").await;
        let today = leader.get("/desk").await;
        assert!(!today.body.contains("待确认的期限调整"), "{}", today.body);

        is_read(&county, &mut clerk).await;
    })
    .await;
}

/// The list with its files, and what anybody reads of it.
async fn is_read(county: &County, clerk: &mut Client) {
    let list = look(clerk, "/desk/law/changes?stage=confirmed&sort=term", "law-changes").await;
    assert!(list.body.contains("千办发〔2016〕3号"), "{}", list.body);
    let csv = clerk.get("/desk/law/changes/export.csv?stage=confirmed").await;
    assert!(csv.body.contains("陈述申辩") && csv.body.contains("7个工作日"), "{}", csv.body);
    let xlsx = clerk.get("/desk/law/changes/export.xlsx").await;
    assert_eq!(xlsx.status, StatusCode::OK);

    let mut anybody = Client::at_demo(&county.acts);
    let page = look(&mut anybody, "/law?on=2016-03-01", "portal-law").await;
    let line = "statement_window\t7wd\t2016-03-01\t千办发〔2016〕3号";
    assert!(page.body.contains(line) && page.body.contains("/verify?leaf="), "{}", page.body);
    let before = look(&mut anybody, "/law?on=2016-02-29", "portal-law-before").await;
    assert!(before.body.contains("5个工作日"), "{}", before.body);
    let wrong = clerk.get("/desk/law?on=x").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}
