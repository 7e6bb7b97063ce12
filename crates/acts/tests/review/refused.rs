//! What is refused, by which guard.

use jiff::Timestamp;
use qz_acts::matter::PaperForm;
use qz_acts::review::{AskReview, OpenReview, RequestForm, ReviewForm, WithdrawReview};
use qz_domain::review::Stage;
use qz_domain::role::Role;
use qz_testkit::engines::{acts_at, on_both_engines};
use qz_testkit::matter::{Matter, key, texts};
use qz_testkit::review::Reviewing;

/// The day after the term: 2016-03-03 09:00 at +08:00.
const AFTER: Timestamp = Timestamp::constant(1_456_966_800, 0);

#[tokio::test]
async fn only_the_subject_asks_once_of_what_is_served_and_stands() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let (_, held) = matter.upheld().await;
        let form = RequestForm { grounds: "不服".to_owned(), ..RequestForm::default() };
        let ask = |actor| AskReview {
            actor,
            accountability: held,
            is_recorded: false,
            form: form.clone(),
        };
        let unserved = matter.county.try_act(ask(matter.mayor)).await;
        assert_eq!(key(unserved), "refusal-review-not-served");
        for role in [Role::Clerk, Role::Liaison, Role::Cadre, Role::Discipline, Role::Hr] {
            let account = matter.county.account(role).await;
            assert_eq!(key(matter.county.try_act(ask(account)).await), "forbidden", "{role:?}");
        }
    })
    .await;
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let review = one.ask().await.unwrap();
        assert_eq!(key(one.ask().await), "refusal-review-open");
        one.take(one.matter.screener, review, false).await.unwrap();
        assert_eq!(key(one.ask().await), "refusal-review-asked-before");
        let view = one.acts.review(one.matter.mayor, review).await.unwrap();
        assert_eq!((view.row.stage, view.steps), (Stage::Refused, vec![]));
        assert_eq!(view.row.next_due.unwrap().length.to_string(), "15d", "the next way is said");
    })
    .await;
}

#[tokio::test]
async fn after_the_term_a_cause_is_wanted() {
    on_both_engines(async |url| {
        let mut one = Reviewing::new(&url).await;
        one.acts = acts_at(&url, AFTER).await;
        assert_eq!(key(one.ask().await), "refusal-review-late");
        let form = RequestForm {
            grounds: "不服".to_owned(),
            late_reason: "住院至三月二日，有病历。".to_owned(),
            paper: PaperForm::default(),
        };
        let (actor, accountability) = (one.matter.mayor, one.held);
        one.try_act(AskReview { actor, accountability, is_recorded: false, form }).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn nobody_who_had_a_part_sits_on_the_panel_or_takes_the_request_in() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let review = one.ask().await.unwrap();
        let decider = one.matter.county.open("niu", "G11", Role::Discipline, "QX50").await;
        assert_eq!(key(one.take(decider, review, true).await), "refusal-took-part");
        one.take(one.matter.screener, review, true).await.unwrap();
        let panel = |names: &[&str]| ReviewForm { panel: texts(names), ..one.form("维持", "") };
        for earlier in ["G2", "G1", "G13", "G14", "G15", "G16", "G10", "G11"] {
            let tried = one.decide(one.reviewer, review, panel(&["G20", "G21", earlier])).await;
            assert_eq!(key(tried), "refusal-took-part", "{earlier}");
        }
        for tied in ["G6", "G7"] {
            let tried = one.decide(one.reviewer, review, panel(&["G20", "G21", tied])).await;
            assert!(
                ["refusal-own-matter", "refusal-belongs-to-unit"].contains(&&*key(tried)),
                "{tied}"
            );
        }
        let two = one.decide(one.reviewer, review, panel(&["G20", "G21"])).await;
        assert_eq!(key(two), "refusal-too-few-on-panel");
        let chair = one.decide(one.matter.chair, review, panel(&["G20", "G21", "G22"])).await;
        assert_eq!(key(chair), "refusal-not-among-them");
        one.decide(one.reviewer, review, panel(&["G20", "G21", "G22"])).await.unwrap();
        let own = one.matter.county.open("yan", "G21", Role::Discipline, "QX50").await;
        assert_eq!(key(one.serve(own, review).await), "refusal-took-part");
    })
    .await;
}

#[tokio::test]
async fn a_review_never_makes_anything_heavier_and_varies_only_to_something_lighter() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let review = one.ask().await.unwrap();
        one.take(one.matter.screener, review, true).await.unwrap();
        let tried = async |outcome, measure| {
            key(one.decide(one.reviewer, review, one.form(outcome, measure)).await)
        };
        assert_eq!(tried("变更", "admonition").await, "refusal-heavier");
        assert_eq!(tried("变更", "circulated_criticism").await, "refusal-review-same-measure");
        assert_eq!(tried("变更", "").await, "refusal-review-measure-missing");
        assert_eq!(tried("维持", "criticism").await, "refusal-review-measure-not-due");
        assert_eq!(tried("变更", "warning").await, "refusal-record-only");
        assert_eq!(tried("加重", "").await, "review_outcome fault-not-one-of");
    })
    .await;
}

#[tokio::test]
async fn what_was_asked_is_taken_back_and_what_an_organ_opened_is_not() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let review = one.ask().await.unwrap();
        let actor = one.matter.mayor;
        one.try_act(WithdrawReview { actor, review, version: 1 }).await.unwrap();
        let grounds = "上级机关复查认为定性不当。".to_owned();
        let accountability = one.held;
        let open = |actor| OpenReview {
            actor,
            accountability,
            grounds: grounds.clone(),
            paper: PaperForm::default(),
        };
        assert_eq!(key(one.try_act(open(actor)).await), "forbidden");
        let opened = one.try_act(open(one.matter.screener)).await.unwrap().review;
        let back = one.try_act(WithdrawReview { actor, review: opened, version: 1 }).await;
        assert_eq!(key(back), "refusal-review-of-office");
        let view = one.acts.review(actor, opened).await.unwrap();
        assert_eq!((view.row.stage, view.row.accept_due), (Stage::Accepted, None));
        let other = one.matter.county.account(Role::Liaison).await;
        assert_eq!(key(one.acts.review(other, opened).await), "not found");
    })
    .await;
}

#[tokio::test]
async fn what_fell_is_told_in_no_bulletin_and_reviewed_no_more() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        one.through("撤销", "").await;
        assert_eq!(key(one.ask().await), "refusal-review-fallen");
        let told = one.matter.drafted(one.matter.draft(&[(one.held, "")])).await;
        assert_eq!(key(told), "refusal-not-standing");
    })
    .await;
}
