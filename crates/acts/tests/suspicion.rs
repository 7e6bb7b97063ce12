//! A suspicion of a false accusation: noted by whoever adjudicated, registered as a finding of its own by another, and
//! unknown to the earlier finding, its clearing and its subject.

use jiff::SignedDuration;
use qz_acts::ActError;
use qz_acts::account::{ConfirmRole, ProposeRole, RoleForm};
use qz_acts::finding::view::{FindingFilter, FindingSort, Page};
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::PaperForm;
use qz_acts::suspicion::{DropSuspicion, NoteSuspicion, NotingForm, TakeUpForm, TakeUpSuspicion};
use qz_domain::finding::Stage as Found;
use qz_domain::id::{AccountId, AccountabilityId, FindingId, SuspicionId};
use qz_domain::matter::Part;
use qz_domain::role::Role;
use qz_domain::suspicion::Stage;
use qz_store::StoreUrl;
use qz_testkit::engines::{MORNING, acts_at, on_both_engines};
use qz_testkit::matter::{Matter, key, on};

struct One {
    matter: Matter,
    finding: FindingId,
    held: AccountabilityId,
}

impl One {
    async fn of(url: &StoreUrl) -> Self {
        let matter = Matter::new(url).await;
        let (finding, held) = matter.unfounded("点名与值班表不符。").await;
        Self { matter, finding, held }
    }

    async fn note(&self, actor: AccountId, intent: &str) -> Result<SuspicionId, ActError> {
        let (facts, intent) = ("照片不是当天拍的。".to_owned(), intent.to_owned());
        let form = NotingForm { facts, intent, paper: PaperForm::default() };
        let act = NoteSuspicion { actor, finding: self.finding, form };
        self.matter.county.try_act(act).await.map(|made| made.suspicion)
    }

    async fn take(&self, actor: AccountId, id: SuspicionId) -> Result<FindingId, ActError> {
        let (facts, paper) = ("照片的日期被改过。".to_owned(), PaperForm::default());
        let form = TakeUpForm { facts, paper };
        let act = TakeUpSuspicion { actor, suspicion: id, version: 1, form };
        self.matter.county.try_act(act).await.map(|made| made.finding)
    }

    /// Gives an account the role of a discipline officer besides.
    async fn discipline(&self, account: AccountId) {
        let county = &self.matter.county;
        let actor = county.account(Role::System).await;
        let form = RoleForm { role: "discipline".to_owned(), unit: "QX50".to_owned() };
        let grant = county.done(ProposeRole { actor, account, form }).await.grant;
        let actor = county.account(Role::Security).await;
        county.done(ConfirmRole { actor, grant }).await;
    }
}

