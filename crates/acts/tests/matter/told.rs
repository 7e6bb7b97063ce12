//! Bulletins: from the draft to the day their names go.

use jiff::civil::date;
use qz_acts::bulletin::public::{BulletinFilter, BulletinSort, Page, Reader};
use qz_acts::bulletin::{BulletinForm, EditBulletin};
use qz_domain::bulletin::{Stage, Step};
use qz_domain::matter::Part;
use qz_domain::role::Role;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};

#[tokio::test]
async fn a_bulletin_goes_through_other_hands_and_waits_a_working_day() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let held = matter.served().await;
        let named = (held, "负有主要领导责任，且为首次通报。");
        let bulletin = matter.drafted(matter.draft(&[named])).await.unwrap();
        let own = matter.advance(matter.screener, bulletin, (Step::Check, 1)).await;
        assert_eq!(key(own), "refusal-took-part");
        matter.advance(matter.verifier, bulletin, (Step::Check, 1)).await.unwrap();
        matter.advance(matter.adjudicator, bulletin, (Step::Review, 2)).await.unwrap();
        let signed = matter.advance(matter.chair, bulletin, (Step::Sign, 3)).await.unwrap();
        assert_eq!(signed, "〔2016〕1号");
        let soon = matter.advance(matter.verifier, bulletin, (Step::Publish, 4)).await;
        assert_eq!(key(soon), "refusal-too-soon");
        let off = matter.advance(matter.screener, bulletin, (Step::CallOff, 4)).await;
        assert_eq!(key(off), "refusal-out-of-order");
        let page = Page::number(1, 10);
        let (filter, sort) = (BulletinFilter::default(), BulletinSort::default());
        let acts = &matter.county.acts;
        assert_eq!(acts.published(&filter, sort, page).await.unwrap().1, 0);
        let day = date(2016, 2, 20);
        let unpublished = acts.public_bulletin(bulletin, (Reader::Staff, day)).await;
        assert_eq!(key(unpublished), "not found");
    })
    .await;
}

#[tokio::test]
async fn a_bulletin_rests_on_served_decisions_of_its_organ_that_no_other_tells() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        assert_eq!(key(matter.drafted(matter.draft(&[])).await), "refusal-nothing-to-tell");
        let (_, held) = matter.upheld().await;
        let unserved = matter.drafted(matter.draft(&[(held, "")])).await;
        assert_eq!(key(unserved), "refusal-not-served");
        matter.decide(matter.chair, held, (2, matter.decision())).await.unwrap();
        matter.serve(matter.screener, held).await.unwrap();
        let first = matter.drafted(matter.draft(&[(held, "")])).await.unwrap();
        let twice = matter.drafted(matter.draft(&[(held, "")])).await;
        assert_eq!(key(twice), "refusal-in-another-bulletin");
        matter.advance(matter.screener, first, (Step::CallOff, 1)).await.unwrap();
        matter.drafted(matter.draft(&[(held, "")])).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_edited_under_the_guards_of_drafting_and_checked_again_by_others() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let held = matter.served().await;
        let form = matter.draft(&[(held, "")]);
        let bulletin = matter.drafted(form.clone()).await.unwrap();
        let edit = async |actor, version, form| {
            let act = EditBulletin { actor, bulletin, version, form };
            matter.county.try_act(act).await
        };
        let (drafter, other) = (matter.screener, matter.proposer);
        assert_eq!(key(edit(drafter, 1, form.clone()).await), "refusal-nothing-changed");
        let empty = BulletinForm { items: vec![], ..form.clone() };
        assert_eq!(key(edit(drafter, 1, empty).await), "refusal-nothing-to-tell");
        let planless = BulletinForm { plan: vec![], ..matter.own() };
        assert_eq!(key(edit(drafter, 1, planless).await), "refusal-nothing-to-tell");
        matter.advance(matter.verifier, bulletin, (Step::Check, 1)).await.unwrap();
        let named = matter.draft(&[(held, "负有主要领导责任，且为首次通报。")]);
        assert_eq!(key(edit(other, 1, named.clone()).await), "refusal-stale-version");
        let changed = edit(other, 2, named.clone()).await.unwrap();
        assert_eq!((changed.version, changed.stage), (3, Stage::Drafted), "checked again");
        let view = matter.county.acts.bulletin(drafter, bulletin).await.unwrap();
        assert_eq!(view.bulletin.items[0].naming, "负有主要领导责任，且为首次通报。");
        assert_eq!(view.hands.iter().filter(|hand| hand.part == Part::Drafted).count(), 2);
        assert_eq!(
            key(matter.advance(other, bulletin, (Step::Check, 3)).await),
            "refusal-took-part"
        );
        // Who checked the version before may check this one: the part is noted once.
        matter.advance(matter.verifier, bulletin, (Step::Check, 3)).await.unwrap();
        let whole = matter.own();
        edit(drafter, 4, whole.clone()).await.unwrap();
        let view = matter.county.acts.bulletin(drafter, bulletin).await.unwrap();
        assert_eq!((view.bulletin.items.len(), view.bulletin.faults), (0, whole.faults));
        edit(drafter, 5, named).await.unwrap();
        let view = matter.county.acts.bulletin(drafter, bulletin).await.unwrap();
        assert_eq!((view.bulletin.items.len(), view.bulletin.plan.len()), (1, 0));
        matter.advance(matter.verifier, bulletin, (Step::Check, 6)).await.unwrap();
        matter.advance(matter.adjudicator, bulletin, (Step::Review, 7)).await.unwrap();
        let late = edit(drafter, 8, form).await;
        assert_eq!(key(late), "refusal-out-of-order");
    })
    .await;
}

