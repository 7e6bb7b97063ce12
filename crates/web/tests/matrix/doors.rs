//! The sheet against every door, through the whole application.

use super::sheet::Sheet;
use super::staff::Staff;
use super::target::{Family, Target};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use qz_domain::action::Action;
use qz_domain::power::Reach;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_testkit::client::{Client, Page, demo_config, form};
use qz_web::app::doors;
use qz_web::door::{Access, ListedDoor, Method};
use std::collections::BTreeMap;

/// Every door that asks for a power, with its action and whether it takes a record.
fn gated() -> Vec<(ListedDoor, Action, bool)> {
    let doors = doors(&demo_config());
    let gated = doors.listed().iter().filter_map(|door| match door.access {
        Access::Public => None,
        Access::Power { action, by_record } => Some((*door, action, by_record)),
    });
    gated.collect()
}

async fn ask(client: &mut Client, method: Method, path: &str, fields: &[(&str, &str)]) -> Page {
    match method {
        Method::Get => client.get(path).await,
        Method::Post => client.post(path, fields).await,
    }
}

/// What a door said to whoever came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Come in: whatever the act then said.
    Welcome,
    /// Sign in first.
    SignIn,
    /// You have no such power.
    Forbidden,
    /// There is no such record.
    NotThere,
    /// The record changed.
    Changed,
    /// A fault of ours.
    Broken,
}

fn said(page: &Page) -> Said {
    match page.status {
        StatusCode::UNAUTHORIZED => Said::SignIn,
        StatusCode::SEE_OTHER if page.location().is_some_and(|to| to.starts_with("/sign-in?")) => {
            Said::SignIn
        }
        StatusCode::FORBIDDEN => Said::Forbidden,
        StatusCode::NOT_FOUND => Said::NotThere,
        StatusCode::CONFLICT => Said::Changed,
        status if status.is_server_error() => Said::Broken,
        _ => Said::Welcome,
    }
}

#[test]
fn every_doors_action_has_a_row_and_every_record_a_family() {
    let sheet = Sheet::read();
    for (door, action, by_record) in gated() {
        assert!(!sheet.stages(action).is_empty(), "{}", door.path);
        assert!(!by_record || !Family::of(door.path).stages().is_empty());
    }
}

#[tokio::test]
async fn nobody_comes_in_without_signing_in() {
    let staff = Staff::hired().await;
    let mut cells = 0;
    for (door, ..) in gated() {
        let path = door.path.replace("{id}", "1").replace("{file}", "1").replace("{number}", "1");
        let mut stranger = Client::at_demo(&staff.county.acts);
        let page = ask(&mut stranger, door.method, &path, &[]).await;
        assert_eq!(said(&page), Said::SignIn, "{:?} {}", door.method, door.path);
        stranger.cookies.insert("qz".to_owned(), "A".repeat(43));
        let page = ask(&mut stranger, door.method, &path, &[("csrf", "x")]).await;
        assert_eq!(said(&page), Said::SignIn, "{:?} {}", door.method, door.path);
        cells += 2;
    }
    println!("matrix: {cells} cells of strangers, 0 unexpected");
}

