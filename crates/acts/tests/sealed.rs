//! Who told is sealed, opened by two for one of them and one day, read by act, and erased with what came to nothing.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::SignedDuration;
use qz_acts::account::{ConfirmRole, ProposeRole, RoleForm};
use qz_acts::finding::{ScreenFinding, ScreeningForm};
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::PaperForm;
use qz_acts::power::POWERS;
use qz_acts::sealed::view::{OpeningFilter, OpeningSort, Page};
use qz_acts::sealed::{
    AnswerOpening, AskForm, AskOpening, EndOpening, OpeningChanged, SealForm, SealSource, Verdict,
};
use qz_acts::{ActError, Acts};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, FindingId, OpeningId};
use qz_domain::role::Role;
use qz_domain::sealed::Stage;
use qz_store::snapshot::Snapshot;
use qz_store::{Store, StoreError, StoreUrl, sealed};
use qz_testkit::engines::{MORNING, acts_at, on_both_engines};
use qz_testkit::matter::{Matter, key, on};

const TOLD: &str = "镇上的老邻居佟望舒，电话在信封里";

struct One {
    matter: Matter,
    finding: FindingId,
}

impl One {
    async fn of(url: &StoreUrl) -> Self {
        let matter = Matter::new(url).await;
        let finding = matter.registered().await;
        Self { matter, finding }
    }

    async fn seal(&self, actor: AccountId) -> Result<(), ActError> {
        let form = SealForm { words: TOLD.to_owned(), paper: PaperForm::default() };
        let act = SealSource { actor, finding: self.finding, form };
        self.matter.county.try_act(act).await.map(drop)
    }

    async fn ask(&self, actor: AccountId) -> Result<OpeningId, ActError> {
        let (purpose, reason) = ("回访核对".to_owned(), "时间对不上，要当面问一句。".to_owned());
        let form = AskForm { purpose, reason, paper: PaperForm::default() };
        let act = AskOpening { actor, finding: self.finding, form };
        self.matter.county.try_act(act).await.map(|made| made.opening)
    }

    async fn answer(
        &self,
        actor: AccountId,
        opening: OpeningId,
        verdict: Verdict,
    ) -> Result<OpeningChanged, ActError> {
        let answer = "不必知道是谁也能查清。".to_owned();
        let act = AnswerOpening { actor, opening, version: 1, verdict, answer };
        self.matter.county.try_act(act).await
    }

    /// Sealed by G1, asked for by G13, opened by G16.
    async fn opened(url: &StoreUrl) -> (Self, OpeningId) {
        let one = Self::of(url).await;
        one.seal(one.matter.clerk).await.unwrap();
        let opening = one.ask(one.matter.screener).await.unwrap();
        let yes = one.answer(one.matter.adjudicator, opening, Verdict::Approve).await.unwrap();
        assert_eq!((yes.stage, yes.version), (Stage::Opened, 2));
        (one, opening)
    }

    /// Gives an account the role of an adjudicator besides.
    async fn judge(&self, account: AccountId) {
        let county = &self.matter.county;
        let actor = county.account(Role::System).await;
        let form = RoleForm { role: "adjudicator".to_owned(), unit: "QX50".to_owned() };
        let grant = county.done(ProposeRole { actor, account, form }).await.grant;
        let actor = county.account(Role::Security).await;
        county.done(ConfirmRole { actor, grant }).await;
    }

    async fn stage(&self, acts: &Acts, opening: OpeningId) -> Stage {
        acts.opening(self.matter.screener, opening).await.unwrap().stage
    }
}

/// The tables in which a word stands.
async fn tables(url: &StoreUrl) -> Vec<String> {
    let store = Store::open(url).await.unwrap();
    let mut snapshot = Snapshot::begin(&store).await.unwrap();
    let mut found = vec![];
    for shape in snapshot.shapes().to_vec() {
        let mut is_there = false;
        let take = |line: &str| {
            is_there |= line.contains("佟望舒");
            Ok::<_, StoreError>(())
        };
        snapshot.rows(&shape, take).await.unwrap();
        found.extend(is_there.then(|| shape.table.to_string()));
    }
    snapshot.end().await;
    store.close().await;
    found
}

