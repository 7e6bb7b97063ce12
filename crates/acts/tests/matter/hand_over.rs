//! Handing over: up to an organ above with every step, aside to another that acts in one's stead; never to whom it
//! concerns.

use super::light::{alone, registered, said, settled, told};
use qz_acts::ActError;
use qz_acts::accountability::{DecideMeasure, DecisionForm, HandOverAccountability};
use qz_acts::finding::{HandOverFinding, RegisterFinding, RegistrationForm};
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::{HandOverForm, PaperForm};
use qz_domain::finding::Step;
use qz_domain::id::{AccountId, FindingId};
use qz_domain::role::Role;
use qz_domain::weight::Weight;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key, on, texts};

fn to(way: &str, organ: &str) -> HandOverForm {
    let (way, organ) = (way.to_owned(), organ.to_owned());
    HandOverForm {
        way, organ, reason: "经办的人要回避。".to_owned(), paper: PaperForm::default()
    }
}

async fn hand_over(
    matter: &Matter,
    (actor, finding, version): (AccountId, FindingId, i64),
    form: HandOverForm,
) -> Result<i64, ActError> {
    let act = HandOverFinding { actor, finding, version, form };
    matter.county.try_act(act).await.map(|changed| changed.version)
}

#[tokio::test]
async fn a_finding_goes_aside_by_the_first_organs_authority_and_never_to_whom_it_concerns() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let finding = matter.verified().await;
        let by_chair = (matter.chair, finding, 3);
        let own = hand_over(&matter, by_chair, to("交叉办理", "枫渡镇")).await;
        assert_eq!(key(own), "refusal-not-for-them");
        let same = hand_over(&matter, by_chair, to("交叉办理", "县纪委")).await;
        assert_eq!(key(same), "refusal-not-for-them");
        let beside = hand_over(&matter, by_chair, to("提级办理", "QX30")).await;
        assert_eq!(key(beside), "refusal-not-above");
        let stranger = hand_over(&matter, (matter.mayor, finding, 3), to("交叉办理", "QX30")).await;
        assert_eq!(key(stranger), "forbidden");
        hand_over(&matter, by_chair, to("交叉办理", "QX30")).await.unwrap();
        let notice = ("G6", "circulated_criticism");
        let gone = matter.notify(matter.proposer, finding, notice).await;
        assert_eq!(key(gone), "forbidden", "it is no longer theirs");
        let other = matter.county.open("other", "G4", Role::Discipline, "QX30").await;
        let held = matter.notify(other, finding, notice).await.unwrap();
        let view = matter.county.acts.accountability(other, held).await.unwrap();
        assert_eq!(view.row.instead_of, Some(view.finding.instead_of.unwrap()));
        assert_ne!(view.row.instead_of, Some(view.row.organ));
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_a_unit_handed_up_takes_every_step_from_there() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let form = RegistrationForm {
            organ: "枫渡镇".to_owned(),
            weight: "单位内".to_owned(),
            facts: "镇长迟到一小时，未请假。".to_owned(),
            paper: PaperForm { by: "G7".to_owned(), ..on("03") },
            ..RegistrationForm::default()
        };
        let made = matter.county.done(RegisterFinding { actor: matter.clerk, form }).await;
        hand_over(&matter, (matter.mayor, made.finding, 1), to("提级办理", "县纪委"))
            .await
            .unwrap();
        let view = matter.county.acts.finding(matter.screener, made.finding).await.unwrap();
        assert_eq!((view.finding.weight, view.finding.instead_of), (Weight::County, None));
        assert!(view.steps.contains(&Step::Pursue) && !view.steps.contains(&Step::Uphold));
        let early = matter.notify(matter.proposer, made.finding, ("G6", "reminder_talk")).await;
        assert_eq!(key(early), "refusal-not-verified");
    })
    .await;
}

#[tokio::test]
async fn whoever_decides_in_anothers_stead_decides_by_its_authority_and_as_lightly() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let finding = registered(&matter, ("", "县纪委", "单位内")).await.unwrap();
        let accountability = told(&matter, finding, "reminder_talk").await.unwrap();
        said(&matter, accountability).await;
        settled(&matter, matter.chair, finding).await.unwrap();
        let (actor, form) = (matter.chair, to("交叉办理", "QX30"));
        let act = HandOverAccountability { actor, accountability, version: 2, form };
        matter.county.done(act).await;
        let mine = DecideMeasure { actor, accountability, version: 3, form: alone() };
        assert_eq!(key(matter.county.try_act(mine).await), "forbidden");
        let other = matter.county.open("other", "G4", Role::Head, "QX30").await;
        let form = DecisionForm { panel: texts(&["G4"]), ..alone() };
        let act = DecideMeasure { actor: other, accountability, version: 3, form };
        let number = matter.county.done(act).await.number.unwrap();
        assert_eq!(number.serial, 1, "in the series of whoever decides");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}
