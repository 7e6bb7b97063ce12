//! A day that is none is told at its field, wherever a page or a file asks for one; nothing is listed.

use crate::look::{browser, hold};
use axum::http::StatusCode;
use qz_domain::role::Role;
use qz_testkit::client::Client;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;

const BAD: &str = "2015-02-30";
const TOLD: &str = "“2015-02-30”不是日期，请写成2015-06-18这样。";

/// Each address is answered with 422 and the sentence.
async fn are_told(client: &mut Client, addresses: &[&str]) {
    for address in addresses {
        let page = client.get(&format!("{address}={BAD}")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(page.body.contains(TOLD), "{address}: {}", page.body);
    }
}

#[tokio::test]
async fn a_day_that_is_none_is_told_wherever_it_is_asked_for() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let of = async |role: &str| browser(&county, role).await;
        let hr = ["/desk/units?on", "/desk/units/export.csv?on", "/desk/me/reads?from"];
        are_told(&mut of("hr").await, &hr).await;
        let person = county.acts.own_record(county.account(Role::Liaison).await).await.unwrap();
        let person = format!("/desk/people/{}?on", person.unwrap().person);
        are_told(&mut of("hr").await, &[&person]).await;
        let clerk = [
            "/desk/visits?from",
            "/desk/visits/export.xlsx?to",
            "/desk/findings?to",
            "/desk/findings/export.csv?from",
            "/desk/brief?day",
        ];
        are_told(&mut of("clerk").await, &clerk).await;
        let discipline = [
            "/desk/accountabilities?from",
            "/desk/accountabilities/export.csv?from",
            "/desk/bulletins?to",
            "/desk/bulletins/export.xlsx?to",
        ];
        are_told(&mut of("discipline").await, &discipline).await;
        are_told(&mut Client::at_demo(&county.acts), &["/law?on", "/statistics?from"]).await;
    })
    .await;
}

#[tokio::test]
async fn the_sentence_stands_at_its_field_and_both_ends_are_told() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let page = clerk.get("/desk/visits?from=heute&to=morgen").await;
        hold(&page, "visits-mistaken");
        for told in [
            "aria-describedby=\"q-from-error\"",
            "id=\"q-from-error\" role=\"alert\">起：“heute”不是日期",
            "id=\"q-to-error\" role=\"alert\">止：“morgen”不是日期",
        ] {
            assert!(page.body.contains(told), "{told}: {}", page.body);
        }
        let page = clerk.get("/desk/visits?from=2016-02-02&to=2016-02-01").await;
        assert!(page.body.contains("止：止日早于起日，请核对先后。"), "{}", page.body);
        let page = clerk.get("/desk/visits?from=2016-02-02").await;
        assert_eq!(page.status, StatusCode::OK);
    })
    .await;
}
