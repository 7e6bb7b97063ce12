//! Who acts in the script, and the role each needs for what they did: an account of their own for
//! everybody, since who acts and who keys are told apart by person.

use super::{
    Article, Bulletin, COMMISSION, COMMITTEE_OFFICE, Campaign, Course, Listing, Matter, PUBLICITY,
    Scheme, Script, SelfRequested,
};
use qz_acts::identity::demo::Persona;
use qz_domain::role::Role;
use std::collections::BTreeSet;

type Needed = BTreeSet<(String, &'static str, String)>;

/// The accounts of the script, with their roles. Whoever already has an account keeps it.
pub fn officials(script: &Script) -> Vec<Persona> {
    let mut needed = Needed::new();
    for matter in &script.matters {
        of_matter(&mut needed, matter);
    }
    for Bulletin { course, .. } in &script.bulletins {
        of_course(&mut needed, course, COMMISSION, "head");
    }
    if let Some(SelfRequested { course, countersigner, .. }) = &script.self_requested {
        of_course(&mut needed, course, COMMITTEE_OFFICE, "first-secretary");
        needed.insert((countersigner.clone(), "discipline", COMMISSION.to_owned()));
    }
    for campaign in &script.campaigns {
        let Campaign { organ, drafter, signer, .. } = campaign;
        needed.insert((drafter.clone(), "discipline", organ.clone()));
        needed.insert((signer.clone(), "first-secretary", COMMITTEE_OFFICE.to_owned()));
    }
    for (unit, reporter) in &script.reports.reporters {
        needed.insert((reporter.clone(), "liaison", unit.clone()));
    }
    needed.insert((script.reports.returner.clone(), "discipline", COMMISSION.to_owned()));
    for one in &script.rectifications {
        needed.extend(one.needs());
    }
    for review in &script.reviews {
        needed.extend(review.needs());
    }
    needed.extend(script.lists.iter().flat_map(Listing::needs));
    needed.extend(script.schemes.iter().flat_map(Scheme::needs));
    needed.extend(script.attendance.needs());
    for Article { drafter, checker, publisher, .. } in &script.articles {
        for who in [drafter, checker, publisher] {
            needed.insert((who.clone(), "publicity", PUBLICITY.to_owned()));
        }
    }
    let done = script.tickets.iter().flat_map(|ticket| &ticket.steps);
    for step in done.filter(|step| step.is_of_office()) {
        needed.insert((step.by.clone(), "publicity", PUBLICITY.to_owned()));
    }
    for matter in &script.matters {
        register(&mut needed, matter);
    }
    // Whoever did nothing yet is not named.
    needed.retain(|(number, ..)| !number.is_empty());
    let persona = |(number, role, unit): (String, &str, String)| {
        use qz_domain::spelled::Spelled;
        let role = Role::from_code(role)?;
        Some(Persona { name: number.clone(), role, person: Some(number), unit })
    };
    needed.into_iter().filter_map(persona).collect()
}

fn of_matter(needed: &mut Needed, matter: &Matter) {
    let organ = &matter.organ;
    let mut need = |who: &String, role| {
        needed.insert((who.clone(), role, organ.clone()));
    };
    for who in std::iter::once(&matter.screener).chain(&matter.verifiers) {
        need(who, "discipline");
    }
    need(&matter.adjudicator, "adjudicator");
    for subject in &matter.subjects {
        need(&subject.proposer, "discipline");
        need(&subject.server, "discipline");
        if let Some(chair) = subject.panel.first() {
            need(chair, "head");
        }
    }
}

/// Whoever registers for the commission without another part there is a clerk.
fn register(needed: &mut Needed, matter: &Matter) {
    let as_role = |role| (matter.registrar.clone(), role, matter.organ.clone());
    if matter.organ != COMMISSION {
        needed.insert(as_role("discipline"));
    } else if !needed.contains(&as_role("discipline")) {
        needed.insert(as_role("clerk"));
    }
}

fn of_course(needed: &mut Needed, course: &Course, organ: &str, signs: &'static str) {
    for (who, role) in [
        (&course.drafter, "discipline"),
        (&course.checker, "discipline"),
        (&course.reviewer, "adjudicator"),
        (&course.signer, signs),
        (&course.publisher, "discipline"),
    ] {
        needed.insert((who.clone(), role, organ.to_owned()));
    }
    if let Some(leader) = &course.signed_for {
        needed.insert((leader.clone(), signs, organ.to_owned()));
    }
}
