//! What is refused, by the guard that refuses it.

use qz_acts::accountability::{
    DecisionForm, DropAccountability, DropForm, GiveNotice, NoticeForm, RecordStatement,
    StatementForm, WaiveStatement,
};
use qz_acts::matter::PaperForm;
use qz_domain::role::Role;
use qz_store::StoreUrl;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key, on, texts};

async fn on_sqlite(story: impl AsyncFn(Matter)) {
    let folder = tempfile::tempdir().unwrap();
    story(Matter::new(&StoreUrl::Sqlite(folder.path().join("county.db"))).await).await;
}

#[tokio::test]
async fn only_a_filed_visit_that_saw_something_becomes_a_finding() {
    on_sqlite(async |matter| {
        let visit = matter.visit("无问题").await;
        assert_eq!(key(matter.register(&visit).await), "refusal-nothing-seen");
        assert_eq!(key(matter.register("2016-0999").await), "visit fault-unknown");
        assert_eq!(key(matter.register("").await), "visit fault-missing");
    })
    .await;
}

#[tokio::test]
async fn a_unit_speaks_through_its_own_people_and_no_handler_for_the_subject() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let finding = matter.verified().await;
        let measure = "circulated_criticism";
        let unit = matter.notify(matter.proposer, finding, ("", measure)).await.unwrap();
        let person = matter.notify(matter.proposer, finding, ("G6", measure)).await.unwrap();
        let record = async |accountability, by: &str| {
            let paper = PaperForm { by: by.to_owned(), ..on("04") };
            let form = StatementForm { statement: "接受。".to_owned(), paper };
            let actor = matter.screener;
            let act = RecordStatement { actor, accountability, version: 1, form };
            matter.county.try_act(act).await
        };
        assert_eq!(key(record(unit, "").await), "by fault-missing");
        // G9 is of another unit, G8 of one below.
        for stranger in ["G9", "G8"] {
            assert_eq!(key(record(unit, stranger).await), "refusal-not-of-unit", "{stranger}");
        }
        // G14 verified; G13 screened and keys it.
        for handler in ["G14", "G13"] {
            for held in [unit, person] {
                let said = key(record(held, handler).await);
                assert_eq!(said, "refusal-speaks-for-subject", "{handler}");
            }
        }
        let paper = PaperForm { by: "G9".to_owned(), ..on("04") };
        let waive =
            WaiveStatement { actor: matter.screener, accountability: unit, version: 1, paper };
        assert_eq!(key(matter.county.try_act(waive).await), "refusal-not-of-unit");
        record(unit, "G7").await.unwrap();
        record(person, "G9").await.unwrap();
        let view = matter.county.acts.accountability(matter.screener, person).await.unwrap();
        let spoke = view.timeline.last().unwrap().by.as_ref().map(|(_, name)| name.as_str());
        assert_eq!(spoke, Some("桑叙和"), "a representative, by name");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_liaison_of_a_unit_speaks_for_it_without_a_post_there() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        matter.county.open("voice", "G4", Role::Liaison, "QX20").await;
        let finding = matter.verified().await;
        let notice = ("", "circulated_criticism");
        let accountability = matter.notify(matter.proposer, finding, notice).await.unwrap();
        let paper = PaperForm { by: "G4".to_owned(), ..on("04") };
        let form = StatementForm { statement: "接受。".to_owned(), paper };
        let actor = matter.screener;
        let act = RecordStatement { actor, accountability, version: 1, form };
        matter.county.try_act(act).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn who_found_it_neither_screens_nor_verifies_nor_proposes_nor_decides() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let (finding, finder) = (matter.registered().await, matter.finder().await);
        let took = "refusal-took-part";
        assert_eq!(key(matter.screen(finder, finding, on("01")).await), took);
        // A paper of G13 keyed by the finder is no way round it.
        let by = PaperForm { by: "G13".to_owned(), ..on("01") };
        assert_eq!(key(matter.screen(finder, finding, by).await), took);
        matter.screen(matter.screener, finding, on("01")).await.unwrap();
        let pair = (&["G14", "G3"][..], on("02"));
        assert_eq!(key(matter.verify(matter.verifier, finding, pair).await), took);
        let alone = (&["G14"][..], on("02"));
        let few = "refusal-too-few-verifiers";
        assert_eq!(key(matter.verify(matter.verifier, finding, alone).await), few);
        let twice = (&["G14", "翟松年"][..], on("02"));
        assert_eq!(
            key(matter.verify(matter.verifier, finding, twice).await),
            "refusal-named-twice"
        );
        let others = (&["G14", "G15"][..], PaperForm::default());
        let outside = matter.verify(matter.screener, finding, others).await;
        assert_eq!(key(outside), "refusal-not-among-them");
        matter.verify(matter.verifier, finding, (&["G14", "G15"], on("02"))).await.unwrap();
        let notice = ("G6", "circulated_criticism");
        assert_eq!(key(matter.notify(finder, finding, notice).await), took);
        let held = matter.notify(matter.proposer, finding, notice).await.unwrap();
        matter.answer(held).await.unwrap();
        matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5").await.unwrap();
        for panel in [&["G10", "G11", "G3"], &["G10", "G14", "G12"], &["G10", "G11", "G16"]] {
            let form = DecisionForm { panel: texts(panel), ..matter.decision() };
            assert_eq!(key(matter.decide(matter.chair, held, (2, form)).await), took, "{panel:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_is_decided_before_it_is_verified_noticed_answered_and_upheld() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let finding = matter.registered().await;
        let notice = ("G6", "circulated_criticism");
        let early = matter.notify(matter.proposer, finding, notice).await;
        assert_eq!(key(early), "refusal-not-verified");
        matter.screen(matter.screener, finding, on("01")).await.unwrap();
        matter.verify(matter.verifier, finding, (&["G14", "G15"], on("02"))).await.unwrap();
        let unheard = matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5").await;
        assert_eq!(key(unheard), "refusal-nobody-noticed");
        let held = matter.notify(matter.proposer, finding, notice).await.unwrap();
        let again = matter.notify(matter.proposer, finding, notice).await;
        assert_eq!(key(again), "person fault-taken");
        matter.answer(held).await.unwrap();
        let early = matter.decide(matter.chair, held, (2, matter.decision())).await;
        assert_eq!(key(early), "refusal-not-upheld");
        matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5").await.unwrap();
        let silent = DecisionForm { response: String::new(), ..matter.decision() };
        let unanswered = matter.decide(matter.chair, held, (2, silent)).await;
        assert_eq!(key(unanswered), "refusal-statement-unanswered");
        let stale = matter.decide(matter.chair, held, (1, matter.decision())).await;
        assert_eq!(key(stale), "refusal-stale-version");
    })
    .await;
}

