//! People and units: lists, records, the two small acts, and nobody sees more than they may.

use crate::look::{browser, hold, look};
use axum::http::StatusCode;
use qz_acts::BatchMode;
use qz_acts::import::ImportKind;
use qz_acts::person::view::{PersonFilter, PersonSort};
use qz_acts::visit::view::Page;
use qz_domain::role::Role;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;

/// The page of the person with a work number.
async fn record(county: &County, number: &str) -> String {
    let hr = county.account(Role::Hr).await;
    let filter = PersonFilter { words: Some(number.to_owned()), ..PersonFilter::default() };
    let found = county.acts.people(hr, &filter, PersonSort::Number, Page::all()).await.unwrap().0;
    format!("/desk/people/{}", found.iter().find(|line| line.number == number).unwrap().id)
}

#[tokio::test]
async fn the_list_is_searched_filtered_sorted_and_exported() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let page = look(&mut hr, "/desk/people", "people").await;
        assert!(page.body.contains("共16人。") && page.body.contains("培训有效至2016年12月31日"));
        for (query, names) in [
            ("q=g2", vec!["洛书远"]),
            ("q=枫渡", vec!["郗怀朴", "晏知川", "蓝思齐"]),
            ("unit=QX20", vec!["郗怀朴", "晏知川"]),
            ("kind=institution_staff", vec!["蓝思齐"]),
            ("trained=yes&unit=QX10", vec!["洛书远", "钟离雨", "秋见山"]),
            ("trained=no&unit=QX10", vec!["闻允安", "乔以宁"]),
            ("inspectors=1", vec!["洛书远"]),
            ("unit=NOWHERE", vec![]),
        ] {
            let path = format!("/desk/people?{}", query.replace("枫渡", "%E6%9E%AB%E6%B8%A1"));
            let page = hr.get(&path).await;
            let rows = page.body.matches(r#"<td class="ti"><a href="/desk/people/"#).count();
            assert_eq!(rows, names.len(), "{query}: {}", page.body);
            assert!(names.iter().all(|name| page.body.contains(name)), "{query}");
            let file = hr.get(&path.replace("people?", "people/export.csv?")).await;
            assert_eq!(file.body.lines().count(), names.len() + 1, "{query}: {}", file.body);
        }
        for sort in ["number", "name", "unit", "trained"] {
            let page = hr.get(&format!("/desk/people?sort={sort}")).await;
            assert_eq!(page.status, StatusCode::OK);
        }
        let page = look(&mut hr, "/desk/people?q=nobody", "people-none").await;
        assert!(page.body.contains("没有符合条件的人"));
        let page = look(&mut hr, "/desk/units", "units").await;
        assert!(
            page.body.contains("共7个单位，9个岗位，编制35，在编16人")
                && page.body.contains("枫渡镇便民服务中心")
        );
        let mut english = browser(&county, "hr").await;
        english.cookies.insert("lang".to_owned(), "en".to_owned());
        assert!(english.get("/desk/units").await.body.contains("Fengdu Service Centre"));
    })
    .await;
}

#[tokio::test]
async fn a_long_list_has_pages_of_fifty() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let actor = county.account(Role::Hr).await;
        let header = "number,name,kind,unit,post,since".to_owned();
        let row = |number| format!("P{number},n{number},village,QX20,QX20-2,2015-01-01");
        let file = std::iter::once(header).chain((100..152).map(row)).collect::<Vec<_>>();
        let file = file.join("\n");
        let file = qz_acts::import::read(ImportKind::People, "p.csv", file.as_bytes()).unwrap();
        let all = BatchMode::AllOrNothing;
        let report = county.acts.import(actor, &file, all, Box::new(|_, _| true)).await.unwrap();
        assert_eq!((report.accepted, report.kept), (52, true));
        let mut hr = browser(&county, "hr").await;
        let first = hr.get("/desk/people?kind=village").await;
        assert!(first.body.contains("第1至50项，共52项"), "{}", first.body);
        assert!(first.body.contains("/desk/people?kind=village&#38;page=2"), "{}", first.body);
        let second = look(&mut hr, "/desk/people?kind=village&page=2", "people-second").await;
        assert!(second.body.contains("P150") && second.body.contains("P151"));
        assert_eq!(second.body.matches(r#"<td class="ti"><a href="/desk/people/"#).count(), 2);
        let file = hr.get("/desk/people/export.csv?kind=village&page=2").await;
        assert_eq!(file.body.lines().count(), 53, "a file has every row");
    })
    .await;
}

