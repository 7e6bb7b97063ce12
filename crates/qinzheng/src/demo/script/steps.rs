//! The script as steps in the order of days: what one person did on one day.

use super::draw::of_draw;
use super::law::of_change;
use super::{
    Article, Bulletin, COMMISSION, COMMITTEE_OFFICE, Course, Matter, PUBLICITY, Script,
    SelfRequested, Subject,
};
use jiff::civil::Date;
use qz_acts::accountability::{DecisionForm, NoticeForm, StatementForm};
use qz_acts::article::ArticleForm;
use qz_acts::bulletin::{AssessmentForm, BulletinForm, PromiseForm};
use qz_acts::finding::{AdjudicationForm, RegistrationForm, ScreeningForm, VerificationForm};
use qz_acts::matter::PaperForm;
use qz_acts::script::{Scripted, ScriptedAnswer, ScriptedStep, ScriptedSubject};
use qz_domain::article;
use qz_domain::bulletin::Step;
use std::collections::HashMap;

/// A step with its day, its place within the day, and the name of its request.
pub struct Dated {
    /// When.
    pub day: Date,
    /// In which order on that day: a matter's later steps come after all earlier ones.
    order: u8,
    /// The name under which it is done once.
    pub request: String,
    /// What was done.
    pub scripted: Scripted,
}

/// Who speaks for a unit: its head's work number, by the unit's code.
pub type Heads = HashMap<String, String>;

/// Every step of the script, by day.
pub fn steps(script: &Script, heads: &Heads) -> Vec<Dated> {
    let mut steps = vec![];
    for matter in &script.matters {
        of_matter(&mut steps, matter);
        for subject in &matter.subjects {
            of_subject(&mut steps, (matter, subject), heads);
            of_decision(&mut steps, (matter, subject));
        }
    }
    for bulletin in &script.bulletins {
        of_bulletin(&mut steps, bulletin, &script.matters);
    }
    if let Some(own) = &script.self_requested {
        of_own(&mut steps, own);
    }
    for change in &script.changes {
        of_change(&mut steps, change);
    }
    for campaign in &script.campaigns {
        campaign.steps(&mut steps);
    }
    script.reports.steps(&mut steps);
    for draw in &script.draws {
        of_draw(&mut steps, draw);
    }
    for one in &script.rectifications {
        one.steps(&mut steps);
    }
    for review in &script.reviews {
        review.steps(&mut steps);
    }
    for one in &script.lists {
        one.steps(&mut steps);
    }
    for one in &script.schemes {
        one.steps(&mut steps);
    }
    for article in &script.articles {
        of_article(&mut steps, article);
    }
    for ticket in &script.tickets {
        ticket.steps(&mut steps);
    }
    script.attendance.steps(&mut steps);
    steps.sort_by_key(|step| (step.day, step.order));
    steps
}

/// Adds a step of a day; `what` names it among those of the same order.
pub(super) fn add(
    steps: &mut Vec<Dated>,
    (day, order): (Date, u8),
    (by, what): (&str, &str),
    step: ScriptedStep,
) {
    let request = format!("script {order} {what}");
    steps.push(Dated { day, order, request, scripted: Scripted::by(by, step) });
}

fn of_matter(steps: &mut Vec<Dated>, matter: &Matter) {
    let (visit, named) = (matter.visit, matter.visit.to_string());
    let paper = PaperForm::default;
    let form = RegistrationForm {
        visit: named.clone(),
        organ: matter.organ.clone(),
        weight: String::new(),
        facts: matter.facts.clone(),
        paper: paper(),
    };
    add(steps, (matter.registered, 0), (&matter.registrar, &named), ScriptedStep::Register(form));
    if let Some(day) = matter.screened {
        let (outcome, reason) = (matter.screening_outcome.clone(), matter.screening.clone());
        let form = ScreeningForm { outcome, reason, paper: paper(), ..ScreeningForm::default() };
        add(steps, (day, 1), (&matter.screener, &named), ScriptedStep::Screen(visit, form));
    }
    if let Some(day) = matter.verified {
        let form = VerificationForm {
            verifiers: matter.verifiers.clone(),
            established: matter.established.clone(),
            in_favour: matter.in_favour.clone(),
            paper: paper(),
        };
        let by = matter.verifiers.first().map_or("", String::as_str);
        add(steps, (day, 2), (by, &named), ScriptedStep::Verify(visit, form));
    }
    if let Some(chain) = &matter.chain {
        let step = ScriptedStep::Lay(visit, chain.form());
        add(steps, (chain.laid, 2), (&chain.by, &format!("{named} chain")), step);
    }
    if let Some(day) = matter.adjudicated {
        let form = AdjudicationForm {
            outcome: matter.finding.clone(),
            ground: matter.ground.clone(),
            reason: matter.reason.clone(),
            paper: paper(),
        };
        let step = ScriptedStep::Adjudicate(visit, form);
        add(steps, (day, 5), (&matter.adjudicator, &named), step);
    }
}