#[tokio::test]
async fn whoever_asked_reads_it_for_a_day_and_every_reading_is_an_act() {
    on_both_engines(async |url| {
        let (one, opening) = One::opened(&url).await;
        let (acts, asker) = (&one.matter.county.acts, one.matter.screener);
        let before = acts.opening(asker, opening).await.unwrap().timeline.len();
        for _ in 0..2 {
            let read = acts.read_source(asker, opening).await.unwrap();
            assert_eq!(read.words, TOLD);
            assert_eq!(read.until, Some(MORNING + SignedDuration::from_hours(24)));
            assert!(!format!("{read:?}").contains("佟望舒"));
        }
        let timeline = acts.opening(asker, opening).await.unwrap().timeline;
        assert_eq!(timeline.len(), before + 2);
        assert!(!format!("{timeline:?}").contains("佟望舒"), "an act says that, never what");
        let others = [one.matter.clerk, one.matter.adjudicator, one.matter.mayor];
        for other in others.into_iter().chain([one.matter.verifier, one.matter.chair]) {
            assert_eq!(key(acts.read_source(other, opening).await), "forbidden");
        }
        assert_eq!(tables(&url).await, ["sealed_source"], "no act, message, job or read says it");
        let late = acts_at(&url, MORNING + SignedDuration::from_mins(24 * 60 - 1)).await;
        late.read_source(asker, opening).await.unwrap();
        let over = acts_at(&url, MORNING + SignedDuration::from_hours(24)).await;
        assert_eq!(key(over.read_source(asker, opening).await), "refusal-source-over");
        assert_eq!(one.stage(&over, opening).await, Stage::Expired, "before anybody wrote it down");
        assert_eq!(over.expire_openings().await.unwrap(), 1);
        assert_eq!(over.expire_openings().await.unwrap(), 0);
        assert_eq!(key(over.read_source(asker, opening).await), "refusal-out-of-order");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_second_key_is_another_persons_in_another_role_without_a_tie_or_a_hand_in_it() {
    on_both_engines(async |url| {
        let one = One::of(&url).await;
        let county = &one.matter.county;
        assert_eq!(key(one.ask(one.matter.screener).await), "refusal-source-nothing-sealed");
        assert_eq!(key(one.seal(one.matter.mayor).await), "forbidden");
        one.seal(one.matter.clerk).await.unwrap();
        assert_eq!(key(one.seal(one.matter.screener).await), "refusal-source-sealed-before");
        for other in [one.matter.clerk, one.matter.adjudicator, one.matter.mayor] {
            assert_eq!(key(one.ask(other).await), "forbidden");
        }
        let opening = one.ask(one.matter.screener).await.unwrap();
        assert_eq!(key(one.ask(one.matter.screener).await), "refusal-source-asked-before");
        assert_eq!(key(one.answer(one.matter.mayor, opening, Verdict::Approve).await), "forbidden");
        let (filter, sort) = (OpeningFilter::default(), OpeningSort::Latest);
        let seen = async |account| county.acts.openings(account, &filter, sort, Page::all()).await;
        assert_eq!(seen(one.matter.mayor).await.unwrap().1, 0, "the head of the unit it is about");
        county.open("qiu", "G5", Role::Adjudicator, "QX50").await;
        for (name, said) in [
            ("discipline", "refusal-source-one-hand"),
            ("clerk", "refusal-source-brought-in"),
            ("inspector", "refusal-source-brought-in"),
            ("qiu", "refusal-kin-in-unit"),
            ("head", "refusal-belongs-to-unit"),
            ("cadre", "refusal-belongs-to-unit"),
        ] {
            let second = county.account_named(name).await;
            if name != "qiu" {
                one.judge(second).await;
            }
            let said_now = key(one.answer(second, opening, Verdict::Approve).await);
            assert_eq!(said_now, said, "{name}");
        }
        for officer in [Role::System, Role::Security, Role::Audit, Role::FirstSecretary] {
            let second = county.account(officer).await;
            assert_eq!(key(one.answer(second, opening, Verdict::Approve).await), "forbidden");
        }
        assert_eq!(
            key(one.answer(one.matter.verifier, opening, Verdict::Approve).await),
            "forbidden"
        );
        let no = one.answer(one.matter.chair, opening, Verdict::Deny).await.unwrap();
        assert_eq!(no.stage, Stage::Denied);
        let read = county.acts.read_source(one.matter.screener, opening).await;
        assert_eq!(key(read), "refusal-out-of-order");
        let again = one.ask(one.matter.screener).await.unwrap();
        let end = EndOpening { actor: one.matter.screener, opening: again, version: 1 };
        assert_eq!(county.done(end).await.stage, Stage::Ended);
        assert_eq!(seen(one.matter.screener).await.unwrap().1, 2);
    })
    .await;
}

#[tokio::test]
async fn a_subject_of_the_finding_and_their_unit_hold_no_key() {
    on_both_engines(async |url| {
        let one = One::of(&url).await;
        let matter = &one.matter;
        one.seal(matter.clerk).await.unwrap();
        matter.screen(matter.screener, one.finding, on("01")).await.unwrap();
        matter.verify(matter.verifier, one.finding, (&["G14", "G15"], on("02"))).await.unwrap();
        // G9 of another unit is held to account as well.
        matter.notify(matter.proposer, one.finding, ("G9", "circulated_criticism")).await.unwrap();
        let opening = one.ask(matter.screener).await.unwrap();
        let second = matter.county.account(Role::Hr).await;
        one.judge(second).await;
        let said = key(one.answer(second, opening, Verdict::Approve).await);
        assert_eq!(said, "refusal-own-matter");
        one.answer(matter.adjudicator, opening, Verdict::Approve).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn who_told_of_what_was_closed_is_erased_with_it_and_the_log_still_agrees() {
    on_both_engines(async |url| {
        let (one, opening) = One::opened(&url).await;
        let acts = &one.matter.county.acts;
        let source = acts.sealed_source(one.finding).await.unwrap().1.unwrap().id;
        let form = ScreeningForm {
            outcome: "了结".to_owned(),
            reason: "没有可查的。".to_owned(),
            ..ScreeningForm::default()
        };
        let (actor, finding) = (one.matter.screener, one.finding);
        one.matter.county.done(ScreenFinding { actor, finding, version: 1, form }).await;
        let later = acts_at(&url, MORNING + SignedDuration::from_hours(24 * 90)).await;
        later.daily_round().await.unwrap();
        let seen = later.sealed_source(finding).await.unwrap().1;
        assert!(seen.is_none(), "{seen:?}");
        assert_eq!(key(later.opening(actor, opening).await), "not found");
        assert_eq!(key(later.read_source(actor, opening).await), "forbidden");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
        let store = Store::open(&url).await.unwrap();
        let left = sealed::words(&mut store.reader().await.unwrap(), source).await.unwrap();
        assert_eq!(left.as_deref(), Some(""));
        assert!(tables(&url).await.is_empty());
    })
    .await;
}

#[test]
fn no_role_asks_and_answers_and_none_of_those_who_answer_reads() {
    let roles = |action| {
        let rows = POWERS.iter().filter(move |row| row.action == action);
        rows.map(|row| row.role).collect::<Vec<_>>()
    };
    let second = [roles(Action::SourceApprove), roles(Action::SourceDeny)].concat();
    assert!(!second.is_empty() && !roles(Action::SourceAsk).is_empty());
    for action in [Action::SourceAsk, Action::SourceRead] {
        assert!(roles(action).iter().all(|role| !second.contains(role) && !role.is_officer()));
    }
}
