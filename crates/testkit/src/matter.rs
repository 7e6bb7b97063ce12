//! A matter of the fixture county, step by step on paper days of February 2016, and each step alone.
//! G2 and G3 saw something in 枫渡镇, whose mayor G6 answers for it.

use crate::county::{County, county};
use qz_acts::ActError;
use qz_acts::accountability::{
    ClearSubject, ClearingForm, DecideMeasure, DecisionForm, GiveNotice, GiveStatement, NoticeForm,
    ServeDecision, ServiceForm, StatementForm,
};
use qz_acts::bulletin::{
    AdvanceBulletin, AssessmentForm, BulletinForm, DraftBulletin, ItemForm, PromiseForm,
    PublishBulletin, ReviewBulletin, SignBulletin,
};
use qz_acts::finding::{
    AdjudicateFinding, AdjudicationForm, RegisterFinding, RegistrationForm, ScreenFinding,
    ScreeningForm, VerificationForm, VerifyFinding,
};
use qz_acts::matter::PaperForm;
use qz_acts::visit::{FilePaperVisit, PaperVisitForm};
use qz_domain::bulletin::Step;
use qz_domain::id::{AccountId, AccountabilityId, BulletinId, FindingId};
use qz_domain::refusal::Worded;
use qz_domain::role::Role;
use qz_store::StoreUrl;

/// The county with the accounts of those who handle a matter.
#[derive(Clone)]
pub struct Matter {
    /// The county.
    pub county: County,
    /// G1, the supervision clerk.
    pub clerk: AccountId,
    /// G13.
    pub screener: AccountId,
    /// G14.
    pub verifier: AccountId,
    /// G15.
    pub proposer: AccountId,
    /// G16.
    pub adjudicator: AccountId,
    /// G10.
    pub chair: AccountId,
    /// G6, mayor of 枫渡镇.
    pub mayor: AccountId,
}

/// A paper of a day of February 2016.
pub fn on(day: &str) -> PaperForm {
    let number = format!("纸-{day}");
    PaperForm { number, day: format!("2016-02-{day}"), ..PaperForm::default() }
}

/// Texts of a form.
pub fn texts(given: &[&str]) -> Vec<String> {
    given.iter().map(|text| (*text).to_owned()).collect()
}

/// The words of a refusal, or what else came of it.
pub fn key(outcome: Result<impl std::fmt::Debug, ActError>) -> String {
    match outcome {
        Err(ActError::Refused(refusal)) => refusal.key().to_owned(),
        Err(ActError::Invalid(faults)) => {
            let each = faults.iter().map(|f| format!("{} {}", f.name(), f.fault.key()));
            each.collect::<Vec<_>>().join(", ")
        }
        Err(ActError::Forbidden(_)) => "forbidden".to_owned(),
        Err(ActError::NotFound) => "not found".to_owned(),
        other => format!("{other:?}"),
    }
}

impl Matter {
    /// In a fresh county.
    pub async fn new(url: &StoreUrl) -> Self {
        Self::in_county(county(url).await).await
    }

    /// In a county that is there.
    pub async fn in_county(county: County) -> Self {
        Self::staffed(county, None).await
    }

    /// As [`Matter::in_county`], where G10 has an account of this name already.
    pub async fn in_county_of(county: County, chair: &str) -> Self {
        Self::staffed(county, Some(chair)).await
    }

    async fn staffed(county: County, chair: Option<&str>) -> Self {
        let of = async |role| county.account(role).await;
        let discipline =
            async |name, person| county.open(name, person, Role::Discipline, "QX50").await;
        let verifier = discipline("di", "G14").await;
        let proposer = discipline("bing", "G15").await;
        let chair = match chair {
            Some(name) => county.account_named(name).await,
            None => county.open("xun", "G10", Role::Head, "QX50").await,
        };
        Self {
            clerk: of(Role::Clerk).await,
            screener: of(Role::Discipline).await,
            adjudicator: of(Role::Adjudicator).await,
            mayor: of(Role::Head).await,
            verifier,
            proposer,
            chair,
            county,
        }
    }

    /// G3, who was on the visit, with a role of the commission too.
    pub async fn finder(&self) -> AccountId {
        self.county.open("finder", "G3", Role::Discipline, "QX50").await
    }

    /// A self-requested bulletin of G10, with one fault and a plan.
    pub fn own(&self) -> BulletinForm {
        let promise = PromiseForm {
            item: "每周检查一次值班".to_owned(),
            standard: "检查记录可查".to_owned(),
            due: "2016-03-31".to_owned(),
        };
        BulletinForm {
            kind: "自请通报".to_owned(),
            requester: "G10".to_owned(),
            faults: texts(&["日常要求不严格。"]),
            plan: vec![promise],
            ..self.draft(&[])
        }
    }

