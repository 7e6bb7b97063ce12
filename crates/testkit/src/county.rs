//! A fixture county: six units, sixteen people, one account for each role, made by real acts.

use crate::engines::{acts, acts_at};
use qz_acts::account::{AccountForm, Activate, ConfirmRole, OpenAccount, ProposeRole, RoleForm};
use qz_acts::identity::demo::{Persona, open_personas};
use qz_acts::identity::init::{County as Founding, found};
use qz_acts::import::{ImportKind, read};
use qz_acts::person::view::{PersonFilter, PersonSort};
use qz_acts::visit::view::Page;
use qz_acts::{ActError, Acts};
use qz_domain::id::AccountId;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_store::{Act, BatchMode, StoreUrl};

const UNITS: &str = "代码,名称,英文名,类别,上级代码,系统,起始日期
QX10,效能督查室,Efficiency Office,党委机构,QX,综合,2000-01-01
QX20,枫渡镇,Fengdu Town,乡镇,QX,乡镇,2000-01-01
QX21,枫渡镇便民服务中心,Fengdu Service Centre,派出机构,QX20,乡镇,2005-03-01
QX30,人社局,Personnel Bureau,政府机构,QX,综合,2000-01-01
QX40,柳湾镇,Liuwan Town,乡镇,QX,乡镇,2000-01-01
QX50,县纪委,Discipline Commission,党委机构,QX,党群,2000-01-01
";
const POSTS: &str = "代码,单位代码,名称,英文名,职级,领导职务,编制数
QX10-1,QX10,督查员,Inspector,科员,否,9
QX20-1,QX20,镇长,Town Mayor,乡科级正职,是,1
QX20-2,QX20,联络员,Liaison,科员,否,3
QX21-1,QX21,窗口岗,Window Clerk,科员,否,3
QX30-1,QX30,人事干部,Personnel Officer,科员,否,3
QX50-1,QX50,书记,Secretary,县处级副职,是,1
QX50-2,QX50,副书记,Deputy Secretary,乡科级正职,是,3
QX50-3,QX50,督查岗,Conduct Inspector,科员,否,9
QX50-4,QX50,审理岗,Adjudication Officer,科员,否,3
";
const PEOPLE: &str = "工号,姓名,类别,单位代码,岗位代码,起始日期
G1,闻允安,公务员,QX10,QX10-1,2014-01-01
G2,洛书远,公务员,QX10,QX10-1,2014-01-01
G3,钟离雨,公务员,QX10,QX10-1,2014-01-01
G4,乔以宁,公务员,QX10,QX10-1,2014-01-01
G5,秋见山,公务员,QX10,QX10-1,2014-01-01
G6,郗怀朴,公务员,QX20,QX20-1,2014-01-01
G7,晏知川,公务员,QX20,QX20-2,2014-01-01
G8,蓝思齐,事业人员,QX21,QX21-1,2014-01-01
G9,桑叙和,公务员,QX30,QX30-1,2014-01-01
G10,荀知远,公务员,QX50,QX50-1,2014-01-01
G11,牧云深,公务员,QX50,QX50-2,2014-01-01
G12,栾静川,公务员,QX50,QX50-2,2014-01-01
G13,闻砚秋,公务员,QX50,QX50-3,2014-01-01
G14,翟松年,公务员,QX50,QX50-3,2014-01-01
G15,邴若水,公务员,QX50,QX50-3,2014-01-01
G16,仲明夷,公务员,QX50,QX50-4,2014-01-01
";
const KIN: &str = "工号,亲属工号,关系,声明日期
G6,G5,兄弟姐妹,2015-01-05
";
const TRAINING: &str = "工号,课程,起,止
G2,督查检查业务,2015-01-01,2016-12-31
G3,督查检查业务,2015-01-01,2016-12-31
G5,督查检查业务,2015-01-01,2016-12-31
G8,督查检查业务,2015-01-01,2016-12-31
";

/// The persona accounts and who holds them: G4 is untrained, G5 has kin in 枫渡镇 (QX20), G8 works
/// under it, G2 and G3 may inspect it. G10, G11 and G12 lead the discipline commission.
const PERSONAS: [(Role, Option<&str>, &str); 14] = [
    (Role::Clerk, Some("G1"), "QX10"),
    (Role::Inspector, Some("G2"), "QX10"),
    (Role::Liaison, Some("G7"), "QX20"),
    (Role::Head, Some("G6"), "QX20"),
    (Role::Discipline, Some("G13"), "QX50"),
    (Role::Adjudicator, Some("G16"), "QX50"),
    (Role::FirstSecretary, None, "QX"),
    (Role::CountyLeader, None, "QX"),
    (Role::Cadre, Some("G8"), "QX21"),
    (Role::Hr, Some("G9"), "QX30"),
    (Role::Organisation, None, "QX"),
    (Role::System, None, "QX"),
    (Role::Security, None, "QX"),
    (Role::Audit, None, "QX"),
];

/// The fixture county.
#[derive(Clone)]
pub struct County {
    /// Its acts, with the fixed clock and chance.
    pub acts: Acts,
}

/// Makes the fixture county in an empty store.
///
/// # Panics
/// When an act refuses: then the fixture is wrong.
pub async fn county(url: &StoreUrl) -> County {
    found_in(acts(url).await).await
}

/// As [`county`], with the clock standing at another instant.
///
/// # Panics
/// When an act refuses: then the fixture is wrong.
pub async fn county_at(url: &StoreUrl, at: jiff::Timestamp) -> County {
    found_in(acts_at(url, at).await).await
}

