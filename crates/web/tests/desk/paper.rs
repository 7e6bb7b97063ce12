//! The papers of a finding and of a bulletin: filled with what the record says, with room for the rest, in both
//! languages, for whoever may read the record.

use crate::look::{browser, look};
use axum::http::StatusCode;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::Matter;

#[tokio::test]
async fn a_finding_prints_the_papers_of_every_step_and_room_for_those_to_come() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let finding = Matter::in_county(county.clone()).await.registered().await;
        let mut office = browser(&county, "discipline").await;
        let at = format!("/desk/findings/{finding}");
        let page = look(&mut office, &at, "finding-to-print").await;
        assert!(page.body.contains(&format!("{at}/paper/lead")), "{}", page.body);
        let lead = look(&mut office, &format!("{at}/paper/lead"), "finding-paper-lead").await;
        for said in ["问题线索登记表", "☐ 核实", "初筛人", "<svg"] {
            assert!(lead.body.contains(said), "{said}: {}", lead.body);
        }
        let record = look(&mut office, &format!("{at}/paper/record"), "finding-paper-record").await;
        for said in ["调查笔录", "问话人（两人以上）", "每页签名"] {
            assert!(record.body.contains(said), "{said}: {}", record.body);
        }
        for none in ["clearing", "nothing"] {
            let page = office.get(&format!("{at}/paper/{none}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND);
        }
        let mut stranger = browser(&county, "cadre").await;
        let page = stranger.get(&format!("{at}/paper/lead")).await;
        assert!(page.status.is_client_error(), "{}", page.status);
    })
    .await;
}

#[tokio::test]
async fn a_determination_and_the_sheets_of_a_bulletin_say_what_was_decided() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let matter = Matter::in_county(county.clone()).await;
        let (finding, _) = matter.upheld().await;
        let mut office = browser(&county, "discipline").await;
        let at = format!("/desk/findings/{finding}/paper/determination");
        let paper = look(&mut office, &at, "finding-paper-determination").await;
        for said in ["认定书", "☑ 属实", "☐ 不实", "提出异议"] {
            assert!(paper.body.contains(said), "{said}: {}", paper.body);
        }
        let served = matter.served().await;
        let bulletin = matter.drafted(matter.draft(&[(served, "")])).await.unwrap();
        let at = format!("/desk/bulletins/{bulletin}/paper");
        let draft = look(&mut office, &format!("{at}/draft"), "bulletin-paper-draft").await;
        for said in ["拟稿单", "☐ 文字", "核校人"] {
            assert!(draft.body.contains(said), "{said}: {}", draft.body);
        }
        let sheet = look(&mut office, &format!("{at}/signing"), "bulletin-paper-signing").await;
        for said in ["签发单", "签发人", "连号不空号"] {
            assert!(sheet.body.contains(said), "{said}: {}", sheet.body);
        }
    })
    .await;
}
