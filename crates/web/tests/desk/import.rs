//! An import from the file to the records, through the pages and the worker.

use crate::look::{browser, look, upload};
use axum::http::StatusCode;
use qz_testkit::client::Client;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;

pub(crate) const PEOPLE: &str = "\u{feff}工号,姓名,类别,单位代码,岗位代码,起始日期\r
G20,伏青禾,公务员,QX20,QX20-2,2015-03-01\r
G7,晏知川,公务员,QX20,QX20-2,2014-01-01\r
";
const VISITS: &str = "number,unit,manner,visited_at,first,second,observed,outcome,told
2016-0001,QX20,暗访,2016-02-03 08:25,G2,G3,08:25到达，在岗2人。,无问题,值班副镇长
";

/// Sends a file that is taken, and tells where it is then.
pub(crate) async fn send(
    client: &mut Client,
    path: &str,
    kind: &str,
    file: (&str, &[u8]),
) -> String {
    client.get(path).await;
    let page = upload(client, path, Some(kind), file).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location().unwrap().to_owned()
}

/// Lets the worker do its next job.
pub(crate) async fn work(county: &County) {
    assert!(county.acts.do_next_job().await.unwrap(), "a job waits");
}

#[tokio::test]
async fn people_are_rehearsed_confirmed_imported_and_found() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let page = look(&mut hr, "/desk/import", "import").await;
        assert!(page.body.contains("fixture.csv"), "the history: {}", page.body);
        assert!(!page.body.contains(r#"value="visits""#), "visits come by their own door");

        let file = ("名册 2016.csv", PEOPLE.as_bytes());
        let at = send(&mut hr, "/desk/import", "people", file).await;
        let page = look(&mut hr, &at, "import-rehearsing").await;
        assert!(
            page.body.contains("http-equiv=\"refresh\"") && page.body.contains("data-progress")
        );
        let far = hr.get(&format!("{at}/progress")).await;
        assert_eq!(far.status, StatusCode::ACCEPTED);
        assert!(far.body.contains(r#""total":2"#) && far.body.contains("正在试跑"), "{}", far.body);

        work(&county).await;
        assert_eq!(hr.get(&format!("{at}/progress")).await.status, StatusCode::OK);
        let page = look(&mut hr, &at, "import-rehearsed").await;
        let sentence = "共2行：可以导入1行，以前导入过1行，没有错。还没有写入，等您确认。";
        assert!(page.body.contains(sentence), "{}", page.body);
        assert!(page.body.contains("带标记的UTF-8文本") && page.body.contains("伏青禾"));
        assert!(!hr.get("/desk/people?q=G20").await.body.contains("伏青禾"), "nothing is kept yet");
        assert!(hr.get("/desk/import").await.body.contains("等您确认"), "it is found again");

        let page = hr.post(&format!("{at}/confirm"), &[]).await;
        assert_eq!(page.location(), Some(at.as_str()), "{}", page.body);
        look(&mut hr, &at, "import-importing").await;
        work(&county).await;
        let page = look(&mut hr, &at, "import-done").await;
        assert!(page.body.contains("已导入1行，以前导入过1行"), "{}", page.body);
        assert!(page.body.contains(r#"href="/desk/people""#));
        assert!(hr.get("/desk/people?q=G20").await.body.contains("伏青禾"));
        assert!(hr.get("/desk/import").await.body.contains("名册 2016.csv"));

        let at = send(&mut hr, "/desk/import", "people", file).await;
        work(&county).await;
        let page = look(&mut hr, &at, "import-nothing").await;
        assert!(page.body.contains("以前都导入过，没有新内容"), "{}", page.body);
        assert!(!page.body.contains("/confirm"));
    })
    .await;
}

#[tokio::test]
async fn visits_come_in_by_the_clerk_s_door() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        look(&mut clerk, "/desk/import/visits", "import-visits").await;
        let page =
            upload(&mut clerk, "/desk/import/visits", None, ("visits.csv", VISITS.as_bytes()))
                .await;
        let at = page.location().expect("a place").to_owned();
        work(&county).await;
        clerk.get(&at).await;
        clerk.post(&format!("{at}/confirm"), &[]).await;
        work(&county).await;
        assert!(clerk.get(&at).await.body.contains("已导入1行"));
        assert!(clerk.get("/desk/visits").await.body.contains("2016-0001"));
    })
    .await;
}

#[tokio::test]
async fn a_stopped_import_leaves_nothing() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let file = ("people.csv", PEOPLE.as_bytes());
        let at = send(&mut hr, "/desk/import", "people", file).await;
        hr.get(&at).await;
        let page = hr.post(&format!("{at}/stop"), &[]).await;
        assert_eq!(page.location(), Some(at.as_str()), "{}", page.body);
        county.acts.do_next_job().await.unwrap();
        let page = look(&mut hr, &at, "import-stopped").await;
        assert!(
            page.body.contains("一行也没有写入") && page.body.contains("已停下"),
            "{}",
            page.body
        );
        assert!(hr.get("/desk/people?q=G20").await.body.contains("没有符合条件的人"));
    })
    .await;
}

#[tokio::test]
async fn an_upload_is_its_account_s_own() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let file = ("people.csv", PEOPLE.as_bytes());
        let at = send(&mut hr, "/desk/import", "people", file).await;
        work(&county).await;
        for persona in ["clerk", "inspector", "system"] {
            let mut other = browser(&county, persona).await;
            for path in ["", "/progress", "/faults.csv"] {
                let page = other.get(&format!("{at}{path}")).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{persona} {path}");
            }
            for path in ["/confirm", "/stop"] {
                let page = other.post(&format!("{at}{path}"), &[]).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{persona} {path}");
            }
        }
        for (persona, path) in
            [("clerk", "/desk/import"), ("hr", "/desk/import/visits"), ("head", "/desk/import")]
        {
            let mut other = browser(&county, persona).await;
            assert_eq!(other.get(path).await.status, StatusCode::FORBIDDEN, "{persona}");
            let page = upload(&mut other, path, Some("people"), file).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{persona}");
        }
    })
    .await;
}
