//! The working calendar: what is known, and a notice brought in or refused with what was typed kept.

use crate::look::{browser, look};
use axum::http::StatusCode;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;

/// An invented notice of a year that has none yet.
const NOTICE: &str = include_str!("../../../domain/tests/notice/2027.toml");

#[tokio::test]
async fn a_years_notice_is_brought_in_once() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut hr = browser(&county, "hr").await;
        let page = look(&mut hr, "/desk/calendar", "calendar").await;
        assert!(page.body.contains("已知2004年到2026年的放假安排。"), "{}", page.body);
        let csrf = page.hidden("csrf").unwrap();
        let wrong = [("csrf", csrf.as_str()), ("notice", "year = 2027")];
        let refused = hr.post("/desk/calendar", &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("这份内容不能用"), "{}", refused.body);
        assert!(refused.body.contains("year = 2027</textarea>"), "what was typed stays");
        let right = [("csrf", csrf.as_str()), ("notice", NOTICE)];
        let done = hr.post("/desk/calendar", &right).await;
        assert!(done.body.contains("2027年的放假通知已经导入"), "{}", done.body);
        let again = hr.post("/desk/calendar", &right).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}
