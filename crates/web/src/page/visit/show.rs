//! One visit: what was seen, by whom, what the unit says, what was done to the record.

use super::forms::choices;
use super::list::stage_light;
use super::timeline::timeline;
use super::wrong::refuse;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::part::{Choice, Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::visit::view::{Reply, VisitView};
use qz_domain::action::Action;
use qz_domain::id::VisitId;
use qz_domain::instant;
use qz_domain::visit::{Manner, Outcome, ReplyPlan, Stage, Step, VisitNumber};

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "visit/show.html")]
pub struct ShowPage {
    pub(super) shell: Shell,
    crumb: Crumb,
    light: Light,
    title: String,
    facts: Vec<(String, String)>,
    observed: String,
    outcome: String,
    told: String,
    team: Vec<Signature>,
    reply: Option<(String, String)>,
    files: Vec<(Link, String)>,
    timeline: Timeline,
    links: Vec<Link>,
    draw: Option<String>,
    findings: Vec<Link>,
    may_sign: bool,
    may_attach: bool,
    is_filed: bool,
    home: String,
    request: String,
    version: i64,
}

/// A member of the team as shown.
#[derive(Debug, Clone)]
pub(crate) struct Signature {
    pub name: String,
    pub number: String,
    pub signed: Option<String>,
}

/// `GET /desk/visits/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<VisitId>,
) -> Result<Response, WebError> {
    let view =
        state.acts.visit(granted.account(), id).await.map_err(|fault| refuse(&shell, fault))?;
    let request = state.acts.new_request();
    let mut page = draw(shell, &view, request);
    let saw = view.visit.stage == Stage::Filed && view.visit.outcome == Some(Outcome::Matter);
    if saw && granted.may_somewhere(Action::FindingRegister) {
        let href = format!("/desk/findings/register?visit={}", view.visit.number);
        page.links.insert(0, Link::new(href, page.shell.say("finding-register-title")));
    }
    let draw = view.visit.draw.filter(|_| granted.may_somewhere(Action::DrawRead));
    page.draw = draw.map(|draw| format!("/desk/draws/{draw}"));
    let found = state.acts.findings_of_visit(granted.account(), id).await;
    let found = found.map_err(|fault| refuse(&page.shell, fault))?;
    page.findings = found
        .into_iter()
        .map(|number| Link::new(format!("/desk/findings/numbered/{number}"), number.to_string()))
        .collect();
    Ok(Html(page.render()?).into_response())
}

/// `GET /desk/visits/numbered/{number}`: where the code on a paper sheet leads.
pub(super) async fn numbered(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(number): Path<String>,
) -> Result<Response, WebError> {
    let number: VisitNumber = number.parse().map_err(|_| WebError::NotFound)?;
    let found = state.acts.visit_numbered(granted.account(), number).await;
    let id = found.map_err(|fault| refuse(&shell, fault))?;
    Ok(Redirect::to(&format!("/desk/visits/{id}")).into_response())
}

fn draw(shell: Shell, view: &VisitView, request: String) -> ShowPage {
    let words = shell.words;
    let visit = &view.visit;
    let home = format!("/desk/visits/{}", visit.id);
    let above = vec![Link::new("/desk/visits", shell.say("visit-list-title"))];
    let unit = shell.unit_name(&view.unit);
    let values = [("unit", unit.into()), ("manner", words.term(visit.manner).into())];
    ShowPage {
        crumb: Crumb::new(words, above, visit.number.to_string()),
        light: stage_light(words, visit.stage),
        title: shell.say_with("visit-title", &values),
        facts: facts(&shell, view),
        observed: visit.observed.clone(),
        outcome: visit.outcome.map_or_else(String::new, |end| words.term(end)),
        told: visit.told.clone(),
        team: signatures(&shell, view),
        reply: reply(&shell, view),
        files: files(&shell, view, &home),
        timeline: timeline(&shell, view),
        links: links(&shell, view, &home),
        draw: None,
        findings: vec![],
        may_sign: view.steps.contains(&Step::Sign),
        may_attach: view.steps.contains(&Step::Attach),
        is_filed: visit.stage == Stage::Filed,
        home,
        request,
        version: visit.version,
        shell,
    }
}