async fn found_in(acts: Acts) -> County {
    let founding = Founding {
        code: "QX".to_owned(),
        name: "千溪县".to_owned(),
        name_en: "Qianxi County".to_owned(),
        since: Some(jiff::civil::date(2000, 1, 1)),
    };
    found(&acts, founding).await.expect("a county");
    let first = [persona((Role::Hr, None, "QX"))];
    open_personas(&acts, &first).await.expect("the first account");
    let county = County { acts };
    let hr = county.account(Role::Hr).await;
    let files = [
        (ImportKind::Units, UNITS),
        (ImportKind::Posts, POSTS),
        (ImportKind::People, PEOPLE),
        (ImportKind::Kin, KIN),
        (ImportKind::Training, TRAINING),
    ];
    for (kind, text) in files {
        let file = read(kind, "fixture.csv", text.as_bytes()).expect("a fixture file");
        let all = BatchMode::AllOrNothing;
        let report = county.acts.import(hr, &file, all, Box::new(|_, _| true)).await;
        let report = report.expect("an import");
        assert!(report.kept, "{kind:?}: {:?}", report.refused);
    }
    let personas = PERSONAS.map(persona);
    open_personas(&county.acts, &personas).await.expect("the personas");
    county
}

fn persona((role, person, unit): (Role, Option<&str>, &str)) -> Persona {
    Persona::open(role, person.map(str::to_owned), unit.to_owned())
}

impl County {
    /// The account of a role's persona.
    ///
    /// # Panics
    /// When there is none.
    pub async fn account(&self, role: Role) -> AccountId {
        self.account_named(role.code()).await
    }

    /// An account by its name.
    ///
    /// # Panics
    /// When there is none.
    pub async fn account_named(&self, name: &str) -> AccountId {
        let (accounts, _) = self.acts.accounts(None, 1, 200).await.expect("the accounts");
        let found = accounts.into_iter().find(|listed| listed.account.name == name);
        found.expect("the account").account.id
    }

    /// Opens a further account as people do: the system officer opens it and proposes the role, the
    /// owner activates it, the security officer confirms.
    ///
    /// # Panics
    /// When an act refuses.
    pub async fn open(&self, name: &str, person: &str, role: Role, unit: &str) -> AccountId {
        let (system, security) =
            (self.account(Role::System).await, self.account(Role::Security).await);
        let code = format!("code of {name}");
        let form = AccountForm { name: name.to_owned(), person: person.to_owned() };
        let open = OpenAccount { actor: system, form, code: code.clone() };
        let account = self.done(open).await.account;
        let phc = "no password fits this".to_owned();
        self.done(Activate { account, code, phc }).await;
        let form = RoleForm { role: role.code().to_owned(), unit: unit.to_owned() };
        let grant = self.done(ProposeRole { actor: system, account, form }).await.grant;
        self.done(ConfirmRole { actor: security, grant }).await;
        account
    }

    /// Appoints a leader of the efficiency office, and says the work number: for what a leader approves.
    ///
    /// # Panics
    /// When an act refuses.
    pub async fn office_leader(&self) -> &'static str {
        const POST: &str = "代码,单位代码,名称,英文名,职级,领导职务,编制数
QX10-9,QX10,主任,Director,乡科级正职,是,1
";
        const PERSON: &str = "工号,姓名,类别,单位代码,岗位代码,起始日期
G90,岑望舒,公务员,QX10,QX10-9,2014-01-01
";
        self.bring_in(&[(ImportKind::Posts, POST), (ImportKind::People, PERSON)]).await;
        "G90"
    }

    /// Appoints four more to the discipline commission, who had a part in nothing: G20 to G23. Asked again, it does nothing.
    ///
    /// # Panics
    /// When an act refuses.
    pub async fn new_panel(&self) {
        const PEOPLE: &str = "工号,姓名,类别,单位代码,岗位代码,起始日期
G20,卓云起,公务员,QX50,QX50-4,2014-01-01
G21,燕南飞,公务员,QX50,QX50-3,2014-01-01
G22,穆青山,公务员,QX50,QX50-3,2014-01-01
G23,严守朴,公务员,QX50,QX50-3,2014-01-01
";
        let hr = self.account(Role::Hr).await;
        let (filter, sort) = (PersonFilter::default(), PersonSort::Number);
        let (people, _) =
            self.acts.people(hr, &filter, sort, Page::all()).await.expect("the people");
        if people.iter().all(|line| line.number != "G20") {
            self.bring_in(&[(ImportKind::People, PEOPLE)]).await;
        }
    }

    pub(crate) async fn bring_in(&self, files: &[(ImportKind, &str)]) {
        let hr = self.account(Role::Hr).await;
        for (kind, text) in files {
            let file = read(*kind, "more.csv", text.as_bytes()).expect("a file");
            let all = BatchMode::AllOrNothing;
            let report = self.acts.import(hr, &file, all, Box::new(|_, _| true)).await;
            assert!(report.expect("an import").kept, "{kind:?}");
        }
    }

    /// Does an act that must succeed.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn done<A: Act<Error = ActError>>(&self, act: A) -> A::Receipt {
        self.try_act(act).await.expect("an act that succeeds")
    }

    /// Does an act under a fresh request.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn try_act<A: Act<Error = ActError>>(&self, act: A) -> Result<A::Receipt, ActError> {
        let request = self.acts.new_request();
        self.acts.perform(request, act).await.map(|done| done.receipt)
    }
}