#[tokio::test]
async fn it_becomes_a_finding_of_its_own_by_another_hand_and_names_nobody() {
    on_both_engines(async |url| {
        let one = One::of(&url).await;
        let (matter, acts) = (&one.matter, &one.matter.county.acts);
        assert_eq!(key(one.note(matter.screener, "明知。").await), "forbidden");
        let other = matter.county.open("shen", "G12", Role::Adjudicator, "QX50").await;
        let said = key(one.note(other, "明知。").await);
        assert_eq!(said, "refusal-suspicion-not-the-adjudicator");
        assert_eq!(key(one.note(matter.adjudicator, "").await), "intent fault-missing");
        let noted = one.note(matter.adjudicator, "照片日期被改过。").await.unwrap();
        let said = key(one.note(matter.adjudicator, "再记。").await);
        assert_eq!(said, "refusal-suspicion-noted-before");
        assert_eq!(key(one.take(matter.adjudicator, noted).await), "forbidden");
        one.discipline(matter.adjudicator).await;
        let said = key(one.take(matter.adjudicator, noted).await);
        assert_eq!(said, "refusal-suspicion-adjudicated");
        one.discipline(matter.mayor).await;
        assert_eq!(key(one.take(matter.mayor, noted).await), "refusal-belongs-to-unit");
        let new = one.take(matter.screener, noted).await.unwrap();
        assert_eq!(key(one.take(matter.screener, noted).await), "refusal-out-of-order");
        let view = acts.suspicion(matter.screener, noted).await.unwrap();
        assert_eq!((view.row.stage, view.row.taken_as), (Stage::Taken, Some(new)));
        let found = acts.finding(matter.screener, new).await.unwrap();
        assert_eq!((found.finding.stage, found.subjects.len()), (Found::Registered, 0));
        assert_eq!(found.unit.id, found.organ.id, "no unit is known yet");
        assert_eq!(acts.finding_root(new).await.unwrap().unwrap().0, one.finding);
        let hands = found.hands.iter().filter(|hand| hand.number == "G16");
        assert!(hands.map(|hand| hand.part).eq([Part::Found]), "who noted it found it");
        matter.screen(matter.verifier, new, on("16")).await.unwrap();
        let verifiers = (&["G16", "G14"][..], on("16"));
        assert_eq!(key(matter.verify(matter.verifier, new, verifiers).await), "refusal-took-part");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn neither_file_shows_the_other_and_the_clearing_does_not_wait() {
    on_both_engines(async |url| {
        let one = One::of(&url).await;
        let (matter, acts) = (&one.matter, &one.matter.county.acts);
        let before = acts.accountability(matter.mayor, one.held).await.unwrap();
        let earlier = acts.finding(matter.screener, one.finding).await.unwrap();
        let noted = one.note(matter.adjudicator, "照片日期被改过。").await.unwrap();
        let new = one.take(matter.screener, noted).await.unwrap();
        let after = acts.accountability(matter.mayor, one.held).await.unwrap();
        assert_eq!(format!("{before:?}"), format!("{after:?}"), "whoever is cleared sees no more");
        let still = acts.finding(matter.screener, one.finding).await.unwrap();
        assert_eq!(format!("{earlier:?}"), format!("{still:?}"), "nor does the earlier file");
        for other in [matter.mayor, matter.clerk, matter.chair] {
            assert_eq!(key(acts.suspicion(other, noted).await), "not found");
        }
        assert_eq!(key(acts.finding(matter.mayor, new).await), "not found");
        let filter = FindingFilter::default();
        let seen = acts.findings(matter.mayor, &filter, FindingSort::Latest, Page::all()).await;
        assert_eq!(seen.unwrap().1, 0);
        let view = acts.finding(matter.screener, new).await.unwrap();
        assert!(!format!("{:?}", view.timeline).contains("郗怀朴"));
        assert!(view.subjects.is_empty());
        let said = (2, "告知您的事项不实，予以澄清。", PaperForm::default());
        matter.clear(matter.screener, one.held, said).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_shows_no_intent_is_dropped_and_erased_with_the_finding() {
    on_both_engines(async |url| {
        let one = One::of(&url).await;
        let matter = &one.matter;
        let noted = one.note(matter.adjudicator, "听起来像故意。").await.unwrap();
        let drop = |answer: &str| DropSuspicion {
            actor: matter.screener,
            suspicion: noted,
            version: 1,
            answer: answer.to_owned(),
            paper: PaperForm::default(),
        };
        assert_eq!(key(matter.county.try_act(drop("")).await), "answer fault-missing");
        let dropped = matter.county.done(drop("只是记错了日子。")).await;
        assert_eq!(dropped.stage, Stage::Dropped);
        assert_eq!(key(one.take(matter.screener, noted).await), "refusal-out-of-order");
        let said = (2, "告知您的事项不实，予以澄清。", PaperForm::default());
        matter.clear(matter.screener, one.held, said).await.unwrap();
        let later = acts_at(&url, MORNING + SignedDuration::from_hours(24 * 90)).await;
        later.daily_round().await.unwrap();
        assert_eq!(key(later.suspicion(matter.screener, noted).await), "not found");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}