/// An answer to a question of tolerance, as the file has it: `bars：why`.
fn tolerated(said: &str) -> (String, String) {
    let (answer, why) = said.split_once('：').unwrap_or((said, ""));
    (answer.to_owned(), why.to_owned())
}

fn of_subject(steps: &mut Vec<Dated>, (matter, subject): (&Matter, &Subject), heads: &Heads) {
    let (who, named) = called(matter, subject);
    let held = || ScriptedSubject { visit: matter.visit, who: who.clone() };
    let form = NoticeForm {
        unit: subject.unit.clone().unwrap_or_default(),
        person: subject.person.clone().unwrap_or_default(),
        conduct: subject.conduct.clone(),
        ground: subject.ground.clone().unwrap_or_else(|| matter.ground.clone()),
        measure: subject.measure.clone(),
        tolerance: subject.tolerance.iter().map(|said| tolerated(said)).collect(),
        paper: PaperForm::default(),
    };
    let by = subject.proposer.as_str();
    add(steps, (subject.noticed, 3), (by, &named), ScriptedStep::Notify(matter.visit, form));
    let said = |day: Date| PaperForm {
        number: format!("陈述{named}"),
        day: day.to_string(),
        by: subject.unit.as_ref().and_then(|unit| heads.get(unit)).cloned().unwrap_or_default(),
        hash: String::new(),
    };
    if let Some(day) = subject.answered {
        let form = StatementForm { statement: subject.answer.clone(), paper: said(day) };
        add(
            steps,
            (day, 4),
            (by, &named),
            ScriptedStep::Answer(held(), ScriptedAnswer::Record(form)),
        );
    } else if let Some(day) = subject.waived {
        add(
            steps,
            (day, 4),
            (by, &named),
            ScriptedStep::Answer(held(), ScriptedAnswer::Waive(said(day))),
        );
    }
}

/// What the panel decided on a subject, and the service.
fn of_decision(steps: &mut Vec<Dated>, (matter, subject): (&Matter, &Subject)) {
    let (who, named) = called(matter, subject);
    let answer = |answer| {
        let held = ScriptedSubject { visit: matter.visit, who: who.clone() };
        ScriptedStep::Answer(held, answer)
    };
    if let Some(day) = subject.decided {
        let form = DecisionForm {
            panel: subject.panel.clone(),
            measure: subject.measure.clone(),
            lasts: String::new(),
            response: subject.response.clone(),
            because: subject.because.clone(),
            paper: PaperForm::default(),
        };
        let chair = subject.panel.first().map_or("", String::as_str);
        add(steps, (day, 6), (chair, &named), answer(ScriptedAnswer::Decide(form)));
    }
    if let Some(day) = subject.served {
        add(steps, (day, 7), (&subject.server, &named), answer(ScriptedAnswer::Serve));
    }
}

/// Code or work number of a subject, and its name in requests.
fn called(matter: &Matter, subject: &Subject) -> (String, String) {
    let who = subject.person.clone().or_else(|| subject.unit.clone()).unwrap_or_default();
    let named = format!("{} {who}", matter.visit);
    (who, named)
}

