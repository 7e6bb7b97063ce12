//! What a served review makes of everything its decision caused.

use jiff::civil::{Date, date};
use qz_acts::bulletin::CorrectBulletin;
use qz_acts::bulletin::public::{BulletinFilter, BulletinSort, PublicItem, Reader};
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::PaperForm;
use qz_acts::power;
use qz_acts::record::view::MessageFilter;
use qz_acts::review::caused::Caused;
use qz_acts::review::view::{Page, ReviewFilter, ReviewSort};
use qz_domain::bulletin::CorrectionKind;
use qz_domain::id::ReviewId;
use qz_domain::message::MessageKind;
use qz_domain::review::{Consequence, Effect, Outcome, Stage};
use qz_domain::spelled::Spelled;
use qz_domain::term::Due;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;
use qz_testkit::review::Reviewing;

const TODAY: Date = date(2016, 2, 18);

/// The one decision of the bulletin, as somebody of the county reads it today.
async fn told(reviewing: &Reviewing) -> PublicItem {
    let read = reviewing.acts.public_bulletin(reviewing.bulletin, (Reader::Staff, TODAY));
    read.await.unwrap().items.remove(0)
}

async fn decisions_on_persons(reviewing: &Reviewing) -> i64 {
    let days = (date(2016, 1, 1), date(2016, 12, 31));
    reviewing.acts.matter_figures(days, None).await.unwrap().decisions_on_persons()
}

async fn caused(reviewing: &Reviewing, review: ReviewId) -> Vec<(Consequence, Effect)> {
    let view = reviewing.acts.review(reviewing.matter.mayor, review).await.unwrap();
    view.caused.iter().map(|Caused { consequence, effect, .. }| (*consequence, *effect)).collect()
}

#[tokio::test]
async fn a_name_is_shown_no_more_from_the_request_on_and_again_once_the_decision_is_upheld() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        assert_eq!(told(&one).await.name.as_deref(), Some("郗怀朴"));
        let review = one.ask().await.unwrap();
        let item = told(&one).await;
        assert_eq!((item.name, item.rank, item.is_under_review), (None, None, true));
        assert_eq!(item.measure, "circulated_criticism", "what was done stays");
        assert_eq!(decisions_on_persons(&one).await, 1, "and counts");
        one.take(one.matter.screener, review, true).await.unwrap();
        assert_eq!(told(&one).await.name, None);
        one.decide(one.reviewer, review, one.form("维持", "")).await.unwrap();
        assert_eq!(told(&one).await.name, None, "not before it is served");
        one.serve(one.matter.screener, review).await.unwrap();
        let item = told(&one).await;
        assert_eq!((item.name.as_deref(), item.mark), (Some("郗怀朴"), None));
        assert_eq!(decisions_on_persons(&one).await, 1);
        for (consequence, effect) in caused(&one, review).await {
            assert_eq!(effect, Effect::Kept, "{consequence:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn one_act_undoes_all_that_a_cancelled_decision_caused() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let review = one.through("撤销", "").await;
        let item = told(&one).await;
        assert_eq!((item.name, item.naming.as_str()), (None, ""));
        assert_eq!(
            (item.conduct.as_str(), item.measure.as_str(), item.ground.as_str()),
            ("", "", "")
        );
        let mark = item.mark.unwrap();
        assert_eq!((mark.outcome, mark.served_on), (Outcome::Cancelled, TODAY));
        assert_eq!(mark.number.unwrap().to_string(), "〔2016〕1号");
        assert_eq!(decisions_on_persons(&one).await, 0);
        let days = (date(2016, 1, 1), date(2016, 12, 31));
        let figures = one.acts.matter_figures(days, None).await.unwrap();
        assert_eq!((figures.ranks, figures.measures, figures.bulletins), (vec![], vec![], 1));
        for (consequence, effect) in caused(&one, review).await {
            assert_eq!(effect, Effect::Ended, "{consequence:?}");
        }
        let own = one.acts.own_accountabilities(one.matter.mayor).await.unwrap();
        assert_eq!(own[0].standing.outcome, Some(Outcome::Cancelled), "the own record says so");
        let looked_for =
            BulletinFilter { text: Some("未落实".to_owned()), ..BulletinFilter::default() };
        let page = Page::number(1, 10);
        let found = one.acts.published(&looked_for, BulletinSort::default(), page).await.unwrap();
        assert_eq!(found.1, 0, "what fell is not found by its words");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_varied_decision_counts_with_its_lighter_measure_and_names_nobody() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let review = one.through("变更", "criticism").await;
        let item = told(&one).await;
        assert_eq!((item.name, item.measure.as_str()), (None, "criticism"));
        assert_eq!(item.mark.unwrap().outcome, Outcome::Varied);
        let days = (date(2016, 1, 1), date(2016, 12, 31));
        let figures = one.acts.matter_figures(days, None).await.unwrap();
        assert_eq!(figures.measures, [("criticism".to_owned(), 1)]);
        let view = one.acts.review(one.reviewer, review).await.unwrap();
        assert_eq!((view.row.stage, view.measure.as_str()), (Stage::Served, "criticism"));
        let all = ReviewFilter { outcome: Some(Outcome::Varied), ..ReviewFilter::default() };
        let page = Page::number(1, 10);
        for sort in ReviewSort::ALL {
            let found = one.acts.reviews(one.reviewer, &all, sort, page).await.unwrap();
            assert_eq!(found.1, 1, "{sort:?}");
        }
        let reviewed = figures.reviews;
        assert_eq!((reviewed.begun, reviewed.served), (1, vec![(Outcome::Varied, 1)]));
    })
    .await;
}