fn facts(shell: &Shell, view: &VisitView) -> Vec<(String, String)> {
    let words = shell.words;
    let visit = &view.visit;
    let label = |key: &str| shell.say(&format!("visit-column-{key}"));
    let mut facts = vec![
        (label("number"), visit.number.to_string()),
        (label("organ"), shell.unit_name(&view.organ)),
        (label("unit"), shell.unit_name(&view.unit)),
        (label("manner"), words.term(visit.manner)),
    ];
    if let Some(at) = visit.visited_at {
        facts.push((label("visited-at"), words.date_time(instant::civil(at))));
    } else {
        let (from, until) = (words.date(visit.planned_from), words.date(visit.planned_until));
        let days = if from == until { from } else { format!("{from} – {until}") };
        facts.push((label("planned"), days));
    }
    if let Some((over, approver)) = &view.over_cap {
        let said = [
            ("planned", over.planned.into()),
            ("most", over.most.into()),
            ("reason", over.reason.as_str().into()),
            ("approver", approver.as_str().into()),
        ];
        facts.push((label("over"), shell.say_with("visit-over", &said)));
    }
    if !visit.purpose.is_empty() {
        facts.push((label("purpose"), visit.purpose.clone()));
    }
    facts
}

pub(super) fn signatures(shell: &Shell, view: &VisitView) -> Vec<Signature> {
    let signed = |at| shell.words.date_time(instant::civil(at));
    let members = view.team.iter().map(|member| Signature {
        name: member.name.clone(),
        number: member.number.clone(),
        signed: member.signed_at.map(signed),
    });
    members.collect()
}

fn reply(shell: &Shell, view: &VisitView) -> Option<(String, String)> {
    let reply = view.reply.as_ref()?;
    let when = shell.words.date_time(instant::civil(reply.replied_at));
    let position = reply.position.map(|position| shell.words.term(position));
    let head = match position {
        Some(position) => format!("{position} · {when}"),
        None => shell.say_with("visit-reply-on-paper", &[("when", when.into())]),
    };
    Some((head, replied(shell, reply)))
}

/// What a unit replied, with how it means to put it right.
pub(super) fn replied(shell: &Shell, reply: &Reply) -> String {
    let plan = reply
        .plan
        .as_ref()
        .map(|plan| shell.say_with("visit-reply-plan", &[("plan", offered(shell, plan).into())]));
    let said = [Some(reply.body.clone()).filter(|body| !body.is_empty()), plan];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How a unit means to put something right, and by when, as its plan will say it.
pub(in crate::page) fn offered(shell: &Shell, plan: &ReplyPlan) -> String {
    let said = [("how", plan.how.as_str().into()), ("day", shell.words.date(plan.by).into())];
    shell.say_with("rectification-plan-offered", &said)
}

fn files(shell: &Shell, view: &VisitView, home: &str) -> Vec<(Link, String)> {
    let files = view.evidence.iter().map(|file| {
        let kilobytes = (file.size + 1023) / 1024;
        let note = shell.say_with(
            "visit-file-note",
            &[
                ("kind", word_of(file.media_type).into()),
                ("size", kilobytes.into()),
                ("hash", file.hash[..12].into()),
            ],
        );
        (Link::new(format!("{home}/evidence/{}", file.id), file.name.clone()), note)
    });
    files.collect()
}

fn word_of(media_type: qz_domain::evidence::MediaType) -> &'static str {
    use qz_domain::evidence::MediaType;
    match media_type {
        MediaType::Png => "PNG",
        MediaType::Jpeg => "JPEG",
        MediaType::Webp => "WebP",
        MediaType::Pdf => "PDF",
    }
}

/// The steps that have a page of their own.
fn links(shell: &Shell, view: &VisitView, home: &str) -> Vec<Link> {
    let steps = view.steps.iter().filter_map(|step| {
        let key = match step {
            Step::Report => "report",
            Step::Reply if view.reply.is_none() => "reply",
            Step::Correct => "correct",
            Step::CallOff => "call-off",
            _ => return None,
        };
        Some(Link::new(format!("{home}/{key}"), shell.say(&format!("visit-{key}-title"))))
    });
    steps.collect()
}

/// The choices of a manner with none chosen, for paper.
pub(super) fn manners(shell: &Shell) -> Vec<Choice> {
    choices::<Manner>(shell.words, "", None)
}
