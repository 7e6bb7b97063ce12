//! What came to nothing: who still sees it, how its subject is cleared, and how it is erased.

use jiff::{Timestamp, ToSpan};
use qz_acts::accountability::view::{AccountabilityFilter, AccountabilitySort, Page};
use qz_acts::finding::view::{FindingFilter, FindingSort};
use qz_acts::finding::{ScreenFinding, ScreeningForm};
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::PaperForm;
use qz_acts::objection::{ObjectionForm, RaiseObjection};
use qz_acts::record::view::MessageFilter;
use qz_acts::{Acts, StoreError, StoreUrl};
use qz_domain::accountability::Stage as Held;
use qz_domain::finding::Stage;
use qz_domain::id::{AccountId, AccountabilityId, FindingId};
use qz_domain::matter::Part;
use qz_domain::message::MessageKind;
use qz_domain::role::Role;
use qz_store::finding::{self, dismissed};
use qz_store::ledger::ActFilter;
use qz_store::snapshot::Snapshot;
use qz_store::{Store, hand};
use qz_testkit::engines::{MORNING, acts_at, on_both_engines};
use qz_testkit::matter::{Matter, key, on};

const REASON: &str = "晚点有不可抗的原因，点名与事实不符。";
const CLEARED: &str = "经核实，告知您的事项不实，特此说明。";
const WRONG: &str = "告知里的日子写错了。";

/// What was typed in the course of a matter that came to nothing.
const TYPED: [&str; 9] = [
    "值班室半小时无人",
    "情况具体，可以查清",
    "当日值班表排定两人",
    "镇里当晚补排了值班",
    "未落实值班安排",
    "未报备，我有责任",
    REASON,
    CLEARED,
    WRONG,
];

fn days_later(days: i64) -> Timestamp {
    MORNING + (days * 24).hours()
}

/// How many findings and accountabilities an account finds in its lists.
async fn listed(acts: &Acts, account: AccountId) -> (i64, i64) {
    let page = Page::number(1, 50);
    let (all, sort) = (FindingFilter::default(), FindingSort::default());
    let findings = acts.findings(account, &all, sort, page).await.unwrap().1;
    let (all, sort) = (AccountabilityFilter::default(), AccountabilitySort::default());
    (findings, acts.accountabilities(account, &all, sort, page).await.unwrap().1)
}

/// Whether an account may open the finding, and the accountability.
async fn opens(
    acts: &Acts,
    account: AccountId,
    (finding, held): (FindingId, AccountabilityId),
) -> (bool, bool) {
    let opened = acts.finding(account, finding).await.is_ok();
    (opened, acts.accountability(account, held).await.is_ok())
}

/// Every row of every table, as text.
async fn every_row(url: &StoreUrl) -> String {
    let store = Store::open(url).await.unwrap();
    let mut snapshot = Snapshot::begin(&store).await.unwrap();
    let mut all = String::new();
    for shape in snapshot.shapes().to_vec() {
        let take = |line: &str| {
            all.push_str(line);
            Ok::<_, StoreError>(())
        };
        snapshot.rows(&shape, take).await.unwrap();
    }
    snapshot.end().await;
    store.close().await;
    all
}

async fn verified(url: &StoreUrl) -> u64 {
    verify_store(url, &Options::default(), |_, _| {}).await.unwrap().size
}

