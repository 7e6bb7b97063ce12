//! The sheet against the table of powers: every set of roles that one account may hold.

use super::sheet::{NO_STAGE, Sheet};
use qz_acts::actor::Actor;
use qz_acts::power::may;
use qz_domain::account::AccountStatus;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, PersonId, UnitId};
use qz_domain::law::change;
use qz_domain::power::{Concern, Grant, Reach};
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Line;
use qz_domain::visit::Stage;
use qz_domain::{
    accountability, adoption, article, bulletin, campaign, draw, finding, list_entry, meeting,
    monthly_report, rectification, request, review, roster, sanction, sealed, suspicion, terminal,
    ticket,
};

const PERSON: PersonId = PersonId(7);
const UNIT: UnitId = UnitId(20);

/// An object that is exactly as near as this to whoever holds a role for the unit.
fn concern(stage: &'static str, near: Reach) -> Concern {
    let elsewhere = (UnitId(40), Line::Health);
    let (people, units) = match near {
        Reach::Own => (vec![PERSON, PersonId(8)], vec![elsewhere]),
        Reach::Unit => (vec![PersonId(8)], vec![elsewhere, (UNIT, Line::Towns)]),
        Reach::System => (vec![], vec![elsewhere, (UnitId(21), Line::Towns)]),
        Reach::County => (vec![PersonId(8)], vec![elsewhere]),
    };
    Concern { stage, people, units }
}

/// Sets of roles an account may hold: any of those that are no officer's, or one officer's alone.
fn sets() -> Vec<Vec<Role>> {
    let (officers, others): (Vec<Role>, Vec<Role>) =
        Role::ALL.iter().copied().partition(|role| role.is_officer());
    let mut sets: Vec<Vec<Role>> = (0..1_u32 << others.len())
        .map(|set| {
            let chosen = others.iter().enumerate().filter(|(nth, _)| set & (1 << nth) != 0);
            chosen.map(|(_, role)| *role).collect()
        })
        .collect();
    sets.extend(officers.into_iter().map(|officer| vec![officer]));
    sets
}

#[test]
fn the_table_of_powers_is_what_the_sheet_says() {
    let sheet = Sheet::read();
    let (mut cells, mut faults) = (0, vec![]);
    for (action, stage) in sheet.rows() {
        let known: &'static str = if stage == NO_STAGE { "" } else { stage.to_owned().leak() };
        for roles in sets() {
            let grant = |role: &Role| Grant { role: *role, unit: UNIT, line: Line::Towns };
            let actor = Actor {
                account: AccountId(1),
                person: Some(PERSON),
                grants: roles.iter().map(grant).collect(),
                stands_for: None,
            };
            for near in Reach::ALL.iter().copied() {
                cells += 1;
                let expected = roles.iter().any(|role| sheet.allows(action, stage, *role, near));
                if may(&actor, action, &concern(known, near)) != expected {
                    let wrong = if expected { "denied" } else { "allowed" };
                    faults.push(format!("{} {stage} {roles:?} {near:?}: {wrong}", action.code()));
                }
            }
        }
    }
    println!("matrix: {cells} cells of powers, {} unexpected", faults.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(cells > 7_000, "{cells}");
}

fn codes<T: Spelled>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.code()).collect()
}

#[test]
fn the_sheet_has_a_row_for_every_action_and_every_stage_of_its_object() {
    let sheet = Sheet::read();
    let visit = codes::<Stage>();
    let account = codes::<AccountStatus>();
    let finding = codes::<finding::Stage>();
    let accountability = codes::<accountability::Stage>();
    let bulletin = codes::<bulletin::Stage>();
    let campaign = codes::<campaign::Stage>();
    let article = codes::<article::Stage>();
    // What is owed stands nowhere until it is confirmed for the first time.
    let mut report = codes::<monthly_report::Stage>();
    report.push("owed");
    let draw = codes::<draw::Stage>();
    let ticket = codes::<ticket::Stage>();
    for action in Action::ALL {
        let mut stages = sheet.stages(*action);
        let mut expected = match stages.as_slice() {
            [NO_STAGE] => vec![NO_STAGE],
            stages if stages.contains(&"lodged") => codes::<review::Stage>(),
            stages if stages.contains(&"held") && stages.len() == 3 => codes::<meeting::Stage>(),
            stages if stages.contains(&"rescinded") => codes::<sanction::Stage>(),
            stages if stages.contains(&"revoked") => codes::<request::Stage>(),
            stages if stages.contains(&"pending") && stages.contains(&"withdrawn") => {
                codes::<roster::SwapStage>()
            }
            stages if stages.contains(&"noted") => codes::<suspicion::Stage>(),
            stages if stages.contains(&"requested") => codes::<sealed::Stage>(),
            stages if stages.contains(&"in_service") => codes::<terminal::Stage>(),
            stages if stages.contains(&"in_force") => codes::<adoption::Stage>(),
            stages if stages.contains(&"filed") => visit.clone(),
            stages if stages.contains(&"verifying") => finding.clone(),
            stages if stages.contains(&"owed") => report.clone(),
            stages if stages.contains(&"contested") => codes::<list_entry::Stage>(),
            stages if stages.contains(&"noticed") => accountability.clone(),
            stages if stages.contains(&"proposed") => codes::<change::Stage>(),
            stages if stages.contains(&"replaced") => campaign.clone(),
            stages if stages.contains(&"withdrawn") => article.clone(),
            stages if stages.contains(&"entered_once") => draw.clone(),
            stages if stages.contains(&"handed_over") => ticket.clone(),
            stages if stages.contains(&"lasting") => codes::<rectification::Stage>(),
            stages if stages.contains(&"drafted") => bulletin.clone(),
            _ => account.clone(),
        };
        stages.sort_unstable();
        expected.sort_unstable();
        assert_eq!(stages, expected, "{}", action.code());
    }
}

#[test]
fn no_officer_reads_a_record_and_none_does_anothers_part() {
    let sheet = Sheet::read();
    let records = |action: &Action| {
        let matters = ["finding_", "accountability_", "notice_", "statement_", "measure_"];
        let others = ["decision_", "bulletin_", "visit_", "person_", "kin_", "training_"];
        let all = matters.iter().chain(&others);
        let more = [
            "organisation_",
            "article_",
            "campaign_",
            "adoption_",
            "filing_",
            "entry_",
            "sealed_entry_",
            "prompt_",
            "law_",
            "monthly_report_",
            "draw_",
            "rectification_",
            "review_",
            "list_",
            "source_",
            "suspicion_",
            "sanction_",
            "opening_",
            "ticket_",
        ];
        let all = all.chain(&more);
        all.into_iter().any(|family| action.code().starts_with(family))
    };
    for officer in Role::ALL.iter().filter(|role| role.is_officer()) {
        for action in Action::ALL.iter().filter(|action| records(action)) {
            assert!(!sheet.knows(*action, *officer), "{officer:?} {}", action.code());
        }
    }
    assert!(!sheet.knows(Action::RoleConfirm, Role::System));
    assert!(!sheet.knows(Action::RolePropose, Role::Security));
    let changes = [Action::AccountManage, Action::RolePropose, Action::RoleConfirm];
    assert!(changes.iter().all(|action| !sheet.knows(*action, Role::Audit)));
}
