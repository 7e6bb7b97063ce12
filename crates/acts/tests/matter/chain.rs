//! The whole chain, and what each of those concerned may see of it.

use qz_acts::accountability::view::{AccountabilityFilter, AccountabilitySort, Page};
use qz_acts::finding::view::{FindingFilter, FindingSort};
use qz_domain::accountability::Stage as Held;
use qz_domain::finding::Stage;
use qz_domain::matter::Part;
use qz_domain::role::Role;
use qz_domain::term::Due;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::Matter;

#[tokio::test]
async fn a_matter_goes_from_the_visit_to_the_served_decision() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let (finding, held) = matter.upheld().await;
        let number = matter.decide(matter.chair, held, (2, matter.decision())).await.unwrap();
        assert_eq!(number, "〔2016〕1号");
        matter.serve(matter.screener, held).await.unwrap();

        let acts = &matter.county.acts;
        let view = acts.finding(matter.screener, finding).await.unwrap();
        assert_eq!(
            (view.finding.stage, view.finding.number.to_string()),
            (Stage::Upheld, "2016-0001".to_owned())
        );
        let parts: Vec<_> =
            view.hands.iter().map(|hand| (hand.part, hand.number.as_str())).collect();
        assert_eq!(
            parts,
            [
                (Part::Found, "G2"),
                (Part::Found, "G3"),
                (Part::Registered, "G1"),
                (Part::Screened, "G13"),
                (Part::Verified, "G14"),
                (Part::Verified, "G15"),
                (Part::Adjudicated, "G16"),
                (Part::Proposed, "G15"),
                (Part::Decided, "G10"),
                (Part::Decided, "G11"),
                (Part::Decided, "G12"),
                (Part::Served, "G13"),
            ]
        );
        let kinds: Vec<_> = view.timeline.iter().map(|act| act.kind.as_str()).collect();
        assert_eq!(
            kinds,
            ["finding_register", "finding_screen", "finding_verify", "finding_adjudicate"]
        );
        assert_eq!(view.subjects.len(), 1);

        let own = acts.accountability(matter.mayor, held).await.unwrap();
        assert_eq!(own.row.stage, Held::Served);
        assert_eq!(own.row.answer_due.due, Due::Fixed(jiff::civil::date(2016, 2, 15)));
        let remedy = own.row.remedy_due.unwrap();
        assert_eq!(
            (remedy.length.to_string(), remedy.due),
            ("15d".to_owned(), Due::Fixed(jiff::civil::date(2016, 3, 2)))
        );
        assert_eq!(own.row.statement, "当天两人临时下村，未报备，我有责任。");
        assert!(!own.may_read_finding, "the subject reads their own file, not the finding's");
    })
    .await;
}

#[tokio::test]
async fn a_matter_is_seen_by_its_organ_its_hands_and_its_subject_alone() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let (finding, held) = matter.upheld().await;
        let acts = &matter.county.acts;
        for role in
            [Role::Liaison, Role::Cadre, Role::Hr, Role::System, Role::Security, Role::Audit]
        {
            let account = matter.county.account(role).await;
            assert!(acts.finding(account, finding).await.is_err(), "{role:?}");
            assert!(acts.accountability(account, held).await.is_err(), "{role:?}");
        }
        assert!(acts.finding(matter.mayor, finding).await.is_err(), "not before it is told");
        assert_eq!(acts.own_accountabilities(matter.mayor).await.unwrap().len(), 1);
        let page = Page::number(1, 50);
        let (all, sort) = (FindingFilter::default(), FindingSort::default());
        assert_eq!(acts.findings(matter.chair, &all, sort, page).await.unwrap().1, 1);
        assert_eq!(acts.findings(matter.mayor, &all, sort, page).await.unwrap().1, 0);
        let (all, sort) = (AccountabilityFilter::default(), AccountabilitySort::default());
        assert_eq!(acts.accountabilities(matter.proposer, &all, sort, page).await.unwrap().1, 1);
        assert_eq!(acts.accountabilities(matter.clerk, &all, sort, page).await.unwrap().1, 0);
    })
    .await;
}
