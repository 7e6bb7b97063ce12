//! Targets: how to make the record that a door asks for, in a given stage, as near as asked.
//!
//! A new family of doors that take a record adds its [`Family`] here.

use super::sheet::NO_STAGE;
use super::staff::{OWN, Staff};
use super::{
    adoption, article, campaign, draw, law, list_entry, matter, meeting, opening, rectification,
    report, request, review, sanction, suspicion, terminal, ticket,
};
use qz_acts::account::{AccountForm, Activate, OpenAccount, ProposeRole, RoleForm, SuspendAccount};
use qz_acts::person::view::{PersonFilter, PersonSort};
use qz_acts::visit::view::Page;
use qz_acts::visit::{
    AttachEvidence, CallOffVisit, FilePaperVisit, PaperVisitForm, PlanForm, PlanVisit, ReportForm,
    ReportVisit,
};
use qz_domain::evidence::MediaType;
use qz_domain::id::{AccountId, VisitId};
use qz_domain::power::Reach;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;

/// The record of a door, and what its form must say to get as far as its act.
#[derive(Debug, Clone)]
pub struct Target {
    /// What stands for each parameter of the path.
    pub params: Vec<(&'static str, String)>,
    /// The fields of its forms.
    pub fields: Vec<(&'static str, String)>,
}

impl Target {
    /// The path to it through a door; `None` where it has nothing to stand for a parameter.
    pub fn path(&self, door: &str) -> Option<String> {
        let put = |path: String, (name, value): &(&'static str, String)| {
            path.replace(&format!("{{{name}}}"), value)
        };
        let path = self.params.iter().fold(door.to_owned(), put);
        (!path.contains('{')).then_some(path)
    }
}

/// Which doors ask for the same kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    Account,
    Role,
    Person,
    Visit,
    Finding,
    Accountability,
    Bulletin,
    BaseObjection,
    MatterObjection,
    Campaign,
    Adoption,
    Draw,
    Article,
    LawChange,
    Ticket,
    Report,
    Rectification,
    Review,
    Meeting,
    ListEntry,
    Opening,
    Suspicion,
    Sanction,
    Terminal,
    Request,
}

impl Family {
    /// By the path of a door. A door of no family fails the test: add one.
    pub fn of(path: &str) -> Self {
        let families = [
            ("/desk/accounts/{id}", Self::Account),
            ("/desk/roles/{id}", Self::Role),
            ("/desk/people/{id}", Self::Person),
            ("/desk/visits/{id}", Self::Visit),
            ("/desk/findings/{id}", Self::Finding),
            ("/desk/accountabilities/{id}", Self::Accountability),
            ("/desk/bulletins/{id}", Self::Bulletin),
            ("/desk/objections/records/{id}", Self::BaseObjection),
            ("/desk/objections/matters/{id}", Self::MatterObjection),
            ("/desk/campaigns/{id}", Self::Campaign),
            ("/desk/schemes/{id}", Self::Adoption),
            ("/desk/draws/{id}", Self::Draw),
            ("/desk/articles/{id}", Self::Article),
            ("/desk/law/changes/{id}", Self::LawChange),
            ("/desk/tickets/{id}", Self::Ticket),
            ("/desk/reports/{id}", Self::Report),
            ("/desk/lists/{id}", Self::ListEntry),
            ("/desk/rectifications/{id}", Self::Rectification),
            ("/desk/reviews/{id}", Self::Review),
            ("/desk/meetings/{id}", Self::Meeting),
            ("/desk/openings/{id}", Self::Opening),
            ("/desk/suspicions/{id}", Self::Suspicion),
            ("/desk/sanctions/{id}", Self::Sanction),
            ("/desk/terminals/{id}", Self::Terminal),
            ("/desk/requests/{id}", Self::Request),
            ("/api/v1/visits/{id}", Self::Visit),
        ];
        let found = families.iter().find(|(begin, _)| path.starts_with(begin));
        found.unwrap_or_else(|| panic!("{path}: no family makes its record")).1
    }

    /// The stages of its records.
    pub fn stages(self) -> &'static [&'static str] {
        match self {
            Self::Account | Self::Role => &["invited", "active", "suspended"],
            Self::Person | Self::BaseObjection | Self::MatterObjection => &[NO_STAGE],
            Self::Visit => &["planned", "reported", "filed", "called_off"],
            Self::Finding => matter::FINDING,
            Self::Accountability => matter::ACCOUNTABILITY,
            Self::Bulletin => matter::BULLETIN,
            Self::Campaign => campaign::STAGES,
            Self::Adoption => adoption::STAGES,
            Self::Draw => draw::STAGES,
            Self::Article => article::STAGES,
            Self::LawChange => law::STAGES,
            Self::Ticket => ticket::STAGES,
            Self::Report => report::STAGES,
            Self::Rectification => rectification::STAGES,
            Self::Review => review::STAGES,
            Self::Meeting => meeting::STAGES,
            Self::ListEntry => list_entry::STAGES,
            Self::Opening => opening::STAGES,
            Self::Suspicion => suspicion::STAGES,
            Self::Sanction => sanction::STAGES,
            Self::Terminal => terminal::STAGES,
            Self::Request => request::STAGES,
        }
    }