fn of_bulletin(steps: &mut Vec<Dated>, bulletin: &Bulletin, matters: &[Matter]) {
    let told = bulletin.matters.iter().flat_map(|visit| {
        let found = matters.iter().filter(move |matter| matter.visit.to_string() == *visit);
        found.flat_map(|matter| {
            matter.subjects.iter().filter_map(move |subject| {
                let who = subject.person.clone().or_else(|| subject.unit.clone())?;
                let name = bulletin.names.iter().find(|name| name.person == who);
                let naming = name.map(|name| name.reason.clone()).unwrap_or_default();
                Some((ScriptedSubject { visit: matter.visit, who }, naming))
            })
        })
    });
    let form = BulletinForm {
        organ: COMMISSION.to_owned(),
        kind: "ordinary".to_owned(),
        scope: "public".to_owned(),
        title: bulletin.title.clone(),
        lead: bulletin.lead.clone(),
        close: bulletin.close.clone(),
        ..BulletinForm::default()
    };
    let Course { drafted, drafter, .. } = &bulletin.course;
    let draft = ScriptedStep::Draft(form, told.collect());
    add(steps, (*drafted, 8), (drafter, &bulletin.title), draft);
    of_course(steps, &bulletin.course, &bulletin.title);
}

/// What was done with an article, as far as it came.
fn of_article(steps: &mut Vec<Dated>, told: &Article) {
    let form = ArticleForm {
        organ: PUBLICITY.to_owned(),
        section: told.section.clone(),
        title: told.title.clone(),
        body: told.body.clone(),
        source: told.source.clone(),
        authors: told.authors.clone(),
        paper: PaperForm::default(),
    };
    let by = (told.drafter.as_str(), told.title.as_str());
    add(steps, (told.drafted, 20), by, ScriptedStep::Write(form));
    let later = [
        (told.checked, 21, &told.checker, article::Step::Check),
        (told.published, 22, &told.publisher, article::Step::Publish),
    ];
    for (day, order, by, step) in later {
        if let Some(day) = day {
            let step = ScriptedStep::Carry(told.title.clone(), step);
            add(steps, (day, order), (by, &told.title), step);
        }
    }
}

fn of_own(steps: &mut Vec<Dated>, own: &SelfRequested) {
    let promise = |promise: &super::Promise| PromiseForm {
        item: promise.item.clone(),
        standard: promise.standard.clone(),
        due: promise.due.to_string(),
    };
    let form = BulletinForm {
        organ: COMMITTEE_OFFICE.to_owned(),
        kind: "self_requested".to_owned(),
        scope: own.scope.clone(),
        title: own.title.clone(),
        lead: own.lead.clone(),
        close: own.close.clone(),
        requester: own.course.signer.clone(),
        faults: own.faults.clone(),
        plan: own.plan.iter().map(promise).collect(),
        ..BulletinForm::default()
    };
    let Course { drafted, drafter, .. } = &own.course;
    add(steps, (*drafted, 8), (drafter, &own.title), ScriptedStep::Draft(form, vec![]));
    of_course(steps, &own.course, &own.title);
    let countersign = ScriptedStep::Advance(own.title.clone(), Step::Countersign);
    add(steps, (own.countersigned, 11), (&own.countersigner, &own.title), countersign);
}

fn of_course(steps: &mut Vec<Dated>, course: &Course, title: &str) {
    for (day, order, by, step) in [
        (course.checked, 9, &course.checker, Step::Check),
        (course.reviewed, 10, &course.reviewer, Step::Review),
        (course.signed, 12, &course.signer, Step::Sign),
        (course.published, 13, &course.publisher, Step::Publish),
    ] {
        let stands_for = course.signed_for.clone().filter(|_| step == Step::Sign);
        let step = match step {
            Step::Review => ScriptedStep::Review(title.to_owned(), assessment(course)),
            step => ScriptedStep::Advance(title.to_owned(), step),
        };
        add(steps, (day, order), (by, title), step);
        if let Some(last) = steps.last_mut() {
            last.scripted.stands_for = stands_for;
        }
    }
}

/// What the reviewer weighed; empty where nothing was to be.
fn assessment(course: &Course) -> AssessmentForm {
    course.assessment.as_ref().map_or_else(AssessmentForm::default, |weighed| AssessmentForm {
        purpose: weighed.purpose.clone(),
        effect: weighed.effect.clone(),
        safeguard: weighed.safeguard.clone(),
    })
}
