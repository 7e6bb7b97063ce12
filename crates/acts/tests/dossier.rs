//! The file of a case and the file check, on both engines: who reads it whole, what is withheld, what it lacks.

use qz_acts::finding::view::FindingFilter;
use qz_domain::file_check::{Defect, Place};
use qz_domain::role::Role;
use qz_testkit::county::county_at;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};

#[tokio::test]
async fn whoever_may_read_every_piece_gets_the_file_and_others_are_told_what_is_withheld() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let (finding, held) = matter.upheld().await;
        let acts = &matter.county.acts;
        let whole = acts.dossier(matter.adjudicator, finding).await.unwrap();
        assert_eq!(whole.subjects.iter().map(|one| one.row.id).collect::<Vec<_>>(), [held]);
        assert!(whole.visit.is_some() && whole.withheld.is_empty());
        let leaves: Vec<_> = whole.acts().iter().map(|act| act.leaf).collect();
        assert!(leaves.is_sorted() && leaves.len() >= 7, "{leaves:?}");
        let part = acts.dossier(matter.clerk, finding).await.unwrap();
        assert_eq!((part.withheld, part.subjects.len()), (vec!["accountability"], 0));
        let cadre = matter.county.account(Role::Cadre).await;
        assert_eq!(key(acts.dossier(cadre, finding).await), "not found");
    })
    .await;
}

#[tokio::test]
async fn the_check_is_silent_on_a_sound_case_and_says_where_a_window_passed() {
    on_both_engines(async |url| {
        let at = "2016-12-01T01:00:00Z".parse().unwrap();
        let matter = Matter::in_county(county_at(&url, at).await).await;
        let finding = matter.verified().await;
        let acts = &matter.county.acts;
        let all = FindingFilter::default();
        assert_eq!(acts.file_check(matter.clerk, &all).await.unwrap(), []);
        let dossier = acts.dossier(matter.screener, finding).await.unwrap();
        assert_eq!(dossier.defects, []);
        let notice = ("G6", "circulated_criticism");
        let held = matter.notify(matter.proposer, finding, notice).await.unwrap();
        let found = acts.file_check(matter.clerk, &all).await.unwrap();
        let found: Vec<_> = found.into_iter().map(|one| (one.line.id, one.defects)).collect();
        let passed = (Defect::WindowPassed, Place::Accountability(held));
        assert_eq!(found, [(finding, vec![passed])]);
        let late = matter.registered().await;
        let found = acts.file_check(matter.clerk, &all).await.unwrap();
        let found: Vec<_> = found.into_iter().map(|one| (one.line.id, one.defects)).collect();
        assert_eq!(found[1], (late, vec![(Defect::TermPassed, Place::Finding(late))]));
        let cadre = matter.county.account(Role::Cadre).await;
        assert_eq!(acts.file_check(cadre, &all).await.map_or(0, |found| found.len()), 0);
    })
    .await;
}
