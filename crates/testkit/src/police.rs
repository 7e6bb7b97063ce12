//! The police of the fixture county: 县公安局 with 城关派出所 under it, whose officer P9 answers for something.

use crate::county::County;
use crate::matter::{on, texts};
use qz_acts::accountability::{DecideMeasure, DecisionForm, GiveNotice, NoticeForm};
use qz_acts::finding::{
    AdjudicateFinding, AdjudicationForm, RegisterFinding, RegistrationForm, ScreenFinding,
    ScreeningForm, VerificationForm, VerifyFinding,
};
use qz_acts::import::ImportKind;
use qz_acts::matter::PaperForm;
use qz_acts::visit::{FilePaperVisit, PaperVisitForm};
use qz_acts::{ActError, accountability};
use qz_domain::id::{AccountId, AccountabilityId, FindingId};
use qz_domain::role::Role;

const UNITS: &str = "代码,名称,英文名,类别,上级代码,系统,起始日期
GA,县公安局,Police Bureau,政府机构,QX,综合,2000-01-01
GA1,城关派出所,Town Police Station,派出机构,GA,综合,2000-01-01
";
const POSTS: &str = "代码,单位代码,名称,英文名,职级,领导职务,编制数
GA-1,GA,局长,Chief,乡科级正职,是,1
GA-2,GA,督察岗,Inspector,科员,否,9
GA1-1,GA1,民警,Officer,科员,否,9
";
const PEOPLE: &str = "工号,姓名,类别,单位代码,岗位代码,起始日期
P1,申屠朗,公务员,GA,GA-1,2014-01-01
P2,闾丘岳,公务员,GA,GA-2,2014-01-01
P3,司空澄,公务员,GA,GA-2,2014-01-01
P4,漆雕远,公务员,GA,GA-2,2014-01-01
P5,公良栩,公务员,GA,GA-2,2014-01-01
P6,宰父宁,公务员,GA,GA-2,2014-01-01
P7,谷梁溪,公务员,GA,GA-2,2014-01-01
P9,东门序,公务员,GA1,GA1-1,2014-01-01
";

/// The accounts of the bureau.
#[derive(Clone)]
pub struct Police {
    /// The county.
    pub county: County,
    /// P2, who screens and serves.
    pub screener: AccountId,
    /// P3, who verifies and gives notice.
    pub verifier: AccountId,
    /// P5, who adjudicates.
    pub adjudicator: AccountId,
    /// P1, who chairs.
    pub chief: AccountId,
}

impl Police {
    /// In a county.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn of(county: County) -> Self {
        let files =
            [(ImportKind::Units, UNITS), (ImportKind::Posts, POSTS), (ImportKind::People, PEOPLE)];
        county.bring_in(&files).await;
        Self {
            screener: county.open("lvqiu", "P2", Role::Discipline, "GA").await,
            verifier: county.open("sikong", "P3", Role::Discipline, "GA").await,
            adjudicator: county.open("gongliang", "P5", Role::Adjudicator, "GA").await,
            chief: county.open("shentu", "P1", Role::Head, "GA").await,
            county,
        }
    }

    async fn verified(&self) -> FindingId {
        let text = str::to_owned;
        let actor = self.county.account(Role::Clerk).await;
        let form = PaperVisitForm {
            unit: text("城关派出所"),
            visited_at: text("2016-02-01 09:20"),
            manner: text("暗访"),
            observed: text("值班室有人饮酒。"),
            outcome: text("有情况"),
            told: text("值班民警"),
            team: texts(&["G2、G3"]),
            ..PaperVisitForm::default()
        };
        let visit = self.county.done(FilePaperVisit { actor, form }).await.number.to_string();
        let (organ, facts) = (text("县公安局"), text("值班时饮酒。"));
        let form = RegistrationForm { visit, organ, weight: String::new(), facts, paper: on("01") };
        let finding = self.county.done(RegisterFinding { actor, form }).await.finding;
        let (outcome, reason) = (text("核实"), text("具体。"));
        let form = ScreeningForm { outcome, reason, paper: on("01"), ..ScreeningForm::default() };
        let screen = ScreenFinding { actor: self.screener, finding, version: 1, form };
        self.county.done(screen).await;
        let form = VerificationForm {
            verifiers: texts(&["P3", "P4"]),
            established: text("当班时饮酒，酒瓶在桌。"),
            in_favour: text("未酿成后果。"),
            paper: on("02"),
        };
        let verify = VerifyFinding { actor: self.verifier, finding, version: 2, form };
        self.county.done(verify).await;
        finding
    }

    /// Notice to P9 of a measure, waived; the finding upheld.
    ///
    /// # Errors
    /// Why the notice was not given.
    ///
    /// # Panics
    /// When another step is refused.
    pub async fn upheld(&self, measure: &str) -> Result<AccountabilityId, ActError> {
        let (finding, text) = (self.verified().await, str::to_owned);
        let form = NoticeForm {
            person: text("P9"),
            conduct: text("当班时饮酒。"),
            ground: text("leaders_2009_5"),
            measure: measure.to_owned(),
            paper: on("03"),
            ..NoticeForm::default()
        };
        let notice = GiveNotice { actor: self.verifier, finding, form };
        let held = self.county.try_act(notice).await?.accountability;
        let waive = accountability::WaiveStatement {
            actor: self.verifier,
            accountability: held,
            version: 1,
            paper: on("04"),
        };
        self.county.done(waive).await;
        let form = AdjudicationForm {
            outcome: text("属实"),
            ground: text("leaders_2009_5"),
            reason: text("当班饮酒属实。"),
            paper: PaperForm::default(),
        };
        let adjudicate = AdjudicateFinding { actor: self.adjudicator, finding, version: 3, form };
        self.county.done(adjudicate).await;
        Ok(held)
    }

    /// Decides a measure on P9 for a length.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn decide(
        &self,
        accountability: AccountabilityId,
        (measure, lasts): (&str, &str),
    ) -> Result<i64, ActError> {
        let form = DecisionForm {
            panel: texts(&["P1", "P6", "P7"]),
            measure: measure.to_owned(),
            lasts: lasts.to_owned(),
            response: String::new(),
            because: "情节较重。".to_owned(),
            paper: PaperForm::default(),
        };
        let act = DecideMeasure { actor: self.chief, accountability, version: 2, form };
        self.county.try_act(act).await.map(|changed| changed.version)
    }
}
