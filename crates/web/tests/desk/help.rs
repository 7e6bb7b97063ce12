//! Help: anyone may read it, at the desk and on the public site.

use crate::look::{browser, look};
use axum::http::StatusCode;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;

#[tokio::test]
async fn every_page_of_help_is_there_for_everybody() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let mut anyone = clerk.stranger();
        let page = look(&mut anyone, "/help", "help").await;
        let topics: Vec<&str> = page
            .body
            .split("href=\"/help/")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        assert!(topics.len() >= 5, "{topics:?}");
        for topic in topics {
            let path = format!("/help/{topic}");
            let page = look(&mut anyone, &path, &format!("help-{topic}")).await;
            assert!(page.body.contains("class=\"portal\""));
            let page = look(&mut clerk, &path, &format!("help-desk-{topic}")).await;
            assert!(page.body.contains("class=\"dense\"") && page.body.contains("督查专干"));
        }
        assert_eq!(anyone.get("/help/nothing").await.status, StatusCode::NOT_FOUND);
        assert!(anyone.get("/help/roles").await.body.contains("录入纸面走访"));
    })
    .await;
}