#[tokio::test]
async fn a_self_requested_bulletin_needs_faults_a_plan_and_a_counter_signature() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let whole = matter.own();
        let faultless = BulletinForm { faults: vec![], ..whole.clone() };
        assert_eq!(key(matter.drafted(faultless).await), "refusal-nothing-to-tell");
        let planless = BulletinForm { plan: vec![], ..whole.clone() };
        assert_eq!(key(matter.drafted(planless).await), "refusal-nothing-to-tell");
        let bulletin = matter.drafted(whole).await.unwrap();
        matter.advance(matter.verifier, bulletin, (Step::Check, 1)).await.unwrap();
        matter.advance(matter.adjudicator, bulletin, (Step::Review, 2)).await.unwrap();
        let unsigned = matter.advance(matter.chair, bulletin, (Step::Sign, 3)).await;
        assert_eq!(key(unsigned), "refusal-no-counter-signature");
        matter.advance(matter.proposer, bulletin, (Step::Countersign, 3)).await.unwrap();
        matter.advance(matter.chair, bulletin, (Step::Sign, 4)).await.unwrap();
        // Nothing waits for a service here: it is published the same day, by another hand.
        let own = matter.county.open("xun2", "G11", Role::Discipline, "QX50").await;
        matter.advance(own, bulletin, (Step::Publish, 5)).await.unwrap();
        let acts = &matter.county.acts;
        let shown =
            async |reader, day| acts.public_bulletin(bulletin, (reader, day)).await.unwrap();
        let today = shown(Reader::Anybody, date(2016, 2, 16)).await;
        assert_eq!(today.requester.unwrap().0.as_deref(), Some("荀知远"));
        let last = shown(Reader::Anybody, date(2016, 5, 16)).await;
        assert!(last.shows_names, "90 days from 16 February end on 16 May");
        let gone = shown(Reader::Staff, date(2016, 5, 17)).await;
        assert_eq!(gone.requester.unwrap().0, None);
        assert_eq!((gone.faults.len(), gone.plan.len()), (1, 1));
    })
    .await;
}