#[tokio::test]
async fn a_door_without_a_record_opens_to_whoever_has_the_power() {
    let (sheet, staff) = (Sheet::read(), Staff::hired().await);
    let (mut cells, mut faults) = (0, vec![]);
    for (door, action, by_record) in gated() {
        if by_record || door.path == "/sign-out" {
            continue;
        }
        let path = door.path.replace("{id}", "1").replace("{number}", "1");
        for role in Role::ALL.iter().copied() {
            let mut client = staff.client(role, Reach::County).unwrap();
            let page = ask(&mut client, door.method, &path, &[]).await;
            let (expected, found) = (sheet.knows(action, role), said(&page));
            let right = match found {
                Said::Forbidden => !expected,
                Said::Broken | Said::SignIn => false,
                _ => expected,
            };
            cells += 1;
            if !right {
                faults.push(format!("{:?} {} {role:?}: {found:?}", door.method, door.path));
            }
        }
    }
    println!("matrix: {cells} cells of doors without a record, {} unexpected", faults.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A door, whoever comes, and the record they come for.
struct Case {
    door: ListedDoor,
    action: Action,
    role: Role,
    stage: &'static str,
    near: Reach,
}

impl Case {
    fn expects(&self, sheet: &Sheet, found: Said) -> bool {
        let Self { action, role, stage, near, .. } = *self;
        if sheet.allows(action, stage, role, near) {
            // An act on accounts says itself that the account is past this step.
            let late = found == Said::Changed
                && matches!(Family::of(self.door.path), Family::Account | Family::Role);
            return found == Said::Welcome || late;
        }
        if !sheet.knows(action, role) {
            return found == Said::Forbidden;
        }
        // Whoever may read the record and comes too late may be told so.
        let in_time =
            sheet.stages(action).iter().any(|other| sheet.allows(action, other, role, near));
        match found {
            Said::NotThere => true,
            Said::Changed => in_time && self.may_read(sheet),
            _ => false,
        }
    }

    fn may_read(&self, sheet: &Sheet) -> bool {
        let reading = match Family::of(self.door.path) {
            Family::Account | Family::Role => Action::AccountRead,
            Family::Person => Action::PersonRead,
            Family::Visit => Action::VisitRead,
            Family::Finding => Action::FindingRead,
            Family::Accountability => Action::AccountabilityRead,
            Family::Bulletin => Action::BulletinRead,
            Family::BaseObjection => Action::ObjectionAnswer,
            Family::MatterObjection => Action::ObjectionAnswerMatter,
            Family::Campaign => Action::CampaignRead,
            Family::Adoption => Action::AdoptionRead,
            Family::Draw => Action::DrawRead,
            Family::Article => Action::ArticleRead,
            Family::LawChange => Action::LawRead,
            Family::Ticket => Action::TicketRead,
            Family::Report => Action::MonthlyReportRead,
            Family::Rectification => Action::RectificationRead,
            Family::Review => Action::ReviewRead,
            Family::Meeting => Action::MeetingRead,
            Family::ListEntry => Action::ListRead,
            Family::Opening => Action::OpeningRead,
            Family::Suspicion => Action::SuspicionRead,
            Family::Sanction => Action::SanctionRead,
            Family::Terminal => Action::TerminalRead,
            Family::Request => Action::RequestRead,
        };
        sheet.allows(reading, self.stage, self.role, self.near)
    }
}

/// The cases of every door that takes a record.
fn cases() -> Vec<Case> {
    let mut cases = vec![];
    for (door, action, by_record) in gated() {
        if !by_record {
            continue;
        }
        let family = Family::of(door.path);
        for role in Role::ALL.iter().copied() {
            for stage in family.stages() {
                for near in family.nearness().iter().copied() {
                    if !role.is_officer() || near == Reach::County {
                        cases.push(Case { door, action, role, stage, near });
                    }
                }
            }
        }
    }
    cases
}

#[tokio::test]
async fn a_door_with_a_record_opens_as_far_as_the_sheet_says() {
    let (sheet, staff) = (Sheet::read(), Staff::hired().await);
    let mut targets: BTreeMap<(Family, Role, &str, Reach), Target> = BTreeMap::new();
    let cases = cases();
    let (mut cells, mut faults) = (0, vec![]);
    for case in &cases {
        let family = Family::of(case.door.path);
        // Where nearness is told from the role, each role has a record of its own.
        let whose = if family.is_of_role(case.near) { case.role } else { Role::Clerk };
        let key = (family, whose, case.stage, case.near);
        let target = match targets.get(&key) {
            Some(target) => target.clone(),
            None => family.make(&staff, case.role, case.stage, case.near).await,
        };
        // A planned visit has no evidence yet.
        let Some(path) = target.path(case.door.path) else { continue };
        cells += 1;
        let mut client = staff.client(case.role, case.near).unwrap();
        let fields: Vec<(&str, &str)> =
            target.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = ask(&mut client, case.door.method, &path, &fields).await;
        let found = said(&page);
        if !case.expects(&sheet, found) {
            let Case { door, role, stage, near, .. } = case;
            let Page { status, .. } = page;
            let path = door.path;
            faults.push(format!("{:?} {path} {role:?} {stage} {near:?}: {status}", door.method));
        }
        // An act that was done has moved the record on: the next case gets a new one.
        let done = case.door.method == Method::Post && !page.status.is_client_error();
        if done {
            targets.remove(&key)
        } else {
            targets.insert(key, target)
        };
    }
    println!("matrix: {cells} cells of doors with a record, {} unexpected", faults.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(cells > 1_000, "{cells}");
}

#[tokio::test]
async fn a_record_that_is_not_there_is_not_there_for_anybody() {
    let staff = Staff::hired().await;
    for (door, action, by_record) in gated() {
        if !by_record {
            continue;
        }
        for id in ["999999999", "0", "-1", "x", "1%20or%201", "99999999999999999999"] {
            let path = door.path.replace("{id}", id).replace("{file}", "1");
            for role in Role::ALL.iter().copied() {
                let mut client = staff.client(role, Reach::County).unwrap();
                let page = ask(&mut client, door.method, &path, &[]).await;
                let knows = Sheet::read().knows(action, role);
                let expected = if knows { Said::NotThere } else { Said::Forbidden };
                assert_eq!(said(&page), expected, "{:?} {path} {role:?}", door.method);
            }
        }
    }
}

#[tokio::test]
async fn no_form_of_any_door_is_taken_without_the_sessions_token() {
    let staff = Staff::hired().await;
    let mut forms = 0;
    for (door, ..) in gated().into_iter().filter(|(door, ..)| door.method == Method::Post) {
        let path = door.path.replace("{id}", "1").replace("{file}", "1").replace("{number}", "1");
        for role in Role::ALL.iter().copied() {
            let mut client = staff.client(role, Reach::County).unwrap();
            let page = client.send(form(&path, &[("csrf", "")])).await;
            assert_eq!(said(&page), Said::Forbidden, "{path} {role:?}");
            let bare = Request::post(&path).header(header::ORIGIN, "http://county.example");
            let page = client.send(bare.body(Body::empty()).unwrap()).await;
            assert_eq!(said(&page), Said::Forbidden, "{path} {role:?}");
            forms += 2;
        }
    }
    println!("matrix: {forms} forms without a token, 0 taken");
}
