//! Measures of the police that last: only in their own system, for a length within the law's range, until the day that
//! follows from the service, and no longer than the decision stands.

use jiff::civil::date;
use qz_acts::accountability::{DecisionForm, ServeDecision, ServiceForm};
use qz_acts::log::{Options, verify_store};
use qz_domain::role::Role;
use qz_domain::term::Length;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};
use qz_testkit::police::Police;

#[tokio::test]
async fn a_measure_that_lasts_states_its_length_within_the_range_and_ends_by_itself() {
    on_both_engines(async |url| {
        let police = Police::of(county(&url).await).await;
        let held = police.upheld("suspension").await.unwrap();
        let decide = async |measure, lasts| key(police.decide(held, (measure, lasts)).await);
        assert_eq!(decide("suspension", "").await, "lasts fault-missing");
        assert_eq!(decide("suspension", "9").await, "refusal-length-outside");
        assert_eq!(decide("suspension", "61").await, "refusal-length-outside");
        assert_eq!(decide("suspension", "两周").await, "lasts fault-not-a-number");
        assert_eq!(decide("criticism", "10").await, "refusal-no-length");
        assert_eq!(decide("confinement", "3").await, "refusal-heavier");
        assert_eq!(
            decide("stand_down", "3").await,
            "refusal-outside-authority",
            "the tax office's"
        );
        assert_eq!(decide("suspension", "30").await, "Ok(3)");
        let acts = &police.county.acts;
        let row = acts.accountability(police.chief, held).await.unwrap().row;
        assert_eq!(row.lasts, Some(Length::Days(30)));
        assert_eq!(
            row.runs_until(),
            Some(date(2016, 3, 17)),
            "from the decision, until it is served"
        );
        let form = ServiceForm { paper: qz_testkit::matter::on("16"), ..ServiceForm::default() };
        let serve =
            ServeDecision { actor: police.screener, accountability: held, version: 3, form };
        police.county.done(serve).await;
        let own = police.county.open("dongmen", "P9", Role::Cadre, "GA1").await;
        let lines = acts.own_accountabilities(own).await.unwrap();
        assert_eq!(lines[0].runs_until, Some(date(2016, 3, 17)));
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn no_other_organ_imposes_what_is_the_polices_or_the_tax_offices() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let finding = matter.verified().await;
        for measure in ["suspension", "confinement", "stand_down", "disqualification"] {
            let notice = matter.notify(matter.proposer, finding, ("G6", measure)).await;
            assert_eq!(key(notice), "refusal-outside-authority", "{measure}");
        }
        let (_, held) = matter.upheld().await;
        let form = DecisionForm { lasts: "10".to_owned(), ..matter.decision() };
        let decided = matter.decide(matter.chair, held, (2, form)).await;
        assert_eq!(key(decided), "refusal-no-length");
    })
    .await;
}
