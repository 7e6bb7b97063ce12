//! Reviews of the fixture county: of the decision on G6, mayor of 枫渡镇, by G20, G21 and G22.

use crate::engines::acts_at;
use crate::matter::{Matter, texts};
use jiff::Timestamp;
use qz_acts::matter::PaperForm;
use qz_acts::review::{
    AskReview, DecideReview, IntakeForm, RequestForm, ReviewForm, ServeReview, TakeReview,
};
use qz_acts::{ActError, Acts};
use qz_domain::bulletin::Step;
use qz_domain::id::{AccountId, AccountabilityId, BulletinId, ReviewId};
use qz_domain::role::Role;
use qz_store::{Act, StoreUrl};

/// The second morning after the demo's first: 2016-02-18 09:01 at +08:00.
const LATER: Timestamp = Timestamp::constant(1_455_757_260, 0);

/// A matter whose decision is served and told of with a name, two days later.
pub struct Reviewing {
    /// The matter.
    pub matter: Matter,
    /// Its acts, with the later clock.
    pub acts: Acts,
    /// The decision on G6.
    pub held: AccountabilityId,
    /// The bulletin that names G6.
    pub bulletin: BulletinId,
    /// G20, adjudicator, who had no part in it.
    pub reviewer: AccountId,
}

impl Reviewing {
    /// In a fresh county.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn new(url: &StoreUrl) -> Self {
        Self::of(url, Matter::new(url).await).await
    }

    /// Of a matter that is there.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn of(url: &StoreUrl, mut matter: Matter) -> Self {
        matter.county.new_panel().await;
        let (_, held) = matter.upheld().await;
        matter.decide(matter.chair, held, (2, matter.decision())).await.expect("a decision");
        matter.serve(matter.screener, held).await.expect("a service");
        let reviewer = matter.county.open("zhuo", "G20", Role::Adjudicator, "QX50").await;
        let named = matter.draft(&[(held, "负有主要领导责任，且为首次通报。")]);
        let bulletin = matter.drafted(named).await.expect("a draft");
        let steps = [
            (matter.verifier, Step::Check),
            (matter.adjudicator, Step::Review),
            (matter.chair, Step::Sign),
        ];
        for (version, (actor, step)) in (1..).zip(steps) {
            matter.advance(actor, bulletin, (step, version)).await.expect("a step");
        }
        let acts = acts_at(url, LATER).await;
        matter.county.acts = acts.clone();
        matter.advance(matter.verifier, bulletin, (Step::Publish, 4)).await.expect("a publication");
        Self { matter, acts, held, bulletin, reviewer }
    }

    /// Does an act.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn try_act<A: Act<Error = ActError>>(&self, act: A) -> Result<A::Receipt, ActError> {
        self.acts.perform(self.acts.new_request(), act).await.map(|done| done.receipt)
    }

    /// G6 asks at the screen.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn ask(&self) -> Result<ReviewId, ActError> {
        let grounds = "值班表当日已改，原件可查。".to_owned();
        let form = RequestForm { grounds, ..RequestForm::default() };
        let (actor, accountability) = (self.matter.mayor, self.held);
        let act = AskReview { actor, accountability, is_recorded: false, form };
        self.try_act(act).await.map(|begun| begun.review)
    }

    /// Somebody takes it in, or does not.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn take(
        &self,
        actor: AccountId,
        review: ReviewId,
        is_taken: bool,
    ) -> Result<i64, ActError> {
        let answer = "所附材料齐全。".to_owned();
        let form = IntakeForm { answer, paper: PaperForm::default() };
        let act = TakeReview { actor, review, version: 1, is_taken, form };
        self.try_act(act).await.map(|changed| changed.version)
    }

    /// What a new panel decides.
    pub fn form(&self, outcome: &str, measure: &str) -> ReviewForm {
        ReviewForm {
            panel: texts(&["G20", "G21", "G22"]),
            outcome: outcome.to_owned(),
            measure: measure.to_owned(),
            because: "值班表原件证明当日已经调整，予以采信。".to_owned(),
            paper: PaperForm::default(),
        }
    }

    /// Decides it.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn decide(
        &self,
        actor: AccountId,
        review: ReviewId,
        form: ReviewForm,
    ) -> Result<String, ActError> {
        let act = DecideReview { actor, review, version: 2, form };
        let changed = self.try_act(act).await?;
        Ok(changed.number.map(|number| number.to_string()).unwrap_or_default())
    }

    /// Serves it.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn serve(&self, actor: AccountId, review: ReviewId) -> Result<i64, ActError> {
        let act = ServeReview { actor, review, version: 3, paper: PaperForm::default() };
        self.try_act(act).await.map(|changed| changed.version)
    }

    /// Asked for, taken in, decided and served.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn through(&self, outcome: &str, measure: &str) -> ReviewId {
        let review = self.ask().await.expect("a request");
        self.take(self.matter.screener, review, true).await.expect("an intake");
        let form = self.form(outcome, measure);
        self.decide(self.reviewer, review, form).await.expect("a decision of a review");
        self.serve(self.matter.screener, review).await.expect("a service");
        review
    }
}
