//! Two counties on one machine: whoever is signed in at one is nobody at the other, and what one holds is not
//! there at the other, by whatever address it is asked for.

use crate::fail_closed::length;
use crate::look::browser;
use axum::http::StatusCode;
use qz_acts::StoreUrl;
use qz_testkit::client::Client;
use qz_testkit::county::{county, county_at};
use qz_testkit::engines::{MORNING, on_both_engines};
use qz_testkit::matter::Matter;

/// Another county in a file of its own, with a chance of its own.
async fn other(folder: &tempfile::TempDir) -> (StoreUrl, Matter) {
    let url = StoreUrl::Sqlite(folder.path().join("other.db"));
    let at = MORNING + jiff::SignedDuration::from_secs(1);
    let matter = Matter::in_county(county_at(&url, at).await).await;
    (url, matter)
}

#[tokio::test]
async fn a_session_of_one_county_opens_nothing_of_another() {
    on_both_engines(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let (other_url, other) = other(&folder).await;
        let (_, held) = other.upheld().await;
        let finding = other.verified().await;
        let here = county(&url).await;
        let before = (length(&url).await, length(&other_url).await);
        for persona in ["discipline", "head", "clerk", "audit"] {
            let signed_in = browser(&here, persona).await;
            let mut there = Client::at_demo(&other.county.acts);
            (there.cookies, there.csrf) = (signed_in.cookies.clone(), signed_in.csrf.clone());
            for path in [
                "/desk".to_owned(),
                format!("/desk/accountabilities/{held}"),
                format!("/desk/findings/{finding}"),
                format!("/desk/findings/{finding}/dossier.zip"),
            ] {
                let page = there.get(&path).await;
                assert_ne!(page.status, StatusCode::OK, "{persona} {path}: {}", page.body);
                assert!(!page.body.contains("值班室半小时无人"), "{persona} {path}");
            }
            (there.cookies, there.csrf) = (signed_in.cookies, signed_in.csrf);
            let at = format!("/desk/accountabilities/{held}/serve");
            let page = there.post(&at, &[("version", "2"), ("request", "across")]).await;
            assert!(!page.status.is_success(), "{persona}: {}", page.status);
        }
        let mut here = browser(&here, "discipline").await;
        let page = here.get(&format!("/desk/findings/{finding}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", page.body);
        assert_eq!((length(&url).await, length(&other_url).await), before);
    })
    .await;
}