#[tokio::test]
async fn what_is_unfounded_leaves_the_view_of_all_but_its_subject_and_whoever_is_to_clear_them() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let acts = &matter.county.acts;
        let both = matter.unfounded(REASON).await;
        for (who, account) in [
            ("clerk", matter.clerk),
            ("adjudicator", matter.adjudicator),
            ("head of the organ", matter.chair),
            ("hr", matter.county.account(Role::Hr).await),
            ("organisation", matter.county.account(Role::Organisation).await),
            ("first secretary", matter.county.account(Role::FirstSecretary).await),
            ("audit", matter.county.account(Role::Audit).await),
        ] {
            assert_eq!(opens(acts, account, both).await, (false, false), "{who}");
            assert_eq!(listed(acts, account).await, (0, 0), "{who}");
        }
        // Until the subject is cleared, those who are to do it read it; then nobody does.
        assert_eq!(opens(acts, matter.screener, both).await, (true, true));
        assert_eq!(listed(acts, matter.screener).await, (1, 1));
        let given = (2, CLEARED, PaperForm::default());
        matter.clear(matter.screener, both.1, given).await.unwrap();
        assert_eq!(opens(acts, matter.screener, both).await, (false, false));
        assert_eq!(listed(acts, matter.screener).await, (0, 0));
        let own = acts.accountability(matter.mayor, both.1).await.unwrap();
        assert_eq!((own.row.stage, own.row.response.as_str()), (Held::Cleared, CLEARED));
        assert_eq!(acts.own_accountabilities(matter.mayor).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_name_is_cleared_once_by_somebody_who_did_not_find_it() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let acts = &matter.county.acts;
        let finder = matter.finder().await;
        let (_, held) = matter.unfounded(REASON).await;
        let at_the_screen = || (2, CLEARED, PaperForm::default());
        assert_eq!(key(matter.clear(finder, held, at_the_screen()).await), "refusal-took-part");
        let keyed = PaperForm { by: "G13".to_owned(), ..on("16") };
        let keyed = matter.clear(finder, held, (2, CLEARED, keyed)).await;
        assert_eq!(key(keyed), "refusal-took-part", "keying is a hand too");
        let early = matter.clear(matter.screener, held, (2, CLEARED, on("04"))).await;
        assert_eq!(key(early), "refusal-day-before");
        let wordless = matter.clear(matter.screener, held, (2, " ", PaperForm::default())).await;
        assert_eq!(key(wordless), "clearing fault-missing");
        assert_eq!(key(matter.clear(matter.mayor, held, at_the_screen()).await), "forbidden");
        let decided = matter.decide(matter.chair, held, (2, matter.decision())).await;
        assert_eq!(key(decided), "refusal-came-to-nothing");
        matter.clear(matter.screener, held, at_the_screen()).await.unwrap();
        let again = matter.clear(matter.screener, held, (3, CLEARED, PaperForm::default())).await;
        assert_eq!(key(again), "refusal-out-of-order");
        let mayor = acts.own_record(matter.mayor).await.unwrap().unwrap().person;
        let filter = MessageFilter { kind: Some("name_cleared".to_owned()), is_read: None };
        let (told, _) = acts.messages(mayor, &filter, Page::all()).await.unwrap();
        let told: Vec<_> = told.iter().map(|one| (one.kind, one.details.day.as_str())).collect();
        assert_eq!(told, [(MessageKind::NameCleared, "2016-02-16")]);
        let (_, other) = matter.upheld().await;
        let upheld = matter.clear(matter.screener, other, at_the_screen()).await;
        assert_eq!(key(upheld), "refusal-not-unfounded");
    })
    .await;
}

/// An unfounded finding whose subject objected, answered, and was cleared.
async fn cleared(matter: &Matter) -> (FindingId, AccountabilityId) {
    let finding = matter.verified().await;
    let notice = ("G6", "circulated_criticism");
    let held = matter.notify(matter.proposer, finding, notice).await.unwrap();
    let (entry, wrong) = (format!("accountability-{held}"), WRONG.to_owned());
    let form =
        ObjectionForm { entry, wrong, rightly: "二月二日".to_owned(), ..Default::default() };
    matter.county.done(RaiseObjection { actor: matter.mayor, form }).await;
    matter.answer(held).await.unwrap();
    matter.find_unfounded(finding, REASON).await;
    let given = (2, CLEARED, PaperForm::default());
    matter.clear(matter.screener, held, given).await.unwrap();
    (finding, held)
}

