//! A measure that lasts, through the doors: the field is there for it alone, a length outside the range is refused word
//! for word, and page, decision and own record say until when.

use crate::look::{browser, hold, look};
use crate::matter::enrol_at;
use axum::http::StatusCode;
use qz_domain::role::Role;
use qz_testkit::client::Client;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::Matter;
use qz_testkit::police::Police;

async fn decide(client: &mut Client, at: &str, (measure, lasts): (&str, &str)) -> (u16, String) {
    let fields = [
        ("version", "2"),
        ("panel", "P1、P6、P7"),
        ("measure", measure),
        ("lasts", lasts),
        ("because", "情节较重。"),
    ];
    let page = client.post(&format!("{at}/decide"), &fields).await;
    if page.status == StatusCode::UNPROCESSABLE_ENTITY {
        hold(&page, "lasts-refused");
    }
    (page.status.as_u16(), page.body)
}

#[tokio::test]
async fn the_chief_states_a_length_within_the_range_and_everybody_concerned_reads_until_when() {
    on_both_engines(async |url| {
        let police = Police::of(county(&url).await).await;
        let held = police.upheld("suspension").await.unwrap();
        let county = &police.county;
        let at = format!("/desk/accountabilities/{held}");
        let mut wrong = browser(county, "discipline").await;
        assert_ne!(decide(&mut wrong, &at, ("suspension", "30")).await.0, 303, "not of the bureau");
        let mut chief = enrol_at(county, "chief", "P7", (Role::Head, "GA")).await;
        let form = look(&mut chief, &format!("{at}/decide"), "lasts-form").await;
        assert!(form.body.contains("“停止执行职务”写日数"), "{}", form.body);
        let (status, page) = decide(&mut chief, &at, ("suspension", "90")).await;
        assert_eq!(status, 422);
        assert!(page.contains("“停止执行职务”的执行期限是10日至60日"), "{page}");
        let (status, page) = decide(&mut chief, &at, ("suspension", "30")).await;
        assert_eq!(status, 303, "{page}");
        let shown = look(&mut chief, &at, "lasts-decided").await;
        assert!(shown.body.contains("30日，自送达之日起算"), "{}", shown.body);
        let paper = look(&mut chief, &format!("{at}/paper/decision"), "lasts-paper").await;
        assert!(paper.body.contains("执行期限30日，自送达之日起算"), "{}", paper.body);
        let other = Matter::in_county(county.clone()).await.upheld().await.1;
        let form = browser(county, "adjudicator")
            .await
            .get(&format!("/desk/accountabilities/{other}"))
            .await;
        assert!(!form.body.contains("执行期限"), "{}", form.body);
    })
    .await;
}
