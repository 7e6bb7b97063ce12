//! A term into a year without its notice: the act goes ahead, the term waits, and the notice fixes it.

use jiff::civil::date;
use qz_domain::instant::instant;
use qz_domain::role::Role;
use qz_domain::term::Due;
use qz_testkit::county::county_at;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};

/// An invented notice of a year that has none yet.
const NOTICE: &str = include_str!("../../../domain/tests/notice/2027.toml");

#[tokio::test]
async fn a_remedy_into_an_unknown_year_waits_and_is_fixed_by_the_notice() {
    on_both_engines(async |url| {
        let at = instant(date(2026, 12, 29).at(9, 0, 0, 0)).unwrap();
        let matter = Matter::in_county(county_at(&url, at).await).await;
        let finding = matter.verified().await;
        let notice = ("G6", "circulated_criticism");
        let held = matter.notify(matter.proposer, finding, notice).await.unwrap();
        matter.answer(held).await.unwrap();
        let gone = matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5").await;
        assert_eq!(key(gone), "refusal-law-no-longer-in-force");
        matter.adjudicate(matter.adjudicator, finding, "accountability_2019_7").await.unwrap();
        matter.decide(matter.chair, held, (2, matter.decision())).await.unwrap();
        matter.serve(matter.screener, held).await.unwrap();

        let acts = &matter.county.acts;
        let remedy = async || {
            acts.accountability(matter.mayor, held).await.unwrap().row.remedy_due.unwrap().due
        };
        let not_before = date(2027, 1, 29);
        assert_eq!(remedy().await, Due::AwaitingCalendar { year: 2027, not_before });
        assert_eq!(acts.waiting_terms().await.unwrap(), 1);

        let hr = matter.county.account(Role::Hr).await;
        assert_eq!(key(acts.import_notice(matter.clerk, NOTICE).await), "forbidden");
        assert_eq!(key(acts.import_notice(hr, "year = 2027").await), "notice fault-unreadable");
        assert_eq!(acts.waiting_terms().await.unwrap(), 1, "nothing half-written");
        let imported = acts.import_notice(hr, NOTICE).await.unwrap();
        assert_eq!((imported.year, imported.fixed), (2027, 1));
        assert_eq!(remedy().await, Due::Fixed(not_before));
        assert_eq!(acts.waiting_terms().await.unwrap(), 0);
        assert_eq!(key(acts.import_notice(hr, NOTICE).await), "notice fault-taken");
    })
    .await;
}