    /// How near its records can be to an account: an account or a law is never nearer than the
    /// county, and a bulletin, a campaign, a draw, an article or a report is nobody's own.
    pub fn nearness(self) -> &'static [Reach] {
        match self {
            Self::Account | Self::Role | Self::BaseObjection | Self::LawChange => &[Reach::County],
            Self::Person
            | Self::Visit
            | Self::Finding
            | Self::Accountability
            | Self::Review
            | Self::ListEntry
            | Self::Opening
            | Self::Suspicion
            | Self::Sanction
            | Self::Request => Reach::ALL,
            Self::Bulletin
            | Self::MatterObjection
            | Self::Campaign
            | Self::Adoption
            | Self::Draw
            | Self::Article
            | Self::Ticket
            | Self::Report
            | Self::Meeting
            | Self::Terminal
            | Self::Rectification => &[Reach::Unit, Reach::System, Reach::County],
        }
    }

    /// Whether a record as near as this is another one for each role.
    pub fn is_of_role(self, near: Reach) -> bool {
        match self {
            Self::Person => true,
            Self::Visit
            | Self::Finding
            | Self::Accountability
            | Self::Review
            | Self::ListEntry
            | Self::Opening
            | Self::Suspicion
            | Self::Sanction
            | Self::Request => near == Reach::Own,
            Self::Account
            | Self::Role
            | Self::Bulletin
            | Self::Campaign
            | Self::Adoption
            | Self::Draw
            | Self::Article
            | Self::LawChange
            | Self::Ticket
            | Self::Report
            | Self::Rectification
            | Self::Meeting
            | Self::Terminal
            | Self::BaseObjection
            | Self::MatterObjection => false,
        }
    }

    /// Makes a record.
    pub async fn make(self, staff: &Staff, role: Role, stage: &str, near: Reach) -> Target {
        match self {
            Self::Account => {
                let id = account(staff, stage, false).await.0;
                Target { params: vec![("id", id.to_string())], fields: vec![] }
            }
            Self::Role => {
                let grant = account(staff, stage, true).await.1;
                Target { params: vec![("id", grant)], fields: vec![] }
            }
            Self::Person => person(staff, role, near).await,
            Self::Visit => visit(staff, stage, own(role, near)).await,
            Self::Finding => matter::finding(staff, stage, own(role, near)).await,
            Self::Accountability => matter::accountability(staff, stage, own(role, near)).await,
            Self::Bulletin => matter::bulletin(staff, stage).await,
            Self::BaseObjection => matter::objection(staff, false).await,
            Self::MatterObjection => matter::objection(staff, true).await,
            Self::Campaign => campaign::campaign(staff, stage).await,
            Self::Adoption => adoption::adoption(staff, stage).await,
            Self::Draw => draw::draw(staff, stage).await,
            Self::Article => article::article(staff, stage).await,
            Self::LawChange => law::change(staff, stage).await,
            Self::Ticket => ticket::ticket(staff, stage).await,
            Self::Report => report::report(staff, stage).await,
            Self::Rectification => rectification::rectification(staff, stage).await,
            Self::Review => review::review(staff, stage, own(role, near)).await,
            Self::Meeting => meeting::meeting(staff, stage).await,
            Self::ListEntry => list_entry::entry(staff, stage, own(role, near)).await,
            Self::Opening => opening::opening(staff, stage, own(role, near)).await,
            Self::Suspicion => suspicion::suspicion(staff, stage, own(role, near)).await,
            Self::Sanction => sanction::sanction(staff, stage, own(role, near)).await,
            Self::Terminal => terminal::terminal(staff, stage).await,
            Self::Request => {
                request::request(staff, stage, Some(role).filter(|_| near == Reach::Own)).await
            }
        }
    }
}

/// The work number of the person whose own a record is to be.
fn own(role: Role, near: Reach) -> Option<&'static str> {
    let own = OWN.iter().find(|(held, _)| *held == role).filter(|_| near == Reach::Own);
    own.map(|(_, number)| *number)
}