#[tokio::test]
async fn ninety_days_later_no_word_and_no_name_of_it_is_left_and_the_ledger_still_holds() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let (finding, held) = cleared(&matter).await;
        let before = every_row(&url).await;
        for word in TYPED {
            assert!(before.contains(word), "{word}");
        }
        let mayor = matter.mayor;
        drop(matter);

        let acts = acts_at(&url, days_later(89)).await;
        assert_eq!(acts.erase_dismissed().await.unwrap(), 0, "not before its day");
        assert_eq!(acts.own_accountabilities(mayor).await.unwrap().len(), 1);
        drop(acts);
        let acts = acts_at(&url, days_later(90)).await;
        acts.daily_round().await.unwrap();
        assert_eq!(acts.own_accountabilities(mayor).await.unwrap(), []);
        assert_eq!(opens(&acts, mayor, (finding, held)).await, (false, false));
        let leaves = verified(&url).await;
        for _ in 0..2 {
            assert_eq!(acts.erase_dismissed().await.unwrap(), 0, "it was done");
            acts.daily_round().await.unwrap();
        }
        assert_eq!(verified(&url).await, leaves);
        drop(acts);
        let after = every_row(&url).await;
        for word in TYPED {
            assert!(!after.contains(word), "{word}");
        }
        let store = Store::open(&url).await.unwrap();
        let mut conn = store.reader().await.unwrap();
        let left = finding::find(&mut conn, finding).await.unwrap().unwrap();
        assert_eq!((left.stage, left.adjudicated_on.is_some()), (Stage::Unfounded, true));
        let left = qz_store::accountability::find(&mut conn, held).await.unwrap().unwrap();
        assert_eq!((left.stage, left.person(), left.unit), (Held::Cleared, None, left.organ));
        let hands = hand::of_finding(&mut conn, finding).await.unwrap();
        assert!(hands.iter().all(|one| one.part == Part::Found), "the visit's team alone");
        let day = jiff::civil::date(2099, 1, 1);
        assert_eq!(dismissed::due(&mut conn, day, (10, None)).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_erased_before_everybody_is_cleared_and_what_is_upheld_stays() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        matter.upheld().await;
        let (finding, held) = matter.unfounded(REASON).await;
        let (screener, mayor) = (matter.screener, matter.mayor);
        drop(matter);
        let acts = acts_at(&url, days_later(400)).await;
        acts.daily_round().await.unwrap();
        assert_eq!(acts.own_accountabilities(mayor).await.unwrap().len(), 2);
        assert_eq!(opens(&acts, screener, (finding, held)).await, (true, true));
        drop(acts);
        assert!(every_row(&url).await.contains(REASON));
    })
    .await;
}

#[tokio::test]
async fn what_was_closed_at_screening_is_seen_by_nobody_and_erased_on_its_day() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let finding = matter.registered().await;
        let form = ScreeningForm {
            outcome: "了结".to_owned(),
            reason: "情况具体，可以查清。".to_owned(),
            paper: on("02"),
            ..ScreeningForm::default()
        };
        let act = ScreenFinding { actor: matter.screener, finding, version: 1, form };
        matter.county.done(act).await;
        let acts = &matter.county.acts;
        for account in [matter.clerk, matter.screener, matter.chair, matter.adjudicator] {
            assert!(acts.finding(account, finding).await.is_err());
            assert_eq!(listed(acts, account).await, (0, 0));
        }
        drop(matter);
        let acts = acts_at(&url, days_later(90)).await;
        assert_eq!(acts.erase_dismissed().await.unwrap(), 1);
        drop(acts);
        let after = every_row(&url).await;
        assert!(!TYPED[..2].iter().any(|word| after.contains(word)));
        verified(&url).await;
    })
    .await;
}

#[tokio::test]
async fn the_auditor_sees_the_leaves_of_it_and_no_name() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        matter.unfounded(REASON).await;
        let acts = &matter.county.acts;
        let named = async |kind: &str| {
            let filter = ActFilter { kind: Some(kind.to_owned()), ..ActFilter::default() };
            let page = acts.log_page(&filter, None).await.unwrap();
            page.entries.iter().map(|act| act.by.is_some() || act.recorded_by.is_some()).collect()
        };
        let kinds = ["finding_register", "statement_give", "finding_adjudicate"];
        for kind in kinds {
            let shown: Vec<bool> = named(kind).await;
            assert_eq!(shown, [false], "{kind}");
        }
        matter.upheld().await;
        for kind in kinds {
            let shown: Vec<bool> = named(kind).await;
            assert_eq!(shown, [true, false], "{kind}");
        }
    })
    .await;
}
