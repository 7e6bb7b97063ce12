//! Serving a decision on somebody who will not sign.

use qz_acts::accountability::{ServeDecision, ServiceForm};
use qz_acts::log::{Options, verify_store};
use qz_domain::accountability::{Manner, PaperKind, Stage};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};

#[tokio::test]
async fn a_decision_that_is_refused_is_left_before_two_witnesses_and_counts_as_served() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let (_, held) = matter.upheld().await;
        let acts = &matter.county.acts;
        let papers = async || {
            let view = acts.accountability(matter.chair, held).await.unwrap();
            PaperKind::of(&view.row, false)
        };
        let before = [PaperKind::Notice, PaperKind::Statement, PaperKind::Minutes];
        assert_eq!(papers().await, before);
        matter.decide(matter.chair, held, (2, matter.decision())).await.unwrap();
        assert_eq!(papers().await.len(), 5, "and the decision with its receipt");
        let serve = async |witnesses: [&str; 2]| {
            let (actor, manner) = (matter.screener, "留置送达".to_owned());
            let witnesses = witnesses.map(str::to_owned);
            let form = ServiceForm { manner, witnesses, ..ServiceForm::default() };
            let act = ServeDecision { actor, accountability: held, version: 3, form };
            matter.county.try_act(act).await
        };
        assert_eq!(key(serve(["", ""]).await), "witness_first fault-missing");
        let twice = serve(["社区干部甲", "社区干部甲"]).await;
        assert_eq!(key(twice), "witness_second fault-taken");
        let served = serve(["社区干部甲", "村监委会乙"]).await.unwrap();
        assert_eq!(served.stage, Stage::Served);
        let view = acts.accountability(matter.chair, held).await.unwrap();
        let service = view.service.unwrap();
        assert_eq!(service.manner, Manner::Refused);
        assert_eq!(service.witnesses, ["社区干部甲", "村监委会乙"]);
        assert!(view.row.remedy_due.is_some(), "the remedy runs all the same");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}
