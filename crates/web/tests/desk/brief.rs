//! The brief of a week: counts that open, what is in work by stage, and nobody's name.

use crate::look::{browser, look};
use axum::http::StatusCode;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::Matter;

#[tokio::test]
async fn a_leader_reads_counts_and_no_matter() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        matter.served().await;
        matter.verified().await;
        let mut leader = browser(&matter.county, "county-leader").await;
        let page = look(&mut leader, "/desk/brief", "brief").await;
        for told in [
            "2016年2月15日到2016年2月16日",
            "/statistics/decisions?subject=persons&#38;from=2016-02-15&#38;to=2016-02-16",
            "/bulletins?kind=ordinary&#38;from=2016-01-01&#38;to=2016-02-16",
            "线索待认定",
        ] {
            assert!(page.body.contains(told), "{told}: {}", page.body);
        }
        assert!(!page.body.contains("郗怀朴"), "whoever a matter is about is not named");
        let before = leader.get("/desk/brief?day=2016-02-14").await;
        assert!(before.body.contains("2016年2月8日到2016年2月14日"), "{}", before.body);
        assert!(!before.body.contains("线索待认定"), "of that week nobody knows it any more");
        assert_eq!(leader.get("/desk/findings").await.status, StatusCode::FORBIDDEN);
    })
    .await;
}
