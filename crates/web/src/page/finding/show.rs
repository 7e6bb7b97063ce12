//! One finding: what was seen, what was said of it at each step, who answers for it.

use super::list::stage_light;
use super::paper;
use super::step::Part;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::accountability::{line_light, line_measure, line_subject};
use crate::page::chain::{self, ChainTable};
use crate::page::dossier;
use crate::page::matter::hands::{HandRow, hands};
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::page::opening;
use crate::page::rectification::{HOME as RECTIFICATIONS, due_text};
use crate::page::suspicion;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use qz_acts::finding::view::FindingView;
use qz_acts::rectification::Side;
use qz_domain::action::Action;
use qz_domain::finding::Stage;
use qz_domain::id::FindingId;
use qz_domain::matter::HandOver;
use qz_domain::number::FindingNumber;
use qz_domain::reading::Reading;
use qz_domain::rectification::Extension;

/// Where the list is.
pub(super) const HOME: &str = "/desk/findings";

#[derive(Template)]
#[template(path = "finding/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    texts: Vec<Said>,
    facts: Vec<(String, String)>,
    visit: Link,
    subjects: Vec<SubjectRow>,
    chain: Option<ChainTable>,
    hands: Vec<HandRow>,
    timeline: Timeline,
    links: Vec<Link>,
}

/// What was said at a step, and when.
struct Said {
    title: String,
    day: String,
    text: String,
}

/// Somebody who answers for it.
struct SubjectRow {
    name: Link,
    unit: String,
    light: Light,
    measure: String,
}