    /// A visit of 1 February by G2 and G3 that saw something, or nothing.
    pub async fn visit(&self, outcome: &str) -> String {
        let form = PaperVisitForm {
            unit: "枫渡镇".to_owned(),
            visited_at: "2016-02-01 09:20".to_owned(),
            manner: "暗访".to_owned(),
            observed: "09:20到达，值班室无人，09:50仍无人。".to_owned(),
            outcome: outcome.to_owned(),
            told: "值班副镇长".to_owned(),
            team: texts(&["G2、G3"]),
            ..PaperVisitForm::default()
        };
        let filed = self.county.done(FilePaperVisit { actor: self.clerk, form }).await;
        filed.number.to_string()
    }

    /// Registers a finding of a visit.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn register(&self, visit: &str) -> Result<FindingId, ActError> {
        let form = RegistrationForm {
            visit: visit.to_owned(),
            organ: "县纪委".to_owned(),
            weight: String::new(),
            facts: "值班室半小时无人。".to_owned(),
            paper: on("01"),
        };
        let act = RegisterFinding { actor: self.clerk, form };
        self.county.try_act(act).await.map(|registered| registered.finding)
    }

    /// A registered finding.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn registered(&self) -> FindingId {
        let visit = self.visit("有情况").await;
        self.register(&visit).await.expect("a step that is lawful")
    }

    /// Screens it: to be looked into.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn screen(
        &self,
        actor: AccountId,
        finding: FindingId,
        paper: PaperForm,
    ) -> Result<i64, ActError> {
        let (outcome, reason) = ("核实".to_owned(), "情况具体，可以查清。".to_owned());
        let form = ScreeningForm { outcome, reason, paper, ..ScreeningForm::default() };
        let act = ScreenFinding { actor, finding, version: 1, form };
        self.county.try_act(act).await.map(|changed| changed.version)
    }

    /// Verifies it.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn verify(
        &self,
        actor: AccountId,
        finding: FindingId,
        (verifiers, paper): (&[&str], PaperForm),
    ) -> Result<i64, ActError> {
        let form = VerificationForm {
            verifiers: texts(verifiers),
            established: "当日值班表排定两人，均未到岗。".to_owned(),
            in_favour: "镇里当晚补排了值班。".to_owned(),
            paper,
        };
        let act = VerifyFinding { actor, finding, version: 2, form };
        self.county.try_act(act).await.map(|changed| changed.version)
    }

    /// A verified finding.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn verified(&self) -> FindingId {
        let finding = self.registered().await;
        self.screen(self.screener, finding, on("01")).await.expect("a step that is lawful");
        self.verify(self.verifier, finding, (&["G14", "G15"], on("02")))
            .await
            .expect("a step that is lawful");
        finding
    }

    /// Notice to a person, or to the unit when it is empty, of 3 February.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn notify(
        &self,
        actor: AccountId,
        finding: FindingId,
        (person, measure): (&str, &str),
    ) -> Result<AccountabilityId, ActError> {
        let form = NoticeForm {
            unit: String::new(),
            person: person.to_owned(),
            conduct: "未落实值班安排。".to_owned(),
            ground: "leaders_2009_5".to_owned(),
            measure: measure.to_owned(),
            tolerance: vec![],
            paper: on("03"),
        };
        let act = GiveNotice { actor, finding, form };
        self.county.try_act(act).await.map(|given| given.accountability)
    }

    /// G6 answers at the screen, today.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn answer(&self, accountability: AccountabilityId) -> Result<i64, ActError> {
        let statement = "当天两人临时下村，未报备，我有责任。".to_owned();
        let form = StatementForm { statement, paper: PaperForm::default() };
        let act = GiveStatement { actor: self.mayor, accountability, version: 1, form };
        self.county.try_act(act).await.map(|changed| changed.version)
    }

    /// Upholds it on a ground, today.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn adjudicate(
        &self,
        actor: AccountId,
        finding: FindingId,
        ground: &str,
    ) -> Result<i64, ActError> {
        let form = AdjudicationForm {
            outcome: "属实".to_owned(),
            ground: ground.to_owned(),
            reason: "主要负责人对值班负责，疏于检查，致值班空缺。".to_owned(),
            paper: PaperForm::default(),
        };
        let act = AdjudicateFinding { actor, finding, version: 3, form };
        self.county.try_act(act).await.map(|changed| changed.version)
    }

    /// A finding upheld today, and G6's answered accountability.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn upheld(&self) -> (FindingId, AccountabilityId) {
        let finding = self.verified().await;
        let notice = ("G6", "circulated_criticism");
        let held =
            self.notify(self.proposer, finding, notice).await.expect("a step that is lawful");
        self.answer(held).await.expect("a step that is lawful");
        self.adjudicate(self.adjudicator, finding, "leaders_2009_5")
            .await
            .expect("a step that is lawful");
        (finding, held)
    }

    /// A finding said today to be unfounded, for a reason, and G6's answered accountability.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn unfounded(&self, reason: &str) -> (FindingId, AccountabilityId) {
        let finding = self.verified().await;
        let notice = ("G6", "circulated_criticism");
        let held =
            self.notify(self.proposer, finding, notice).await.expect("a step that is lawful");
        self.answer(held).await.expect("a step that is lawful");
        self.find_unfounded(finding, reason).await;
        (finding, held)
    }

    /// Says today that a verified finding is unfounded.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn find_unfounded(&self, finding: FindingId, reason: &str) {
        let form = AdjudicationForm {
            outcome: "不实".to_owned(),
            reason: reason.to_owned(),
            ..AdjudicationForm::default()
        };
        let act = AdjudicateFinding { actor: self.adjudicator, finding, version: 3, form };
        self.county.done(act).await;
    }

    /// Clears whoever was given notice, in some words.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn clear(
        &self,
        actor: AccountId,
        accountability: AccountabilityId,
        (version, says, paper): (i64, &str, PaperForm),
    ) -> Result<i64, ActError> {
        let form = ClearingForm { says: says.to_owned(), paper };
        let act = ClearSubject { actor, accountability, version, form };
        self.county.try_act(act).await.map(|changed| changed.version)
    }

    /// What the panel decides.
    pub fn decision(&self) -> DecisionForm {
        DecisionForm {
            panel: texts(&["G10", "G11", "G12"]),
            measure: "circulated_criticism".to_owned(),
            lasts: String::new(),
            response: "临时下村不免除报备；主动承担责任，予以考虑。".to_owned(),
            because: "首次，已纠正。".to_owned(),
            paper: PaperForm::default(),
        }
    }

    /// Decides; gives the number of the decision.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn decide(
        &self,
        actor: AccountId,
        accountability: AccountabilityId,
        (version, form): (i64, DecisionForm),
    ) -> Result<String, ActError> {
        let act = DecideMeasure { actor, accountability, version, form };
        let changed = self.county.try_act(act).await?;
        Ok(changed.number.map(|number| number.to_string()).unwrap_or_default())
    }

    /// A served decision on G6.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn served(&self) -> AccountabilityId {
        let (_, held) = self.upheld().await;
        self.decide(self.chair, held, (2, self.decision())).await.expect("a step that is lawful");
        self.serve(self.screener, held).await.expect("a step that is lawful");
        held
    }

    /// Serves it.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn serve(
        &self,
        actor: AccountId,
        accountability: AccountabilityId,
    ) -> Result<i64, ActError> {
        let act = ServeDecision { actor, accountability, version: 3, form: ServiceForm::default() };
        self.county.try_act(act).await.map(|changed| changed.version)
    }

    /// A bulletin on decisions, each with the reason for its name.
    pub fn draft(&self, items: &[(AccountabilityId, &str)]) -> BulletinForm {
        let item = |(accountability, naming): &(AccountabilityId, &str)| ItemForm {
            accountability: *accountability,
            naming: (*naming).to_owned(),
        };
        BulletinForm {
            organ: "县纪委".to_owned(),
            kind: "通报".to_owned(),
            scope: "公开".to_owned(),
            title: "关于一起值班空岗问题的通报".to_owned(),
            lead: "近期走访发现值班空岗一起，现予通报。".to_owned(),
            close: "各单位要对照检查。".to_owned(),
            items: items.iter().map(item).collect(),
            ..BulletinForm::default()
        }
    }

    /// Drafts it.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn drafted(&self, form: BulletinForm) -> Result<BulletinId, ActError> {
        let act = DraftBulletin { actor: self.screener, form };
        self.county.try_act(act).await.map(|drafted| drafted.bulletin)
    }

    /// Takes a step of it; gives its number.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn advance(
        &self,
        actor: AccountId,
        bulletin: BulletinId,
        (step, version): (Step, i64),
    ) -> Result<String, ActError> {
        let paper = PaperForm::default();
        let changed = match step {
            Step::Sign => {
                self.county.try_act(SignBulletin { actor, bulletin, version, paper }).await?
            }
            Step::Publish => {
                self.county.try_act(PublishBulletin { actor, bulletin, version, paper }).await?
            }
            Step::Review => {
                let assessment = AssessmentForm::default();
                let act = ReviewBulletin { actor, bulletin, version, assessment, paper };
                self.county.try_act(act).await?
            }
            step => {
                let act = AdvanceBulletin { actor, bulletin, version, step, paper };
                self.county.try_act(act).await?
            }
        };
        Ok(changed.number.map(|number| number.to_string()).unwrap_or_default())
    }
}