/// An account in a stage, with a role proposed for it where one is asked for.
async fn account(staff: &Staff, stage: &str, with_role: bool) -> (AccountId, String) {
    let county = &staff.county;
    let system = county.account(Role::System).await;
    let code = county.acts.new_request();
    let name = format!("t{}", &code.replace('-', "")[..20]);
    let form = AccountForm { name, person: String::new() };
    let open = OpenAccount { actor: system, form, code: code.clone() };
    let account = county.done(open).await.account;
    let mut grant = String::new();
    if with_role {
        let form = RoleForm { role: "hr".to_owned(), unit: "QX30".to_owned() };
        let propose = ProposeRole { actor: system, account, form };
        grant = county.done(propose).await.grant.to_string();
    }
    if stage != "invited" {
        county.done(Activate { account, code, phc: "none".to_owned() }).await;
    }
    if stage == "suspended" {
        county.done(SuspendAccount { actor: system, account }).await;
    }
    (account, grant)
}

/// A person: the account's own, one of the unit it is seated in, or one elsewhere.
async fn person(staff: &Staff, role: Role, near: Reach) -> Target {
    // G13 works in QX50: the seat of the nearest, the line of the next, nothing of the last.
    let number = own(role, near).unwrap_or("G13");
    let hr = staff.county.account(Role::Hr).await;
    let (filter, sort) = (PersonFilter::default(), PersonSort::Number);
    let (people, _) = staff.county.acts.people(hr, &filter, sort, Page::all()).await.unwrap();
    let found = people.into_iter().find(|line| line.number == number).unwrap();
    Target { params: vec![("id", found.id.to_string())], fields: vec![] }
}

/// A visit to QX50 by QX10, or to QX40 when it is to be near to one person only.
async fn visit(staff: &Staff, stage: &str, own: Option<&str>) -> Target {
    let county = &staff.county;
    let (clerk, inspector) =
        (county.account(Role::Clerk).await, county.account(Role::Inspector).await);
    // G2 writes it up; the second on the team is whose own it is to be.
    let second = own.filter(|number| *number != "G2").unwrap_or("G3");
    let team = vec!["G2".to_owned(), second.to_owned()];
    let unit = if own.is_some() { "QX40" } else { "QX50" }.to_owned();
    let visit = match stage {
        "filed" => {
            let form = paper(unit, team);
            county.done(FilePaperVisit { actor: clerk, form }).await.visit
        }
        _ => county.done(PlanVisit { actor: clerk, form: plan(unit, team) }).await.visit,
    };
    let mut params = vec![("id", visit.to_string())];
    if ["reported", "called_off"].contains(&stage) {
        let (version, form) = (version(staff, visit).await, report());
        county.done(ReportVisit { actor: inspector, visit, version, form }).await;
    }
    if stage != "planned" {
        params.push(("file", attach(staff, visit, clerk).await));
    }
    if stage == "called_off" {
        let (version, reason) = (version(staff, visit).await, "改期".to_owned());
        county.done(CallOffVisit { actor: clerk, visit, version, reason }).await;
    }
    Target { params, fields: vec![("version", version(staff, visit).await.to_string())] }
}

async fn attach(staff: &Staff, visit: VisitId, actor: AccountId) -> String {
    let (version, name) = (version(staff, visit).await, "现场".to_owned());
    let (media_type, bytes) = (MediaType::Png, b"not a picture".to_vec());
    let attach = AttachEvidence { actor, visit, version, name, media_type, bytes };
    staff.county.done(attach).await.evidence.to_string()
}

fn plan(unit: String, team: Vec<String>) -> PlanForm {
    PlanForm {
        organ: "QX10".to_owned(),
        unit,
        manner: "明察".to_owned(),
        from: "2016-02-15".to_owned(),
        until: String::new(),
        purpose: "节后在岗情况".to_owned(),
        team,
        ..PlanForm::default()
    }
}

fn report() -> ReportForm {
    ReportForm {
        visited_at: "2016-02-15 09:20".to_owned(),
        manner: "明察".to_owned(),
        observed: "四个窗口有人。".to_owned(),
        outcome: "无问题".to_owned(),
        told: "值班人员".to_owned(),
    }
}

fn paper(unit: String, team: Vec<String>) -> PaperVisitForm {
    let ReportForm { visited_at, manner, observed, outcome, told } = report();
    let organ = "QX10".to_owned();
    PaperVisitForm {
        organ,
        unit,
        manner,
        visited_at,
        team,
        observed,
        outcome,
        told,
        ..PaperVisitForm::default()
    }
}

async fn version(staff: &Staff, visit: VisitId) -> i64 {
    let clerk = staff.county.account(Role::Clerk).await;
    staff.county.acts.visit(clerk, visit).await.unwrap().visit.version
}
