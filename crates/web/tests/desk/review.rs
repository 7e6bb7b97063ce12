//! A review through the pages: asked for by the subject, taken in, decided by a new panel, served; anybody sees
//! what became of the decision, and nobody the name.

use crate::look::{hold, look};
use crate::matter::{done, send};
use axum::http::StatusCode;
use qz_testkit::client::Client;
use qz_testkit::engines::on_both_engines;
use qz_testkit::review::Reviewing;

const LIST: &str = "/desk/reviews";

/// A browser of the later morning that took a persona.
async fn browser(one: &Reviewing, persona: &str) -> Client {
    let mut client = Client::at_demo(&one.acts);
    client.take(persona).await;
    client
}

/// The subject asks; the address of the review.
async fn asked(one: &Reviewing, head: &mut Client) -> String {
    let decision = format!("/desk/accountabilities/{}", one.held);
    let page = look(head, &decision, "decision-to-review").await;
    let at = format!("{decision}/ask-review");
    assert!(page.body.contains(&at), "{}", page.body);
    look(head, &at, "review-ask").await;
    let page = send(head, &at, &[("grounds", ""), ("late_reason", "")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    hold(&page, "review-ask-fault");
    done(head, &at, &[("grounds", "值班表当日已改。"), ("late_reason", "")]).await
}

#[tokio::test]
async fn a_decision_is_reviewed_through_the_pages_and_its_bulletin_names_nobody() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let bulletin = format!("/bulletins/{}", one.bulletin);
        let mut anybody = Client::at_demo(&one.acts);
        let before = look(&mut anybody, &bulletin, "bulletin-before-review").await;
        assert!(before.body.contains("郗怀朴"), "{}", before.body);
        let mut head = browser(&one, "head").await;
        let at = asked(&one, &mut head).await;
        let during = look(&mut anybody, &bulletin, "bulletin-under-review").await;
        assert!(!during.body.contains("郗怀朴") && during.body.contains("正在复核"));
        let data = anybody.get("/data/bulletins.csv?from=2016-01-01&to=2016-12-31").await;
        assert!(
            !data.body.contains("郗怀朴") && data.body.contains("under_review"),
            "{}",
            data.body
        );
        let mut discipline = browser(&one, "discipline").await;
        let today = look(&mut discipline, "/desk", "today-review").await;
        assert!(today.body.contains(&at), "{}", today.body);
        look(&mut discipline, &format!("{at}/accept"), "review-accept").await;
        look(&mut discipline, &format!("{at}/refuse"), "review-refuse").await;
        done(&mut discipline, &format!("{at}/accept"), &[("review_answer", "")]).await;
        look(&mut head, &format!("{at}/withdraw"), "review-withdraw").await;
        one.decide(
            one.reviewer,
            at.rsplit('/').next().unwrap().parse().unwrap(),
            one.form("撤销", ""),
        )
        .await
        .unwrap();
        look(&mut discipline, &format!("{at}/serve"), "review-serve").await;
        done(&mut discipline, &format!("{at}/serve"), &[]).await;
        let page = look(&mut head, &at, "review-served").await;
        for said in ["撤销", "决定引起了什么", "/verify?leaf="] {
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
        let after = look(&mut anybody, &bulletin, "bulletin-after-review").await;
        assert!(!after.body.contains("郗怀朴") && !after.body.contains("未落实值班安排"));
        assert!(after.body.contains("这项决定自"), "{}", after.body);
        let own = look(&mut head, "/desk/me/record", "record-after-review").await;
        assert!(own.body.contains("复核撤销"), "{}", own.body);
        let list = look(&mut discipline, &format!("{LIST}?outcome=cancelled"), "reviews").await;
        assert!(list.body.contains(&at), "{}", list.body);
        look(&mut discipline, &format!("{LIST}?stage=refused"), "reviews-none").await;
        let file = discipline.get(&format!("{LIST}/export.csv")).await;
        assert!(file.body.contains("郗怀朴") && file.body.contains("撤销"), "{}", file.body);
        let figures = look(&mut anybody, "/statistics", "statistics-after-review").await;
        assert!(figures.body.contains("提出复核1件"), "{}", figures.body);
    })
    .await;
}

#[tokio::test]
async fn a_panel_that_forgets_the_measure_is_told_and_what_it_typed_is_kept() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let mut head = browser(&one, "head").await;
        let at = asked(&one, &mut head).await;
        let review = at.rsplit('/').next().unwrap().parse().unwrap();
        one.take(one.matter.screener, review, true).await.unwrap();
        let mut reviewer = browser(&one, "adjudicator").await;
        look(&mut reviewer, &format!("{at}/decide"), "review-decide").await;
        let fields = [
            ("panel", "G20、G21、G22"),
            ("review_outcome", "varied"),
            ("measure", ""),
            ("because", "情节轻微。"),
        ];
        let page = send(&mut reviewer, &format!("{at}/decide"), &fields).await;
        hold(&page, "review-decide-refused");
        assert!(page.body.contains("“变更”要写变更为什么"), "{}", page.body);
        assert!(page.body.contains("情节轻微。"), "what was typed is kept");
        let fields = [
            ("panel", "G20、G21、G16"),
            ("review_outcome", "upheld"),
            ("measure", ""),
            ("because", "情节轻微。"),
        ];
        let page = send(&mut reviewer, &format!("{at}/decide"), &fields).await;
        assert!(
            page.body.contains("认定"),
            "whoever adjudicated does not sit on it: {}",
            page.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_review_is_handed_over_by_the_organ_that_has_it_and_by_no_other_account() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let mut head = browser(&one, "head").await;
        let at = asked(&one, &mut head).await;
        let over = format!("{at}/hand-over");
        let fields = |organ| {
            [("hand_over", "crossed"), ("hand_over_to", organ), ("reason", "凑不齐三个人。")]
        };
        assert_eq!(head.get(&over).await.status, StatusCode::NOT_FOUND, "not for its subject");
        for persona in ["clerk", "cadre", "hr"] {
            let mut other = browser(&one, persona).await;
            assert_eq!(other.get(&over).await.status, StatusCode::FORBIDDEN, "{persona}");
            let sent = other.post(&over, &fields("QX30")).await;
            assert_eq!(sent.status, StatusCode::FORBIDDEN, "{persona}");
        }
        let mut discipline = browser(&one, "discipline").await;
        let page = look(&mut discipline, &at, "review-to-hand-over").await;
        assert!(page.body.contains(&over), "{}", page.body);
        look(&mut discipline, &over, "review-hand-over").await;
        let page = send(&mut discipline, &over, &fields("枫渡镇")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        hold(&page, "review-hand-over-refused");
        assert!(page.body.contains("凑不齐三个人。"), "what was typed is kept");
        done(&mut discipline, &over, &fields("QX30")).await;
        let page = look(&mut discipline, &at, "review-handed-over").await;
        assert!(!page.body.contains(&over), "it is theirs no more: {}", page.body);
        for said in ["办理复核的机关", "交叉办理", "凑不齐三个人。"] {
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
        assert_eq!(discipline.get(&over).await.status, StatusCode::NOT_FOUND);
        let told = look(&mut head, "/desk/notices", "review-handed-notice").await;
        assert!(told.body.contains("一件复核已转办"), "{}", told.body);
    })
    .await;
}
