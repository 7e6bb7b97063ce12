//! The publication gate before the day: what the reviewer weighs, what anybody would read.

use jiff::Timestamp;
use qz_acts::bulletin::preview::Eyes;
use qz_acts::bulletin::{AssessmentForm, ReviewBulletin};
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::PaperForm;
use qz_acts::{ActError, Acts};
use qz_domain::bulletin::Step;
use qz_domain::id::BulletinId;
use qz_domain::role::Role;
use qz_testkit::engines::{acts_at, on_both_engines};
use qz_testkit::matter::{Matter, key};

/// A working day under the Personal Information Protection Law.
const NOW: Timestamp = Timestamp::constant(1_795_395_600, 0);

const NAMING: &str = "负有主要领导责任，且为首次通报。";

async fn checked(matter: &Matter, naming: &str) -> BulletinId {
    let held = matter.served().await;
    let bulletin = matter.drafted(matter.draft(&[(held, naming)])).await.unwrap();
    matter.advance(matter.verifier, bulletin, (Step::Check, 1)).await.unwrap();
    bulletin
}

async fn review(
    acts: &Acts,
    matter: &Matter,
    bulletin: BulletinId,
    [purpose, effect, safeguard]: [&str; 3],
) -> Result<(), ActError> {
    let [purpose, effect, safeguard] = [purpose, effect, safeguard].map(str::to_owned);
    let assessment = AssessmentForm { purpose, effect, safeguard };
    let (actor, paper) = (matter.adjudicator, PaperForm::default());
    let act = ReviewBulletin { actor, bulletin, version: 2, assessment, paper };
    acts.perform(acts.new_request(), act).await.map(drop)
}

#[tokio::test]
async fn since_the_law_asks_nobody_is_shown_before_the_effect_on_them_is_weighed() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let bulletin = checked(&matter, NAMING).await;
        let acts = acts_at(&url, NOW).await;
        let blank = review(&acts, &matter, bulletin, [""; 3]).await;
        assert_eq!(key(blank), "assess_purpose fault-missing");
        let half = review(&acts, &matter, bulletin, ["须以示警醒", "本人会被议论", " "]).await;
        assert_eq!(key(half), "assess_safeguard fault-missing");
        let whole = ["须以示警醒", "本人会被议论", "九十日后隐去"];
        review(&acts, &matter, bulletin, whole).await.unwrap();
        let view = acts.bulletin(matter.screener, bulletin).await.unwrap();
        let weighed = view.bulletin.assessment.unwrap();
        assert_eq!([weighed.purpose, weighed.effect, weighed.safeguard], whole.map(str::to_owned));
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn nothing_is_to_be_weighed_where_units_alone_are_shown_or_no_law_of_the_day_asks() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let units = checked(&matter, "").await;
        let acts = acts_at(&url, NOW).await;
        review(&acts, &matter, units, [""; 3]).await.unwrap();
        assert_eq!(acts.bulletin(matter.screener, units).await.unwrap().bulletin.assessment, None);
    })
    .await;
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let named = checked(&matter, NAMING).await;
        review(&matter.county.acts, &matter, named, [""; 3]).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_seen_through_the_eyes_of_its_readers_by_whoever_may_read_it() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let bulletin = checked(&matter, NAMING).await;
        let (acts, drafter) = (&matter.county.acts, matter.screener);
        let seen = async |eyes| acts.bulletin_preview(drafter, bulletin, eyes).await.unwrap();
        let named = seen(Eyes::Anybody).await;
        assert_eq!(named.number.to_string(), "〔2016〕1号");
        assert!(named.shows_names && named.items[0].name.is_some(), "{named:?}");
        let after = seen(Eyes::After).await;
        assert!(!after.shows_names && after.items[0].name.is_none(), "{after:?}");
        assert_eq!(after.items[0].naming, "");
        let cadre = matter.county.account(Role::Cadre).await;
        let barred = acts.bulletin_preview(cadre, bulletin, Eyes::Anybody).await;
        assert_eq!(key(barred), "not found");

        // A number it has by now stays its own.
        matter.advance(matter.adjudicator, bulletin, (Step::Review, 2)).await.unwrap();
        matter.advance(matter.chair, bulletin, (Step::Sign, 3)).await.unwrap();
        let county = acts.bulletin_preview(drafter, bulletin, Eyes::Staff).await.unwrap();
        assert_eq!(county.number, named.number);
    })
    .await;
}

#[tokio::test]
async fn the_county_alone_sees_the_names_of_a_bulletin_for_the_county() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let held = matter.served().await;
        let mut form = matter.draft(&[(held, NAMING)]);
        form.scope = "全县".to_owned();
        let bulletin = matter.drafted(form).await.unwrap();
        let seen = async |eyes| {
            let acts = &matter.county.acts;
            acts.bulletin_preview(matter.screener, bulletin, eyes).await.unwrap().shows_names
        };
        assert!(!seen(Eyes::Anybody).await);
        assert!(seen(Eyes::Staff).await);
    })
    .await;
}