#[tokio::test]
async fn nobody_sees_more_of_people_than_their_power_reaches() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (own, other, tied) =
            (record(&county, "G7").await, record(&county, "G1").await, record(&county, "G6").await);
        let mut head = browser(&county, "head").await;
        let page = head.get("/desk/people").await;
        let rows = page.body.matches(r#"<td class="ti"><a href="/desk/people/"#).count();
        assert_eq!(rows, 2, "the people of the head's own unit: {}", page.body);
        assert_eq!(head.get(&own).await.status, StatusCode::OK);
        assert!(!head.get(&own).await.body.contains("亲属申报"), "kin are not for the head");
        // The head is G6, whose brother G5 declared nothing: the tie shows to both.
        assert!(head.get(&tied).await.body.contains("秋见山"), "one's own kin");
        assert_eq!(head.get(&other).await.status, StatusCode::NOT_FOUND);
        assert_eq!(head.get("/desk/people/999999").await.status, StatusCode::NOT_FOUND);
        assert_eq!(head.get("/desk/people/x").await.status, StatusCode::NOT_FOUND);
        let export = head.get("/desk/people/export.csv").await;
        assert_eq!(export.body.lines().count(), 3);

        let mut clerk = browser(&county, "clerk").await;
        let page = look(&mut clerk, &tied, "person-clerk").await;
        assert!(!page.body.contains("亲属申报") && !page.body.contains("秋见山"));
        let page = clerk.post(&format!("{tied}/kin"), &[("relative", "G2")]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        let page = clerk.post(&format!("{tied}/training"), &[("course", "inspection")]).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        for persona in ["liaison", "inspector", "system", "audit"] {
            let mut client = browser(&county, persona).await;
            for path in ["/desk/people", "/desk/people/export.xlsx", "/desk/units", own.as_str()] {
                assert_eq!(
                    client.get(path).await.status,
                    StatusCode::FORBIDDEN,
                    "{persona} {path}"
                );
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_tie_of_kin_is_declared_and_what_was_typed_is_kept() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut inspector = browser(&county, "inspector").await;
        let page = look(&mut inspector, "/desk/me/record", "record-own").await;
        assert!(page.body.contains("还没有申报过亲属") && page.body.contains("洛书远"));
        let request = page.hidden("request").unwrap();
        let wrong =
            [("request", request.as_str()), ("relative", "G99"), ("declared_on", "2016-02-17")];
        let page = inspector.post("/desk/me/record/kin", &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        hold(&page, "record-own-faulty.zh-CN");
        for fault in ["亲属：没有找到“G99”", "关系：还没有填写", "申报日期：还没有到"]
        {
            assert!(page.body.contains(fault), "{fault}: {}", page.body);
        }
        assert!(
            page.body.contains(r#"value="G99""#) && page.body.contains(r#"value="2016-02-17""#)
        );

        let right = [
            ("request", request.as_str()),
            ("relative", "蓝思齐"),
            ("relation", "in_law"),
            ("declared_on", ""),
        ];
        for _ in 0..2 {
            let page = inspector.post("/desk/me/record/kin", &right).await;
            assert_eq!(page.location(), Some("/desk/me/record#kin"), "{}", page.body);
        }
        let page = inspector.get("/desk/me/record").await;
        assert_eq!(page.body.matches("蓝思齐 G8").count(), 1, "a form sent twice is one act");
        assert!(
            page.body.contains("2016年2月16日本人申报") && page.body.contains("枫渡镇便民服务中心")
        );
        // The other one sees it too, hr sees it, and officers have no record of their own.
        let mut hr = browser(&county, "hr").await;
        let page = look(&mut hr, &record(&county, "G8").await, "person-hr").await;
        assert!(page.body.contains("洛书远 G2") && page.body.contains("由对方申报"));
        let mut system = browser(&county, "system").await;
        let page = look(&mut system, "/desk/me/record", "record-nobody").await;
        assert!(page.body.contains("没有对应到人"));
        let page = system.post("/desk/me/record/kin", &[("relative", "G2")]).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn training_is_recorded_by_who_keeps_people() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let at = record(&county, "G4").await;
        let mut hr = browser(&county, "hr").await;
        let page = look(&mut hr, &at, "person-untrained").await;
        assert!(page.body.contains("没有培训") && page.body.contains("还没有登记过培训"));
        let training = format!("{at}/training");
        let wrong = [("course", "inspection"), ("since", "2016-12-31"), ("until", "2016-01-01")];
        let page = hr.post(&training, &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        hold(&page, "person-faulty.zh-CN");
        assert!(page.body.contains("有效期止：止日早于起日") && page.body.contains("2016-12-31"));
        let right = [("course", "inspection"), ("since", "2016-01-01"), ("until", "2016-03-01")];
        let page = hr.post(&training, &right).await;
        assert_eq!(page.location(), Some(format!("{at}#training").as_str()), "{}", page.body);
        let page = hr.get(&at).await;
        assert!(page.body.contains("培训有效至2016年3月1日"), "{}", page.body);
        assert!(page.body.contains("light warn"), "it ends within thirty days");
    })
    .await;
}