/// `GET /desk/findings/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
) -> Result<Response, WebError> {
    let view = state.acts.finding(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let named = view.subjects.iter().filter_map(|line| line.person.as_ref());
    let read = named.map(|person| person.id);
    state.acts.note_reads(granted.actor(), (Reading::Finding, id.0), read);
    let visit = visit(&state, &granted, &shell, &view).await?;
    let mut subjects = vec![];
    for line in &view.subjects {
        let concern = state.acts.accountability_concern(line.id, None).await;
        let concern = concern.map_err(WebError::internal)?;
        let may = concern.is_some_and(|one| granted.may(Action::AccountabilityRead, &one));
        let href = if may { format!("/desk/accountabilities/{}", line.id) } else { String::new() };
        subjects.push(SubjectRow {
            name: Link::new(href, line_subject(shell.words, line)),
            unit: shell.words.unit(&line.unit.name, &line.unit.name_en).to_owned(),
            light: line_light(shell.words, line),
            measure: line_measure(shell.words, line),
        });
    }
    let mut page = draw(shell, &view, (subjects, visit));
    page.links.push(paper::link(&page.shell, &format!("{HOME}/{id}")));
    page.links.extend(chain::links(&page.shell, &view));
    page.links.push(dossier::link(&page.shell, id));
    page.links.extend(rectify(&state, &granted, &page.shell, &view).await?);
    let (sealed, ways) = opening::of_finding(&state, &granted, (&page.shell, id)).await?;
    let (root, others) = suspicion::of_finding(&state, &granted, (&page.shell, id)).await?;
    page.facts.extend(sealed.into_iter().chain(root));
    page.links.extend(ways.into_iter().chain(others));
    Ok(Html(page.render()?).into_response())
}

/// The visit it comes from, with the way to it for whoever may read it; or that there was none.
async fn visit(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    view: &FindingView,
) -> Result<Link, WebError> {
    let Some(visit) = &view.visit else {
        return Ok(Link::new("", shell.say("finding-without-visit")));
    };
    let concern = state.acts.visit_concern(visit.id, None).await.map_err(WebError::internal)?;
    let may = concern.is_some_and(|concern| granted.may(Action::VisitRead, &concern));
    let at = if may { format!("/desk/visits/{}", visit.id) } else { String::new() };
    Ok(Link::new(at, visit.number.to_string()))
}

/// The way to order what is to be put right, and to what was ordered.
async fn rectify(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    view: &FindingView,
) -> Result<Vec<Link>, WebError> {
    let (id, acts) = (view.finding.id, &state.acts);
    let concern = acts.finding_concern(id).await.map_err(WebError::internal)?;
    let may = concern.is_some_and(|one| granted.may(Action::RectificationOrder, &one));
    let order = Link::new(format!("{HOME}/{id}/rectify"), shell.say("rectification-order-title"));
    let mut links: Vec<_> = may.then_some(order).into_iter().collect();
    for line in acts.rectifications_of_finding(id).await.map_err(WebError::internal)? {
        let one = &line.rectification;
        let concern = acts.rectification_concern(one.id, Side::Both).await;
        let concern = concern.map_err(WebError::internal)?;
        if concern.is_some_and(|found| granted.may(Action::RectificationRead, &found)) {
            let said = [("stage", shell.words.term(one.stage).into())];
            let label = shell.say_with("rectification-of-finding", &said);
            links.push(Link::new(format!("{RECTIFICATIONS}/{}", one.id), label));
        }
    }
    Ok(links)
}

/// `GET /desk/findings/numbered/{number}`: where a visit's page leads.
pub(super) async fn numbered(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(number): Path<String>,
) -> Result<Response, WebError> {
    let number: FindingNumber = number.parse().map_err(|_| WebError::NotFound)?;
    let found = state.acts.finding_numbered(granted.account(), number).await;
    let id = found.map_err(|fault| refuse(&shell, HOME, fault))?;
    Ok(Redirect::to(&format!("{HOME}/{id}")).into_response())
}

fn draw(shell: Shell, view: &FindingView, (subjects, visit): (Vec<SubjectRow>, Link)) -> ShowPage {
    let words = shell.words;
    let finding = &view.finding;
    let home = format!("{HOME}/{}", finding.id);
    let above = vec![Link::new(HOME, shell.say("finding-list-title"))];
    let number = finding.number.to_string();
    let values = [("number", (&number).into()), ("unit", shell.unit_name(&view.unit).into())];
    let label = |key: &str| shell.say(&format!("finding-column-{key}"));
    let mut facts = vec![
        (label("number"), number.clone()),
        (label("unit"), shell.unit_name(&view.unit)),
        (label("organ"), shell.unit_name(&view.organ)),
        (label("registered-on"), words.date(finding.registered_on)),
        (label("weight"), words.term(finding.weight)),
    ];
    facts.extend(handling(&shell, view));
    ShowPage {
        crumb: Crumb::new(words, above, number.clone()),
        title: shell.say_with("finding-title", &values),
        light: stage_light(words, finding.stage),
        now: now(&shell, view),
        texts: texts(&shell, view),
        facts,
        visit,
        chain: view.chain.as_ref().map(|one| chain::table(&shell, one)),
        hands: hands(&shell, &view.hands),
        timeline: timeline(&shell, &view.timeline, next(&shell, finding.stage)),
        links: Part::open_to(view).map(|part| part.link(&shell, &home)).collect(),
        subjects,
        shell,
    }
}

/// The term that runs, what became of the request for more time, the receipt of whoever is competent.
fn handling(shell: &Shell, view: &FindingView) -> Vec<(String, String)> {
    let (words, finding) = (shell.words, &view.finding);
    let label = |key: &str| shell.say(&format!("finding-column-{key}"));
    let mut facts = vec![];
    if finding.instead_of.is_some() {
        facts.push((label("handed"), words.term(HandOver::Crossed)));
    }
    if let Some(term) = finding.term {
        facts.push((label("due-on"), due_text(words, term.due)));
    }
    facts.extend(asked(shell, view));
    if finding.extension != Extension::None {
        facts.push((label("extension"), words.term(finding.extension)));
    }
    if let Some(receipt) = &finding.receipt {
        let day = words.date(receipt.day);
        let said = [receipt.organ.as_str(), receipt.number.as_str(), day.as_str()];
        facts.push((label("receipt"), said.join(" · ")));
    }
    facts
}

/// Who was asked in writing, by name and work number.
pub(super) fn asked(shell: &Shell, view: &FindingView) -> Option<(String, String)> {
    let one = view.asked.as_ref()?;
    Some((shell.say("matter-field-asked"), format!("{} {}", one.name, one.number)))
}

/// What is so and what comes next, in a sentence or two.
fn now(shell: &Shell, view: &FindingView) -> String {
    let finding = &view.finding;
    let code = match finding.stage {
        Stage::Registered if !finding.weight.is_light() => "registered",
        Stage::Registered if view.subjects.is_empty() => "light",
        Stage::Registered => "light-noticed",
        Stage::Asked => "asked",
        Stage::Replied => "replied",
        Stage::Held => "held",
        Stage::Verifying => "verifying",
        Stage::Verified if view.subjects.is_empty() => "verified",
        Stage::Verified => "noticed",
        Stage::Upheld | Stage::Partly => "upheld",
        Stage::Unfounded => "unfounded",
        Stage::PutRight => "put-right",
        Stage::Closed => "closed",
        Stage::Transferred => "transferred",
    };
    shell.say(&format!("finding-now-{code}"))
}

/// What comes next, for the timeline.
fn next(shell: &Shell, stage: Stage) -> Option<String> {
    let action = match stage {
        Stage::Registered | Stage::Replied | Stage::Held => Action::FindingScreen,
        Stage::Asked => Action::FindingReply,
        Stage::Verifying => Action::FindingVerify,
        Stage::Verified => Action::FindingAdjudicate,
        Stage::Unfounded => Action::NameClear,
        _ => return None,
    };
    Some(shell.words.term(action))
}

/// What was said, step by step; steps not yet done are left out.
fn texts(shell: &Shell, view: &FindingView) -> Vec<Said> {
    let finding = &view.finding;
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| shell.words.date(day));
    let said = |key: &str, on: Option<Date>, text: &str| Said {
        title: shell.say(&format!("matter-field-{key}")),
        day: day(on),
        text: text.to_owned(),
    };
    let adjudicated = finding.adjudicated_on;
    let ground = adjudicated.filter(|_| !finding.ground.is_empty());
    let ground = ground.map_or_else(String::new, |on| shell.words.ground(&finding.ground, on));
    let is_elsewhere = finding.stage == Stage::Transferred;
    let said_last = if is_elsewhere { "transfer-reason" } else { "adjudication" };
    let all = vec![
        said("facts", Some(finding.registered_on), &finding.facts),
        said("handed-because", None, &finding.handed_because),
        said("screening", finding.screened_on, &finding.screening),
        said("inquiry", None, &finding.inquiry),
        said("reply", None, &finding.reply),
        said("extension-reason", None, &finding.extension_reason),
        said("established", finding.verified_on, &finding.established),
        said("in-favour", finding.verified_on, &finding.in_favour),
        said(said_last, adjudicated.or(finding.handled_on), &finding.reason),
        said("ground", adjudicated, &ground),
    ];
    all.into_iter().filter(|one| !one.text.is_empty()).collect()
}