#[tokio::test]
async fn whoever_was_told_of_the_decision_is_told_that_it_fell() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        one.through("撤销", "").await;
        let kinds_of = async |account| {
            let person =
                power::actor_of(&one.acts, account).await.unwrap().unwrap().person.unwrap();
            let all = one.acts.messages(person, &MessageFilter::default(), Page::all()).await;
            all.unwrap().0.into_iter().map(|message| message.kind).collect::<Vec<_>>()
        };
        let subject = kinds_of(one.matter.mayor).await;
        for kind in [MessageKind::ReviewTaken, MessageKind::ReviewServed] {
            assert!(subject.contains(&kind), "{kind:?} in {subject:?}");
        }
        assert!(kinds_of(one.matter.chair).await.contains(&MessageKind::BulletinToCorrect));
        assert!(kinds_of(one.matter.chair).await.contains(&MessageKind::ReviewAsked));
        let chair = power::actor_of(&one.acts, one.matter.chair).await.unwrap().unwrap();
        let filter = MessageFilter {
            kind: Some(MessageKind::BulletinToCorrect.code().to_owned()),
            is_read: None,
        };
        let (found, _) =
            one.acts.messages(chair.person.unwrap(), &filter, Page::all()).await.unwrap();
        assert_eq!(found[0].bulletin, Some(one.bulletin), "it leads to the bulletin itself");
    })
    .await;
}

#[tokio::test]
async fn the_signers_organ_corrects_the_bulletin_within_three_working_days() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let say = async |actor, kind, version| {
            let act = CorrectBulletin {
                actor,
                bulletin: one.bulletin,
                version,
                kind,
                reason: "所依据的决定已经复核撤销。".to_owned(),
                paper: PaperForm::default(),
            };
            one.try_act(act).await
        };
        let chair = one.matter.chair;
        let none = say(chair, CorrectionKind::Corrected, 5).await;
        assert_eq!(key(none), "refusal-nothing-to-correct");
        one.through("撤销", "").await;
        let view = one.acts.bulletin(chair, one.bulletin).await.unwrap();
        let due = view.to_correct.unwrap();
        assert_eq!(
            (due.length.to_string().as_str(), due.due),
            ("3wd", Due::Fixed(date(2016, 2, 23)))
        );
        let other = say(one.matter.screener, CorrectionKind::Withdrawn, 5).await;
        assert_eq!(key(other), "forbidden");
        say(chair, CorrectionKind::Withdrawn, 5).await.unwrap();
        let view = one.acts.bulletin(chair, one.bulletin).await.unwrap();
        assert_eq!(view.to_correct, None);
        let read = one.acts.public_bulletin(one.bulletin, (Reader::Anybody, TODAY)).await.unwrap();
        assert!(read.is_withdrawn && read.items.is_empty() && read.lead.is_empty());
        assert_eq!(read.corrections[0].reason, "所依据的决定已经复核撤销。");
        assert_eq!(read.number.to_string(), "〔2016〕1号", "the number stays");
        let twice = say(chair, CorrectionKind::Corrected, 6).await;
        assert_eq!(key(twice), "refusal-nothing-to-correct");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn every_consequence_says_what_each_outcome_makes_of_it_and_the_records_agree() {
    for (outcome, measure) in [("维持", ""), ("变更", "criticism"), ("撤销", ""), ("撤销重作", "")]
    {
        on_both_engines(async |url| {
            let one = Reviewing::new(&url).await;
            let review = one.through(outcome, measure).await;
            let decided = Outcome::read(outcome).unwrap();
            let item = told(&one).await;
            let own = one.acts.own_accountabilities(one.matter.mayor).await.unwrap().remove(0);
            let counted = decisions_on_persons(&one).await;
            for consequence in Consequence::ALL {
                let effect = consequence.effect_of(decided);
                let is_kept = effect == Effect::Kept;
                match consequence {
                    Consequence::Named => assert_eq!(item.name.is_some(), is_kept),
                    Consequence::Told => {
                        assert_eq!(item.conduct.is_empty(), effect == Effect::Ended);
                        assert_eq!(item.mark.is_none(), is_kept);
                    }
                    Consequence::Counted => assert_eq!(counted == 0, effect == Effect::Ended),
                    Consequence::Recorded => assert_eq!(own.standing.outcome.is_none(), is_kept),
                    // Nobody proposed it for the black list.
                    Consequence::Listed => {
                        let had = caused(&one, review).await;
                        assert!(had.iter().all(|(other, _)| other != consequence));
                    }
                    // A circulated criticism bears on nobody for a time, and does not last.
                    Consequence::Period | Consequence::Running => {
                        let had = caused(&one, review).await;
                        assert!(had.iter().all(|(other, _)| other != consequence));
                    }
                }
            }
        })
        .await;
    }
}
