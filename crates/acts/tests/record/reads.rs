//! Who read about somebody: noted once a day, without waiting, never about oneself, forgotten in time.

use qz_acts::power::actor_of;
use qz_acts::record::view::{Page, ReadFilter};
use qz_domain::id::PersonId;
use qz_domain::reading::Reading;
use qz_domain::role::Role;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::Matter;

#[tokio::test]
async fn a_read_is_noted_once_a_day_and_shown_to_the_person_alone() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let acts = &matter.county.acts;
        let cadre = matter.county.account(Role::Cadre).await;
        let own = acts.own_record(cadre).await.unwrap().unwrap().person;
        let clerk = actor_of(acts, matter.clerk).await.unwrap().unwrap();
        let me = actor_of(acts, cadre).await.unwrap().unwrap();
        for _ in 0..3 {
            acts.note_reads(&clerk, (Reading::Person, own.0), [own]);
            acts.note_reads(&me, (Reading::Person, own.0), [own]);
        }
        acts.note_reads(&clerk, (Reading::Export, 0), [own]);
        acts.settle_reads().await;
        let all = ReadFilter::default();
        let (lines, total) = acts.own_reads(cadre, &all, Page::all()).await.unwrap();
        assert_eq!(total, 2);
        assert!(lines.iter().all(|line| line.reader == "闻允安" && line.role == "clerk"));
        assert!(lines.iter().all(|line| line.unit.0 == "效能督查室"));
        let export = ReadFilter { kind: Some("export".to_owned()), ..ReadFilter::default() };
        assert_eq!(acts.own_reads(cadre, &export, Page::all()).await.unwrap().1, 1);
        let nobody = ReadFilter { words: Some("荀".to_owned()), ..ReadFilter::default() };
        assert_eq!(acts.own_reads(cadre, &nobody, Page::all()).await.unwrap().1, 0);
        assert_eq!(acts.own_reads(matter.mayor, &all, Page::all()).await.unwrap().1, 0);
    })
    .await;
}

#[tokio::test]
async fn a_read_of_somebody_who_is_not_there_harms_nothing() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let acts = &matter.county.acts;
        let clerk = actor_of(acts, matter.clerk).await.unwrap().unwrap();
        acts.note_reads(&clerk, (Reading::Person, 0), [PersonId(999_999)]);
        acts.settle_reads().await;
        let own = acts.own_record(matter.mayor).await.unwrap().unwrap().person;
        acts.note_reads(&clerk, (Reading::Person, own.0), [own]);
        acts.settle_reads().await;
        let all = ReadFilter::default();
        assert_eq!(acts.own_reads(matter.mayor, &all, Page::all()).await.unwrap().1, 1);
    })
    .await;
}