/// Nobody is heard by being let off: the finding stays open until the window has passed.
#[tokio::test]
async fn a_subject_given_up_on_within_the_window_was_not_heard() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let finding = matter.verified().await;
        let form = NoticeForm {
            person: "G6".to_owned(),
            conduct: "未落实值班安排。".to_owned(),
            ground: "leaders_2009_5".to_owned(),
            measure: "circulated_criticism".to_owned(),
            ..NoticeForm::default()
        };
        let notice = GiveNotice { actor: matter.proposer, finding, form };
        let accountability = matter.county.try_act(notice).await.unwrap().accountability;
        let form = DropForm {
            panel: texts(&["G10", "G11", "G12"]),
            because: "当天确有防汛任务。".to_owned(),
            ..DropForm::default()
        };
        let dropping = DropAccountability { actor: matter.chair, accountability, version: 1, form };
        matter.county.try_act(dropping).await.unwrap();
        let unheard = matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5").await;
        assert_eq!(key(unheard), "refusal-not-heard");
    })
    .await;
}

#[tokio::test]
async fn a_decision_stays_within_the_notice_the_authority_and_the_law_of_its_day() {
    on_sqlite(async |matter| {
        let (_, held) = matter.upheld().await;
        let with = |measure: &str| {
            let measure = measure.to_owned();
            (2, DecisionForm { measure, ..matter.decision() })
        };
        let decide = async |measure| key(matter.decide(matter.chair, held, with(measure)).await);
        assert_eq!(decide("admonition").await, "refusal-heavier");
        assert_eq!(decide("reprimand").await, "refusal-outside-authority");
        assert_eq!(decide("warning").await, "refusal-record-only");
        assert_eq!(decide("flogging").await, "refusal-law-unknown");
        let few = DecisionForm { panel: texts(&["G10", "G11"]), ..matter.decision() };
        let few = matter.decide(matter.chair, held, (2, few)).await;
        assert_eq!(key(few), "refusal-too-few-on-panel");
        let two = matter.decide(matter.chair, held, (2, matter.decision())).await.unwrap();
        assert_eq!(two, "〔2016〕1号");
    })
    .await;
}

#[tokio::test]
async fn a_ground_not_yet_in_force_is_refused_by_name() {
    on_sqlite(async |matter| {
        let finding = matter.verified().await;
        let notice = ("G6", "circulated_criticism");
        let held = matter.notify(matter.proposer, finding, notice).await.unwrap();
        matter.answer(held).await.unwrap();
        for ground in ["accountability_2016_6", "sanction_2020_39"] {
            let early = matter.adjudicate(matter.adjudicator, finding, ground).await;
            assert_eq!(key(early), "refusal-law-not-in-force", "{ground}");
        }
    })
    .await;
}

#[tokio::test]
async fn papers_are_of_days_between_the_step_before_and_today() {
    on_sqlite(async |matter| {
        let finding = matter.registered().await;
        let ahead = PaperForm { day: "2016-02-17".to_owned(), ..on("16") };
        let screened = matter.screen(matter.screener, finding, ahead).await;
        assert_eq!(key(screened), "refusal-day-ahead");
        let before = PaperForm { day: "2016-01-31".to_owned(), ..on("01") };
        let screened = matter.screen(matter.screener, finding, before).await;
        assert_eq!(key(screened), "refusal-day-before");
        let bare = PaperForm { number: String::new(), ..on("01") };
        let screened = matter.screen(matter.screener, finding, bare).await;
        assert_eq!(key(screened), "paper_number fault-missing");
    })
    .await;
}

#[tokio::test]
async fn whoever_has_a_tie_or_no_power_stays_out() {
    on_sqlite(async |matter| {
        let finding = matter.registered().await;
        let open =
            async |name, person| matter.county.open(name, person, Role::Discipline, "QX50").await;
        let kin = open("qiu", "G5").await;
        let screened = matter.screen(kin, finding, on("01")).await;
        assert_eq!(key(screened), "refusal-kin-in-unit");
        let screened = matter.screen(matter.mayor, finding, on("01")).await;
        assert_eq!(key(screened), "forbidden");
        let screened = matter.screen(matter.adjudicator, finding, on("01")).await;
        assert_eq!(key(screened), "forbidden");
    })
    .await;
}
