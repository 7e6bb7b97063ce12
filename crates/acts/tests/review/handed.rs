//! A review handed over: where an organ has no three left who had no part, another has it, by the first one's
//! authority or by that of the organ above; and never whom it concerns.

use qz_acts::ActError;
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::{HandOverForm, PaperForm};
use qz_acts::power;
use qz_acts::record::view::{MessageFilter, Page};
use qz_acts::review::{DecideReview, HandOverReview, IntakeForm, ReviewForm, TakeReview};
use qz_domain::id::{AccountId, ReviewId};
use qz_domain::message::MessageKind;
use qz_domain::review::{Stage, Step};
use qz_domain::role::Role;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{key, texts};
use qz_testkit::review::Reviewing;

fn to(way: &str, organ: &str) -> HandOverForm {
    let reason = "三个未参与过的人凑不齐。".to_owned();
    let (way, organ) = (way.to_owned(), organ.to_owned());
    HandOverForm { way, organ, reason, paper: PaperForm::default() }
}

async fn hand_over(
    one: &Reviewing,
    (actor, review, version): (AccountId, ReviewId, i64),
    form: HandOverForm,
) -> Result<i64, ActError> {
    let act = HandOverReview { actor, review, version, form };
    one.try_act(act).await.map(|changed| changed.version)
}

/// Taken in by somebody, at a version.
async fn taken(
    one: &Reviewing,
    (actor, review, version): (AccountId, ReviewId, i64),
) -> Result<Stage, ActError> {
    let form = IntakeForm::default();
    let act = TakeReview { actor, review, version, is_taken: true, form };
    one.try_act(act).await.map(|changed| changed.stage)
}

async fn is_told(one: &Reviewing, account: AccountId) -> bool {
    let actor = power::actor_of(&one.acts, account).await.unwrap().unwrap();
    let filter = MessageFilter::default();
    let all = one.acts.messages(actor.person.unwrap(), &filter, Page::all()).await;
    all.unwrap().0.iter().any(|message| message.kind == MessageKind::ReviewHandedOver)
}

#[tokio::test]
async fn a_review_goes_neither_to_whom_it_concerns_nor_up_to_whom_is_beside() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let review = one.ask().await.unwrap();
        let by_chair = (one.matter.chair, review, 1);
        for (way, organ, why) in [
            ("交叉办理", "枫渡镇", "refusal-not-for-them"),
            ("交叉办理", "县纪委", "refusal-not-for-them"),
            ("提级办理", "QX30", "refusal-not-above"),
            ("", "QX30", "hand_over fault-missing"),
            ("交叉办理", "", "hand_over_to fault-missing"),
        ] {
            assert_eq!(key(hand_over(&one, by_chair, to(way, organ)).await), why, "{organ}");
        }
        let unsaid = HandOverForm { reason: String::new(), ..to("交叉办理", "QX30") };
        assert_eq!(key(hand_over(&one, by_chair, unsaid).await), "reason fault-missing");
        let own = hand_over(&one, (one.matter.mayor, review, 1), to("交叉办理", "QX30")).await;
        assert_eq!(key(own), "forbidden", "its subject chooses nobody");
        let clerk = hand_over(&one, (one.matter.clerk, review, 1), to("交叉办理", "QX30")).await;
        assert_eq!(key(clerk), "forbidden");
        let stale = hand_over(&one, (one.matter.chair, review, 7), to("交叉办理", "QX30")).await;
        assert_eq!(key(stale), "refusal-stale-version");
        one.take(one.matter.screener, review, true).await.unwrap();
        one.decide(one.reviewer, review, one.form("维持", "")).await.unwrap();
        let late = hand_over(&one, (one.matter.chair, review, 3), to("交叉办理", "QX30")).await;
        assert_eq!(key(late), "refusal-out-of-order", "what is decided is served where it was");
    })
    .await;
}

#[tokio::test]
async fn another_organ_decides_a_review_by_the_first_ones_authority_and_both_read_it() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let county = &one.matter.county;
        let review = one.ask().await.unwrap();
        let other = county.open("other", "G4", Role::Discipline, "QX30").await;
        let panel = county.open("panel", "G21", Role::Adjudicator, "QX30").await;
        assert!(one.acts.accountability(other, one.held).await.is_err(), "it is not theirs yet");
        let due = one.acts.review(one.matter.chair, review).await.unwrap().row.accept_due;
        hand_over(&one, (one.matter.chair, review, 1), to("交叉办理", "QX30")).await.unwrap();

        let gone = taken(&one, (one.matter.screener, review, 2)).await;
        assert_eq!(key(gone), "forbidden", "it is no longer theirs to take in");
        let view = one.acts.review(one.matter.chair, review).await.unwrap();
        assert_eq!((view.steps, view.row.accept_due), (vec![], due), "the term goes on running");
        let own = one.acts.review(one.matter.mayor, review).await.unwrap();
        assert_eq!(own.row.handed_because, "三个未参与过的人凑不齐。");
        assert_eq!((own.organ.code.as_str(), own.holder.code.as_str()), ("QX50", "QX30"));
        assert!(own.steps.contains(&Step::Withdraw), "who asked may still take it back");
        assert!(is_told(&one, one.matter.mayor).await);
        assert!(one.acts.accountability(other, one.held).await.is_ok(), "they read the decision");

        assert_eq!(taken(&one, (other, review, 2)).await.unwrap(), Stage::Accepted);
        let tied = ReviewForm { panel: texts(&["G21", "G22", "G14"]), ..one.form("维持", "") };
        let act = |actor, form| DecideReview { actor, review, version: 3, form };
        let part = one.try_act(act(panel, tied)).await;
        assert_eq!(key(part), "refusal-took-part", "a part taken elsewhere bars here too");
        let form =
            ReviewForm { panel: texts(&["G21", "G20", "G22"]), ..one.form("变更", "criticism") };
        let first = one.try_act(act(one.reviewer, form.clone())).await;
        assert_eq!(key(first), "forbidden");
        let number = one.try_act(act(panel, form)).await.unwrap().number.unwrap();
        assert_eq!(number.serial, 1, "in the series of whoever decides");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_review_that_was_handed_on_may_come_back_and_nobody_is_noted_twice() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let review = one.ask().await.unwrap();
        let other = one.matter.county.open("other", "G4", Role::Discipline, "QX30").await;
        let there = to("交叉办理", "QX30");
        hand_over(&one, (one.matter.chair, review, 1), there.clone()).await.unwrap();
        hand_over(&one, (other, review, 2), to("交叉办理", "QX50")).await.unwrap();
        hand_over(&one, (one.matter.chair, review, 3), there).await.unwrap();
        let view = one.acts.review(other, review).await.unwrap();
        assert_eq!(view.row.instead_of, Some(view.organ.id), "still in the stead of the first");
        assert_eq!(view.hands.len(), 2);
        let county = to("提级办理", "QX");
        hand_over(&one, (other, review, 4), county).await.unwrap();
        let view = one.acts.review(one.matter.mayor, review).await.unwrap();
        assert_eq!((view.holder.code.as_str(), view.row.instead_of), ("QX", None));
    })
    .await;
}
